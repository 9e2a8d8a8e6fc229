/// Writes a ZIP archive byte by byte, so that tests can also write a wrong one.
struct ZipBuilder {
    private struct Entry {
        let name: [UInt8]
        let method: UInt16
        let flags: UInt16
        let packed: [UInt8]
        let checksum: UInt32
        let size: UInt32
        let offset: Int
    }

    private var body: [UInt8] = []
    private var entries: [Entry] = []

    /// - Parameters:
    ///   - size: the unpacked size that the archive claims.
    ///   - isEncrypted: sets the flag; the bytes stay as they are.
    mutating func add(
        _ name: String, _ bytes: [UInt8], method: UInt16 = 0, size: Int? = nil, checksum: UInt32? = nil,
        isEncrypted: Bool = false
    ) {
        let entry = Entry(
            name: Array(name.utf8), method: method, flags: isEncrypted ? 0x801 : 0x800, packed: bytes,
            checksum: checksum ?? Self.checksum(bytes), size: UInt32(size ?? bytes.count), offset: body.count)
        body += Self.bytes(0x0403_4B50 as UInt32) + header(entry) + Self.bytes(UInt16(0))
        body += entry.name + entry.packed
        entries.append(entry)
    }

    /// An entry of `count` spaces behind `prefix`, packed about 159 to 1.
    mutating func addSpaces(_ name: String, count: Int, after prefix: String = "") {
        var packer = RunPacker()
        for byte in prefix.utf8 { packer.literal(byte) }
        packer.literal(0x20)
        for _ in 0..<count / 258 { packer.repeatLast258() }
        let size = prefix.utf8.count + 1 + count / 258 * 258
        add(name, packer.finished(), method: 8, size: size, checksum: 0)
    }

    func finished() -> [UInt8] {
        var directory: [UInt8] = []
        for entry in entries {
            directory += Self.bytes(0x0201_4B50 as UInt32) + Self.bytes(UInt16(20)) + header(entry)
            directory += Self.bytes(UInt16(0)) + Self.bytes(UInt16(0)) + Self.bytes(UInt16(0))
            directory += Self.bytes(UInt16(0)) + Self.bytes(UInt32(0)) + Self.bytes(UInt32(entry.offset)) + entry.name
        }
        var end = Self.bytes(0x0605_4B50 as UInt32) + Self.bytes(UInt32(0))
        end += Self.bytes(UInt16(entries.count)) + Self.bytes(UInt16(entries.count))
        end += Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(body.count)) + Self.bytes(UInt16(0))
        return body + directory + end
    }

    /// From "version needed" to the length of the name.
    private func header(_ entry: Entry) -> [UInt8] {
        Self.bytes(UInt16(20)) + Self.bytes(entry.flags) + Self.bytes(entry.method) + Self.bytes(UInt32(0x0021_0000))
            + Self.bytes(entry.checksum) + Self.bytes(UInt32(entry.packed.count)) + Self.bytes(entry.size)
            + Self.bytes(UInt16(entry.name.count))
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// CRC-32 of ISO 3309.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// A deflate stream with fixed codes (RFC 1951, 3.2.6) that can say one thing often.
private struct RunPacker {
    private var output: [UInt8] = []
    private var bits: UInt64 = 0
    private var count = 0

    init() {
        // The last block, with fixed codes.
        put(1, 1)
        put(1, 2)
    }

    mutating func literal(_ byte: UInt8) {
        if byte < 144 { putCode(0x30 + UInt64(byte), 8) } else { putCode(0x190 + UInt64(byte) - 144, 9) }
    }

    /// Length 258, distance 1.
    mutating func repeatLast258() {
        putCode(0xC5, 8)
        putCode(0, 5)
    }

    func finished() -> [UInt8] {
        var copy = self
        copy.putCode(0, 7)
        copy.put(0, 7)
        return copy.output
    }

    private mutating func put(_ value: UInt64, _ width: Int) {
        bits |= value << UInt64(count)
        count += width
        while count >= 8 {
            output.append(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
            count -= 8
        }
    }

    /// Huffman codes come with their highest bit first.
    private mutating func putCode(_ code: UInt64, _ width: Int) {
        for bit in (0..<width).reversed() { put(code >> UInt64(bit) & 1, 1) }
    }
}
