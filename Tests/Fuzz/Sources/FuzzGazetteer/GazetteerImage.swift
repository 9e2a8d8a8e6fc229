internal import FuzzPlaces
internal import FuzzSupport
internal import Geo
internal import Glibc

/// What is done to the bytes of a gazetteer.
struct Change {
    /// Counted from the first one in the file; beyond the last one it is the header.
    let section: Int
    let kind: UInt8
    /// Within the section.
    let place: Int
    let value: UInt32

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let bytes = Array(bytes)
        section = Int(bytes[0])
        kind = bytes[1]
        place = Int(bytes[2]) | Int(bytes[3]) << 8
        value = (4..<8).reduce(0) { $0 | UInt32(bytes[$1]) << UInt32(8 * ($1 - 4)) }
    }
}

/// The bytes of a gazetteer, and where its sections are. All that is known here of the layout is the header: 16 bytes of
/// name, the sum of what follows it, eight bytes more, and where each section begins and how long it is.
struct GazetteerImage {
    private(set) var bytes: [UInt8]
    private let sections: [Range<Int>]
    private static let sum = 16..<24
    private static let directory = 32

    init() {
        bytes = Self.written(SmallGazetteer.imported)
        let first = Self.number(bytes, at: Self.directory)
        expect(first % 16 == 0 && first > Self.directory && first <= bytes.count, "the header is as it is known here")
        let all = bytes
        sections = stride(from: Self.directory, to: first, by: 16).map { place in
            let start = Self.number(all, at: place)
            return start..<start + Self.number(all, at: place + 8)
        }
        sumUp()
        expect(bytes == all, "the sum is as it is known here")
    }

    mutating func apply(_ change: Change) {
        let header = Self.directory..<sections[0].lowerBound
        let section = change.section < sections.count ? sections[change.section] : header
        guard !section.isEmpty else { return }
        let place = section.lowerBound + change.place % section.count
        switch change.kind % 8 {
        case 0: write(change.value, count: 1, at: place)
        case 1: write(change.value, count: 2, at: place & ~1)
        case 2, 3: write(change.value, count: 4, at: place & ~3)
        case 4: write(UInt32(truncatingIfNeeded: Int(change.value) &* 8), count: 4, at: place & ~7)
        case 5: bytes[min(place, bytes.count - 1)] ^= UInt8(truncatingIfNeeded: change.value)
        case 6:
            // Two records change places, or one is there twice.
            let from = section.lowerBound + Int(change.value) % section.count
            for offset in 0..<8 where max(place, from) + offset < bytes.count {
                bytes[place + offset] = bytes[from + offset]
            }
        default: if change.value % 16 == 0 { bytes.removeSubrange(min(place, bytes.count)...) }
        }
    }

    private mutating func write(_ value: UInt32, count: Int, at place: Int) {
        for offset in 0..<count where place + offset < bytes.count {
            bytes[place + offset] = UInt8(truncatingIfNeeded: value >> UInt32(8 * offset))
        }
    }

    /// As the program does it: FNV-1a by words in four lanes.
    mutating func sumUp() {
        guard bytes.count >= Self.sum.upperBound else { return }
        let start: UInt64 = 0xCBF2_9CE4_8422_2325
        var lanes = (0..<4).map { start &+ UInt64($0) }
        var index = Self.sum.upperBound
        let count = bytes.count - index
        while index + 32 <= bytes.count {
            for lane in 0..<4 {
                let word = Self.number(bytes, at: index + lane * 8)
                lanes[lane] = Self.step(lanes[lane], UInt64(bitPattern: Int64(word)))
            }
            index += 32
        }
        for byte in bytes[index...] { lanes[0] = Self.step(lanes[0], UInt64(byte)) }
        var sum = Self.step(lanes[0], UInt64(count))
        for lane in lanes.dropFirst() { sum = Self.step(sum, lane) }
        for offset in 0..<8 {
            bytes[Self.sum.lowerBound + offset] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * offset))
        }
    }

    private static func step(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* 0x0000_0100_0000_01B3
        return mixed ^ mixed >> 29
    }

    private static func number(_ bytes: [UInt8], at place: Int) -> Int {
        Int(truncatingIfNeeded: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) })
    }

    /// The bytes of the file that is written of it.
    private static func written(_ imported: ImportedGazetteer) -> [UInt8] {
        let path = "/dev/shm/fuzz-\(getpid()).gazetteer"
        defer { unlink(path) }
        do {
            try imported.write(to: path, name: path)
        } catch {
            fatalError("\(error)")
        }
        guard let stream = fopen(path, "r") else { fatalError(path) }
        defer { fclose(stream) }
        var bytes = [UInt8](repeating: 0, count: imported.size)
        expect(fread(&bytes, 1, bytes.count, stream) == bytes.count, "the file is as long as it is said to be")
        return bytes
    }
}
