import Model

/// The encoding of a text file, as its bytes tell it.
struct DetectedEncoding {
    let encoding: TextEncoding
    /// Length of the byte order mark, which is no part of the text.
    let markLength: Int
    /// The whole file was found to be UTF-8 without NUL.
    let isKnownUTF8: Bool
    /// Whether lines may be in another encoding than the rest, since nobody said otherwise.
    let canBeMixed: Bool

    private static let sampleSize = 1 << 20

    /// A byte order mark of UTF-16 decides; else NUL bytes tell UTF-16; else what is UTF-8 throughout is UTF-8, and the
    /// rest is CP932, unless it is UTF-8 with a few bad bytes. The mark of UTF-8 decides but where the rest belies it:
    /// some programs put it before CP932.
    ///
    /// - Throws: `encodingUnknown` for other encodings of Japanese, which would come out as other characters.
    init(_ file: InputFile, wanted: TextEncoding?) throws(StageError) {
        let head = try file.prefix(4)
        if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { throw Self.unknown("UTF-32", file) }
        let mark = Self.mark(head)
        if let mark, mark.encoding != .utf8 {
            // Certain, whatever was said: the marks are no text in any of the other encodings.
            self.init(mark.encoding, markLength: mark.length)
            return
        }
        let markLength = mark?.length ?? 0
        if let wanted, mark == nil {
            self.init(wanted)
            return
        }
        let sample = try file.prefix(Self.sampleSize)
        if mark == nil, let wide = Self.unmarkedUTF16(sample.prefix(1 << 16)) {
            self.init(wide)
            return
        }
        guard let flaw = try Self.firstFlaw(file) else {
            if OtherEncodings.isISO2022JP(sample) { throw Self.unknown("ISO-2022-JP", file) }
            self.init(.utf8, markLength: markLength, isKnownUTF8: true)
            return
        }
        let around = try file.bytes(from: flaw, count: Self.sampleSize)
        let tally = UTF8Tally(sample)
        if (flaw < sample.count ? tally : tally.adding(around)).looksLikeUTF8 {
            self.init(.utf8, markLength: markLength, canBeMixed: true)
        } else if OtherEncodings.isEUCJP(around) {
            throw Self.unknown("EUC-JP", file)
        } else {
            self.init(.cp932, markLength: markLength, canBeMixed: true)
        }
    }

    private init(
        _ encoding: TextEncoding, markLength: Int = 0, isKnownUTF8: Bool = false, canBeMixed: Bool = false
    ) {
        self.encoding = encoding
        self.markLength = markLength
        self.isKnownUTF8 = isKnownUTF8
        self.canBeMixed = canBeMixed
    }

    private static func unknown(_ name: String, _ file: InputFile) -> StageError {
        StageError(
            .encodingUnknown, at: file.location, found: name,
            expected: TextEncoding.allCases.map(\.rawValue).joined(separator: ", "))
    }

    private static func mark(_ head: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }

    /// UTF-16 shows by NUL bytes that nearly all stand at odd or nearly all at even places, as the other half of
    /// commas and line ends, while the other units are characters that a Japanese list is made of.
    private static func unmarkedUTF16(_ sample: ArraySlice<UInt8>) -> TextEncoding? {
        let units = sample.count / 2
        guard units > 0, sample.contains(0) else { return nil }
        var nulls = (even: 0, odd: 0)
        for unit in 0..<units {
            if sample[2 * unit] == 0 { nulls.even += 1 }
            if sample[2 * unit + 1] == 0 { nulls.odd += 1 }
        }
        let isBigEndian = nulls.even > nulls.odd
        guard max(nulls.even, nulls.odd) > 8 * min(nulls.even, nulls.odd) else { return nil }
        var likely = 0
        for unit in 0..<units {
            let (first, second) = (UInt16(sample[2 * unit]), UInt16(sample[2 * unit + 1]))
            switch isBigEndian ? first << 8 | second : second << 8 | first {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2010...0x27BF, 0x3000...0x30FF, 0x3220...0x33FF, 0x4E00...0x9FFF,
                0xFF01...0xFFEF:
                likely += 1
            default: break
            }
        }
        // ASCII text with a NUL in it reads as Chinese characters two by two, but then few units have a NUL.
        let isWide = max(nulls.even, nulls.odd) * 4 >= units || UTF8Tally(Array(sample)).malformed > 0
        guard isWide, likely * 10 >= units * 9 else { return nil }
        return isBigEndian ? .utf16BigEndian : .utf16LittleEndian
    }

    /// The first byte of the file that is not UTF-8, or NUL; `nil` if there is none.
    private static func firstFlaw(_ file: InputFile) throws(StageError) -> Int? {
        var offset = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while offset < file.size {
            var read: Result<Int, StageError> = .success(0)
            buffer.withUnsafeMutableBytes { raw in
                do throws(StageError) {
                    read = .success(try file.read(into: raw, from: offset))
                } catch {
                    read = .failure(error)
                }
            }
            let count = try read.get()
            if count == 0 { return nil }
            let (index, stop) = buffer.withUnsafeBufferPointer {
                UTF8Scanner.scan(UnsafeBufferPointer(rebasing: $0[..<count]), from: 0)
            }
            switch stop {
            case .end: offset += count
            case .malformed: return offset + index
            case .incomplete:
                if offset + count >= file.size { return offset + index }
                offset += index
            }
        }
        return nil
    }
}

/// How much of a text can and can't be UTF-8.
struct UTF8Tally {
    /// Characters of three and four bytes: nearly all Japanese ones, and rare by chance.
    private(set) var wide = 0
    /// Bad bytes, NUL not counted.
    private(set) var malformed = 0

    init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var index = 0
            while index < buffer.count {
                if base[index] < 0x80 {
                    index += 1
                    continue
                }
                let length = UTF8Scanner.length(base + index, buffer.count - index)
                if length > 2 { wide += 1 }
                // The sample may end within a character.
                if length <= 0, index - length < buffer.count || length == 0 { malformed += 1 }
                index += max(1, abs(length))
            }
        }
    }

    func adding(_ bytes: [UInt8]) -> UTF8Tally {
        var sum = UTF8Tally(bytes)
        sum.wide += wide
        sum.malformed += malformed
        return sum
    }

    var looksLikeUTF8: Bool { malformed * 2 < wide || malformed == 0 }
}
