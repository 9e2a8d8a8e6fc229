public import Model

/// The tables of `tsunagi tabulate`, as CSV.
public struct TabulationTable: Sendable {
    public let bytes: [UInt8]
    public let rowCount: Int

    private init(_ table: DelimitedTable) {
        bytes = table.bytes
        rowCount = table.rows.count
    }

    /// As `tabulation.csv`.
    public static func plain(_ rows: [TabulationRow]) -> TabulationTable {
        TabulationTable(.tabulation(rows))
    }

    /// One row for each option of a question, by each option of another.
    public static func crossed(_ rows: [CrossTabulationRow]) -> TabulationTable {
        TabulationTable(
            DelimitedTable(
                path: "",
                header: [
                    "by_question_id", "by_question", "by_option", "by_option_id", "question_id", "question", "option",
                    "option_id", "count", "base", "share_percent", "answered", "no_answer",
                ],
                rows: rows.map { row in
                    [
                        row.byQuestionID, row.byQuestion, row.byOption, row.byOptionID, row.cell.questionID,
                        row.cell.question, row.cell.option, row.cell.optionID, String(row.cell.count),
                        String(row.cell.base), MachineText.number(row.cell.sharePercent), String(row.cell.answered),
                        String(row.cell.base - row.cell.answered),
                    ]
                }))
    }
}
