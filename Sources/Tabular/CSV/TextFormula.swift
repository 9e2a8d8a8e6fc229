import Glibc

/// `="00123"`: how a CSV keeps Excel from taking the zeros off. The cell is 00123.
enum TextFormula {
    /// Takes the formula off every cell of a row that is nothing but one text; other formulas stay as they are written.
    static func unwrap(_ row: inout Row, _ scanner: RecordScanner) {
        guard holdsSign(row.bytes) else { return }
        for cell in row.spans.indices where isTextFormula(row.bytes, row.spans[cell]) {
            row.spans[cell].start += 1
            row.spans[cell].end = scanner.unescape(&row.bytes, row.spans[cell])
        }
    }

    /// Few rows have an equals sign at all.
    private static func holdsSign(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { all in
            guard let base = all.baseAddress else { return false }
            return memchr(base, Int32(UInt8(ascii: "=")), all.count) != nil
        }
    }

    /// `="…"`, with every quote within written twice.
    private static func isTextFormula(_ bytes: [UInt8], _ span: Row.Span) -> Bool {
        let quote = UInt8(ascii: "\"")
        let (start, end) = (Int(span.start), Int(span.end))
        guard end - start >= 3, bytes[start] == UInt8(ascii: "="), bytes[start + 1] == quote, bytes[end - 1] == quote
        else { return false }
        var index = start + 2
        while index < end - 1 {
            if bytes[index] == quote {
                guard index + 2 < end, bytes[index + 1] == quote else { return false }
                index += 1
            }
            index += 1
        }
        return index == end - 1
    }
}
