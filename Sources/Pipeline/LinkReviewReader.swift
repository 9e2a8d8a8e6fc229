internal import Model
internal import Tabular
internal import Text

/// A row of `review/links.xlsx` as a person left it.
struct ReviewedLink {
    let location: CellLocation
    let a: RecordReference
    let b: RecordReference
    let verdict: String
    let note: String
}

/// Reads `review/links.xlsx` back. Columns are found by their titles, so that sorting, filtering and moving them does
/// no harm.
struct LinkReviewReader {
    /// - Throws: `StageError` when the file can't be read or a column that is needed was taken out.
    static func read(path: String, name: String) throws(StageError) -> [ReviewedLink] {
        let table = try TableReader(path: path, name: name)
        var row = Row()
        guard let columns = try header(table, row: &row, name: name) else { return [] }
        var links: [ReviewedLink] = []
        while try table.next(into: &row) {
            func cell(_ title: String) -> String { columns[title].map { Width.trimmed(row[$0]) } ?? "" }
            func reference(_ side: LinkReviewLayout.Side) -> RecordReference? {
                guard let number = Int(cell(side.row)) else { return nil }
                let sheet = cell(side.sheet)
                return RecordReference(file: cell(side.file), sheet: sheet.isEmpty ? nil : sheet, row: number)
            }
            guard let a = reference(LinkReviewLayout.a), let b = reference(LinkReviewLayout.b) else { continue }
            links.append(
                ReviewedLink(
                    location: CellLocation(
                        file: name, sheet: table.sheet, row: row.number, column: LinkReviewLayout.verdict),
                    a: a, b: b, verdict: cell(LinkReviewLayout.verdict), note: cell(LinkReviewLayout.note)))
        }
        return links
    }

    /// The header is the first row that has the title of the verdict; titles and notes may stand above it.
    private static func header(
        _ table: TableReader, row: inout Row, name: String
    ) throws(StageError) -> [String: Int]? {
        while try table.next(into: &row) {
            let titles = (0..<row.count).map { NearestNames.titleKey(row[$0]) }
            guard titles.contains(NearestNames.titleKey(LinkReviewLayout.verdict)) else { continue }
            var columns: [String: Int] = [:]
            var missing: [Problem] = []
            for title in LinkReviewLayout.neededTitles {
                if let index = titles.firstIndex(of: NearestNames.titleKey(title)) {
                    columns[title] = index
                } else {
                    missing.append(
                        Problem(
                            .columnMissing,
                            at: CellLocation(file: name, sheet: table.sheet, row: row.number), found: title,
                            expected: titles.joined(separator: ", ")))
                }
            }
            guard missing.isEmpty else { throw StageError(missing) }
            return columns
        }
        throw StageError(
            .columnMissing, at: CellLocation(file: name, sheet: table.sheet), found: LinkReviewLayout.verdict)
    }
}
