import Model
import Tabular

extension SheetBook {
    /// `review/areas.xlsx`: each service area in doubt, with what was read and a place for the decision.
    static func areaReview(_ presentation: Presentation) -> SheetBook {
        let input = CellStyle(fill: .input)
        let sheet = Sheet(
            layout: WorkbookSheet(
                name: AreaReview.sheetName, title: AreaReview.title, notes: AreaReview.notes,
                columns: AreaReview.Column.allCases.map(\.layout), frozenColumns: 4),
            lines: presentation.report.doubtfulAreas.lazy.map { area in
                Sheet.Line(
                    cells: AreaReview.Column.allCases.map { $0.cell(of: area, presentation.labels) },
                    styles: [0: input, 1: input, 2: input])
            })
        return SheetBook(path: AreaReview.path, created: presentation.report.wave.asOf, sheets: [sheet])
    }
}

extension AreaReview.Column {
    fileprivate var layout: WorkbookColumn {
        switch self {
        case .decision: WorkbookColumn(rawValue, width: 16, choices: AreaReview.Decision.allCases.map(\.rawValue))
        case .correction, .text: WorkbookColumn(rawValue, width: 24)
        case .note: WorkbookColumn(rawValue, width: 10)
        case .name: WorkbookColumn(rawValue, width: 26)
        case .isMember: WorkbookColumn(rawValue, .boolean, width: 8)
        case .choice, .reason: WorkbookColumn(rawValue, width: 22)
        case .notUnderstood, .areas: WorkbookColumn(rawValue, width: 16)
        case .file: WorkbookColumn(rawValue, width: 18)
        case .sheet: WorkbookColumn(rawValue, width: 10)
        case .row: WorkbookColumn(rawValue, .integer, width: 6)
        }
    }

    fileprivate func cell(of area: DoubtfulArea, _ labels: LabelBook) -> WorkbookCell {
        switch self {
        case .decision, .correction, .note: .blank
        case .name: .words(area.name)
        case .isMember: .boolean(area.isMember)
        case .choice: .words(area.choice)
        case .text: .words(area.text)
        case .reason: .words(area.reasonInWords)
        case .notUnderstood: .words(area.notUnderstood)
        case .areas: .words(area.codes.map(labels.area).joined(separator: "、"))
        case .file: .words(area.reference.file)
        case .sheet: .words(area.reference.sheet)
        case .row: .integer(area.reference.row)
        }
    }
}

extension DoubtfulArea {
    var reasonInWords: String {
        switch reason {
        case .wide: "市内で活動しているか、どの地域か"
        case .outsideOnly: "市内でも活動しているか、どの地域か"
        case .notUnderstood: "分からない言葉がどの地域のことか"
        case .notPlaced: "その所がどの地域にあるか"
        case .notNamed: "市内のどの地域か"
        case .answerNotUnderstood: "前に書いた「\(answer ?? "")」が分かりません"
        }
    }
}
