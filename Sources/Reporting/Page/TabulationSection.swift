import Model

/// 集計: a table for each question, with a bar beside each number.
struct TabulationSection {
    private let rows: [TabulationRow]

    init(_ rows: [TabulationRow]) { self.rows = rows }

    var value: PageValue {
        ["questions": .list(questions.map(Self.question)), "isEmpty": .flag(rows.isEmpty)]
    }

    /// The rows of each question, in the order in which the questions come.
    private var questions: [[TabulationRow]] {
        var order: [String: Int] = [:]
        var groups: [[TabulationRow]] = []
        for row in rows {
            if let index = order[row.questionID] {
                groups[index].append(row)
            } else {
                order[row.questionID] = groups.count
                groups.append([row])
            }
        }
        return groups
    }

    private static func question(_ rows: [TabulationRow]) -> PageValue {
        [
            "id": .text(rows.first?.questionID ?? ""),
            "text": .text(rows.first?.question ?? ""),
            "base": .number(rows.first?.base ?? 0),
            "answered": .number(rows.first?.answered ?? 0),
            "hasInterval": .flag(rows.contains { $0.lowPercent != nil }),
            "hasWeighted": .flag(rows.contains { $0.weightedPercent != nil }),
            "rows": .list(rows.map(row)),
        ]
    }

    private static func row(_ row: TabulationRow) -> PageValue {
        [
            "option": .text(row.option),
            "count": .number(row.count),
            "share": .text(row.sharePercent.map { NumberWords.oneDecimal($0) + "%" } ?? "—"),
            "barWidth": .text(NumberWords.oneDecimal(min(max(row.sharePercent ?? 0, 0), 100))),
            "interval": .text(interval(row)),
            "weighted": .text(row.weightedPercent.map { NumberWords.oneDecimal($0) + "%" } ?? ""),
        ]
    }

    private static func interval(_ row: TabulationRow) -> String {
        guard let low = row.lowPercent, let high = row.highPercent else { return "" }
        return "\(NumberWords.oneDecimal(low))–\(NumberWords.oneDecimal(high))%"
    }
}
