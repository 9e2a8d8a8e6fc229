import Model

/// Reads addresses against one gazetteer.
struct GazetteerReader: Sendable {
    let image: GazetteerImage
    private let prefectures: PrefectureForms
    private let names: [String: String]
    /// Municipalities of the wave: where an address without a municipality lies, and which 中央区 is meant.
    private let home: Set<Int>

    /// - Parameter home: five digits of the wave's municipality, a prior that a complete address beats; `nil` has none.
    init(image: GazetteerImage, prefectures: Prefectures, home: UInt32?) {
        self.image = image
        self.prefectures = PrefectureForms(prefectures, table: image.table)
        names = Dictionary(
            prefectures.codes.map { ($0, prefectures.name(of: $0) ?? "") }, uniquingKeysWith: { first, _ in first })
        self.home = Set(
            image.municipalities.indices.filter {
                image.municipalities[$0].code == home || image.municipalities[$0].cityCode == home
            })
    }

    func prefectureName(_ code: String) -> String? { names[code] }

    func read(_ address: String) -> ReadAddress {
        var letters = makeScratch()
        letters.read(address)
        return result(match(letters), letters, address)
    }

    func makeScratch() -> AddressLetters { AddressLetters(table: image.table) }

    func match(_ text: AddressLetters) -> AddressMatch {
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
        return best(of: readings.sorted, text, start: start, prefecture: prefecture)
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
            // 大阪府熊本市: one of the two is wrong, and nobody can tell which.
            if image.hasForm(text, at: Preamble.skippingPunctuation(text, start + prefecture.length)) { return match }
            match.level = .prefecture
            match.prefecture = prefecture.code
            match.restStart = start + prefecture.length
        }
        return match
    }
}
