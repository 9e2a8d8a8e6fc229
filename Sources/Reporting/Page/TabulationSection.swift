import Model

/// 集計: how many answered, then a table for each question, with a bar beside each number.
struct TabulationSection {
    private let tables: SurveyTables
    private let words: WeightingWords
    private let edition: PageEdition

    init(_ report: RunReport, for edition: PageEdition = .planner) {
        self.edition = edition
        tables = report.tables
        words = WeightingWords(report)
    }

    var value: PageValue {
        [
            "questions": .list(tables.questions.map(question)), "isEmpty": .flag(tables.rows.isEmpty),
            "responses": .list(responses), "assumption": .text(words.assumption),
            "boundsMeaning": .text(words.boundsMeaning), "weighting": .texts(words.sentences),
        ]
    }

    private var responses: [PageValue] {
        var dimension: ResponseRow.Dimension?
        // 把握課 is the city's own matter.
        return tables.responses.filter { edition == .planner || $0.dimension != .section }.map { row in
            let isFirst = row.dimension != dimension
            dimension = row.dimension
            return [
                "dimension": .text(isFirst ? words.label(of: row.dimension) : ""), "label": .text(row.words),
                "asked": .number(row.asked), "answered": .number(row.answered),
                "unreachable": .number(row.unreachable), "rate": .text(Self.percent(row.ratePercent)),
                "barWidth": .text(Self.width(row.ratePercent)),
            ]
        }
    }

    private func question(_ rows: [TabulationRow]) -> PageValue {
        let (base, answered) = (rows.first?.base ?? 0, rows.first?.answered ?? 0)
        return [
            "id": .text(rows.first?.questionID ?? ""),
            "text": .text(rows.first?.question ?? ""),
            "base": .number(base), "answered": .number(answered), "noAnswer": .number(base - answered),
            "hasBounds": .flag(rows.contains { $0.bounds != nil }),
            "hasWeighted": .flag(rows.contains { $0.weighted != nil }),
            "rows": .list(rows.map(Self.row)),
        ]
    }

    private static func row(_ row: TabulationRow) -> PageValue {
        [
            "option": .text(row.option),
            "count": .number(row.count),
            "share": .text(percent(row.sharePercent)),
            "barWidth": .text(width(row.sharePercent)),
            "bounds": .text(row.bounds.map(range) ?? ""),
            "weighted": .text(row.weighted.map { "\(percent($0.percent))（\(range($0.interval))）" } ?? ""),
        ]
    }

    private static func percent(_ percent: Double?) -> String {
        percent.map { NumberWords.oneDecimal($0) + "%" } ?? "—"
    }

    private static func range(_ range: PercentRange) -> String {
        "\(NumberWords.oneDecimal(range.low))–\(NumberWords.oneDecimal(range.high))%"
    }

    /// Of a bar, in per cent of its track.
    private static func width(_ percent: Double?) -> String { NumberWords.oneDecimal(min(max(percent ?? 0, 0), 100)) }
}
