import Model
import Reports

/// `report.html`: one page for the section in charge, complete in itself and readable without script.
struct ReportPage {
    static let path = "report.html"
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        let wave = presentation.report.wave
        return [
            "title": .text("\(wave.label)　空白と声掛け候補"),
            "municipality": .text(wave.municipality.name),
            "waveLabel": .text(wave.label),
            "asOf": .text(NumberWords.day(wave.asOf)),
            "period": .text(NumberWords.period(wave.answerPeriod)),
            "mark": .text(FixedWording.internalMark),
            "version": .text(presentation.version),
            "caveat": .text(FixedWording.shortlistCaveat),
            "style": .trusted(Template.templatesPageStyle.text + Template.templatesReportStyle.text),
            "script": .trusted(Template.templatesPageFilter.text + Template.templatesPageMap.text),
            "decisions": DecisionsSection(presentation).value,
            "shortlist": ShortlistSection(presentation).value,
            "cooperation": CooperationSection(presentation).value,
            "map": MapSection(presentation).value,
            "gaps": GapsSection(presentation).value,
            "followup": FollowUpSection(presentation).value,
            "need": NeedSection(presentation).value,
            "comparison": ComparisonSection(presentation.report).value,
            "changes": WaveChangeSection(presentation.report).value,
            "tabulation": TabulationSection(presentation.report).value,
            "voices": VoicesSection(presentation.report).value,
            "organizations": OrganizationsSection(presentation).value,
            "quality": QualitySection(presentation.findings).value,
            "method": MethodSection(presentation).value,
        ]
    }
}
