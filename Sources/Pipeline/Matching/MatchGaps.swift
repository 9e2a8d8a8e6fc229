internal import Model
internal import Store

/// What the coverage says of a theme that nobody is known to do as it was asked: who isn't known isn't nobody.
struct MatchGaps {
    let register: Register
    let words: MatchWords

    /// Of the theme with each of the support types, in the areas that were asked for, or in all of them.
    func sentences(ofTheme theme: Int) throws(StageError) -> [String] {
        let terms = words.facts.terms
        let kinds = try register.gapKinds(ofTheme: terms.themes.ids[theme])
        let types = words.request.supportTypes
        var sentences: [String] = []
        for type in types.isEmpty ? [nil] : types.map(Optional.some) {
            let cells = kinds.filter { $0.supportTypeID == type.map { terms.supportTypes.ids[$0] } }
            let label =
                words.quoted(terms.themes.labels[theme])
                + (type.map { "×" + words.quoted(terms.supportTypes.labels[$0]) } ?? "")
            if let places = places(cells.map { ($0.areaCode, $0.kind) }) {
                sentences.append(label + words.say("：", ": ") + places)
            }
        }
        return sentences
    }

    /// 北区は未把握、南区・西区はPF外に担い手あり
    private func places(_ cells: [(areaCode: String, kind: GapKind)]) -> String? {
        let areas = words.facts.terms.areas
        let asked = words.request.areas.isEmpty ? Array(areas.ids.indices) : words.request.areas
        let kinds = Dictionary(cells.map { ($0.areaCode, $0.kind) }, uniquingKeysWith: { first, _ in first })
        let parts = GapKind.allCases.compactMap { kind -> String? in
            let own = asked.filter { kinds[areas.ids[$0]] == kind }
            if own.isEmpty { return nil }
            let place = own.count == areas.ids.count ? words.say("すべての地域", "all areas") : places(own)
            return words.say("\(place)は\(kind.label)", "\(place) – \(Self.english(kind))")
        }
        return parts.isEmpty ? nil : parts.joined(separator: words.say("、", "; "))
    }

    /// Areas can be hundreds of meshes.
    private func places(_ areas: [Int]) -> String {
        let shown = words.areas(Array(areas.prefix(Self.shown)))
        let rest = areas.count - Self.shown
        return rest > 0 ? shown + words.say("ほか\(rest)地域", " and \(rest) more") : shown
    }

    private static let shown = 10

    private static func english(_ kind: GapKind) -> String {
        switch kind {
        case .covered: "two members or more"
        case .thin: "one member"
        case .recruitable: "an organisation outside the platform"
        case .checkMember: "a member to be asked"
        case .unknown: "not known; those who did not answer may do it"
        case .absent: "the survey found nobody"
        }
    }
}
