import Model
import Tabular

extension SheetBook.Sheet {
    /// 要確認: what waits for a person, to read; decisions are written into `review/`.
    static func waiting(_ decisions: [WaitingDecision]) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "要確認", title: "要確認（人が決めること）",
                notes: [
                    "読むための一覧です。ここには記入しません。「開くファイル」の「判定」に記入して保存すると、次の実行で反映されます。",
                    "「行」は、そのファイルを並べ替える前の行の番号です。所在地を秘匿する団体の所在地は載せていません。",
                ],
                columns: [
                    WorkbookColumn("何を決めるか", width: 20), WorkbookColumn("対象", width: 46),
                    WorkbookColumn("確かめること", width: 40), WorkbookColumn("決めるまでの扱い", width: 34),
                    WorkbookColumn("開くファイル", width: 22), WorkbookColumn("行", .integer, width: 7),
                    WorkbookColumn("もとのファイルと行", width: 34),
                ], frozenColumns: 1),
            lines: decisions.lazy.map { decision in
                Line(cells: [
                    .text(decision.kind.words), .words(decision.subject), .words(decision.question),
                    .words(decision.untilThen), .text(decision.kind.path), .integer(decision.row),
                    .words(decision.places),
                ])
            })
    }
}
