/// Writes a ZIP archive byte by byte, so that tests can also write a wrong one.
public struct ZipBuilder {
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

    public init() {}

    /// - Parameters:
    ///   - size: the unpacked size that the archive claims.
    ///   - isEncrypted: sets the flag; the bytes stay as they are.
    public mutating func add(
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

    /// An entry of `count` spaces behind `prefix`, packed as well as deflate can, about 1,032 to 1.
    public mutating func addSpaces(_ name: String, count: Int, after prefix: String = "") {
        var packer = RunPacker(Array(prefix.utf8))
        packer.space()
        for _ in 0..<count / 258 { packer.repeatLast258() }
        let size = prefix.utf8.count + 1 + count / 258 * 258
        add(name, packer.finished(), method: 8, size: size, checksum: 0)
    }

    public func finished() -> [UInt8] {
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
        ~bytes.reduce(0xFFFF_FFFF) { $0 >> 8 ^ checksums[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }

    private static let checksums: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
}

/// A deflate stream that says one thing often: one block with fixed codes (RFC 1951, 3.2.6) and one with the shortest
/// codes that there can be (3.2.7), two bits for 258 bytes.
private struct RunPacker {
    private var output: [UInt8] = []
    private var bits: UInt64 = 0
    private var count = 0

    init(_ prefix: [UInt8]) {
        put(0, 1)
        put(1, 2)
        for byte in prefix {
            if byte < 144 { putCode(0x30 + UInt64(byte), 8) } else { putCode(0x190 + UInt64(byte) - 144, 9) }
        }
        putCode(0, 7)
        // The last block: 286 lengths of codes for literals, one for distances, 18 for the lengths of codes.
        put(1, 1)
        put(2, 2)
        put(29, 5)
        put(0, 5)
        put(14, 4)
        // Of the lengths only 18 (zeros), 1 and 2 are used, in the order 16, 17, 18, 0, 8, 7, …, 2, 14, 1.
        for length in [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2] as [UInt64] { put(length, 3) }
        zeros(32)
        putCode(3, 2)
        zeros(138)
        zeros(85)
        putCode(3, 2)
        zeros(28)
        putCode(2, 2)
        putCode(2, 2)
    }

    /// A run of 11…138 code lengths of 0.
    private mutating func zeros(_ count: Int) {
        putCode(0, 1)
        put(UInt64(count - 11), 7)
    }

    mutating func space() { putCode(2, 2) }

    /// Length 258, distance 1.
    mutating func repeatLast258() {
        putCode(0, 1)
        putCode(0, 1)
    }

    func finished() -> [UInt8] {
        var copy = self
        copy.putCode(3, 2)
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
