import Model
import Tabular

extension SheetBook.Sheet {
    /// 聞き取り・督促候補: those who did not answer, first whose answer can be expected to settle most.
    static func followUps(_ presentation: Presentation) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "聞き取り・督促候補", title: "聞き取り・督促候補（回答のない団体）",
                notes: [
                    "空白が「未把握」か「調査では担い手を確認できず」の欄について、回答があれば担い手が分かると見込まれる需要の順です（地域×活動内容、同じなら活動の種類まで分けた欄）。空白と呼ぶ前に、ここに聞いてください。",
                    "見込みは、種類と所在の地域が同じ団体の回答から推し量ったもので、その団体のことではありません。同じ見込みの団体は同じ順位です。団体の評価ではありません。",
                    "連絡先は載せていません。調査対象名簿を見てください。把握課で絞り込めます。",
                ],
                columns: [
                    WorkbookColumn("順位", .integer, width: 7), WorkbookColumn("団体", width: 36),
                    WorkbookColumn("把握課", width: 18), WorkbookColumn("種類", width: 14),
                    WorkbookColumn("所在", width: 14), WorkbookColumn("分かると見込まれる需要（%）", .percent, width: 14),
                    WorkbookColumn("同（活動の種類まで、%）", .percent, width: 14),
                    WorkbookColumn("団体ID", width: 16),
                ], frozenColumns: 2),
            lines: presentation.followUps.lazy.map { entry in
                Line(cells: [
                    .integer(entry.rank), .words(entry.name), .words(entry.section), .words(entry.type),
                    .words(presentation.labels.area(entry.municipalityCode)),
                    entry.followUp.shareOfUnknown.map { .percent(ofShare: $0) } ?? .blank,
                    entry.followUp.shareOfUnknownPairs.map { .percent(ofShare: $0) } ?? .blank,
                    .text(entry.followUp.organizationID),
                ])
            })
    }
}
