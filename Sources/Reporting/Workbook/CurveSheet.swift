import Model
import Tabular

extension SheetBook.Sheet {
    /// 候補の数と効果: what lists of other lengths are worth; none where one length was looked at.
    static func curve(_ explained: ExplainedShortlist) -> SheetBook.Sheet? {
        guard explained.curve.count > 1 else { return nil }
        let title = "団体の数を変えたときに補える空白"
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "候補の数と効果", title: title,
                notes: ["地域ごとの空白だけを目標に、その数で最もよい組合せを探した場合です。「上限」は、どの組合せでも超えられない値です。"],
                columns: [
                    WorkbookColumn("団体の数", .integer, width: 10), WorkbookColumn("補える空白（%）", .percent, width: 14),
                    WorkbookColumn("上限（%）", .percent, width: 10), WorkbookColumn("この一覧の数", .boolean, width: 10),
                ], hasFilter: false),
            lines: explained.curve.map { point in
                Line(cells: [
                    .integer(point.size), .percent(ofShare: point.share), .percent(ofShare: point.upperBound),
                    .boolean(point.size == explained.picks.count),
                ])
            },
            charts: [
                Chart(
                    kind: .curve, place: .beside, title: title, labelColumn: 0, valueColumn: 1,
                    lines: explained.curve.indices)
            ])
    }
}
