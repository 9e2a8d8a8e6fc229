/// Whom a person looks for: somebody who does a theme with each of the support types, in each of the areas. All are
/// indices.
public struct MatchRequest: Sendable, Hashable {
    public let theme: Int
    /// Each once; empty asks for none in particular.
    public let supportTypes: [Int]
    /// Each once; empty asks for none in particular.
    public let areas: [Int]

    public init(theme: Int, supportTypes: [Int] = [], areas: [Int] = []) {
        self.theme = theme
        self.supportTypes = supportTypes
        self.areas = areas
    }
}

/// An organisation as far as matching has to know it. Themes, support types and areas are indices.
public struct MatchableOrganization: Sendable, Hashable {
    /// Where it works.
    public enum ServiceArea: Sendable, Hashable {
        /// The areas that it named; empty where all of them are elsewhere.
        case part(Set<Int>)
        /// The whole city, or more of one piece.
        case whole
        /// 広域: all over the country or online; nobody confirmed that it works in the city.
        case wide
        /// It did not say, or nobody understood it.
        case unknown
    }

    /// What it says that it does.
    public struct Activities: Sendable, Hashable {
        /// Those that it named itself.
        public let named: Set<Int>
        /// Those that were taken from a free text.
        public let recoded: Set<Int>
        /// How many they are, those that nobody can ask for (その他) included.
        public let count: Int

        public init(named: Set<Int> = [], recoded: Set<Int> = [], count: Int) {
            self.named = named
            self.recoded = recoded
            self.count = count
        }

        func contains(_ index: Int) -> Bool { named.contains(index) || recoded.contains(index) }
    }

    public let isMember: Bool
    public let serviceArea: ServiceArea
    public let themes: Activities
    public let supportTypes: Activities
    /// Whether it does a theme and a support type together, as a person said; pairs that nobody spoke of are missing.
    public let decidedPairs: [CoverageLayout.Pair: Bool]
    /// Themes of the cases that it tells of; `nil` where it was not asked or did not say.
    public let caseThemes: Set<Int>?
    /// The lower the more often, 0…; `nil` where it isn't known.
    public let frequency: Int?
    /// Metres, ≥ 0; `nil` where it isn't known or none was asked for.
    public let distance: Int?

    public init(
        isMember: Bool, serviceArea: ServiceArea, themes: Activities, supportTypes: Activities,
        decidedPairs: [CoverageLayout.Pair: Bool] = [:], caseThemes: Set<Int>? = nil, frequency: Int? = nil,
        distance: Int? = nil
    ) {
        self.isMember = isMember
        self.serviceArea = serviceArea
        self.themes = themes
        self.supportTypes = supportTypes
        self.decidedPairs = decidedPairs
        self.caseThemes = caseThemes
        self.frequency = frequency
        self.distance = distance
    }
}
