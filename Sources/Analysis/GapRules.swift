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

    /// - Parameter probabilityOfNobody: that nobody among those who did not answer reaches the cell, 0…1.
    public func kind(_ counts: Counts, probabilityOfNobody: Double) -> GapKind {
        if counts.members >= 2 { return .covered }
        if counts.members == 1 { return .thin }
        if counts.known > 0 { return .recruitable }
        if counts.membersBlank > 0 { return .checkMember }
        return probabilityOfNobody >= absentProbability ? .absent : .unknown
    }
}
