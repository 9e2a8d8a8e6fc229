import Model
public import Text

/// Reads addresses as people write them, against a gazetteer.
///
/// It takes off a postcode, then prefecture, municipality (郡 or ward may be missing) and town, and reads the numbers
/// behind it. Whatever is missing is filled in only when the gazetteer leaves no choice.
public struct AddressReader: Sendable {
    let gazetteer: Gazetteer
    let prefectures: Prefectures
    private let prefectureNames: Lexicon<Int>
    private let variants: CharacterVariants
    /// Municipalities of the wave: where an address without a municipality lies, and which 中央区 is meant.
    let home: [Int]

    /// - Parameter home: five digits of the wave's municipality, a prior that a complete address beats; `nil` has none.
    public init(
        gazetteer: Gazetteer, prefectures: Prefectures, variants: CharacterVariants, home: String?
    ) {
        self.gazetteer = gazetteer.comparing(by: variants)
        self.prefectures = prefectures
        self.variants = variants
        prefectureNames = Lexicon(
            prefectures.entries.enumerated().map { (PlaceText.key($1.name, variants: variants), $0) })
        self.home = home.map(self.gazetteer.municipalities.members) ?? []
    }

    public func read(_ address: String) -> ReadAddress {
        let text = PlaceText(address, variants: variants)
        let start = PostalCode.end(in: text)
        var position = start
        var prefecture: Int?
        if let found = prefectureNames.longest(in: text, at: start) {
            prefecture = found.meanings.first
            position += found.length
        }
        let best = best(of: hypotheses(text, position, prefecture), in: text)
        var result = ReadAddress()
        if let prefecture {
            result.level = .prefecture
            result.prefectureCode = prefectures.entries[prefecture].code
            result.prefecture = prefectures.entries[prefecture].name
        }
        guard let (hypothesis, outcome) = best else {
            return finished(result, text, from: position, wholeFrom: start)
        }
        return completed(result, by: outcome, of: hypothesis, in: text)
    }

    // MARK: Where it can lie

    /// A reading of the beginning of an address.
    struct Hypothesis {
        let municipalities: [Int]
        /// Index behind the municipality.
        let position: Int
        /// How much of the municipality was written; `nil` for nothing.
        let extent: MunicipalityTable.Form.Extent?

        /// What was written more fully is believed before what wasn't.
        var rank: Int { (extent.map { $0.rawValue + 1 } ?? 0) * 1000 + position }
    }

    /// All readings, the most explicit first.
    private func hypotheses(_ text: PlaceText, _ position: Int, _ prefecture: Int?) -> [Hypothesis] {
        let table = gazetteer.municipalities
        let code = prefecture.map { prefectures.entries[$0].code }
        func isPossible(_ municipality: Int) -> Bool {
            code.map { table.all[municipality].prefectureCode == $0 } ?? true
        }
        var result: [Hypothesis] = []
        table.forms.forEach(in: text, at: position) { forms, length in
            // 中央区 without more is the one at home, where there is one, and not Tokyo's; a prefecture decides before.
            let isAtHome = code == nil && forms.contains { home.contains($0.municipality) }
            for extent in MunicipalityTable.Form.Extent.allCases {
                let members = forms.filter { $0.extent == extent }.map(\.municipality)
                    .filter { isPossible($0) && (!isAtHome || home.contains($0)) }
                if members.isEmpty { continue }
                result.append(Hypothesis(municipalities: members, position: position + length, extent: extent))
            }
        }
        result.sort { $0.rank > $1.rank }
        let atHome = home.filter(isPossible)
        if !atHome.isEmpty {
            result.append(Hypothesis(municipalities: atHome, position: position, extent: nil))
        } else if code != nil, result.isEmpty {
            let members = table.all.indices.filter(isPossible)
            result.append(Hypothesis(municipalities: members, position: position, extent: nil))
        }
        return result
    }

    /// The first one under which a town is found; else the first that leaves no doubt about the municipality.
    private func best(of hypotheses: [Hypothesis], in text: PlaceText) -> (Hypothesis, Outcome)? {
        var best: (Hypothesis, Outcome)?
        for hypothesis in hypotheses {
            let outcome = outcome(of: hypothesis, in: text)
            if outcome.rank == .town { return (hypothesis, outcome) }
            if outcome.rank > best?.1.rank ?? .nothing { best = (hypothesis, outcome) }
        }
        return best
    }

    // MARK: What was found there

    struct Outcome {
        enum Rank: Int, Comparable {
            case nothing, municipality, town

            static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
        }

        let rank: Rank
        let match: TownMatch
        /// The municipality, or all wards of a city when it is not known which.
        let municipalities: [Int]
    }

    private func outcome(of hypothesis: Hypothesis, in text: PlaceText) -> Outcome {
        let table = gazetteer.municipalities
        let match = gazetteer.matchTown(in: text, at: hypothesis.position, among: hypothesis.municipalities)
        if match.towns.count == 1, let town = match.towns.first {
            let code = gazetteer[town].municipalityCode
            return Outcome(
                rank: .town, match: match,
                municipalities: hypothesis.municipalities.filter { table.all[$0].code == code })
        }
        // A name that lies in one ward only says which ward it is, even where its 丁目 isn't in the gazetteer.
        let narrowed = match.towns.isEmpty ? match.nearMunicipalities : municipalities(of: match.towns)
        let municipalities = narrowed.isEmpty ? hypothesis.municipalities : narrowed
        // Without a municipality in the address, only a town is evidence of where it lies.
        let isCertain =
            Set(municipalities.map { table.cityCodes[$0] }).count == 1
            && (hypothesis.extent != nil || !narrowed.isEmpty)
        return Outcome(rank: isCertain ? .municipality : .nothing, match: match, municipalities: municipalities)
    }

    private func municipalities(of towns: [Int]) -> [Int] {
        let codes = Set(towns.map { gazetteer[$0].municipalityCode })
        return gazetteer.municipalities.all.indices.filter { codes.contains(gazetteer.municipalities.all[$0].code) }
    }
}
