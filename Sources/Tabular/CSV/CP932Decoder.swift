import CSystem

/// Shift_JIS as Windows writes it. The table is glibc's, asked for once: a table keeps control of every byte that
/// doesn't decode, which a stream of `iconv` calls doesn't.
struct CP932Decoder: Decoder {
    /// A character of the basic plane for each pair of bytes, 0 where there is none.
    private let table: [UInt16]

    /// `nil` where the system has no CP932.
    init?() {
        let noConverter = iconv_t(bitPattern: -1)
        guard let converter = iconv_open("UTF-16LE", "CP932"), converter != noConverter else { return nil }
        defer { iconv_close(converter) }
        var table = [UInt16](repeating: 0, count: 1 << 16)
        for lead in 0x81...0xFC where !(0xA0...0xDF).contains(lead) {
            for trail in 0x40...0xFC where trail != 0x7F {
                table[lead << 8 | trail] = Self.character(UInt8(lead), UInt8(trail), converter) ?? 0
            }
        }
        self.table = table
    }

    private static func character(_ lead: UInt8, _ trail: UInt8, _ converter: iconv_t) -> UInt16? {
        var pair = (CChar(bitPattern: lead), CChar(bitPattern: trail))
        var unit = (CChar(0), CChar(0))
        let converted = withUnsafeMutableBytes(of: &pair) { input in
            withUnsafeMutableBytes(of: &unit) { output in
                var source = input.assumingMemoryBound(to: CChar.self).baseAddress
                var target = output.assumingMemoryBound(to: CChar.self).baseAddress
                var (left, room) = (2, 2)
                return iconv(converter, &source, &left, &target, &room) == 0 && left == 0 && room == 0
            }
        }
        guard converted else {
            iconv(converter, nil, nil, nil, nil)
            return nil
        }
        return UInt16(UInt8(bitPattern: unit.0)) | UInt16(UInt8(bitPattern: unit.1)) << 8
    }

    /// Whether all of a text is CP932.
    func isSound(_ input: UnsafeBufferPointer<UInt8>) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: input.count * 3 + 1) { room in
            guard let base = room.baseAddress else { return false }
            var output = DecodedText(base: base)
            _ = decode(input, isLast: true, into: &output)
            return output.defects.isEmpty
        }
    }

    func decode(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout DecodedText) -> Int {
        table.withUnsafeBufferPointer { table in
            var index = 0
            while index < input.count {
                let byte = input[index]
                switch byte {
                case 0x01...0x7F:
                    output.append(ascii: byte)
                    index += 1
                case 0xA1...0xDF:
                    output.append(0xFF61 + UInt16(byte - 0xA1))
                    index += 1
                case 0x81...0x9F, 0xE0...0xFC:
                    guard index + 1 < input.count else {
                        if !isLast { return index }
                        output.appendReplacement(for: index..<index + 1)
                        return input.count
                    }
                    let trail = input[index + 1]
                    let unit = table[Int(byte) << 8 | Int(trail)]
                    if unit != 0 {
                        output.append(unit)
                        index += 2
                    } else {
                        // A comma or a line end after a stray byte stays what it is.
                        let length = trail < 0x80 ? 1 : 2
                        output.appendReplacement(for: index..<index + length)
                        index += length
                    }
                default:
                    output.appendReplacement(for: index..<index + 1)
                    index += 1
                }
            }
            return index
        }
    }
}
