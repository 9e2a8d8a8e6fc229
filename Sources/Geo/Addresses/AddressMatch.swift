import Model

/// What a gazetteer makes of an address: indexes into it and into the letters, no text of its own.
struct AddressMatch {
    var level = Place.Level.nothing
    /// 1…47; 0 for none.
    var prefecture = 0
    /// Index of the municipality; of one of its wards where only the city is known.
    var municipality: Int?
    /// Whether the ward is not known.
    var isCityOnly = false
    var town: Int?
    /// What follows the town.
    var parts: LotParts?
    /// Index of the block or lot in the gazetteer.
    var number: Int?
    /// 0…1: how sure it is that the municipality and the town are the right ones.
    var confidence = 0.0
    /// Towns that fit as well or were perhaps meant.
    var alternatives = Indices()
    /// Index of the first letter that belongs to neither of them.
    var restStart: Int
    /// How much of the municipality was written.
    var writtenExtent: MunicipalityExtent?

    init(restStart: Int) { self.restStart = restStart }
}

extension GazetteerImage {
    /// What lies under a reading.
    func match(_ reading: Reading, in text: AddressLetters) -> AddressMatch {
        let position = Preamble.skippingPunctuation(text, reading.position)
        switch reading.place {
        case .municipalities(let municipalities):
            var found = townMatch(text, at: position, among: municipalities)
            if reading.isGuess, !found.isCertain { return AddressMatch(restStart: position) }
            // 西区大野城 is not 大野 in any 西区.
            if found.hasUnknownTail, reading.extent ?? .ward == .ward, !areOneCity(municipalities) {
                found = TownMatch()
            }
            var confidence = reading.confidence
            if found.towns.isEmpty || found.confidence < 0.8, found.near.isEmpty,
                let behind = streets(text, from: position, among: municipalities)
            {
                found = behind.town
                confidence *= behind.isCertain ? 0.95 : 0.85
            }
            return match(found, reading, municipalities, confidence, position, text)
        case .prefecture(let code):
            var found = townMatch(text, at: position, inPrefecture: code)
            if found.hasUnknownTail { found = TownMatch() }
            if reading.isGuess, !found.isCertain { return AddressMatch(restStart: position) }
            return match(found, reading, Indices(), reading.confidence, position, text)
        }
    }

    private func match(
        _ found: TownMatch, _ reading: Reading, _ municipalities: Indices, _ confidence: Double, _ position: Int,
        _ text: AddressLetters
    ) -> AddressMatch {
        var match = AddressMatch(restStart: position)
        match.writtenExtent = reading.extent
        if let town = found.towns.only {
            match.level = .town
            match.town = town
            match.municipality = Int(towns[town].municipality)
            match.prefecture = Int(self.municipalities[Int(towns[town].municipality)].code) / 1000
            match.restStart = found.end
            match.alternatives = found.otherReadings
            match.confidence =
                confidence * found.confidence * found.kind.confidence * (found.otherReadings.isEmpty ? 1 : 0.85)
                * (municipalities.count == 1 ? 1 : 0.98)
            return match
        }
        let candidates = found.all
        let narrowed = candidates.isEmpty ? municipalities.map(\.self) : self.municipalities(of: candidates)
        match.alternatives = candidates.isEmpty ? elsewhere(text, at: position, municipalities) : candidates
        // Without a municipality in the address, only a town is evidence of where it lies.
        let cities = Set(narrowed.map { self.municipalities[$0].cityCode })
        guard let first = narrowed.first, cities.count == 1, reading.extent != nil || !candidates.isEmpty else {
            return match
        }
        match.level = .municipality
        match.municipality = first
        match.isCityOnly = narrowed.count > 1
        match.prefecture = Int(self.municipalities[first].code) / 1000
        match.confidence = confidence * (reading.extent == nil ? 0.8 : 1)
        return match
    }

    /// In ascending order.
    private func municipalities(of towns: Indices) -> [Int] {
        Array(Set(towns.map { Int(self.towns[$0].municipality) })).sorted()
    }

    /// The same name in another ward of the city: what was perhaps meant.
    private func elsewhere(_ text: AddressLetters, at position: Int, _ municipalities: Indices) -> Indices {
        let cities = Set(municipalities.map { self.municipalities[$0].cityCode })
        guard cities.count == 1, let city = cities.first else { return Indices() }
        var others = Indices()
        for other in self.municipalities.indices
        where self.municipalities[other].cityCode == city && !municipalities.contains(other) {
            others.append(other)
        }
        guard !others.isEmpty, position < text.count else { return Indices() }
        return townMatch(text, at: position, among: others).all
    }

