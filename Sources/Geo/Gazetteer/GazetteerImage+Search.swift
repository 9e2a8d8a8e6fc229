extension GazetteerImage {
    /// Calls `body` with every stem of a municipality that the letters have at a position, shorter ones first.
    @inline(__always)
    func forEachStem(
        of municipality: Int, in text: AddressLetters, at position: Int, _ body: (_ stem: Int, _ length: Int) -> Void
    ) {
        let record = municipalities[municipality]
        Self.forEachPrefix(
            of: text, at: position, low: Int(record.firstStem), high: Int(record.endStem),
            length: { Int(self.stems[$0].lettersCount) },
            letter: { self.letters[Int(self.stems[$0].lettersStart) + $1] }, body)
    }

    /// The same over all municipalities.
    func forEachStemAnywhere(
        in text: AddressLetters, at position: Int, _ body: (_ stem: Int, _ length: Int) -> Void
    ) {
        Self.forEachPrefix(
            of: text, at: position, low: 0, high: stemsByLetters.count,
            length: { Int(self.stems[Int(self.stemsByLetters[$0])].lettersCount) },
            letter: { self.letters[Int(self.stems[Int(self.stemsByLetters[$0])].lettersStart) + $1] },
            { body(Int(self.stemsByLetters[$0]), $1) })
    }

    /// Every written form of a municipality that the letters have at a position.
    @inline(__always)
    func forEachForm(in text: AddressLetters, at position: Int, _ body: (_ form: FormRecord, _ length: Int) -> Void) {
        Self.forEachPrefix(
            of: text, at: position, low: 0, high: forms.count, length: { Int(self.forms[$0].lettersCount) },
            letter: { self.letters[Int(self.forms[$0].lettersStart) + $1] }, { body(self.forms[$0], $1) })
    }

    /// Whether a city stands at a position, in whatever prefecture.
    func hasForm(_ text: AddressLetters, at position: Int) -> Bool {
        var found = false
        forEachForm(in: text, at: position) { form, length in
            if length >= 3, form.extent != MunicipalityExtent.ward.rawValue { found = true }
        }
        return found
    }

    /// Narrows a sorted range of words letter by letter, and hands over the words that end on the way.
    @inline(__always)
    private static func forEachPrefix(
        of text: AddressLetters, at position: Int, low: Int, high: Int, length: (Int) -> Int,
        letter: (_ word: Int, _ depth: Int) -> UInt16, _ body: (_ word: Int, _ length: Int) -> Void
    ) {
        var (low, high, depth) = (low, high, 0)
        while low < high {
            // The shortest word of a range comes first.
            while low < high, length(low) == depth {
                if depth > 0 { body(low, depth) }
                low += 1
            }
            guard position + depth < text.count, low < high else { return }
            let wanted = text[position + depth]
            let end = high
            var upper = high
            while low < upper {
                let middle = (low + upper) / 2
                if letter(middle, depth) < wanted { low = middle + 1 } else { upper = middle }
            }
            guard low < end, letter(low, depth) == wanted else { return }
            var lower = low
            upper = end
            while lower < upper {
                let middle = (lower + upper) / 2
                if letter(middle, depth) <= wanted { lower = middle + 1 } else { upper = middle }
            }
            high = lower
            depth += 1
        }
    }

    func hasChomes(_ stem: Int) -> Bool {
        let record = stems[stem]
        guard record.firstTown < record.endTown else { return false }
        return towns[Int(stemTowns[Int(record.endTown) - 1])].chome > 0
    }

    /// The towns of a stem with a 丁目, 0 for the one without: several where lists spell one name in several ways.
    @inline(__always)
    func forEachTown(ofStem stem: Int, chome: Int, _ body: (_ town: Int) -> Void) {
        let record = stems[stem]
        for index in Int(record.firstTown)..<Int(record.endTown) {
            let town = Int(stemTowns[index])
            if Int(towns[town].chome) == chome { body(town) }
        }
    }

    func town(ofStem stem: Int, chome: Int) -> Int? {
        var found: Int?
        forEachTown(ofStem: stem, chome: chome) { if found == nil { found = $0 } }
        return found
    }

    /// The block or lot of a town, by its key.
    func number(of town: Int, key: [UInt8]) -> Int? {
        var (low, high) = (Int(towns[town].firstNumber), Int(towns[town].endNumber))
        while low < high {
            let middle = (low + high) / 2
            if bytes(of: numbers[middle].key).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        guard low < Int(towns[town].endNumber), bytes(of: numbers[low].key).elementsEqual(key) else { return nil }
        return low
    }

    func bytes(of range: TextRange) -> Slice<UnsafeBufferPointer<UInt8>> {
        let end = Int(range.start) + Int(range.length)
        return end <= text.count ? text[Int(range.start)..<end] : text[0..<0]
    }
}
