import Model

/// Reads addresses against one gazetteer.
struct GazetteerReader: Sendable {
    let image: GazetteerImage
    private let prefectures: PrefectureForms
    /// Municipalities of the wave: where an address without a municipality lies, and which ward is meant where several cities have one of that name.
    private let home: Indices

    /// - Parameter home: five digits of the wave's municipality, a prior that a complete address beats; `nil` has none.
    init(image: GazetteerImage, prefectures: Prefectures, home: UInt32?) {
        self.image = image
        self.prefectures = PrefectureForms(prefectures, table: image.table)
        var wards = Indices()
        for index in image.municipalities.indices
        where image.municipalities[index].code == home || image.municipalities[index].cityCode == home {
            wards.append(index)
        }
        self.home = wards
    }

    /// - Parameter code: 1…47; none has an empty name.
    func name(ofPrefecture code: Int) -> UnsafeBufferPointer<UInt8> { prefectures.name(of: code) }

    /// - Parameters:
    ///   - text: becomes the spelling under which a town was found.
    ///   - letters: the reader that the text is from.
    ///   - numbers: room for the key of a block or a lot.
    func match(
        _ text: inout AddressLetters, _ letters: LetterReader, numbers: UnsafeMutableBufferPointer<UInt8>
    ) -> AddressMatch {
        var match = match(&text, letters)
        guard let town = match.town else { return match }
        let parts = LotParts(text, from: match.restStart)
        match.parts = parts
        if let number = image.number(of: town, parts, numbers) {
            match.number = number
            match.level = image.numbers[number].level == 8 ? .lot : .block
        }
        return match
    }

    private func match(_ text: inout AddressLetters, _ letters: LetterReader) -> AddressMatch {
        let match = matchSpelling(text)
        // 梅ヶ丘 for 梅丘: lists leave the ヶ out too.
        guard match.level < .town, match.alternatives.isEmpty,
            let shorter = letters.withoutLinks(text, from: match.restStart)
        else { return match }
        var other = matchSpelling(shorter)
        guard other.level >= .town, other.confidence >= 0.8 else { return match }
        other.confidence *= 0.85
        text = shorter
        return other
    }

    private func matchSpelling(_ text: AddressLetters) -> AddressMatch {
        let start = Preamble.end(in: text)
        var readings = Readings(image: image, home: home)
        let prefecture = prefectures.match(text, at: start)
        if let prefecture {
            readings.add(text, at: start + prefecture.length, prefecture: prefecture)
            // 千葉市 is a city and no 千葉 + 市川市.
            if !prefecture.isFull { readings.add(text, at: start, prefecture: nil) }
        } else {
            readings.add(text, at: start, prefecture: nil)
        }
        return best(of: readings.sorted(), text, start: start, prefecture: prefecture)
    }

    /// The first one under which a town is found; else the first that leaves no doubt about the municipality.
    private func best(
        of readings: [Reading], _ text: AddressLetters, start: Int, prefecture: PrefectureForms.Match?
    ) -> AddressMatch {
        var best: AddressMatch?
        for reading in readings {
            let match = image.match(reading, in: text)
            if match.level >= .town {
                var match = match
                if best?.level == .municipality, best?.writtenExtent ?? .ward > .city { match.confidence *= 0.9 }
                return match
            }
            if match.level > best?.level ?? .nothing { best = match }
        }
        if let best { return best }
        var match = AddressMatch(restStart: start)
        if let prefecture, prefecture.isFull {
            // A prefecture before a city of another one: one of the two is wrong, and nobody can tell which.
            if image.hasForm(text, at: Preamble.skippingPunctuation(text, start + prefecture.length)) { return match }
            match.level = .prefecture
            match.prefecture = prefecture.code
            match.restStart = start + prefecture.length
        }
        return match
    }
}
