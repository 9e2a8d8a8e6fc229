internal import Model

/// What a person decided about a theme of an organisation: which of its support types go with it. The raw values of the
/// verdict stand in `decisions.csv`.
struct PairDecision: Hashable {
    enum Verdict: String, CaseIterable {
        /// All that the organisation names, such as are learned later too.
        case all
        /// Those that are named, and no other.
        case types
        case none
        case undecided
    }

    var verdict: Verdict
    /// Ids, for `types`.
    var types: [String] = []
    /// Whether it was decided in an earlier wave, on what was answered then.
    var isInherited = false

    /// - Returns: `nil` where nobody decided.
    func isDone(_ type: String) -> Bool? {
        switch verdict {
        case .all: true
        case .types: types.isEmpty ? nil : types.contains(type)
        case .none: false
        case .undecided: nil
        }
    }
}

extension PairDecision {
    /// What stands under `subject_b`: `theme`, or `theme:type;type`.
    static func subject(theme: String, types: [String]) -> String {
        types.isEmpty ? theme : "\(theme):\(types.joined(separator: ";"))"
    }

    static func parts(ofSubject text: String) -> (theme: String, types: [String]) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let types = parts.count > 1 ? parts[1].split(separator: ";").map(String.init) : []
        return (parts.first.map(String.init) ?? "", types)
    }
}

/// Which support types go with which themes. They are asked apart, so that it is open where an organisation names several
/// of both, until a person decides.
struct ActivityPairs {
    /// A theme with those of the support types that can go with it.
    struct Theme {
        let id: String
        let types: [String]
    }

    let taxonomy: Taxonomy
    /// By content key of the record, then by theme.
    let decisions: [String: [String: PairDecision]]

    /// The themes of which it is open which support types go with them, decided or not; in the order of the taxonomy.
    ///
    /// その他 makes no cell, but it is one of several.
    func open(themes: [AttributedLabel], supportTypes: [AttributedLabel]) -> [Theme] {
        guard themes.count > 1, supportTypes.count > 1 else { return [] }
        return themes.compactMap { theme in
            guard taxonomy.theme(theme.id)?.isResidual == false else { return nil }
            let types = taxonomy.supportTypes(goingWith: theme.id, of: supportTypes.map(\.id))
            return types.isEmpty ? nil : Theme(id: theme.id, types: types)
        }
    }

    /// What a person decided of open themes. A clear answer, of one theme or of one support type, says more.
    /// - Parameter earlier: what an earlier wave knew of the same organisation as decided: what was decided then holds for
    ///   the pairs that were open then.
    func decided(_ open: [Theme], contentKey: String, earlier: [DecidedPair]) -> [DecidedPair] {
        guard let decisions = decisions[contentKey] else { return [] }
        return open.flatMap { theme in
            theme.types.compactMap { type in
                guard let decision = decisions[theme.id], let isDone = decision.isDone(type) else { return nil }
                let pair = DecidedPair(themeID: theme.id, supportTypeID: type, isDone: isDone)
                return decision.isInherited && !earlier.contains(pair) ? nil : pair
            }
        }
    }
}

extension Taxonomy {
    /// Those that make a cell with the theme, in the order in which they stand in the taxonomy.
    func supportTypes(goingWith theme: String, of ids: [String]) -> [String] {
        supportTypes.filter { !$0.isResidual && ids.contains($0.id) && !excludedPairs.contains([theme, $0.id]) }
            .map(\.id)
    }
}
