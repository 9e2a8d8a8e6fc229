import Model
import Tabular

extension SheetBook.Sheet {
    /// 需要: a row for each area and theme, to filter and sort.
    static func need(_ presentation: Presentation) -> SheetBook.Sheet {
        let report = presentation.report
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "需要", title: "需要の重みと数値（\(FixedWording.internalMark)）", notes: report.need.notes,
                columns: [
                    WorkbookColumn("地域", width: 16), WorkbookColumn("活動内容", width: 18),
                    WorkbookColumn("重点分野", .boolean), WorkbookColumn("需要の重み", .decimal(digits: 5), width: 12),
                    WorkbookColumn("数値", .decimal(digits: 1), width: 12), WorkbookColumn("下限", .decimal(digits: 1)),
                    WorkbookColumn("上限", .decimal(digits: 1)), WorkbookColumn("単位", width: 8),
                    WorkbookColumn("数値の種類", width: 24), WorkbookColumn("何によるか", width: 22),
                    WorkbookColumn("出典", width: 36), WorkbookColumn("時点", width: 12),
                    WorkbookColumn("地域コード", width: 12),
                ], frozenColumns: 2),
            lines: report.need.needs.lazy.map { needLine($0, presentation.labels) })
    }

    private static func needLine(_ need: Need, _ labels: LabelBook) -> Line {
        Line(
            cells: [
                .text(labels.area(need.areaCode)), .text(labels.theme(need.themeID)), .boolean(need.isPriority),
                .number(need.weight), .number(need.figure), .number(need.interval?.low),
                .number(need.interval?.high), .words(need.unit), .words(need.measure), .text(need.basis.word),
                .words(need.source), .words(need.asOf), .text(need.areaCode),
            ],
            styles: need.weight == nil ? [9: CellStyle(fill: .grey)] : [:])
    }

    /// 需要と事例: a row for each theme, with the cases that organisations had beside its need.
    static func needByTheme(_ presentation: Presentation) -> SheetBook.Sheet {
        let report = presentation.report
        let words = NeedWords(report)
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "需要と事例", title: "活動内容ごとの需要と、支援した事例",
                notes: words.notes + (words.caseQuestion.isEmpty ? [] : ["事例：\(words.caseQuestion)"]),
                columns: [
                    WorkbookColumn("活動内容", width: 20), WorkbookColumn("重点分野", .boolean),
                    WorkbookColumn("需要に占める割合（%）", .percent, width: 16),
                    WorkbookColumn("重みのある地域", .integer, width: 12),
                    WorkbookColumn("数値の合計", .decimal(digits: 1), width: 14), WorkbookColumn("単位", width: 8),
                    WorkbookColumn("数値の種類", width: 26), WorkbookColumn("事例のある団体", .integer, width: 12),
                    WorkbookColumn("n", .integer, width: 8), WorkbookColumn("割合（%）", .percent, width: 10),
                ], frozenColumns: 1),
            lines: report.need.themes.map { total in
                Line(cells: [
                    .text(presentation.labels.theme(total.themeID)), .boolean(total.isPriority),
                    .percent(ofShare: total.weight), .integer(total.weighedAreas), .number(total.figure),
                    .words(total.unit), .words(total.measure), .integer(total.cases?.count),
                    .integer(total.cases?.base), .number(total.cases?.sharePercent),
                ])
            })
    }
}
