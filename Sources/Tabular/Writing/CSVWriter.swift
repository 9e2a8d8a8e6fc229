/// Writes rows as a CSV: UTF-8, comma, LF, quotes only where needed.
///
/// Cells keep their line breaks as they are. Nothing is done about texts that Excel takes for formulas.
public struct CSVWriter: Sendable {
    /// What was written since the start, or since ``takeBytes()``.
    public private(set) var bytes: [UInt8] = []
    /// Where the row begins that is being written cell by cell, and how many cells it has.
    private var rowStart = 0
    private var cellCount = 0

    /// - Parameter byteOrderMark: for files that people open in Excel, which takes UTF-8 for CP932 without it.
    public init(byteOrderMark: Bool = false) {
        if byteOrderMark { bytes = Self.mark }
        rowStart = bytes.count
    }

    /// Appends a row. No cells make an empty line, and one empty cell makes `""`, so that they stay apart.
    public mutating func row(_ cells: some Sequence<String>) {
        for cell in cells { self.cell(cell) }
        endRow()
    }

    /// Ends the row whose cells were written one by one.
    public mutating func endRow() {
        if cellCount == 1, bytes.count == rowStart { bytes.append(contentsOf: [Self.quote, Self.quote]) }
        bytes.append(UInt8(ascii: "\n"))
        (rowStart, cellCount) = (bytes.count, 0)
    }

    /// Hands over what was written and begins anew behind it, for files too large to keep. Only between rows.
    public mutating func takeBytes() -> [UInt8] {
        defer { (bytes, rowStart) = ([], 0) }
        return bytes
    }

    /// Hands over what was written for the time of the call, and uses its memory again. Only between rows.
    public mutating func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try bytes.withUnsafeBytes(body)
        bytes.removeAll(keepingCapacity: true)
        rowStart = 0
    }

    // MARK: - Cells

    public mutating func cell(_ text: String) {
        var text = text
        text.withUTF8 { cell($0) }
    }

    /// - Parameter text: UTF-8.
    public mutating func cell(_ text: UnsafeBufferPointer<UInt8>) {
        beginCell()
        // At the beginning of a line, a cell that starts with U+FEFF would be taken for the mark of a file.
        guard text.contains(where: Self.needsQuotes) || text.starts(with: Self.mark) else {
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

    public mutating func emptyCell() { beginCell() }

    public mutating func cell(_ number: Int) {
        beginCell()
        append(digitsOf: number.magnitude, isNegative: number < 0, decimals: 0)
    }

    /// - Parameters:
    ///   - number: less than 10^12; anything else, `nan` included, makes an empty cell.
    ///   - decimals: how many digits stand behind the point, 0…6.
    public mutating func cell(_ number: Double, decimals: Int) {
        beginCell()
        guard number.magnitude < 1e12 else { return }
        let scaled = (number * Self.powerOfTen(decimals)).rounded()
        append(digitsOf: UInt(scaled.magnitude), isNegative: scaled < 0, decimals: decimals)
    }

    @inline(__always)
    private mutating func beginCell() {
        if cellCount > 0 { bytes.append(UInt8(ascii: ",")) }
        cellCount += 1
    }

    private mutating func append(digitsOf number: UInt, isNegative: Bool, decimals: Int) {
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        var divisor: UInt = 1
        var digits = 1
        while digits <= decimals || number / divisor >= 10 {
            divisor *= 10
            digits += 1
        }
        while digits > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
            digits -= 1
            if digits == decimals, decimals > 0 { bytes.append(UInt8(ascii: ".")) }
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == quote || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    private static func powerOfTen(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<exponent { power *= 10 }
        return power
    }

    private static var mark: [UInt8] { [0xEF, 0xBB, 0xBF] }
    private static var quote: UInt8 { UInt8(ascii: "\"") }
}