    private func areOneCity(_ municipalities: Indices) -> Bool {
        municipalities.allSatisfy {
            self.municipalities[$0].cityCode == self.municipalities[municipalities[0]].cityCode
        }
    }

    private func townMatch(_ text: AddressLetters, at position: Int, among municipalities: Indices) -> TownMatch {
        var candidates: [StemCandidate] = []
        candidates.reserveCapacity(8)
        for municipality in municipalities {
            forEachStem(of: municipality, in: text, at: position) { stem, length in
                candidates.append(candidate(stem, length))
            }
        }
        candidates.sort(by: StemCandidate.isBetter)
        return matchTown(in: text, at: position, among: candidates)
    }

    private func townMatch(_ text: AddressLetters, at position: Int, inPrefecture code: Int?) -> TownMatch {
        var candidates: [StemCandidate] = []
        candidates.reserveCapacity(8)
        forEachStemAnywhere(in: text, at: position) { stem, length in
            let municipality = Int(stems[stem].municipality)
            guard code.map({ Int(self.municipalities[municipality].code) / 1000 == $0 }) ?? (length >= 3) else {
                return
            }
            candidates.append(candidate(stem, length))
        }
        candidates.sort(by: StemCandidate.isBetter)
        return matchTown(in: text, at: position, among: candidates)
    }

    private func candidate(_ stem: Int, _ length: Int) -> StemCandidate {
        StemCandidate(stem: stem, length: length, kind: StemKind(rawValue: stems[stem].kind) ?? .name)
    }

    // MARK: Streets

    /// In Kyoto an address says the crossing before the town: 寺町通御池上る上本能寺前町. A bare 上 or 下 may be the first
    /// letter of a name, so whole words are looked for first, and the others only behind a 通.
    private func streets(
        _ text: AddressLetters, from position: Int, among municipalities: Indices
    ) -> (town: TownMatch, isCertain: Bool)? {
        for isWhole in [true, false] {
            if !isWhole, !text.contains(Letter.through, in: position..<position + 40) { return nil }
            var index = min(text.count - 1, position + 40)
            while index > position {
                if index + 1 < text.count, StreetWords.end(text, at: index, isWhole: isWhole),
                    let match = townBehindStreet(text, at: index + 1, among: municipalities)
                {
                    return (match, isWhole)
                }
                index -= 1
            }
        }
        return nil
    }

    private func townBehindStreet(_ text: AddressLetters, at position: Int, among municipalities: Indices) -> TownMatch?
    {
        let match = townMatch(text, at: position, among: municipalities)
        if match.towns.only != nil, match.confidence == 1 { return match }
        // 西入二丁行衛町: two blocks further.
        guard text.isNumber(position), text[position + 1] == Letter.block else { return nil }
        let behind = townMatch(
            text, at: position + (text[position + 2] == Letter.eye ? 3 : 2), among: municipalities)
        return behind.towns.only != nil && behind.confidence == 1 ? behind : nil
    }
}

extension StemCandidate {
    /// Longer names first, then those that are written in full.
    static func isBetter(_ a: StemCandidate, _ b: StemCandidate) -> Bool {
        if a.length != b.length { return a.length > b.length }
        return a.kind != b.kind ? a.kind < b.kind : a.stem < b.stem
    }
}

extension StemKind {
    /// How sure a town is that is written in this way.
    var confidence: Double {
        switch self {
        case .name: 1
        case .parent, .withoutLine: 0.95
        case .withoutTownSign: 0.9
        case .withoutFormerTown, .withoutEnding, .renamed: 0.85
        }
    }
}

/// 上る, 下る, 東入, 西入: words of Kyoto's addresses after which a name begins.
enum StreetWords {
    /// Whether such a word ends with this letter; one that isn't whole may be a part of a name.
    static func end(_ text: AddressLetters, at index: Int, isWhole: Bool) -> Bool {
        switch text[index] {
        case 0x308B, 0x30EB: isWhole && (up(text, index - 1) || text[index - 1] == 0x5165)  // る ル, 入る
        case 0x5165: isWhole && Letter.isDirection(text[index - 1])  // 入
        case 0x4E0A, 0x4E0B: !isWhole && text[index + 1] != 0x308B && text[index + 1] != 0x30EB && index > 1
        case Letter.through, 0x5074, 0x89D2: !isWhole  // 側 角
        default: false
        }
    }

    private static func up(_ text: AddressLetters, _ index: Int) -> Bool {
        switch text[index] {
        case 0x4E0A, 0x4E0B: true  // 上 下
        case Letter.ke: text[index - 1] == 0x4E0A || text[index - 1] == 0x4E0B  // 上がる
        default: false
        }
    }
}
