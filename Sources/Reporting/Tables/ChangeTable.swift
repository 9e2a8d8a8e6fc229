import Model

extension DelimitedTable {
    /// `tabulation_change.csv`: a row for each choice of this wave or the one before; none without an earlier wave.
    static func changes(_ report: RunReport) -> DelimitedTable? {
        guard let comparison = report.tables.comparison else { return nil }
        return DelimitedTable(
            path: "tabulation_change.csv",
            header: [
                "question_id", "question", "option", "option_id", "comparability", "earlier_count", "earlier_base",
                "earlier_percent", "count", "base", "share_percent", "change_points", "change_low_points",
                "change_high_points", "panel_size", "panel_earlier_count", "panel_count", "panel_change_points",
                "panel_change_low_points", "panel_change_high_points",
            ],
            rows: comparison.changes.map { change in
                let names = [
                    change.questionID, change.question, change.option, change.optionID, change.comparability.rawValue,
                ]
                let panel = [change.panel?.size, change.panel?.earlierCount, change.panel?.laterCount]
                return names + count(change.earlier) + count(change.later) + points(change.all)
                    + panel.map { $0.map { String($0) } ?? "" } + points(change.panel?.change)
            })
    }

    private static func count(_ count: TabulationChange.Count?) -> [String] {
        [
            count.map { String($0.count) } ?? "", count.map { String($0.base) } ?? "",
            MachineText.number(count?.percent),
        ]
    }

    private static func points(_ change: TabulationChange.Change?) -> [String] {
        [change?.points, change?.interval.low, change?.interval.high].map(MachineText.number)
    }
}
