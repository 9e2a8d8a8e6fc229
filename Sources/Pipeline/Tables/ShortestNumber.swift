internal import Tabular

/// The shortest digits that read back as the same number, without exponent: `12`, `0.000015`.
enum ShortestNumber {
    static func text(_ value: Double) -> String {
        var bytes: [UInt8] = []
        append(value, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// - Parameter value: finite.
    static func append(_ value: Double, to bytes: inout [UInt8]) {
        if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
            bytes.append(contentsOf: whole.description.utf8)
            return
        }
        var text = value.description
        text.withUTF8 { text in
            guard let mark = text.firstIndex(of: UInt8(ascii: "e")) else {
                bytes.append(contentsOf: text)
                return
            }
            appendShifted(UnsafeBufferPointer(rebasing: text[..<mark]), by: text[(mark + 1)...], to: &bytes)
        }
    }

    /// `1.5`, `-05` is written as `0.000015`, `1.5`, `+20` as `150000000000000000000`.
    private static func appendShifted(
        _ mantissa: UnsafeBufferPointer<UInt8>, by exponent: Slice<UnsafeBufferPointer<UInt8>>,
        to bytes: inout [UInt8]
    ) {
        let zero = UInt8(ascii: "0")
        let power = Int(String(decoding: exponent, as: UTF8.self)) ?? 0
        if mantissa.first == UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
        let digits = mantissa.filter { $0 >= zero }
        // One digit stands before the point of a mantissa.
        let point = 1 + power
        if point <= 0 {
            bytes.append(contentsOf: [zero, UInt8(ascii: ".")])
            bytes.append(contentsOf: repeatElement(zero, count: -point))
            bytes.append(contentsOf: digits)
        } else {
            bytes.append(contentsOf: digits)
            bytes.append(contentsOf: repeatElement(zero, count: max(0, point - digits.count)))
        }
    }
}

extension CSVWriter {
    /// - Parameters:
    ///   - number: an empty cell where it is not finite.
    ///   - buffer: memory that is used again from cell to cell.
    mutating func cell(shortest number: Double, _ buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        if number.isFinite { ShortestNumber.append(number, to: &buffer) }
        buffer.withUnsafeBufferPointer { cell($0) }
    }
}
