import Model

/// The texts that the cells of a workbook point to, in one buffer.
struct SharedStrings {
    private(set) var bytes: [UInt8] = []
    /// Where each text ends; it begins where the one before ends.
    private var ends: [UInt32] = []
    /// Texts that hold broken characters.
    private(set) var broken: Set<Int> = []

    var count: Int { ends.count }

    init() {}

    init(_ entry: ZipEntry, archive: ZipArchive, limits: Limits) throws(StageError) {
        let events = SharedStringEvents(limit: limits.sharedStringBytes, size: entry.size)
        try XMLParser.parse(entry, location: archive.location, events)
        bytes = events.bytes
        ends = events.ends
        broken = events.broken
    }

    subscript(index: Int) -> Range<Int>? {
        guard ends.indices.contains(index) else { return nil }
        return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
    }
}

private final class SharedStringEvents: XMLEvents {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    var broken: Set<Int> = []
    private let limit: Int
    private var item = TextItem()
    private var start = 0

    /// - Parameter size: of the part, which its texts can't exceed.
    init(limit: Int, size: Int) {
        self.limit = limit
        bytes.reserveCapacity(min(limit, size))
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "si" { start = bytes.count }
        item.start(name)
    }

    override func end(_ name: XMLName) {
        item.end(name)
        guard name == "si" else { return }
        if TextEscapes.decode(&bytes, from: start) { broken.insert(ends.count) }
        ends.append(UInt32(truncatingIfNeeded: bytes.count))
    }

    override func text(_ piece: UnsafeBufferPointer<UInt8>) {
        // Past the limit nothing is kept, and parsing ends with the chunk.
        if item.isText, bytes.count <= limit { bytes.append(contentsOf: piece) }
    }

    override var failure: XMLFailure? {
        let size = bytes.count + ends.count * MemoryLayout<UInt32>.stride
        return size > limit ? .tooLarge(found: "> \(limit) bytes", limit: "\(limit) bytes") : nil
    }
}

/// Which characters of an `si` or `is` element are its text: those of `t`, also of rich text, but not those of the
/// furigana in `rPh`.
struct TextItem {
    private var isInText = false
    private var phoneticDepth = 0

    var isText: Bool { isInText && phoneticDepth == 0 }

    mutating func start(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") { isInText = true } else if name == "rPh" { phoneticDepth += 1 }
    }

    mutating func end(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") { isInText = false } else if name == "rPh" { phoneticDepth -= 1 }
    }
}
