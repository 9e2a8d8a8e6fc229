import Model
import Tabular

extension SheetBook.Sheet {
    private static let reading = "空白の種類は記号と言葉でも示しています。色だけで読む必要はありません。"

    /// 空白一覧: a row for each cell, to filter and sort.
    static func gaps(_ presentation: Presentation) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "空白一覧", title: "空白一覧",
                notes: [
                    reading, FixedWording.leavesOut,
                    "「仮定しだい」は、回答のない団体がその活動をする割合が回答した団体の半分だったときに、変わる先の種類です。",
                    "「事例あり」は、その分野で支援につながった事例を挙げた団体の数です。「事例だけなら」は、事例のある団体だけで数えたときに変わる先の種類です。",
                    "「広域」は、全国・広域・オンラインで活動する団体で、どの地域にも数えていません。",
                    "「推定」に○のある行は、空白の種類が、活動内容と活動の種類を別々に尋ねたことからの推定によります（\(PairReview.path) で決められます）。活動内容や活動の種類が空の行は、すべてを合わせたものです。",
                ],
                columns: [
                    WorkbookColumn("地域", width: 16), WorkbookColumn("活動内容", width: 18),
                    WorkbookColumn("活動の種類", width: 20), WorkbookColumn("記号", width: 6),
                    WorkbookColumn("空白の種類", width: 28), WorkbookColumn("参加団体", .integer, width: 10),
                    WorkbookColumn("把握している団体", .integer, width: 10),
                    WorkbookColumn("うち参加団体で事例あり", .integer, width: 12),
                    WorkbookColumn("うち把握団体で事例あり", .integer, width: 12),
                    WorkbookColumn("広域", .integer, width: 7), WorkbookColumn("無回答の参加団体", .integer, width: 10),
                    WorkbookColumn("回答のない団体の見込み", .decimal(digits: 1), width: 12),
                    WorkbookColumn("見込みの幅（90％）", width: 12), WorkbookColumn("だれもいない確率（%）", .percent, width: 11),
                    WorkbookColumn("仮定しだい", width: 16), WorkbookColumn("事例だけなら", width: 16),
                    WorkbookColumn("需要の重み", .decimal(digits: 5), width: 12), WorkbookColumn("推定", .boolean),
                    WorkbookColumn("地域コード", width: 12),
                ], frozenColumns: 3),
            lines: presentation.report.coverage.lazy.map { gapLine($0, presentation.labels) })
    }

    private static func gapLine(_ cell: CoverageCell, _ labels: LabelBook) -> Line {
        let style = CellStyle(fill: cell.gap.fill)
        return Line(
            cells: [
                .text(labels.area(cell.key.areaCode)), .words(labels.theme(cell.key.themeID)),
                .words(labels.supportType(cell.key.supportTypeID)), .text(cell.gap.sign), .text(cell.gap.label),
                .integer(cell.memberCount), .integer(cell.knownCount),
                cell.speaksOfCases ? .integer(cell.counts.membersWithCase) : .blank,
                cell.speaksOfCases ? .integer(cell.counts.knownWithCase) : .blank, .integer(cell.counts.wide),
                .integer(cell.counts.membersBlank), .number(cell.expectedUnknown),
                .text(cell.expectedInterval.inWords), .percent(ofShare: cell.probabilityOfNobody),
                .words(cell.gapIfLessInclined.map { "\($0.word)にも" }),
                .words(cell.gapWithCasesOnly.map { "\($0.word)に" }), .number(cell.need), .boolean(cell.isInferred),
                .text(cell.key.areaCode),
            ], styles: [3: style, 4: style])
    }

    /// 空白表: areas by themes or by support types, with sign, word and numbers in each cell.
    static func heatMap(_ map: HeatMap, name: String) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: name, title: "地域 × \(map.subject.title)",
                notes: [
                    reading, "数字は「参加団体／把握している団体」の数です。※は、仮定を変えると種類が変わるマスです（変わる先は「空白一覧」にあります）。",
                    FixedWording.leavesOut,
                ],
                columns: [WorkbookColumn(map.corner, width: 24)]
                    + map.columns.map { WorkbookColumn($0.label, width: 23) },
                frozenColumns: 1, hasFilter: false),
            lines: map.lines.map(heatLine))
    }

    private static func heatLine(_ line: HeatMap.Line) -> Line {
        var result = Line(cells: [.text(line.label)], styles: [0: CellStyle(.strong)])
        for (column, cell) in line.cells.enumerated() {
            guard let cell else {
                result.cells.append(.text("—"))
                continue
            }
            result.cells.append(
                .text(
                    "\(cell.gap.sign) \(cell.gap.word)　\(cell.memberCount)／\(cell.knownCount)\(cell.dependsOnAssumptions ? " ※" : "")"
                ))
            result.styles[column + 1] = CellStyle(fill: cell.gap.fill)
        }
        return result
    }
}

extension ClosedRange<Int> {
    /// `0〜3`, or `2` where both ends are one.
    fileprivate var inWords: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)〜\(upperBound)" }
}
