import Model

/// Bytes of a text that are no characters, and where they stand.
struct Defect {
    /// Position in the UTF-8 that was produced.
    let position: Int
    /// Position in the file.
    let offset: Int
    let bytes: [UInt8]
    /// The encoding in which their line was read instead; `nil` where they became U+FFFD.
    let readAs: TextEncoding?
}

/// The bytes of a text file as valid UTF-8 without NUL, a chunk at a time. What doesn't decode becomes U+FFFD and a
/// ``Defect``.
struct TextStream {
    let encoding: TextEncoding
    private let file: InputFile
    private let decoder: any Decoder
    /// The file has been looked through and needs no second check.
    private let isKnownUTF8: Bool
    private var offset: Int
    private var produced = 0
    private var chunk: [UInt8] = []
    private var defects: [Defect] = []
    private var firstDefect = 0

    /// Bytes that are read at a time.
    private static let chunkSize = 1 << 18

    init(_ file: InputFile, _ detected: DetectedEncoding) throws(StageError) {
        self.file = file
        encoding = detected.encoding
        offset = detected.markLength
        isKnownUTF8 = detected.isKnownUTF8
        let table = encoding == .cp932 || detected.canBeMixed ? CP932Decoder() : nil
        switch (encoding, table) {
        case (.utf8, let table?): decoder = MixedDecoder(main: encoding, table: table)
        case (.utf8, nil): decoder = UTF8Decoder()
        case (.utf16LittleEndian, _): decoder = UTF16Decoder(isBigEndian: false)
        case (.utf16BigEndian, _): decoder = UTF16Decoder(isBigEndian: true)
        case (.cp932, let table?):
            decoder = detected.canBeMixed ? MixedDecoder(main: encoding, table: table) : table
        case (.cp932, nil):
            throw StageError(
                .encodingUnknown, at: file.location, found: encoding.rawValue, expected: TextEncoding.utf8.rawValue)
        }
    }

    /// Decodes the next chunk to the end of the window; false at the end of the file.
    mutating func read(into window: ByteWindow) throws(StageError) -> Bool {
        guard offset < file.size else { return false }
        if isKnownUTF8 {
            window.makeRoom(Self.chunkSize)
            let room = UnsafeMutableRawBufferPointer(start: window.base + window.end, count: Self.chunkSize)
            let got = try file.read(into: room, from: offset)
            window.end += got
            produced += got
            offset += got
            return got > 0
        }
        return try decodeChunk(into: window)
    }

    private mutating func decodeChunk(into window: ByteWindow) throws(StageError) -> Bool {
        chunk = try file.bytes(from: offset, count: Self.chunkSize)
        guard !chunk.isEmpty else { return false }
        window.makeRoom(chunk.count * 3 + 8)
        let isLast = offset + chunk.count >= file.size
        var output = DecodedText(base: window.base + window.end)
        let consumed = chunk.withUnsafeBufferPointer { decoder.decode($0, isLast: isLast, into: &output) }
        defects += output.defects.map {
            Defect(
                position: produced + $0.position, offset: offset + $0.range.lowerBound, bytes: Array(chunk[$0.range]),
                readAs: $0.readAs)
        }
        window.end += output.count
        produced += output.count
        offset += consumed
        // A chunk always holds at least one whole character, or is the last; more than its tail is consumed.
        return consumed > 0
    }

    /// Defects before a position in the UTF-8 that have not been asked for yet, in order.
    mutating func takeDefects(before position: Int) -> ArraySlice<Defect> {
        guard firstDefect < defects.count, defects[firstDefect].position < position else { return [] }
        let start = firstDefect
        while firstDefect < defects.count, defects[firstDefect].position < position { firstDefect += 1 }
        let taken = defects[start..<firstDefect]
        if firstDefect == defects.count {
            defects = []
            firstDefect = 0
        }
        return taken
    }
}

/// Where a decoder puts its output; `base` has room for three bytes for every byte of input.
struct DecodedText {
    let base: UnsafeMutablePointer<UInt8>
    var count = 0
    /// Where bytes of the input that don't decode went in the output, as U+FFFD or as text of another encoding.
    var defects: [(position: Int, range: Range<Int>, readAs: TextEncoding?)] = []

    init(base: UnsafeMutablePointer<UInt8>) { self.base = base }

    @inline(__always)
    mutating func append(ascii byte: UInt8) {
        base[count] = byte
        count += 1
    }

    /// A character of the basic plane beyond ASCII, not a surrogate.
    @inline(__always)
    mutating func append(_ unit: UInt16) {
        if unit < 0x800 {
            base[count] = 0xC0 | UInt8(truncatingIfNeeded: unit >> 6)
            base[count + 1] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F)
            count += 2
        } else {
            base[count] = 0xE0 | UInt8(truncatingIfNeeded: unit >> 12)
            base[count + 1] = 0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F)
            base[count + 2] = 0x80 | UInt8(truncatingIfNeeded: unit & 0x3F)
            count += 3
        }
    }

    /// A character of another plane from its surrogates.
    mutating func append(high: UInt16, low: UInt16) {
        let scalar = 0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))
        base[count] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18)
        base[count + 1] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F)
        base[count + 2] = 0x80 | UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F)
        base[count + 3] = 0x80 | UInt8(truncatingIfNeeded: scalar & 0x3F)
        count += 4
    }

    mutating func appendReplacement(for range: Range<Int>) {
        defects.append((count, range, nil))
        append(0xFFFD as UInt16)
    }
}

/// Turns a chunk of bytes into UTF-8.
protocol Decoder: Sendable {
    /// - Returns: how many bytes were used; what begins a character at the end waits for the next chunk, unless this
    ///   one is the last.
    func decode(_ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: inout DecodedText) -> Int
}
