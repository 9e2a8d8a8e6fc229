import Model
import Tabular

extension SheetBook {
    /// `review/links.xlsx`: the doubtful pairs, side by side, with a place for the decision.
    static func linkReview(_ presentation: Presentation) -> SheetBook {
        let sheet = Sheet(
            layout: WorkbookSheet(
                name: LinkReview.sheetName, title: LinkReview.title, notes: LinkReview.notes,
                columns: LinkReview.Column.allCases.map(\.layout), frozenColumns: 2),
            lines: presentation.doubtfulLinks.lazy.map { link in
                let input = CellStyle(fill: .input)
                return Sheet.Line(
                    cells: LinkReview.Column.allCases.map { $0.cell(of: link) }, styles: [0: input, 1: input])
            })
        return SheetBook(path: LinkReview.path, created: presentation.report.wave.asOf, sheets: [sheet])
    }
}

extension LinkReview.Column {
    fileprivate var layout: WorkbookColumn {
        switch self {
        case .decision:
            WorkbookColumn(rawValue, width: 8, choices: LinkReview.Decision.allCases.map(\.rawValue))
        case .note: WorkbookColumn(rawValue, width: 16)
        case .probability: WorkbookColumn(rawValue, .percent, width: 9)
        case .reason: WorkbookColumn(rawValue, width: 40)
        case .nameA, .nameB, .addressA, .addressB: WorkbookColumn(rawValue, width: 24)
        case .emailA, .emailB: WorkbookColumn(rawValue, width: 22)
        case .representativeA, .representativeB: WorkbookColumn(rawValue, width: 13)
        case .telephoneA, .telephoneB, .organizationIDA, .organizationIDB: WorkbookColumn(rawValue, width: 15)
        case .fileA, .fileB: WorkbookColumn(rawValue, width: 18)
        case .sheetA, .sheetB: WorkbookColumn(rawValue, width: 8)
        case .rowA, .rowB: WorkbookColumn(rawValue, .integer, width: 6)
        }
    }

    fileprivate func cell(of link: DoubtfulLink) -> WorkbookCell {
        switch self {
        case .decision, .note: .blank
        case .probability: .percent(ofShare: link.probability)
        case .reason: .words(link.reasonInWords)
        case .nameA: .words(link.a.name)
        case .nameB: .words(link.b.name)
        case .addressA: .words(link.a.address)
        case .addressB: .words(link.b.address)
        case .telephoneA: .words(link.a.telephone)
        case .telephoneB: .words(link.b.telephone)
        case .emailA: .words(link.a.email)
        case .emailB: .words(link.b.email)
        case .representativeA: .words(link.a.representative)
        case .representativeB: .words(link.b.representative)
        case .fileA: .words(link.a.reference.file)
        case .sheetA: .words(link.a.reference.sheet)
        case .rowA: .integer(link.a.reference.row)
        case .fileB: .words(link.b.reference.file)
        case .sheetB: .words(link.b.reference.sheet)
        case .rowB: .integer(link.b.reference.row)
        case .organizationIDA: .words(link.a.organizationID)
        case .organizationIDB: .words(link.b.organizationID)
        }
    }
}

extension DoubtfulLink {
    /// A line for each comparison and one for all of them.
    var reasonInWords: String {
        let lines = weights.map { "\($0.words(in: .japanese))　\(NumberWords.signed($0.bits))" }
        let total = weights.reduce(0) { $0 + $1.bits }
        return (lines + ["合計　\(NumberWords.signed(total))"]).joined(separator: "\n")
    }
}
