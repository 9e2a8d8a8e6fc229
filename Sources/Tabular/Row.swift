/// One row of a table: its cells as UTF-8 in one flat buffer, reused from row to row.
///
/// A row that is handed to ``TableReader/next(into:)`` again keeps its memory, so reading a file allocates next to
/// nothing; copy what has to last.
public struct Row: Sendable {
    /// Where a cell stands in `bytes`; several cells may share one place (merged cells).
    struct Span: Sendable {
        var start: UInt32
        var end: UInt32

        static let empty = Span(start: 0, end: 0)
    }

    /// The row as a spreadsheet shows it, from 1. In a CSV the record's number: a record with line breaks counts
    /// once, blank lines count too, and a first line `sep=;` does not, since Excel takes it as an order.
    public internal(set) var number = 0
    var bytes: [UInt8] = []
    var spans: [Span] = []

    public init() {}

    /// Number of cells. Rows of one file may differ; a blank line of a CSV has none.
    public var count: Int { spans.count }

    /// The text of a cell, from 0; empty beyond the end.
    public subscript(index: Int) -> String {
        withBytes(at: index) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the cell holds nothing but white space of any kind or marks that nobody sees; true beyond the end.
    public func isBlank(_ index: Int) -> Bool { withBytes(at: index, Whitespace.isAll) }

    /// Whether every cell is blank.
    public var isBlank: Bool { spans.indices.allSatisfy { isBlank($0) } }

    /// The bytes of a cell, valid UTF-8, for the time of the call; none beyond the end.
    public func withBytes<R>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> R) rethrows -> R {
        guard spans.indices.contains(index) else { return try body(UnsafeBufferPointer(start: nil, count: 0)) }
        let span = spans[index]
        return try bytes.withUnsafeBufferPointer { all in
            try body(UnsafeBufferPointer(rebasing: all[Int(span.start)..<Int(span.end)]))
        }
    }

    mutating func clear(number: Int) {
        self.number = number
        bytes.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
    }
}

enum Whitespace {
    /// Whether the UTF-8 holds nothing but white space (ASCII, U+00A0, U+2000…U+200A, U+202F, U+205F, U+3000) and
    /// characters without width (U+200B…U+200F, U+2060, U+FEFF).
    static func isAll(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09...0x0D:
                index += 1
            case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0:
                index += 2
            case 0xE2, 0xE3, 0xEF:
                guard index + 2 < bytes.count else { return false }
                switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
                case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
                    (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF):
                    index += 3
                default: return false
                }
            default:
                return false
            }
        }
        return true
    }
}
