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
            letter: { self.letter(Int(self.stems[$0].lettersStart) + $1) }, body)
    }

    /// The same over all municipalities.
    func forEachStemAnywhere(
        in text: AddressLetters, at position: Int, _ body: (_ stem: Int, _ length: Int) -> Void
    ) {
        Self.forEachPrefix(
            of: text, at: position, low: 0, high: stemsByLetters.count,
            length: { Int(self.stems[Int(self.stemsByLetters[$0])].lettersCount) },
            letter: { self.letter(Int(self.stems[Int(self.stemsByLetters[$0])].lettersStart) + $1) },
            { body(Int(self.stemsByLetters[$0]), $1) })
    }

    /// Every written form of a municipality that the letters have at a position.
    @inline(__always)
    func forEachForm(in text: AddressLetters, at position: Int, _ body: (_ form: FormRecord, _ length: Int) -> Void) {
        Self.forEachPrefix(
            of: text, at: position, low: 0, high: forms.count, length: { Int(self.forms[$0].lettersCount) },
            letter: { self.letter(Int(self.forms[$0].lettersStart) + $1) }, { body(self.forms[$0], $1) })
    }

    /// Words out of order, which a damaged file may have, are looked at behind their end.
    @inline(__always)
    private func letter(_ index: Int) -> UInt16 { index < letters.count ? letters[index] : 0 }

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
        return record.hasNumber == 0 && towns[Int(stemTowns[Int(record.endTown) - 1])].chome > 0
    }

    /// The towns of a stem with a 丁目, 0 for the one without: several where lists spell one name in several ways.
    @inline(__always)
    func forEachTown(ofStem stem: Int, chome: Int, _ body: (_ town: Int) -> Void) {
        let hasNumber = stems[stem].hasNumber == 1
        guard !hasNumber || chome == 0 else { return }
        var index = hasNumber ? Int(stems[stem].firstTown) : firstTown(ofStem: stem, chome: chome)
        let end = Int(stems[stem].endTown)
        while index < end, case let town = Int(stemTowns[index]), hasNumber || Int(towns[town].chome) == chome {
            body(town)
            index += 1
        }
    }

    func town(ofStem stem: Int, chome: Int) -> Int? {
        if stems[stem].hasNumber == 1 {
            let first = Int(stems[stem].firstTown)
            return chome == 0 && first < Int(stems[stem].endTown) ? Int(stemTowns[first]) : nil
        }
        let index = firstTown(ofStem: stem, chome: chome)
        guard index < Int(stems[stem].endTown), case let town = Int(stemTowns[index]),
            Int(towns[town].chome) == chome
        else { return nil }
        return town
    }

    /// Where the towns of a stem begin that have this 丁目 or a higher one.
    private func firstTown(ofStem stem: Int, chome: Int) -> Int {
        var (low, high) = (Int(stems[stem].firstTown), Int(stems[stem].endTown))
        while low < high {
            let middle = (low + high) / 2
            if Int(towns[Int(stemTowns[middle])].chome) < chome { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The finest block or lot of a town that a list has.
    ///
    /// - Parameter memory: room for a key.
    func number(of town: Int, _ parts: LotParts, _ memory: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        guard towns[town].firstNumber < towns[town].endNumber else { return nil }
        func number(_ write: (inout ByteText) -> Void) -> Int? {
            var key = ByteText(memory)
            write(&key)
            return key.count > 0 ? self.number(of: town, key: key.bytes) : nil
        }
        guard let block = parts.block else {
            // 地番 126-1 is a part of 126.
            return number(parts.writeLot) ?? number { parts.lot?.write(to: &$0) }
        }
        let lot = number {
            block.write(to: &$0)
            $0.append(UInt8(ascii: "-"))
            parts.writeLot(to: &$0)
        }
        return (parts.lot == nil ? nil : lot) ?? number { block.write(to: &$0) }
    }

    /// The block or lot of a town, by its key.
    private func number(of town: Int, key: UnsafeBufferPointer<UInt8>) -> Int? {
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
