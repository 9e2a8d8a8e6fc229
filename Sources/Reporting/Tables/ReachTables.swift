import Model

extension DelimitedTable {
    /// `reach.csv`: a row for each group of venues and measure; `nil` where no venues are stated.
    static func reach(_ report: RunReport, labels: LabelBook) -> DelimitedTable? {
        guard let reach = report.reach else { return nil }
        return DelimitedTable(
            path: "reach.csv",
            header: [
                "scope", "theme", "support_type", "venue_count", "capacity", "reached_share", "measure", "mean", "gini",
                "floor", "share_below_floor", "shortfall_depth", "theme_id", "support_type_id",
            ],
            rows: reach.summaries.flatMap { summary in
                summary.spreads.flatMap { spread in
                    let shortfalls: [ReachResult.Shortfall?] = spread.shortfalls.isEmpty ? [nil] : spread.shortfalls
                    return shortfalls.map { shortfall in
                        [
                            summary.group.scope.rawValue, labels.theme(summary.group.themeID),
                            labels.supportType(summary.group.supportTypeID), String(summary.venueCount),
                            MachineText.number(summary.capacity), MachineText.number(summary.reachedShare),
                            spread.measure, MachineText.number(spread.mean), MachineText.number(spread.gini),
                            MachineText.number(shortfall?.floor), MachineText.number(shortfall?.share),
                            MachineText.number(shortfall?.depth), summary.group.themeID ?? "",
                            summary.group.supportTypeID ?? "",
                        ]
                    }
                }
            })
    }

    /// `reach_points.csv`: a row for each point of the demand and group of venues.
    static func reachPoints(_ report: RunReport, labels: LabelBook) -> DelimitedTable? {
        guard let reach = report.reach else { return nil }
        return DelimitedTable(
            path: "reach_points.csv",
            header: ["id", "scope", "theme", "support_type"] + reach.measures + ["theme_id", "support_type_id"],
            rows: reach.summaries.flatMap { summary in
                zip(reach.pointIDs, summary.values).map { id, values in
                    [
                        id, summary.group.scope.rawValue, labels.theme(summary.group.themeID),
                        labels.supportType(summary.group.supportTypeID),
                    ] + values.map { MachineText.number($0) } + [
                        summary.group.themeID ?? "", summary.group.supportTypeID ?? "",
                    ]
                }
            })
    }
}
