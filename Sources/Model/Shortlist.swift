/// 声掛け候補: a pick of the shortlist.
public struct Candidate: Sendable, Hashable {
    /// From 1, in the order in which the picks add most.
    public let rank: Int
    public let organizationID: String
    /// Need that it adds to what the members and the picks before it reach.
    public let expectedGain: Double
    public let cumulativeGain: Double
    /// Cumulative gain as a share of all that members leave open, 0…1.
    public let shareOfGapClosed: Double
    /// Cells that it is the first to fill.
    public let newCells: [CellKey]

    public init(
        rank: Int, organizationID: String, expectedGain: Double, cumulativeGain: Double, shareOfGapClosed: Double,
        newCells: [CellKey]
    ) {
        self.rank = rank
        self.organizationID = organizationID
        self.expectedGain = expectedGain
        self.cumulativeGain = cumulativeGain
        self.shareOfGapClosed = shareOfGapClosed
        self.newCells = newCells
    }
}

/// A combination of organisations to invite, with how far from the best possible it can be at most.
public struct Shortlist: Sendable, Hashable {
    public let candidates: [Candidate]
    public let objective: Double
    /// No combination of as many organisations is worth more.
    public let upperBound: Double
    public let method: String
    /// How many were asked for; there are fewer candidates when no other adds anything.
    public let size: Int

    public init(candidates: [Candidate], objective: Double, upperBound: Double, method: String, size: Int) {
        self.candidates = candidates
        self.objective = objective
        self.upperBound = upperBound
        self.method = method
        self.size = size
    }

    /// Per cent of the bound that is not proven reached.
    public var optimalityGapPercent: Double {
        upperBound > 0 ? max(0, (upperBound - objective) / upperBound * 100) : 0
    }
}
