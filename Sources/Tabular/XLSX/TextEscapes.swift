/// `_x000D_` and the like, by which workbooks write characters that XML can't hold.
enum TextEscapes {
    /// Decodes the escapes in `bytes[start...]` in place. NUL and half surrogates become U+FFFD.
    ///
    /// - Returns: whether some did.
    static func decode(_ bytes: inout [UInt8], from start: Int) -> Bool {
        guard var read = next(bytes, from: start) else { return false }
        var write = read
        var isBroken = false
        while read < bytes.count {
            guard bytes[read] == UInt8(ascii: "_"), let unit = unit(bytes, at: read) else {
                bytes[write] = bytes[read]
                read += 1
                write += 1
                continue
            }
            read += 7
            var scalar = UInt32(unit)
            if unit & 0xFC00 == 0xD800, let low = self.unit(bytes, at: read), low & 0xFC00 == 0xDC00 {
                scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
                read += 7
            }
            let character = scalar == 0 ? nil : Unicode.Scalar(scalar)
            if character == nil { isBroken = true }
            // An escape is longer than any character, so writing never overtakes reading.
            for byte in UTF8.encode(character ?? "\u{FFFD}").unsafelyUnwrapped {
                bytes[write] = byte
                write += 1
            }
        }
        bytes.removeLast(bytes.count - write)
        return isBroken
    }

    private static func next(_ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= start + 7 else { return nil }
        for index in start...bytes.count - 7 where bytes[index] == UInt8(ascii: "_") && unit(bytes, at: index) != nil {
            return index
        }
        return nil
    }

    /// The UTF-16 unit of the escape at `index`, if there is one.
    private static func unit(_ bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt16 = 0
        for byte in bytes[index + 2..<index + 6] {
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
