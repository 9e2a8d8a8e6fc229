import Text

/// 町字 with their points, from one or several lists.
///
/// Kept as flat arrays: the stems of each municipality lie together, sorted, so that the longest one that a text
/// begins with is found by narrowing a range; the 丁目 of a stem lie together in order.
public struct Gazetteer: Sendable {
    /// One row of a list.
    public struct Town: Sendable, Hashable {
        /// Five digits; of the ward where there is one.
        public let municipalityCode: String
        public let prefecture: String
        /// With 郡 and 区, such as 菊池郡大津町 or 熊本市中央区.
        public let municipality: String
        /// As the list writes it, such as 上水前寺一丁目. Empty for the municipality as a whole.
        public let town: String
        /// Representative point in degrees, JGD2000 or JGD2011: they differ by less than the points' own accuracy.
        public let latitude: Double?
        public let longitude: Double?
        /// Name of the list.
        public let source: String

        public init(
            municipalityCode: String, prefecture: String, municipality: String, town: String, latitude: Double?,
            longitude: Double?, source: String
        ) {
            self.municipalityCode = municipalityCode
            self.prefecture = prefecture
            self.municipality = municipality
            self.town = town
            self.latitude = latitude
            self.longitude = longitude
            self.source = source
        }
    }

    private let towns: [Town]
    /// 丁目 of each town, 0 without one.
    private let chomes: [UInt16]
    /// Stems of all municipalities, one municipality after the other.
    let stems: PrefixTable
    /// Towns of stem i: `townStarts[i]..<townStarts[i + 1]`.
    private let townStarts: [UInt32]
    /// Stems of municipality i: `stemStarts[i]..<stemStarts[i + 1]`.
    private let stemStarts: [UInt32]
    let municipalities: MunicipalityTable

    /// - Parameter towns: of two that are the same town, the first one stays, with the point of the second where it
    ///   has none itself.
    public init(towns: some Sequence<Town>) {
        self.init(rows: Array(towns), variants: CharacterVariants(pairs: []))
    }

    /// The same towns, found under the standard forms of the variants.
    func comparing(by variants: CharacterVariants) -> Gazetteer {
        // A list that is written in standard forms throughout needs no second index.
        var letters = Set<Unicode.Scalar>()
        for town in towns {
            letters.formUnion(town.town.unicodeScalars)
            letters.formUnion(town.municipality.unicodeScalars)
        }
        let text = String(String.UnicodeScalarView(letters))
        return variants.standardized(text) == text ? self : Gazetteer(rows: towns, variants: variants)
    }

    public var townCount: Int { towns.count }

    /// Towns in the order of municipality code, name and 丁目.
    public subscript(index: Int) -> Town { towns[index] }

    func chome(of town: Int) -> Int { Int(chomes[town]) }

    func towns(ofStem stem: Int) -> Range<Int> { Int(townStarts[stem])..<Int(townStarts[stem + 1]) }

    func stems(of municipality: Int) -> Range<Int> { Int(stemStarts[municipality])..<Int(stemStarts[municipality + 1]) }

    /// The town of a stem that has this 丁目; 0 asks for the one without.
    func town(ofStem stem: Int, chome: Int) -> Int? { towns(ofStem: stem).first { chomes[$0] == chome } }

    /// Whether one of the towns of the stem has a 丁目.
    func hasChomes(_ stem: Int) -> Bool { towns(ofStem: stem).contains { chomes[$0] > 0 } }

    /// Point of a municipality, where the list has a row for it as a whole.
    func point(of municipality: Int) -> Town? {
        let range = stems(of: municipality)
        guard let first = range.first, stems[first].isEmpty else { return nil }
        return town(ofStem: first, chome: 0).map { towns[$0] }
    }
}

extension Gazetteer {
    /// A row with what it is sorted by.
    private struct Entry {
        let municipality: Int
        let name: TownName
        let row: Int

        func precedes(_ other: Entry) -> Bool {
            if municipality != other.municipality { return municipality < other.municipality }
            if name.stem != other.name.stem { return name.stem.lexicographicallyPrecedes(other.name.stem) }
            return (name.chome, row) < (other.name.chome, other.row)
        }
    }

    private init(rows: [Town], variants: CharacterVariants) {
        let codes = Set(rows.map(\.municipalityCode)).sorted()
        let indexes = Dictionary(codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Municipality?] = Array(repeating: nil, count: codes.count)
        var entries: [Entry] = []
        entries.reserveCapacity(rows.count)
        for (row, town) in rows.enumerated() {
            guard let municipality = indexes[town.municipalityCode] else { continue }
            if found[municipality] == nil {
                found[municipality] = Municipality(
                    code: town.municipalityCode, name: town.municipality, prefecture: town.prefecture)
            }
            let name = TownName(town.town, variants: variants)
            entries.append(Entry(municipality: municipality, name: name, row: row))
        }
        entries.sort { $0.precedes($1) }
        self.init(entries, of: rows, municipalities: MunicipalityTable(found.compactMap(\.self), variants: variants))
    }

    private init(_ entries: [Entry], of rows: [Town], municipalities: MunicipalityTable) {
        var towns: [Town] = []
        var chomes: [UInt16] = []
        var stems = PrefixTable()
        var townStarts: [UInt32] = []
        var stemStarts: [UInt32] = []
        var last: Entry?
        for entry in entries {
            let isNewStem =
                last.map { $0.municipality != entry.municipality || $0.name.stem != entry.name.stem } ?? true
            while stemStarts.count <= entry.municipality { stemStarts.append(UInt32(stems.count)) }
            if isNewStem {
                townStarts.append(UInt32(towns.count))
                stems.append(entry.name.stem)
            } else if last?.name.chome == entry.name.chome {
                towns[towns.count - 1] = towns[towns.count - 1].completed(by: rows[entry.row])
                continue
            }
            towns.append(rows[entry.row])
            chomes.append(UInt16(clamping: entry.name.chome))
            last = entry
        }
        townStarts.append(UInt32(towns.count))
        while stemStarts.count <= municipalities.all.count { stemStarts.append(UInt32(stems.count)) }
        self.towns = towns
        self.chomes = chomes
        self.stems = stems
        self.townStarts = townStarts
        self.stemStarts = stemStarts
        self.municipalities = municipalities
    }
}

extension Gazetteer.Town {
    /// Itself, or with the other's point where it has none.
    fileprivate func completed(by other: Gazetteer.Town) -> Gazetteer.Town {
        guard latitude == nil || longitude == nil, other.latitude != nil, other.longitude != nil else { return self }
        return Gazetteer.Town(
            municipalityCode: municipalityCode, prefecture: prefecture, municipality: municipality, town: town,
            latitude: other.latitude, longitude: other.longitude, source: other.source)
    }
}
