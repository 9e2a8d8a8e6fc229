/// A rectangle of cells, rows and columns from 1.
public struct CellRange: Sendable, Hashable {
    public let rows: ClosedRange<Int>
    public let columns: ClosedRange<Int>

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// `B2:D3`, or `B2` for one cell.
    public var name: String {
        let first = "\(CellReference.letters(columns.lowerBound))\(rows.lowerBound)"
        let last = "\(CellReference.letters(columns.upperBound))\(rows.upperBound)"
        return first == last ? first : "\(first):\(last)"
    }

    /// 1 → A, 28 → AB.
    public static func letters(ofColumn column: Int) -> String { CellReference.letters(column) }

    /// `B2:D3` or `B2`; `nil` for anything else.
    init?(_ reference: UnsafePointer<CChar>) {
        var pointer = reference
        guard let first = CellReference.read(&pointer) else { return nil }
        var last = first
        if pointer.pointee == CChar(bitPattern: UInt8(ascii: ":")) {
            pointer += 1
            guard let end = CellReference.read(&pointer) else { return nil }
            last = end
        }
        guard pointer.pointee == 0, first.row <= last.row, first.column <= last.column else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}

enum CellReference {
    /// What a sheet can hold.
    static let rows = 1_048_576
    static let columns = 16_384

    static func letters(_ column: Int) -> String {
        var (rest, letters) = (column, "")
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// Reads `BC12` and moves behind it.
    static func read(_ pointer: inout UnsafePointer<CChar>) -> (row: Int, column: Int)? {
        var column = 0
        while true {
            let byte = UInt8(bitPattern: pointer.pointee) & 0xDF
            guard byte >= UInt8(ascii: "A"), byte <= UInt8(ascii: "Z") else { break }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            guard column <= columns else { return nil }
            pointer += 1
        }
        guard column > 0, let row = readNumber(&pointer), (1...rows).contains(row) else { return nil }
        return (row, column)
    }

    /// Reads decimal digits, at most nine of them.
    static func readNumber(_ pointer: inout UnsafePointer<CChar>) -> Int? {
        var (number, digits) = (0, 0)
        while true {
            let digit = UInt8(bitPattern: pointer.pointee) &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            number = number * 10 + Int(digit)
            digits += 1
            guard digits <= 9 else { return nil }
            pointer += 1
        }
        return digits > 0 ? number : nil
    }
}
