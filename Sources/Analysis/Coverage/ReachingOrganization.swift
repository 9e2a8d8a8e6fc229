/// An organisation as far as coverage has to know it: where it works, what it does, and whether it was asked. Areas, themes
/// and support types are indices.
public struct ReachingOrganization: Sendable, Hashable {
    /// Where it works.
    public enum Reach: Sendable, Hashable {
        /// The areas that it fills, each once, ascending.
        case areas([Int])
        /// 広域: all over the country or online. It is counted apart and fills no area.
        case wide
    }

    /// What it says that it does.
    public struct Activity: Sendable, Hashable {
        /// Those that make cells, each once.
        public let indices: [Int]
        /// Whether it named any, also one that makes no cell (その他).
        public let isNamed: Bool
        /// Whether it named one alone.
        public let isSingle: Bool

        /// - Parameter count: how many it named, those that make no cell included.
        public init(_ indices: [Int], count: Int) {
            self.indices = indices
            isNamed = count > 0
            isSingle = count == 1
        }
    }

    /// That the survey went to it and could have been answered.
    public struct Asked: Sendable, Hashable {
        /// Index of the group that it belongs to, such as its type.
        public let group: Int
        /// Index of the area that its office is in; `nil` where that is elsewhere or not known.
        public let office: Int?
        public let hasAnswered: Bool

        public init(group: Int, office: Int?, hasAnswered: Bool) {
            self.group = group
            self.office = office
            self.hasAnswered = hasAnswered
        }
    }

    public let isMember: Bool
    public let reach: Reach
    public let themes: Activity
    public let supportTypes: Activity
    /// Whether it does a theme and a support type together, as a person said; pairs that nobody spoke of are missing.
    public let decidedPairs: [CoverageLayout.Pair: Bool]
    /// Themes of the cases that it tells of; `nil` where it was not asked or did not say.
    public let caseThemes: [Int]?
    /// `nil` for one that was not asked, or of which silence says nothing: its letter came back, or it is a member.
    public let asked: Asked?

    public init(
        isMember: Bool, reach: Reach, themes: Activity, supportTypes: Activity,
        decidedPairs: [CoverageLayout.Pair: Bool] = [:], caseThemes: [Int]? = nil, asked: Asked? = nil
    ) {
        self.isMember = isMember
        self.reach = reach
        self.themes = themes
        self.supportTypes = supportTypes
        self.decidedPairs = decidedPairs
        self.caseThemes = caseThemes
        self.asked = asked
    }

    var filledAreas: [Int] { if case .areas(let areas) = reach { areas } else { [] } }
}
