/// How a table is read where the file itself doesn't say, or says it wrongly.
public struct TableOptions: Sendable {
    /// Name of the sheet of a workbook; `nil` takes the first visible one. Width and spaces don't matter.
    public var sheet: String?
    /// Encoding of a text file without a byte order mark; `nil` finds it out.
    public var encoding: TextEncoding?
    /// What stands between the cells of a text file (an ASCII byte); `nil` takes it from a first line `sep=;`, else
    /// tells comma, tab and semicolon apart.
    public var delimiter: UInt8?
    /// Whether the value of merged cells is repeated to the right within their first row, as two-row headers need.
    public var spreadsMergedCells: Bool
    public var limits: Limits

    public init(
        sheet: String? = nil, encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
        spreadsMergedCells: Bool = true, limits: Limits = Limits()
    ) {
        self.sheet = sheet
        self.encoding = encoding
        self.delimiter = delimiter
        self.spreadsMergedCells = spreadsMergedCells
        self.limits = limits
    }
}

/// The encodings that survey files come in. The raw values are those of `encoding:` in `wave.yaml`.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// Shift_JIS as Windows writes it, with ㈱, 髙 and ①.
    case cp932
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
}

/// What a file may hold at most; beyond, it is refused before memory runs out.
public struct Limits: Sendable {
    /// Files in a workbook's archive.
    public var archiveEntries = 10_000
    /// Bytes of one part of a workbook, unpacked.
    public var unpackedBytes = 1 << 30
    /// Unpacked to packed size of a part larger than 16 MB (deflate reaches 1,032; real sheets stay below 60).
    public var compressionRatio = 200
    /// Bytes of all texts that the sheets of a workbook share; 2 GB at most.
    public var sharedStringBytes = 256 << 20 {
        didSet { sharedStringBytes = min(sharedStringBytes, Int(Int32.max)) }
    }
    /// Bytes of one row; more means a quotation mark that is never closed. 2 GB at most.
    public var rowBytes = 32 << 20 {
        didSet { rowBytes = min(rowBytes, Int(Int32.max)) }
    }
    /// Bytes of a text or a workbook that comes through a pipe and has to be kept.
    public var pipedBytes = 256 << 20

    public init() {}
}
