internal import Text

/// Numbers as tables and arguments write them: digits, a sign, a point, an exponent. Full-width ones are read as well;
/// digits in groups are not, since 1,234 is not the same number everywhere.
enum DecimalNumber {
    /// - Returns: `nil` where the text is no finite number.
    static func value(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { value($0) }
    }

    static func value(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        if let value = simple(bytes) { return value }
        let text = Width.trimmed(Width.folded(String(decoding: bytes, as: UTF8.self)))
        // `Double` also takes hexadecimal digits, "nan" and "inf".
        guard text.utf8.allSatisfy(isPartOfNumber), let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// A number of 15 digits at most, 22 of them behind the point at most: both the digits and the power of ten are exact
    /// then, and so is their quotient (Clinger 1990, "How to read floating point numbers accurately").
    private static func simple(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var index = 0
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { index = 1 }
        var (digits, value, point) = (0, 0, -1)
        while index < bytes.count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                value = value &* 10 &+ Int(digit)
                digits += 1
            } else if bytes[index] == UInt8(ascii: "."), point < 0 {
                point = digits
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0, digits <= 15 else { return nil }
        let magnitude = point < 0 ? Double(value) : Double(value) / powersOfTen[digits - point]
        return isNegative ? -magnitude : magnitude
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private static func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
