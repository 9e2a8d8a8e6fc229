import Model

/// 団体の困りごと・期待: what members of the platform and others answered, apart, each with its n.
struct VoicesSection {
    private let rows: [VoiceRow]

    init(_ report: RunReport) { rows = report.tables.voices }

    var value: PageValue {
        ["isThere": .flag(!rows.isEmpty), "questions": .list(questions.map(Self.question))]
    }

    private var questions: [[VoiceRow]] {
        rows.reduce(into: []) { groups, row in
            if groups.last?.first?.questionID == row.questionID {
                groups[groups.count - 1].append(row)
            } else {
                groups.append([row])
            }
        }
    }

    private static func question(_ rows: [VoiceRow]) -> PageValue {
        [
            "id": .text(rows[0].questionID), "text": .text(rows[0].question),
            "members": .number(rows[0].members.base), "membersAnswered": .number(rows[0].members.answered),
            "others": .number(rows[0].others.base), "othersAnswered": .number(rows[0].others.answered),
            "rows": .list(
                rows.map { row -> PageValue in
                    ["option": .text(row.option), "groups": .list([group(row.members), group(row.others)])]
                }),
        ]
    }

    private static func group(_ count: VoiceRow.Count) -> PageValue {
        [
            "count": .number(count.count),
            "share": .text(count.sharePercent.map { NumberWords.oneDecimal($0) + "%" } ?? "—"),
            "barWidth": .text(NumberWords.oneDecimal(min(max(count.sharePercent ?? 0, 0), 100))),
        ]
    }
}
