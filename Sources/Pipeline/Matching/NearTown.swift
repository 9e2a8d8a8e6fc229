internal import FoundationEssentials
internal import Geo
internal import Model
internal import Store
internal import Survey
internal import Text

/// A town that organisations may be near to.
struct NearTown: Hashable {
    /// Five digits; of the ward where there is one.
    let municipalityCode: String
    let municipality: String
    let name: String
    /// Of its centre, degrees, JGD2011.
    let latitude: Double
    let longitude: Double

    var fullName: String { municipality + name }
}

/// The towns that are known: those of gazetteers, or those that organisations have their offices in.
struct TownBook {
    private let gazetteers: [Gazetteer]
    private let reader: AddressReader
    /// Of the organisations whose places are not withheld, by municipality and name.
    private let offices: [NearTown]
    private let centres: [String: NearTown]
    private let variants: CharacterVariants
    /// Of the wave.
    private let municipality: String

    static let option = "--near"

    /// - Throws: `StageError` when a table of the data folder is missing.
    init(_ facts: MatchFacts, gazetteers: GazetteerStack, prefectures: Prefectures, dataFolder: URL) throws(StageError)
    {
        self.gazetteers = gazetteers.gazetteers
        reader = AddressReader(
            gazetteers: gazetteers.gazetteers, prefectures: prefectures, home: facts.municipalityCode)
        variants = try ReferenceData.placeVariants(dataFolder: dataFolder)
        municipality = facts.municipality
        let towns = Dictionary(grouping: facts.organizations.compactMap(\.row.town)) { Self.key($0) }
        offices = towns.values.compactMap(Self.centre)
            .sorted { ($0.municipalityCode, $0.name) < ($1.municipalityCode, $1.name) }
        centres = Dictionary(offices.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The centre of the town of an office: the gazetteers', else that of the offices in it.
    func centre(of town: MatchRow.Town) -> NearTown? {
        if !gazetteers.isEmpty {
            let read = reader.read(town.municipality + town.name)
            if read.municipalityCode == town.municipalityCode, let centre = NearTown(read) { return centre }
        }
        return centres[Self.key(town)]
    }

    /// The town that a person named.
    /// - Throws: `valueUnknown`, `valueAmbiguous` or `townAlone`.
    func town(named text: String) throws(StageError) -> NearTown {
        try gazetteers.isEmpty ? office(named: text) : town(inGazetteers: text)
    }

    private func town(inGazetteers text: String) throws(StageError) -> NearTown {
        let read = reader.read(text)
        let others = read.alternatives.map { PlaceNames(gazetteers: gazetteers).name($0) ?? $0 }
        guard let town = NearTown(read) else {
            throw Self.problem(
                others.isEmpty ? .valueUnknown : .valueAmbiguous, text,
                expected: others.isEmpty ? nearest(to: text) : others)
        }
        guard others.isEmpty else { throw Self.problem(.valueAmbiguous, text, expected: [town.fullName] + others) }
        // Behind a town stands a lot, and nobody's house is asked for.
        guard read.number.isEmpty, read.rest.isEmpty, read.building.isEmpty else {
            throw Self.problem(.townAlone, "", expected: [town.fullName])
        }
        return town
    }

    // MARK: Among the offices

    private func office(named text: String) throws(StageError) -> NearTown {
        let key = comparable(text)
        let matching = offices.filter { forms($0).contains(key) }
        if matching.count == 1 { return matching[0] }
        if matching.count > 1 { throw Self.problem(.valueAmbiguous, text, expected: matching.map(\.fullName)) }
        if let town = offices.first(where: { forms($0).contains { Self.isNumbered(key, behind: $0) } }) {
            throw Self.problem(.townAlone, "", expected: [town.fullName])
        }
        // 国府 for 国府一丁目 and 国府二丁目.
        let longer = offices.filter { forms($0).contains { $0.hasPrefix(key) } }
        if longer.count > 1, !key.isEmpty {
            throw Self.problem(.valueAmbiguous, text, expected: longer.prefix(Self.shown).map(\.fullName))
        }
        throw Self.problem(.valueUnknown, text, expected: nearest(to: text))
    }

    private func nearest(to text: String) -> [String] {
        var names: [String] = []
        for town in offices where !names.contains(town.name) { names.append(town.name) }
        let nearest = NearestNames.nearest(to: text, among: names, limit: Self.shown)
        return nearest.isEmpty ? Array(names.prefix(Self.shown)) : nearest
    }

    private static let shown = 10

    /// 甲町, 乙区甲町, 丙市乙区甲町: as people write a town.
    private func forms(_ town: NearTown) -> [String] {
        var forms = [town.name, town.fullName]
        if town.municipality.hasPrefix(municipality) {
            forms.append(town.municipality.dropFirst(municipality.count) + town.name)
        }
        return forms.map(comparable)
    }

    /// Folded, with the numbers of 丁目 in kanji, as gazetteers write them.
    private func comparable(_ text: String) -> String {
        let key = AddressText.key(text, variants: variants)
        guard let sign = key.firstRange(of: "丁目") else { return key }
        let before = key[..<sign.lowerBound]
        let stem = before.reversed().drop { $0.isASCII && $0.isNumber }.reversed()
        guard let number = Int(before.dropFirst(stem.count)) else { return key }
        return String(stem) + Numerals.kanji(number) + key[sign.lowerBound...]
    }

    /// Whether a text goes on with a number where the name of a town ends.
    private static func isNumbered(_ text: String, behind town: String) -> Bool {
        guard !town.isEmpty, text.hasPrefix(town), let next = text.dropFirst(town.count).unicodeScalars.first else {
            return false
        }
        return ("0"..."9").contains(next) || Numerals.isKanjiNumeral(next)
    }

    // MARK: -

    private static func problem(_ code: ProblemCode, _ found: String, expected: [String]) -> StageError {
        StageError(
            code, at: CellLocation(file: option), found: found, expected: expected.joined(separator: ", "))
    }

    private static func key(_ town: MatchRow.Town) -> String { "\(town.municipalityCode) \(town.name)" }
    private static func key(_ town: NearTown) -> String { "\(town.municipalityCode) \(town.name)" }

    /// Points of blocks and lots stand for the town where no office has its point.
    private static func centre(_ offices: [MatchRow.Town]) -> NearTown? {
        let towns = offices.filter(\.isPointOfTown)
        let points = (towns.isEmpty ? offices : towns).map { (latitude: $0.latitude, longitude: $0.longitude) }
        guard let town = offices.first, let index = CentralPoint.index(of: points) else { return nil }
        return NearTown(
            municipalityCode: town.municipalityCode, municipality: town.municipality, name: town.name,
            latitude: points[index].latitude, longitude: points[index].longitude)
    }
}

extension NearTown {
    /// - Returns: `nil` where no town with a point was read.
    fileprivate init?(_ read: ReadAddress) {
        guard read.level >= .town, let code = read.municipalityCode, let municipality = read.municipality,
            let town = read.town, let latitude = read.latitude, let longitude = read.longitude
        else { return nil }
        self.init(
            municipalityCode: code, municipality: municipality, name: town, latitude: latitude, longitude: longitude)
    }
}
