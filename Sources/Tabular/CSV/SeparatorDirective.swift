/// A first line `sep=;`, by which a file tells Excel what stands between its cells. Excel doesn't show it: the line
/// behind it is row 1.
struct SeparatorDirective {
    let delimiter: UInt8
    /// Bytes up to the next line, a byte order mark included.
    let length: Int

    /// `nil` where the text begins in any other way.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var rest = text[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        let isQuoted = rest.first == UInt8(ascii: "\"")
        if isQuoted { rest = rest.dropFirst() }
        guard rest.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 }) else { return nil }
        rest = rest.dropFirst(4)
        guard let delimiter = rest.popFirst(), Self.canSeparate(delimiter) else { return nil }
        if isQuoted, rest.popFirst() != UInt8(ascii: "\"") { return nil }
        // Some writers put the directive into a cell of a row like the others.
        while rest.first == delimiter { rest = rest.dropFirst() }
        switch rest.popFirst() {
        case UInt8(ascii: "\r"): if rest.first == UInt8(ascii: "\n") { rest = rest.dropFirst() }
        case UInt8(ascii: "\n"), nil: break
        default: return nil
        }
        self.delimiter = delimiter
        length = rest.startIndex - text.startIndex
    }

    /// Signs and tabs; no letters, digits, spaces or quotes.
    private static func canSeparate(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), 0x21, 0x23...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
