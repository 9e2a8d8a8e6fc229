internal import Tabular

/// Cells of lists, read from their bytes: a national list has millions of them.
extension Row {
    /// Without white space around it.
    func text(_ index: Int) -> String { withBytes(at: index) { String(decoding: Self.trimmed($0), as: UTF8.self) } }

    func isEmpty(_ index: Int) -> Bool { withBytes(at: index) { Self.trimmed($0).isEmpty } }

    func isEqual(_ index: Int, to bytes: [UInt8]) -> Bool {
        withBytes(at: index) { cell in
            cell.count == bytes.count && bytes.withUnsafeBufferPointer { cell.elementsEqual($0) }
        }
    }

    func bytes(_ index: Int) -> [UInt8] { withBytes(at: index) { Array($0) } }

    /// A number of ASCII digits, at most 18; `nil` for anything else.
    func digits(_ index: Int) -> UInt64? {
        withBytes(at: index) { cell in
            let cell = Self.trimmed(cell)
            guard (1...18).contains(cell.count) else { return nil }
            var value: UInt64 = 0
            for byte in cell {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + UInt64(byte - 0x30)
            }
            return value
        }
    }

    /// A decimal number; `nil` for anything else, infinity included.
    func decimal(_ index: Int) -> Double? {
        withBytes(at: index) { cell in
            let cell = Self.trimmed(cell)
            var mantissa: Int64 = 0
            var decimals: Int?
            var start = cell.startIndex
            let isNegative = cell.first == UInt8(ascii: "-")
            if isNegative { start += 1 }
            // Up to 2⁵³ and 10²² the quotient is the nearest number, as the library's is.
            guard cell.endIndex - start <= 16, start < cell.endIndex else { return Self.unusualDecimal(cell) }
            for byte in cell[start...] {
                if byte == UInt8(ascii: "."), decimals == nil {
                    decimals = 0
                } else if (0x30...0x39).contains(byte) {
                    mantissa = mantissa * 10 + Int64(byte - 0x30)
                    decimals = decimals.map { $0 + 1 }
                } else {
                    return Self.unusualDecimal(cell)
                }
            }
            guard mantissa < 1 << 53 else { return Self.unusualDecimal(cell) }
            let value = Double(mantissa) / Self.powers[decimals ?? 0]
            return isNegative ? -value : value
        }
    }

    private static func unusualDecimal(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
        guard let value = Double(String(decoding: cell, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    private static let powers: [Double] = (0...16).reduce(into: []) { powers, _ in
        powers.append((powers.last ?? 0.1) * 10)
    }

    private static func trimmed(_ cell: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var (start, end) = (0, cell.count)
        while start < end {
            if cell[start] <= 0x20 {
                start += 1
            } else if end - start >= 3, cell[start] == 0xE3, cell[start + 1] == 0x80, cell[start + 2] == 0x80 {
                start += 3
            } else {
                break
            }
        }
        while start < end {
            if cell[end - 1] <= 0x20 {
                end -= 1
            } else if end - start >= 3, cell[end - 3] == 0xE3, cell[end - 2] == 0x80, cell[end - 1] == 0x80 {
                end -= 3
            } else {
                break
            }
        }
        return cell[start..<end]
    }
}
