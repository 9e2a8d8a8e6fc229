import Model

extension DelimitedTable {
    /// `need.csv`: one row for each area and theme.
    static func need(_ report: RunReport, labels: LabelBook) -> DelimitedTable {
        DelimitedTable(
            path: "need.csv",
            header: [
                "area_code", "area", "theme", "theme_id", "weight", "figure", "unit", "measure", "low", "high", "basis",
                "source", "as_of", "is_priority",
            ],
            rows: report.need.needs.map { need in
                [
                    need.areaCode, labels.area(need.areaCode), labels.theme(need.themeID), need.themeID,
                    MachineText.number(need.weight), MachineText.number(need.figure), need.unit, need.measure,
                    MachineText.number(need.interval?.low), MachineText.number(need.interval?.high),
                    need.basis.rawValue, need.source, need.asOf, MachineText.boolean(need.isPriority),
                ]
            })
    }
}
