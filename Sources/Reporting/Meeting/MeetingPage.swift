import Model
import Reports

/// `meeting/index.html` and its one-page summary, `meeting/summary.html`: what is laid before a meeting.
struct MeetingPage {
    static let folder = "meeting/"
    static let path = folder + "index.html"
    static let summaryPath = folder + "summary.html"
    /// A sheet of paper has room for so many.
    private static let summaryThemes = 10
    private static let summaryNames = 30
    private let presentation: Presentation
    private let candidates: MeetingCandidates
    private let figures: MeetingFigures

    init(_ presentation: Presentation) {
        self.presentation = presentation
        candidates = MeetingCandidates(presentation)
        figures = MeetingFigures(presentation)
    }

    var value: PageValue {
        let sections: [String: PageValue] = [
            "changes": .texts(presentation.report.changes.map { WaveChangeWords($0).sentences } ?? []),
            "script": .trusted(Template.templatesPageMap.text),
            "openThemes": .list(figures.openThemes.map(Self.theme)),
            "hasOpenThemes": .flag(!figures.openThemes.isEmpty),
            "map": MapSection(presentation, for: .meeting).value,
            "gaps": GapsSection(presentation, for: .meeting).value,
            "voices": VoicesSection(presentation.report).value,
            "tabulation": TabulationSection(presentation.report, for: .meeting).value,
            "limits": .texts(MethodWords(presentation).limits),
        ]
        return .object(head(style: Template.templatesReportStyle.text).merging(sections) { _, own in own })
    }

    var summary: PageValue {
        var members = head(style: Template.templatesSummaryStyle.text)
        let themes = figures.openThemes
        members["changes"] = .texts(presentation.report.changes.map { WaveChangeWords($0).keySentences } ?? [])
        members["openThemes"] = .list(themes.prefix(Self.summaryThemes).map(Self.theme))
        members["hasOpenThemes"] = .flag(!themes.isEmpty)
        members["moreThemes"] = .text(Self.more(themes.count - Self.summaryThemes))
        var room = Self.summaryNames
        members["fields"] = .list(
            candidates.fields.compactMap { field -> PageValue? in
                let names = field.cards.prefix(room).map { Self.short($0.name) }
                room -= names.count
                return names.isEmpty ? nil : ["label": .text(field.label), "names": .texts(names)]
            })
        let named = candidates.count - candidates.withheldCount
        members["moreNames"] = .text(Self.more(named - Self.summaryNames))
        return .object(members)
    }

    private func head(style: String) -> [String: PageValue] {
        let wave = presentation.report.wave
        return [
            "title": .text("\(wave.label)　支援の空白と声掛け候補"),
            "municipality": .text(wave.municipality.name),
            "asOf": .text(NumberWords.day(wave.asOf)), "period": .text(NumberWords.period(wave.answerPeriod)),
            "mark": "会議資料", "style": .trusted(Template.templatesPageStyle.text + style),
            "figures": .list(figures.figures.map { ["label": .text($0.label), "count": .number($0.count)] }),
            "caveat": .text(FixedWording.shortlistCaveat), "leavesOut": .text(FixedWording.leavesOut),
            "candidateCount": .number(candidates.count), "hasCandidates": .flag(candidates.count > 0),
            "withheld": .text(candidates.withheldCount > 0 ? NumberWords.grouped(candidates.withheldCount) : ""),
            "fields": .list(candidates.fields.map(Self.field)),
        ]
    }

    private static func field(_ field: MeetingCandidates.Field) -> PageValue {
        ["label": .text(field.label), "count": .number(field.cards.count), "cards": .list(field.cards.map(card))]
    }

    private static func card(_ card: MeetingCandidates.Card) -> PageValue {
        [
            "name": .text(card.name), "themes": .text(card.themes.joined(separator: "、")),
            "serviceArea": .text(card.serviceArea), "reasons": .texts(card.reasons),
        ]
    }

    private static func theme(_ theme: MeetingFigures.OpenTheme) -> PageValue {
        [
            "label": .text(theme.label), "reached": .number(theme.reached), "areas": .number(theme.areas),
            "open": .number(theme.areas - theme.reached), "recruitable": .number(theme.recruitable),
        ]
    }

    private static func more(_ count: Int) -> String { count > 0 ? NumberWords.grouped(count) : "" }

    /// A sheet of paper is not the place for a name of a thousand characters.
    private static func short(_ name: String) -> String { name.count > 40 ? String(name.prefix(39)) + "…" : name }
}
