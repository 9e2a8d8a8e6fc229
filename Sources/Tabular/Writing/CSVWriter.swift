/// Writes rows as a CSV: UTF-8, comma, LF, quotes only where needed.
///
/// Cells keep their line breaks as they are. Nothing is done about texts that Excel takes for formulas.
public struct CSVWriter: Sendable {
    /// What was written since the start, or since ``takeBytes()``.
    public private(set) var bytes: [UInt8] = []

    /// - Parameter byteOrderMark: for files that people open in Excel, which takes UTF-8 for CP932 without it.
    public init(byteOrderMark: Bool = false) {
        if byteOrderMark { bytes = Self.mark }
    }

    /// Appends a row. No cells make an empty line, and one empty cell makes `""`, so that they stay apart.
    public mutating func row(_ cells: some Sequence<String>) {
        let start = bytes.count
        var count = 0
        for cell in cells {
            if count > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
            count += 1
        }
        if count == 1, bytes.count == start { bytes.append(contentsOf: [Self.quote, Self.quote]) }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Hands over what was written and begins anew behind it, for files too large to keep.
    public mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    private mutating func append(_ cell: String) {
        var cell = cell
        cell.withUTF8 { text in
            let needsQuotes = text.contains { byte in
                byte == Self.quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n")
                    || byte == UInt8(ascii: "\r")
            }
            // At the beginning of a line, a cell that starts with U+FEFF would be taken for the mark of a file.
            guard needsQuotes || text.starts(with: Self.mark) else {
                bytes.append(contentsOf: text)
                return
            }
            bytes.append(Self.quote)
            for byte in text {
                if byte == Self.quote { bytes.append(Self.quote) }
                bytes.append(byte)
            }
            bytes.append(Self.quote)
        }
    }

    private static var mark: [UInt8] { [0xEF, 0xBB, 0xBF] }
    private static var quote: UInt8 { UInt8(ascii: "\"") }
}
