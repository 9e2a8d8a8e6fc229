public import Model

/// A CSV or XLSX file, told apart by content, read as a stream of rows.
///
/// A reader goes through its file once. It is a class since it holds the file open; it is not `Sendable`.
public final class TableReader {
    private enum Source {
        case text(CSVReader)
        case workbook(SheetReader)
    }

    private let source: Source

    /// - Parameters:
    ///   - path: where the file is.
    ///   - name: what messages call it.
    /// - Throws: one problem with a file that can't be read as a table: `fileMissing` with the nearest names,
    ///   `fileUnreadable`, `formatNotSupported`, `fileEncrypted`, `fileDamaged`, `fileTooLarge`, `sheetMissing`,
    ///   `encodingUnknown`.
    public convenience init(
        path: String, name: String, options: TableOptions = TableOptions()
    ) throws(StageError) {
        try self.init(InputFile(path: path, name: name, limits: options.limits), options)
    }

    /// Reads a file that is in memory.
    public convenience init(
        bytes: [UInt8], name: String, options: TableOptions = TableOptions()
    ) throws(StageError) {
        try self.init(InputFile(bytes: bytes, name: name), options)
    }

    init(_ file: InputFile, _ options: TableOptions) throws(StageError) {
        switch try FileFormat.detect(file) {
        case .text: source = .text(try CSVReader(file, options: options))
        case .archive: source = .workbook(try SheetReader(file, options: options))
        }
    }

    /// Reads the next row into `row`, whose memory is used again. Rows of a sheet without any value are left out;
    /// blank lines of a CSV come as rows without cells.
    ///
    /// - Returns: false at the end, where `row` is empty.
    /// - Throws: `fileDamaged`, `fileTooLarge`, `fileUnreadable`, or `unclosedQuote` where a quotation mark swallows
    ///   more than ``Limits/rowBytes``.
    public func next(into row: inout Row) throws(StageError) -> Bool {
        switch source {
        case .text(let reader): try reader.next(into: &row)
        case .workbook(let reader): try reader.next(into: &row)
        }
    }

    /// What was wrong so far and did not keep from reading on: `undecodableBytes` with the row, and in `found` the
    /// place of the first such byte in the file, the bytes and, behind `→`, the encoding in which their line was read
    /// instead (such bytes are U+FFFD otherwise); `unclosedQuote` with the row where it was opened; `brokenCharacters`
    /// with the cell of a workbook whose text holds half a character, which is U+FFFD as well.
    public var problems: [Problem] {
        switch source {
        case .text(let reader): reader.problems
        case .workbook(let reader): reader.problems
        }
    }

    /// The sheet that is read; `nil` for a text.
    public var sheet: String? { workbook?.sheet }

    /// The merged ranges of the sheet, as it lists them; none for a text.
    public var mergedRanges: [CellRange] { workbook?.mergedRanges ?? [] }

    /// Hidden rows among those read so far; they are read like the others.
    public var hiddenRows: Int { workbook?.hiddenRows ?? 0 }

    /// Hidden columns of the sheet, from 1, once its first row has been read; they are read like the others.
    public var hiddenColumns: [ClosedRange<Int>] { workbook?.hiddenColumns ?? [] }

    /// Cells among the rows read so far that hold a formula and no value, since the program that wrote it did not
    /// calculate; they come as empty cells, at most a thousand are listed. Whoever opens the workbook sees values.
    public var uncalculatedCells: [CellRange] { workbook?.uncalculatedCells ?? [] }

    /// The encoding of a text; `nil` for a workbook.
    public var encoding: TextEncoding? { if case .text(let reader) = source { reader.encoding } else { nil } }

    /// What stands between the cells of a text; `nil` for a workbook.
    public var delimiter: UInt8? { if case .text(let reader) = source { reader.delimiter } else { nil } }

    private var workbook: SheetReader? { if case .workbook(let reader) = source { reader } else { nil } }

    /// Names of the sheets of a workbook, visible ones first, else in its order; none for a text.
    ///
    /// - Throws: as ``init(path:name:options:)``.
    public static func sheets(path: String, name: String) throws(StageError) -> [String] {
        let file = try InputFile(path: path, name: name)
        guard case .archive = try FileFormat.detect(file) else { return [] }
        return try WorkbookParts(file, limits: Limits()).names
    }
}
