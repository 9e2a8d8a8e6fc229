/// A ZIP archive of parts that are not packed, so that a change in a part is a change in the input.
public struct StoredArchive {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    public init() {}

    public mutating func add(_ name: String, _ bytes: some Collection<UInt8>) {
        let name = Array(name.utf8)
        let size = Self.bytes(UInt32(bytes.count))
        // Version, flag for UTF-8 names, method, date, checksum, sizes, lengths of the name and of nothing more.
        let header =
            Self.bytes(20 as UInt16) + Self.bytes(0x800 as UInt16) + Self.bytes(0 as UInt16)
            + Self.bytes(0x0021_0000 as UInt32) + Self.bytes(Self.checksum(bytes)) + size + size
            + Self.bytes(UInt16(name.count)) + Self.bytes(0 as UInt16)
        directory += Self.bytes(0x0201_4B50 as UInt32) + Self.bytes(20 as UInt16) + header
        // No comment, first disk, no attributes.
        directory += [UInt8](repeating: 0, count: 10) + Self.bytes(UInt32(body.count)) + name
        body += Self.bytes(0x0403_4B50 as UInt32) + header + name
        body += bytes
        count += 1
    }

    public var bytes: [UInt8] {
        var end = Self.bytes(0x0605_4B50 as UInt32) + Self.bytes(0 as UInt32) + Self.bytes(count) + Self.bytes(count)
        end += Self.bytes(UInt32(directory.count)) + Self.bytes(UInt32(body.count)) + Self.bytes(0 as UInt16)
        return body + directory + end
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// CRC-32 of ISO 3309.
    private static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(0xFFFF_FFFF) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
}
