import Model
import Tabular

extension SheetBook.Sheet {
    /// 前回比較（集計）: a row for each choice; none without an earlier wave.
    static func changes(_ report: RunReport) -> SheetBook.Sheet? {
        guard let comparison = report.tables.comparison else { return nil }
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "前回比較（集計）", title: "集計の前回比較（\(comparison.earlierWave)）",
                notes: [
                    "調査対象の名簿にある団体の回答だけで比べます。差はポイントで、かっこの中は95％の幅です。幅が0をまたぐ差は、あるとはいえません。",
                    "「両方に回答」は、前回も今回もその設問を尋ねた団体だけの比較です。比べられない設問と選択肢は、理由を示し、差を出しません。",
                ],
                columns: [
                    WorkbookColumn("設問", width: 10), WorkbookColumn("設問文", width: 36),
                    WorkbookColumn("選択肢", width: 34), WorkbookColumn("前回 団体数", .integer, width: 9),
                    WorkbookColumn("前回 n", .integer, width: 8), WorkbookColumn("前回（%）", .percent, width: 9),
                    WorkbookColumn("今回 団体数", .integer, width: 9), WorkbookColumn("今回 n", .integer, width: 8),
                    WorkbookColumn("今回（%）", .percent, width: 9), WorkbookColumn("差（幅）", width: 28),
                    WorkbookColumn("両方に回答 n", .integer, width: 10), WorkbookColumn("両方に回答の差（幅）", width: 28),
                    WorkbookColumn("比べるときの注意", width: 36),
                ], frozenColumns: 3),
            lines: comparison.changes.map { change in
                Line(cells: [
                    .text(change.questionID), .text(change.question), .text(change.option),
                    .integer(change.earlier?.count), .integer(change.earlier?.base), .number(change.earlier?.percent),
                    .integer(change.later?.count), .integer(change.later?.base), .number(change.later?.percent),
                    .words(change.all?.words), .integer(change.panel?.size), .words(change.panel?.change.words),
                    .words(change.comparability.words),
                ])
            })
    }
}
