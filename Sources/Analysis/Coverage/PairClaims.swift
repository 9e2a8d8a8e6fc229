internal import Model

/// A theme and a support type that an organisation does together, as far as is known.
public struct PairClaim: Sendable {
    /// Index of the pair.
    public let pair: Int
    public let theme: Int
    /// It named one theme or one support type alone, or a person confirmed it; else it is an inference.
    public let isSure: Bool
}

extension ReachingOrganization {
    /// Themes and support types are asked apart: each theme that it names goes with each support type, unless a person said
    /// that it doesn't.
    public func pairClaims(_ layout: CoverageLayout) -> [PairClaim] {
        let isSingle = themes.isSingle || supportTypes.isSingle
        return themes.indices.flatMap { theme in
            supportTypes.indices.compactMap { type -> PairClaim? in
                guard let pair = layout.pair(theme: theme, supportType: type) else { return nil }
                let said = decidedPairs.isEmpty ? nil : decidedPairs[layout.pairs[pair]]
                return said == false ? nil : PairClaim(pair: pair, theme: theme, isSure: isSingle || said == true)
            }
        }
    }
}

/// Of the organisations that reach a cell of area and pair, those whose claim is no inference: what the gap kind needs of
/// them.
public struct SureClaims: Sendable, Hashable {
    public internal(set) var members: Int32 = 0
    public internal(set) var membersWithoutCase: Int32 = 0
    /// Members included.
    public internal(set) var known: Int32 = 0

    public init() {}

    /// What the cell would be without the inferences.
    func counts(membersBlank: Int) -> CellCounts {
        var counts = CellCounts(members: Int(members), known: Int(known), membersBlank: membersBlank)
        counts.membersWithoutCase = Int(membersWithoutCase)
        return counts
    }
}
