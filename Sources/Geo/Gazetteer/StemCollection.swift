/// The names under which towns are found, as they are put together and written.
struct StemCollection {
    private var entries: [Entry] = []

    private struct Entry {
        let municipality: UInt16
        let letters: [UInt16]
        let kind: StemKind
        let hasNumber: Bool
        let chome: Int
        let town: UInt32

        /// Municipality and first letters in one number: most comparisons end there.
        var rank: UInt64 {
            var rank = UInt64(municipality)
            for index in 0..<3 { rank = rank << 16 | UInt64(index < letters.count ? letters[index] : 0) }
            return rank
        }

        func isSameStem(_ other: Entry) -> Bool {
            municipality == other.municipality && kind == other.kind && hasNumber == other.hasNumber
                && letters == other.letters
        }
    }

    mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

    /// - Parameters:
    ///   - letters: of the name without its 丁目.
    ///   - number: which 丁目 it is; 0 for none.
    ///   - hasNumber: whether the number belongs to the name and is no 丁目.
    mutating func add(
        _ letters: [UInt16], _ kind: StemKind, number: Int, hasNumber: Bool, of town: Int, in municipality: UInt16
    ) {
        entries.append(
            Entry(
                municipality: municipality, letters: letters, kind: kind, hasNumber: hasNumber, chome: number,
                town: UInt32(town)))
    }

    /// Writes the stems, their towns, and their order by letters.
    ///
    /// - Returns: the records, by municipality.
    func write(to image: inout GazetteerWriter) -> [StemRecord] {
        var records: [StemRecord] = []
        var towns: [UInt32] = []
        var last: Entry?
        for index in sorted() {
            let stem = entries[index]
            if last?.isSameStem(stem) != true {
                let (start, count) = image.letters(stem.letters)
                records.append(
                    StemRecord(
                        lettersStart: start, lettersCount: count, kind: stem.kind.rawValue,
                        hasNumber: stem.hasNumber ? 1 : 0,
                        municipality: UInt32(stem.municipality), firstTown: UInt32(towns.count)))
            }
            towns.append(stem.town)
            records[records.count - 1].endTown = UInt32(towns.count)
            last = stem
        }
        image.write(records, to: .stems)
        image.write(towns, to: .stemTowns)
        image.write(Self.byLetters(records, image), to: .stemsByLetters)
        return records
    }

    private func sorted() -> [Int] {
        var order = entries.indices.map { (rank: entries[$0].rank, index: $0) }
        order.sort { a, b in
            if a.rank != b.rank { return a.rank < b.rank }
            let (first, second) = (entries[a.index], entries[b.index])
            if first.letters != second.letters { return first.letters.lexicographicallyPrecedes(second.letters) }
            if first.kind != second.kind { return first.kind < second.kind }
            if first.hasNumber != second.hasNumber { return second.hasNumber }
            return (first.chome, first.town) < (second.chome, second.town)
        }
        return order.map(\.index)
    }

    private static func byLetters(_ records: [StemRecord], _ image: GazetteerWriter) -> [UInt32] {
        func rank(_ stem: StemRecord) -> UInt64 {
            var rank: UInt64 = 0
            for offset in 0..<4 {
                rank =
                    rank << 16
                    | UInt64(offset < Int(stem.lettersCount) ? image.letter(Int(stem.lettersStart) + offset) : 0)
            }
            return rank
        }
        var order = records.indices.map { (rank: rank(records[$0]), index: UInt32($0)) }
        order.sort { a, b in
            if a.rank != b.rank { return a.rank < b.rank }
            let (one, other) = (image.letters(records[Int(a.index)]), image.letters(records[Int(b.index)]))
            return one == other ? a.index < b.index : one.lexicographicallyPrecedes(other)
        }
        return order.map(\.index)
    }
}
