public import Model

/// Who reaches a cell: the rules that decide its gap kind.
public struct GapRules: Sendable {
    /// A cell counts as `absent` when the chance that nobody among those who did not answer reaches it is at least
    /// this much.
    public let absentProbability: Double
    /// How much a claim counts of an organisation that was asked for cases and names none of the theme, 0…1.
    public let weightWithoutCase: Double

    /// - Parameter weightWithoutCase: 1 takes every claim at its word; 0 counts only those with a case.
    public init(absentProbability: Double = 0.8, weightWithoutCase: Double = 1) {
        self.absentProbability = absentProbability
        self.weightWithoutCase = weightWithoutCase
    }

    /// - Parameter probabilityOfNobody: that nobody among those who did not answer reaches the cell, 0…1.
    public func kind(_ counts: CellCounts, probabilityOfNobody: Double) -> GapKind {
        let members = Double(counts.members) - (1 - weightWithoutCase) * Double(counts.membersWithoutCase)
        if members >= 2 - Self.rounding { return .covered }
        if members > Self.rounding { return .thin }
        if counts.known > counts.members { return .recruitable }
        // A member whose claim doesn't count is to be asked as well.
        if counts.membersBlank > 0 || counts.members > 0 { return .checkMember }
        return probabilityOfNobody >= absentProbability ? .absent : .unknown
    }

    /// Of sums of weights.
    private static let rounding = 1e-9
}
