public import Model
public import Tabular
internal import Text

/// The first rows of one table: enough to see what it is.
public struct TableSample: Sendable {
    public struct Line: Sendable {
        /// As a spreadsheet numbers it.
        public let number: Int
        /// Trimmed.
        public let cells: [String]
    }

    public let file: String
    public let path: String
    public let sheet: String?
    /// `nil` for a workbook.
    public let encoding: TextEncoding?
    public let delimiter: UInt8?
    /// Rows that hold anything, at most ``mostRows``.
    public let lines: [Line]
    public let mergedRanges: [CellRange]
    /// Whether every row was read.
    public let isWhole: Bool
    /// What was wrong and did not keep from reading on.
    public let problems: [Problem]

    public static let mostRows = 20_000
    private static let mostCells = 2_000_000

    /// Every sheet of a workbook, or the one table of a text.
    /// - Throws: `StageError` when the file can't be read.
    public static func read(path: String, file: String) throws(StageError) -> [TableSample] {
        let sheets = try TableReader.sheets(path: path, name: file)
        var samples: [TableSample] = []
        for sheet in sheets.isEmpty ? [nil] : sheets.map(Optional.some) {
            samples.append(try TableSample(path: path, file: file, sheet: sheet))
        }
        return samples
    }

    private init(path: String, file: String, sheet: String?) throws(StageError) {
        let table = try TableReader(path: path, name: file, options: TableOptions(sheet: sheet))
        var row = Row()
        var lines: [Line] = []
        var cells = 0
        var isWhole = true
        while try table.next(into: &row) {
            guard !row.isBlank else { continue }
            guard lines.count < Self.mostRows, cells < Self.mostCells else {
                isWhole = false
                break
            }
            lines.append(Line(number: row.number, cells: (0..<row.count).map { Width.trimmed(row[$0]) }))
            cells += row.count
        }
        self.file = file
        self.path = path
        self.sheet = table.sheet
        encoding = table.encoding
        delimiter = table.delimiter
        self.lines = lines
        mergedRanges = table.mergedRanges
        self.isWhole = isWhole
        problems = table.problems
    }

    init(file: String, sheet: String? = nil, lines: [Line], mergedRanges: [CellRange] = []) {
        self.file = file
        path = file
        self.sheet = sheet
        encoding = sheet == nil ? .utf8 : nil
        delimiter = sheet == nil ? UInt8(ascii: ",") : nil
        self.lines = lines
        self.mergedRanges = mergedRanges
        isWhole = true
        problems = []
    }

    /// `名簿.xlsx［名簿］`
    func name(in language: Language) -> String { CellLocation(file: file, sheet: sheet).description(in: language) }
}

extension TableSample.Line {
    subscript(index: Int) -> String { cells.indices.contains(index) ? cells[index] : "" }

    var filled: [Int] { cells.indices.filter { !cells[$0].isEmpty } }
}
