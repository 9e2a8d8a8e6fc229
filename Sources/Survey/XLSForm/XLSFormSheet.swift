internal import Model
internal import Tabular
internal import Text

/// A sheet of an XLSForm: titles in its first row, a record in each row below.
struct XLSFormSheet {
    struct Record {
        /// As a spreadsheet shows it.
        let row: Int
        fileprivate let cells: [String]
    }

    let location: CellLocation
    let titles: [XLSFormTitle]
    let records: [Record]
    private let titleRow: Int

    /// - Parameter name: of the sheet, as the workbook writes it.
    init(path: String, file: String, name: String) throws(StageError) {
        let reader = try TableReader(
            path: path, name: file, options: TableOptions(sheet: name, spreadsMergedCells: false))
        let place = CellLocation(file: file, sheet: name)
        location = place
        var row = Row()
        var found = try reader.next(into: &row)
        while found, row.isBlank { found = try reader.next(into: &row) }
        guard found else { throw StageError(.headerMissing, at: place, expected: "1") }
        titles = (0..<row.count).map { XLSFormTitle(row[$0]) }
        titleRow = row.number
        var records: [Record] = []
        while try reader.next(into: &row) {
            guard !row.isBlank else { continue }
            records.append(Record(row: row.number, cells: (0..<row.count).map { Self.cleaned(row[$0]) }))
        }
        self.records = records
    }

    /// The cell under a title, trimmed; empty where there is none.
    func value(_ column: String, in record: Record) -> String {
        guard let index = titles.firstIndex(where: { $0.column == column }) else { return "" }
        return cell(index, in: record)
    }

    /// The texts of a column that may stand there once for each language.
    func labels(_ column: String, in record: Record) -> XLSForm.Labels {
        var labels = XLSForm.Labels()
        for (index, title) in titles.enumerated() where title.column == column {
            let text = cell(index, in: record)
            if !text.isEmpty, labels[title.language] == nil { labels.texts.append((title.language, text)) }
        }
        return labels
    }

    func languages(of column: String) -> [String] { titles.filter { $0.column == column }.map(\.language) }

    /// Where a cell stands, with the title as the sheet writes it.
    func place(_ column: String, row: Int) -> CellLocation {
        CellLocation(
            file: location.file, sheet: location.sheet, row: row,
            column: titles.first { $0.column == column }?.written ?? column)
    }

    /// Titles that have to be there and are not, and known ones that stand there twice.
    func problems(requiring required: [String]) -> [Problem] {
        var place = location
        place.row = titleRow
        let known = titles.map(\.column)
        var problems = required.filter { !known.contains($0) }.map { column in
            let nearest = NearestNames.nearest(to: column, among: titles.map(\.written).filter { !$0.isEmpty })
            return Problem(.columnMissing, at: place, found: column, expected: nearest.joined(separator: ", "))
        }
        for (index, title) in titles.enumerated() where title.isKnown {
            if titles[..<index].contains(where: { $0.column == title.column && $0.language == title.language }) {
                problems.append(Problem(.keyDouble, at: place.column(title.written), found: title.written))
            }
        }
        return problems
    }

    private func cell(_ index: Int, in record: Record) -> String {
        record.cells.indices.contains(index) ? record.cells[index] : ""
    }

    /// Trimmed, and without control characters, which no label means.
    private static func cleaned(_ cell: String) -> String {
        var scalars = cell.unicodeScalars
        scalars.removeAll { ($0.value < 0x20 && !["\n", "\t"].contains($0)) || (0x7F...0x9F).contains($0.value) }
        return Width.trimmed(String(scalars))
    }
}

/// The title of a column: `label::日本語 (ja)`, `Label : English`, `list name`, `bind::relevant`.
struct XLSFormTitle {
    let written: String
    /// As xlsform.org names it today, in lower case with underscores.
    let column: String
    /// "" where the title names none.
    let language: String
    /// Whether the import reads it.
    let isKnown: Bool

    init(_ title: String) {
        written = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let separator = written.contains("::") ? "::" : ":"
        var parts = Width.folded(written).split(separator: separator).map { Width.trimmed(String($0)) }
        if let first = parts.first, Self.prefixes.contains(first.lowercased()), parts.count > 1 { parts.removeFirst() }
        let name = (parts.first ?? "").lowercased().split(separator: " ").joined(separator: "_")
        column = Self.synonyms[name] ?? name
        isKnown = Self.known.contains(column)
        language = column == "label" ? parts.dropFirst().joined(separator: separator) : ""
    }

    private static let prefixes = ["bind", "body", "control"]
    /// Older names that forms still use, as pyxform takes them.
    private static let synonyms = [
        "caption": "label", "command": "type", "tag": "name", "value": "name", "relevance": "relevant",
        "calculate": "calculation",
    ]
    private static let known: Set = [
        "type", "name", "label", "relevant", "calculation", "appearance", "choice_filter", "disabled", "list_name",
        "form_title", "default_language", "allow_choice_duplicates",
    ]
}
