import Model
import Tabular

extension SheetBook.Sheet {
    /// 届き方: how well the stated venues reach people; `nil` where none are stated.
    static func reach(_ presentation: Presentation) -> SheetBook.Sheet? {
        guard let reach = presentation.report.reach else { return nil }
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "届き方", title: "届き方（場所の表にある場所だけ）",
                notes: [
                    "半径 \(NumberWords.oneDecimal(reach.catchment / 1000)) km（直線距離）、距離の重み \(reach.weights)、市内の人口 \(NumberWords.grouped(Int(reach.people)))人。",
                    "count は半径の中の場所の数、supply はその定員の合計、e2sfca と bfca は距離で割り引いた一人あたりの定員、nearest は最も近い場所までのメートル。意味は docs/reference/reach.md にあります。",
                    "場所の表にない場所、対象・曜日・料金・質は含みません。所在地を秘匿する団体の場所（\(reach.withheldVenues)件）は使っていません。団体の評価には使いません。",
                ],
                columns: [
                    WorkbookColumn("だれの場所", width: 14), WorkbookColumn("活動内容", width: 18),
                    WorkbookColumn("活動の種類", width: 20), WorkbookColumn("場所", .integer, width: 8),
                    WorkbookColumn("定員など", .decimal(digits: 0), width: 10),
                    WorkbookColumn("届く人の割合", .percent, width: 12), WorkbookColumn("指標", width: 12),
                    WorkbookColumn("平均", .decimal(digits: 4), width: 12),
                    WorkbookColumn("ジニ係数", .decimal(digits: 3), width: 10),
                    WorkbookColumn("下限", .decimal(digits: 4), width: 10),
                    WorkbookColumn("下限に届かない人", .percent, width: 12),
                    WorkbookColumn("不足の深さ", .decimal(digits: 3), width: 10),
                ], frozenColumns: 3),
            lines: reach.summaries.flatMap { summary in lines(summary, presentation.labels) })
    }

    private static func lines(_ summary: ReachResult.Summary, _ labels: LabelBook) -> [Line] {
        summary.spreads.flatMap { spread in
            let shortfalls: [ReachResult.Shortfall?] = spread.shortfalls.isEmpty ? [nil] : spread.shortfalls
            return shortfalls.map { shortfall in
                Line(cells: [
                    .text(summary.group.scope == .members ? "参加団体" : "把握している団体"),
                    .words(labels.theme(summary.group.themeID)),
                    .words(labels.supportType(summary.group.supportTypeID)),
                    .integer(summary.venueCount), .number(summary.capacity),
                    summary.reachedShare.map { .percent(ofShare: $0) } ?? .blank, .text(spread.measure),
                    .number(spread.mean), .number(spread.gini), .number(shortfall?.floor),
                    shortfall.map { .percent(ofShare: $0.share) } ?? .blank, .number(shortfall?.depth),
                ])
            }
        }
    }
}
