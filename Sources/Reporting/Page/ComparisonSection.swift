import Model

/// 前回との比較: how the shares changed; nothing without an earlier wave.
struct ComparisonSection {
    private let comparison: WaveComparison?

    init(_ report: RunReport) { comparison = report.tables.comparison }

    var value: PageValue {
        [
            "isThere": .flag(comparison != nil), "earlierWave": .text(comparison?.earlierWave ?? ""),
            "rows": .list((comparison?.changes ?? []).map(Self.row)),
        ]
    }

    private static func row(_ change: TabulationChange) -> PageValue {
        [
            "id": .text(change.questionID), "option": .text(change.option), "earlier": .text(share(change.earlier)),
            "later": .text(share(change.later)), "change": .text(change.all?.words ?? ""),
            "panelSize": .text(change.panel.map { String($0.size) } ?? ""),
            "panel": .text(change.panel?.change.words ?? ""), "note": .text(change.comparability.words),
        ]
    }

    private static func share(_ count: TabulationChange.Count?) -> String {
        count.flatMap { count in count.percent.map { "\(NumberWords.oneDecimal($0))%（\(count.count)/\(count.base)）" } }
            ?? "—"
    }
}
