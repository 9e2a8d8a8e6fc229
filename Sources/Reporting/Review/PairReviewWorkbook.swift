import Model
import Tabular

extension SheetBook {
    /// `review/pairs.xlsx`: each theme of which it is open what is done of it, with a place for the decision.
    static func pairReview(_ presentation: Presentation) -> SheetBook {
        let input = CellStyle(fill: .input)
        let sheet = Sheet(
            layout: WorkbookSheet(
                name: PairReview.sheetName, title: PairReview.title, notes: PairReview.notes,
                columns: PairReview.Column.allCases.map(\.layout), frozenColumns: 4),
            lines: presentation.report.openPairs.lazy.map { pairs in
                Sheet.Line(
                    cells: PairReview.Column.allCases.map { $0.cell(of: pairs, presentation.labels) },
                    styles: [0: input, 1: input, 2: input])
            })
        return SheetBook(path: PairReview.path, created: presentation.report.wave.asOf, sheets: [sheet])
    }
}

extension PairReview.Column {
    fileprivate var layout: WorkbookColumn {
        switch self {
        case .decision: WorkbookColumn(rawValue, width: 14, choices: PairReview.Decision.allCases.map(\.rawValue))
        case .types: WorkbookColumn(rawValue, width: 26)
        case .note: WorkbookColumn(rawValue, width: 10)
        case .name: WorkbookColumn(rawValue, width: 34)
        case .isMember: WorkbookColumn(rawValue, .boolean, width: 8)
        case .theme: WorkbookColumn(rawValue, width: 18)
        case .answered: WorkbookColumn(rawValue, width: 34)
        case .file: WorkbookColumn(rawValue, width: 18)
        case .sheet: WorkbookColumn(rawValue, width: 10)
        case .row: WorkbookColumn(rawValue, .integer, width: 6)
        }
    }

    fileprivate func cell(of pairs: OpenPairs, _ labels: LabelBook) -> WorkbookCell {
        switch self {
        case .decision, .types, .note: .blank
        case .name: .words(pairs.name)
        case .isMember: .boolean(pairs.isMember)
        case .theme: .words(labels.theme(pairs.themeID))
        case .answered: .words(pairs.supportTypeIDs.map(labels.supportType))
        case .file: .words(pairs.reference.file)
        case .sheet: .words(pairs.reference.sheet)
        case .row: .integer(pairs.reference.row)
        }
    }
}
