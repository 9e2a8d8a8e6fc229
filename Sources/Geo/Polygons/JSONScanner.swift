/// What keeps a text from being JSON, and where.
struct JSONFault: Error {
    /// Bytes from the beginning.
    let offset: Int
    /// What should stand there.
    let expected: String
}

/// Reads JSON (RFC 8259) from left to right, as a file of polygons needs it: millions of numbers one after the other,
/// a few names, and much that is passed over. Nothing is kept, and no nesting is too deep.
struct JSONScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position = 0

    /// - Parameter bytes: valid UTF-8; has to outlive the scanner.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    // MARK: Signs

    /// The next byte that is no space; `nil` at the end.
    mutating func peek() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case let byte: return byte
            }
        }
        return nil
    }

    /// Passes a sign if it comes next.
    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: sign) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ sign: Unicode.Scalar) throws(JSONFault) {
        guard take(sign) else { throw fault(String(Character(sign))) }
    }

    func fault(_ expected: String) -> JSONFault { JSONFault(offset: position, expected: expected) }

    // MARK: Objects and arrays

    /// Calls `body` with each key of an object; it has to read or pass over the value.
    mutating func forEachKey(
        _ body: (inout JSONScanner, String) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        try expect("{")
        if take("}") { return }
        repeat {
            let key = try string()
            try expect(":")
            try body(&self, key)
        } while take(",")
        guard take("}") else { throw fault(", }") }
    }

    /// Calls `body` before each element of an array; it has to read or pass over it.
    mutating func forEachElement(_ body: (inout JSONScanner) throws(JSONFault) -> Void) throws(JSONFault) {
        try expect("[")
        if take("]") { return }
        repeat { try body(&self) } while take(",")
        guard take("]") else { throw fault(", ]") }
    }

    /// Passes over a value of any kind.
    mutating func skipValue() throws(JSONFault) {
        // True for each object that is open, false for each array.
        var open: [Bool] = []
        repeat {
            switch peek() {
            case UInt8(ascii: "{"):
                position += 1
                if !take("}") {
                    open.append(true)
                    try skipKey()
                    continue
                }
            case UInt8(ascii: "["):
                position += 1
                if !take("]") {
                    open.append(false)
                    continue
                }
            default: try skipScalar()
            }
            while let isObject = open.last, !take(",") {
                guard take(isObject ? "}" : "]") else { throw fault(isObject ? ", }" : ", ]") }
                open.removeLast()
            }
            if open.last == true { try skipKey() }
        } while !open.isEmpty
    }

    private mutating func skipKey() throws(JSONFault) {
        try skipString()
        try expect(":")
    }

    private mutating func skipScalar() throws(JSONFault) {
        switch peek() {
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: _ = try number()
        }
    }

    // MARK: Scalars

    /// A string, number or truth value as text; `nil` for null, and for objects and arrays, which are passed over.
    mutating func scalarText() throws(JSONFault) -> String? {
        switch peek() {
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "n"), UInt8(ascii: "{"), UInt8(ascii: "["):
            try skipValue()
            return nil
        default:
            let start = position
            try skipScalar()
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
    }

    mutating func word(_ word: StaticString) throws(JSONFault) {
        let length = word.utf8CodeUnitCount
        guard bytes.count - position >= length,
            (0..<length).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
        else { throw fault("\(word)") }
        position += length
    }

    mutating func string() throws(JSONFault) -> String {
        let start = try stringStart()
        var index = start
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
            index += 1
        }
        // Nearly no string has escapes.
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        position = index + 1
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func stringStart() throws(JSONFault) -> Int {
        try expect("\"")
        return position
    }

    private mutating func skipString() throws(JSONFault) {
        var index = try stringStart()
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 2
            case UInt8(ascii: "\""):
                position = index + 1
                return
            default: index += 1
            }
        }
        throw JSONFault(offset: bytes.count, expected: "\"")
    }

    private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
        var text: [UInt8] = []
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                position = index + 1
                return String(decoding: text, as: UTF8.self)
            }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { break }
            if bytes[index + 1] == UInt8(ascii: "u") {
                position = index
                text.append(contentsOf: String(Character(try escapedScalar(at: &index))).utf8)
            } else {
                guard let meant = Self.escapes[bytes[index + 1]] else {
                    throw JSONFault(offset: index, expected: "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u")
                }
                text.append(meant)
                index += 2
            }
        }
        throw JSONFault(offset: bytes.count, expected: "\"")
    }

    private static let escapes: [UInt8: UInt8] = [
        0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09,
    ]

    /// `\u6771`, or two of them for a character of another plane. Half a pair becomes U+FFFD.
    private func escapedScalar(at index: inout Int) throws(JSONFault) -> Unicode.Scalar {
        let first = try escapedUnit(at: index)
        index += 6
        guard first & 0xF800 == 0xD800 else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
        guard first & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u"), case let second = try escapedUnit(at: index),
            second & 0xFC00 == 0xDC00
        else { return "\u{FFFD}" }
        index += 6
        return Unicode.Scalar(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))) ?? "\u{FFFD}"
    }

    private func escapedUnit(at index: Int) throws(JSONFault) -> UInt16 {
        guard index + 6 <= bytes.count,
            let unit = UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
        else { throw JSONFault(offset: index, expected: "\\u0000") }
        return unit
    }

    // MARK: Numbers

    mutating func number() throws(JSONFault) -> Double {
        guard peek() != nil else { throw fault("0–9") }
        let start = position
        var index = start
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        var (mantissa, digits, decimals, isPoint) = (0, 0, 0, false)
        while index < bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                mantissa = mantissa &* 10 &+ Int(digit)
                digits += 1
                if isPoint { decimals += 1 }
            } else if bytes[index] == UInt8(ascii: "."), !isPoint, digits > 0 {
                isPoint = true
            } else {
                break
            }
            index += 1
        }
        guard digits > 0, !isPoint || decimals > 0 else { throw fault("0–9") }
        let hasExponent = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "e")
        guard digits <= 15, !hasExponent else { return try slowNumber(from: start, to: index, hasExponent) }
        position = index
        // Both are exact, and so is their quotient (Clinger 1990, "How to read floating point numbers accurately").
        let magnitude = Double(mantissa) / Self.powersOfTen[decimals]
        return isNegative ? -magnitude : magnitude
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private mutating func slowNumber(from start: Int, to end: Int, _ hasExponent: Bool) throws(JSONFault) -> Double {
        var end = end
        if hasExponent {
            end += 1
            if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
            let firstDigit = end
            while end < bytes.count, bytes[end] &- UInt8(ascii: "0") < 10 { end += 1 }
            guard end > firstDigit else { throw JSONFault(offset: end, expected: "0–9") }
        }
        guard let value = Double(String(decoding: bytes[start..<end], as: UTF8.self)) else { throw fault("0–9") }
        position = end
        return value
    }
}
