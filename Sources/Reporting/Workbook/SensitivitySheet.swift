import Model
import Tabular

extension SheetBook.Sheet {
    /// 仮定による違い: what part of the need each gap kind holds under other assumptions.
    static func sensitivity(_ report: RunReport) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "仮定による違い", title: "仮定による違い（地域 × 活動内容）",
                notes: [
                    "需要の重み、回答していない団体の活動、事例の扱いを変えたとき、需要のどれだけが、どの種類の欄にあるかです。かっこの中は欄の数です。",
                    "空白の種類は、需要の重みでは変わりません。一つの欄が変わるかどうかは「空白一覧」の「仮定しだい」「事例だけなら」にあります。",
                    FixedWording.leavesOut,
                ],
                columns: [WorkbookColumn("仮定", width: 44)]
                    + GapKind.allCases.map { WorkbookColumn($0.label, width: 20) },
                frozenColumns: 1, hasFilter: false),
            lines: report.sensitivity.map { sensitivity in
                Line(
                    cells: [.text(sensitivity.assumption.label)]
                        + sensitivity.shares.map { .text($0.inWords) }, styles: [0: CellStyle(.strong)])
            })
    }
}

extension GapSensitivity.Share {
    /// `12.5%（8マス）`
    var inWords: String {
        let share = needShare.map { NumberWords.percent(ofShare: $0) } ?? "—"
        return "\(share)（\(NumberWords.grouped(cellCount))マス）"
    }
}
