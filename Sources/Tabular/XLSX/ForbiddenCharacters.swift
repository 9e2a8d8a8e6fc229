/// Control characters and half surrogates in a part of a workbook, as bytes or as references: XML can't hold them, and
/// still there are programs that write them. They become the escapes by which workbooks write such characters
/// (`_x000B_`), so that one of them doesn't cost the file.
struct ForbiddenCharacters {
    /// `nil` before the first bytes. Other encodings are as they are, since nobody writes them and these by mistake.
    private var isUTF8: Bool?
    /// The end of the last chunk, where what it begins may go on in the next one.
    private var rest: [UInt8] = []
    private var output: [UInt8] = []

    /// A reference or a character has no more bytes than this.
    private static let longest = 12

    /// Calls `body` with the bytes that stand for a chunk, for the time of the call.
    mutating func escape(
        _ chunk: UnsafeRawBufferPointer, isLast: Bool, _ body: (UnsafeRawBufferPointer) -> Void
    ) {
        let isUTF8 = self.isUTF8 ?? Self.isUTF8(chunk)
        self.isUTF8 = isUTF8
        if !isUTF8 || rest.isEmpty && Self.firstSuspect(in: chunk, from: 0) == chunk.count { return body(chunk) }
        let input = rest + chunk
        rest.removeAll(keepingCapacity: true)
        output.removeAll(keepingCapacity: true)
        input.withUnsafeBytes { escapeAll($0, isLast: isLast) }
        output.withUnsafeBytes(body)
    }

    private static func isUTF8(_ chunk: UnsafeRawBufferPointer) -> Bool {
        let head = String(decoding: chunk.prefix(200), as: UTF8.self)
        guard head.hasPrefix("<") || head.hasPrefix("\u{FEFF}<"), !head.hasPrefix("<\0") else { return false }
        guard head.contains("<?xml"), let end = head.firstRange(of: "?>"),
            let name = head[..<end.lowerBound].firstRange(of: "encoding")
        else { return true }
        return head[name.upperBound..<end.lowerBound].lowercased().contains("utf-8")
    }

    /// Where something forbidden begins, or something that the bytes at hand don't show the end of; else the end.
    private static func firstSuspect(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if index + 8 <= bytes.count, !holdsSuspect(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index += 8
                continue
            }
            let end = min(index + 8, bytes.count)
            while index < end {
                if isSuspect(bytes, at: index) { return index }
                index += 1
            }
        }
        return index
    }

    private static func isSuspect(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        func next(_ count: Int, _ condition: (UInt8) -> Bool) -> Bool {
            index + count >= bytes.count || condition(bytes[index + count])
        }
        switch bytes[index] {
        case 0x09, 0x0A, 0x0D: return false
        case ..<0x20: return true
        case UInt8(ascii: "&"): return next(1) { $0 == UInt8(ascii: "#") }
        case 0xED: return next(1) { $0 >= 0xA0 }
        case 0xEF: return next(1) { $0 == 0xBF } && next(2) { $0 >= 0xBE }
        default: return false
        }
    }

    /// Whether one of eight bytes is such that something forbidden may begin with it.
    private static func holdsSuspect(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        func below(_ word: UInt64, _ limit: UInt64) -> UInt64 { (word &- ones &* limit) & ~word }
        let found =
            below(word, 0x20) | below(word ^ (ones &* UInt64(UInt8(ascii: "&"))), 1) | below(word ^ (ones &* 0xED), 1)
            | below(word ^ (ones &* 0xEF), 1)
        return found & (ones << 7) != 0
    }

    private mutating func escapeAll(_ input: UnsafeRawBufferPointer, isLast: Bool) {
        var index = 0
        while true {
            let suspect = Self.firstSuspect(in: input, from: index)
            output.append(contentsOf: input[index..<suspect])
            index = suspect
            if index == input.count { return }
            if !isLast, input.count - index < Self.longest {
                rest.append(contentsOf: input[index...])
                return
            }
            let (unit, length) = Self.forbidden(input, at: index)
            if let unit { appendEscape(unit) } else { output.append(contentsOf: input[index..<index + length]) }
            index += length
        }
    }

    /// The UTF-16 unit that can't stand at `index` as it does, and the bytes that it takes; `nil` and the bytes to keep
    /// where all is well.
    private static func forbidden(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (unit: UInt16?, length: Int) {
        let following = (index + 1 < bytes.count ? bytes[index + 1] : 0, index + 2 < bytes.count ? bytes[index + 2] : 0)
        switch (bytes[index], following.0, following.1) {
        case (0xED, 0xA0...0xBF, 0x80...0xBF):
            return (0xD000 | UInt16(following.0 & 0x3F) << 6 | UInt16(following.1 & 0x3F), 3)
        case (0xEF, 0xBF, 0xBE...0xBF): return (0xFFC0 | UInt16(following.1 & 0x3F), 3)
        case (UInt8(ascii: "&"), UInt8(ascii: "#"), _):
            guard let reference = Reference(bytes, at: index) else { return (nil, 1) }
            return (reference.forbidden, reference.length)
        case (..<0x20, _, _) where ![0x09, 0x0A, 0x0D].contains(bytes[index]): return (UInt16(bytes[index]), 1)
        default: return (nil, 1)
        }
    }

    private mutating func appendEscape(_ unit: UInt16) {
        let digits = String(unit, radix: 16, uppercase: true)
        output += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8
    }
}

/// `&#11;` or `&#xB;`.
private struct Reference {
    let value: UInt32
    /// Bytes from `&` to `;`.
    let length: Int

    init?(_ bytes: UnsafeRawBufferPointer, at index: Int) {
        let body = bytes[(index + 2)...].prefix(9)
        guard let end = body.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let isHexadecimal = body.first == UInt8(ascii: "x")
        let digits = String(decoding: body[..<end].dropFirst(isHexadecimal ? 1 : 0), as: UTF8.self)
        guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
        self.value = value
        length = end + 1 - index
    }

    /// The character where XML may not hold it.
    var forbidden: UInt16? {
        switch value {
        case 0x09, 0x0A, 0x0D: nil
        case ..<0x20, 0xD800...0xDFFF, 0xFFFE...0xFFFF: UInt16(value)
        default: nil
        }
    }
}
