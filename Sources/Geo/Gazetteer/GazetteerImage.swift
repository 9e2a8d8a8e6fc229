import Model

/// A gazetteer as it lies in memory: its sections, checked once when it is opened, so that no index in them leads
/// outside.
final class GazetteerImage: @unchecked Sendable {
    // The bytes never change and live as long as the image.
    private let bytes: MappedBytes
    let text: UnsafeBufferPointer<UInt8>
    let letters: UnsafeBufferPointer<UInt16>
    let municipalities: UnsafeBufferPointer<MunicipalityRecord>
    let forms: UnsafeBufferPointer<FormRecord>
    let stems: UnsafeBufferPointer<StemRecord>
    let stemsByLetters: UnsafeBufferPointer<UInt32>
    let stemTowns: UnsafeBufferPointer<UInt32>
    let towns: UnsafeBufferPointer<TownRecord>
    let numbers: UnsafeBufferPointer<NumberRecord>
    let sources: UnsafeBufferPointer<TextRange>
    let table: LetterTable
    let description: String

    /// - Parameter name: what messages call it.
    /// - Throws: `fileDamaged`, or `formatNotSupported` when another version wrote it.
    init(_ bytes: MappedBytes, name: String) throws(StageError) {
        let directory = try Directory(bytes, name: name)
        self.bytes = bytes
        text = directory.records(.text)
        letters = directory.records(.letters)
        municipalities = directory.records(.municipalities)
        forms = directory.records(.forms)
        stems = directory.records(.stems)
        stemsByLetters = directory.records(.stemsByLetters)
        stemTowns = directory.records(.stemTowns)
        towns = directory.records(.towns)
        numbers = directory.records(.numbers)
        sources = directory.records(.sources)
        table = LetterTable(plane: Array(directory.records(.plane)), others: Array(directory.records(.otherCharacters)))
        let description: UnsafeBufferPointer<UInt8> = directory.records(.description)
        self.description = String(decoding: description, as: UTF8.self)
        guard isSound else { throw StageError(.fileDamaged, at: CellLocation(file: name), found: "index") }
    }

    func utf8(_ range: TextRange) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text[Int(range.start)..<Int(range.start) + Int(range.length)])
    }

    func string(_ range: TextRange) -> String { String(decoding: utf8(range), as: UTF8.self) }

    func utf8(ofSource index: Int) -> UnsafeBufferPointer<UInt8> {
        index < sources.count ? utf8(sources[index]) : UnsafeBufferPointer(start: nil, count: 0)
    }

    func source(_ index: Int) -> String { String(decoding: utf8(ofSource: index), as: UTF8.self) }

    /// Whether every index leads to something. The numbers of a national list are many; of them the text is checked
    /// where it is read.
    private var isSound: Bool {
        func isText(_ range: TextRange) -> Bool { Int(range.start) + Int(range.length) <= text.count }
        func isLetters(_ start: UInt32, _ count: UInt16) -> Bool { Int(start) + Int(count) <= letters.count }
        return table.plane.count == 65_536
            && municipalities.allSatisfy {
                isText($0.name) && isText($0.prefecture) && isText($0.city) && $0.firstStem <= $0.endStem
                    && Int($0.endStem) <= stems.count && Int($0.source) <= sources.count
            }
            && forms.allSatisfy {
                isLetters($0.lettersStart, $0.lettersCount) && Int($0.municipality) < municipalities.count
                    && MunicipalityExtent(rawValue: $0.extent) != nil
            }
            && stems.allSatisfy {
                isLetters($0.lettersStart, $0.lettersCount) && $0.firstTown <= $0.endTown
                    && Int($0.endTown) <= stemTowns.count && Int($0.municipality) < municipalities.count
                    && StemKind(rawValue: $0.kind) != nil
            }
            && stemsByLetters.count == stems.count && stemsByLetters.allSatisfy { Int($0) < stems.count }
            && stemTowns.allSatisfy { Int($0) < towns.count }
            && towns.allSatisfy {
                isText($0.name) && UInt32($0.koazaLength) <= $0.name.length
                    && Int($0.municipality) < municipalities.count
                    && $0.firstNumber <= $0.endNumber && Int($0.endNumber) <= numbers.count
                    && Int($0.source) < max(sources.count, 1)
            }
            && sources.allSatisfy(isText)
    }

    /// Where the sections are.
    private struct Directory {
        let bytes: MappedBytes
        let sections: [(offset: Int, size: Int)]

        init(_ bytes: MappedBytes, name: String) throws(StageError) {
            let location = CellLocation(file: name)
            let magic = GazetteerLayout.magic
            guard bytes.count >= GazetteerLayout.headerSize,
                magic.indices.dropLast().allSatisfy({ bytes.base.load(fromByteOffset: $0, as: UInt8.self) == magic[$0] }
                )
            else { throw StageError(.fileDamaged, at: location, found: "header") }
            guard bytes.base.load(fromByteOffset: magic.count - 1, as: UInt8.self) == magic[magic.count - 1] else {
                throw StageError(.formatNotSupported, at: location, found: "gazetteer", expected: "gazetteer import")
            }
            var sections: [(offset: Int, size: Int)] = []
            for index in GazetteerLayout.Section.allCases.indices {
                let place = 32 + index * 16
                let offset = bytes.base.load(fromByteOffset: place, as: UInt64.self)
                let size = bytes.base.load(fromByteOffset: place + 8, as: UInt64.self)
                guard offset % 8 == 0, offset <= UInt64(bytes.count), size <= UInt64(bytes.count) - offset else {
                    throw StageError(.fileDamaged, at: location, found: "sections")
                }
                sections.append((Int(offset), Int(size)))
            }
            self.bytes = bytes
            self.sections = sections
        }

        func records<Record>(_ section: GazetteerLayout.Section) -> UnsafeBufferPointer<Record> {
            let (offset, size) = sections[section.rawValue]
            let start = (bytes.base + offset).assumingMemoryBound(to: Record.self)
            return UnsafeBufferPointer(start: start, count: size / MemoryLayout<Record>.stride)
        }
    }
}
