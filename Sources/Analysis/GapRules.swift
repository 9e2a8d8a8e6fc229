public import Model

/// Who reaches a cell: the rules that decide its gap kind.
public struct GapRules: Sendable {
    /// A cell counts as `absent` when the chance that nobody among those who did not answer reaches it is at least
    /// this much.
    public let absentProbability: Double

    public init(absentProbability: Double = 0.8) { self.absentProbability = absentProbability }

    public struct Counts: Sendable, Hashable {
        public let members: Int
        /// All known organisations, members included.
        public let known: Int
        /// Members that could reach the area but left the question blank.
        public let membersBlank: Int

        public init(members: Int, known: Int, membersBlank: Int) {
            self.members = members
            self.known = known
            self.membersBlank = membersBlank
        }
    }

    public func kind(_ counts: Counts, expectedUnknown: Double) -> GapKind {
        if counts.members >= 2 { return .covered }
        if counts.members == 1 { return .thin }
        if counts.known > 0 { return .recruitable }
        if counts.membersBlank > 0 { return .checkMember }
        return Self.probabilityOfNobody(expected: expectedUnknown) >= absentProbability ? .absent : .unknown
    }

    /// P(no event) of a Poisson count with this mean.
    static func probabilityOfNobody(expected: Double) -> Double { exponential(-expected) }
}

/// How many of those who did not answer can be expected to do something.
public enum SilentEstimate {
    /// A group of organisations that are taken to be alike, such as one type.
    public struct Group: Sendable, Hashable {
        public let respondents: Int
        public let silent: Int
        /// Respondents of the group that do it.
        public let positive: Int

        public init(respondents: Int, silent: Int, positive: Int) {
            self.respondents = respondents
            self.silent = silent
            self.positive = positive
        }
    }

    /// Σ over groups of silent × rate. The rate of a group is drawn towards that of all groups by one pseudo-respondent,
    /// and that of all groups towards Jeffreys' prior (a half positive and a half negative answer).
    /// It assumes that within a group answering doesn't depend on the activity.
    public static func expected(_ groups: [Group]) -> Double {
        let positive = groups.reduce(0) { $0 + $1.positive }
        let respondents = groups.reduce(0) { $0 + $1.respondents }
        let overall = (Double(positive) + 0.5) / (Double(respondents) + 1)
        return groups.reduce(0) {
            $0 + Double($1.silent) * (Double($1.positive) + overall) / (Double($1.respondents) + 1)
        }
    }
}
