import Model

/// Lays the sections of a gazetteer out, see `GazetteerLayout`.
struct GazetteerWriter {
    private var sections: [[UInt8]] = Array(repeating: [], count: GazetteerLayout.Section.allCases.count)
    private var textBytes: [UInt8] = []
    private var texts: [TextRange] = []
    private var textIndex = NameIndex(capacity: 0)
    private var letterPool: [UInt16] = []
    /// Whether something was left out, since places in a pool are 32-bit numbers.
    private var isFull = false

    /// A text in the pool; the same text stands there once.
    mutating func text(_ string: String) -> TextRange {
        if string.isEmpty { return TextRange() }
        let known = textIndex.insert(string, in: 0) { [texts, textBytes] in
            let range = texts[$0]
            return Int(range.length) == string.utf8.count
                && textBytes[Int(range.start)..<Int(range.start) + Int(range.length)].elementsEqual(string.utf8)
        }
        if let known { return texts[known] }
        guard textBytes.count + string.utf8.count <= Int(UInt32.max) else {
            isFull = true
            texts.append(TextRange())
            return TextRange()
        }
        let range = TextRange(start: UInt32(textBytes.count), length: UInt32(string.utf8.count))
        textBytes += string.utf8
        texts.append(range)
        return range
    }

    func string(_ range: TextRange) -> String {
        String(decoding: textBytes[Int(range.start)..<Int(range.start) + Int(range.length)], as: UTF8.self)
    }

    /// Letters in the pool; of more than 65,535, which no name has, those.
    mutating func letters(_ letters: [UInt16]) -> (start: UInt32, count: UInt16) {
        guard letterPool.count + letters.count <= Int(UInt32.max) else {
            isFull = true
            return (0, 0)
        }
        let start = UInt32(letterPool.count)
        let kept = letters.prefix(Int(UInt16.max))
        letterPool += kept
        return (start, UInt16(kept.count))
    }

    func letters(_ stem: StemRecord) -> ArraySlice<UInt16> {
        letterPool[Int(stem.lettersStart)..<Int(stem.lettersStart) + Int(stem.lettersCount)]
    }

    func letter(_ index: Int) -> UInt16 { letterPool[index] }

    /// - Parameter records: without gaps between their members, which would carry what memory held before.
    mutating func write<Record>(_ records: [Record], to section: GazetteerLayout.Section) {
        records.withUnsafeBytes { sections[section.rawValue] = Array($0) }
    }

    /// The whole file.
    ///
    /// - Throws: `fileTooLarge` for names that a file has no room for.
    mutating func finish() throws(StageError) -> [UInt8] {
        guard !isFull else {
            throw StageError(
                .fileTooLarge, at: CellLocation(file: "gazetteer"), found: "> \(UInt32.max) bytes",
                expected: "\(UInt32.max) bytes")
        }
        write(textBytes, to: .text)
        write(letterPool, to: .letters)
        var header = GazetteerLayout.magic + Array(repeating: 0, count: 32 - GazetteerLayout.magic.count)
        var offset = (GazetteerLayout.headerSize + 7) / 8 * 8
        for section in sections {
            withUnsafeBytes(of: UInt64(offset).littleEndian) { header += $0 }
            withUnsafeBytes(of: UInt64(section.count).littleEndian) { header += $0 }
            offset += (section.count + 7) / 8 * 8
        }
        var file: [UInt8] = []
        file.reserveCapacity(offset)
        file += header
        for section in sections {
            file += repeatElement(0, count: (8 - file.count % 8) % 8)
            file += section
        }
        let checksum = file.withUnsafeBytes {
            Checksum.value(of: UnsafeRawBufferPointer(rebasing: $0[Checksum.place.upperBound...]))
        }
        withUnsafeBytes(of: checksum.littleEndian) { file.replaceSubrange(Checksum.place, with: $0) }
        return file
    }
}
