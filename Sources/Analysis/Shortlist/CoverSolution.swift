/// A choice of candidates, and how much better any other could be at most.
public struct CoverSolution: Sendable {
    public struct Pick: Sendable, Hashable {
        public let candidate: Int
        /// What it adds to the picks before it.
        public let gain: Double
        /// Cells that no pick before it fills at all, ascending.
        public let newCells: [Int]
        /// Candidates that could stand in its place without a loss, ascending: that this one was taken is a matter of
        /// their order.
        public let tiedWith: [Int]

        public init(candidate: Int, gain: Double, newCells: [Int], tiedWith: [Int] = []) {
            self.candidate = candidate
            self.gain = gain
            self.newCells = newCells
            self.tiedWith = tiedWith
        }
    }

    /// In the order in which each adds most to those before it.
    public let picks: [Pick]
    public let value: Double
    /// No set that is allowed is worth more.
    public let upperBound: Double
    /// What was done, such as `greedy+swaps+tree`.
    public let method: String
    /// Whether a limit on time struck; the result is the same as if it had been set lower, and doesn't depend on when.
    public let isCutByTime: Bool

    public init(picks: [Pick], value: Double, upperBound: Double, method: String, isCutByTime: Bool = false) {
        self.picks = picks
        self.value = value
        self.upperBound = upperBound
        self.method = method
        self.isCutByTime = isCutByTime
    }

    /// Per cent of the bound that is not proven reached.
    public var optimalityGapPercent: Double {
        upperBound > 0 ? max(0, (upperBound - value) / upperBound * 100) : 0
    }

    public var isOptimal: Bool { upperBound <= value }
}

/// Why nothing can be chosen: constraints that can't be kept together, though any but one of them can.
public struct CoverConflict: Error, Sendable, Hashable {
    public let constraints: [CoverConstraints.Constraint]

    public init(_ constraints: [CoverConstraints.Constraint]) { self.constraints = constraints }
}

/// What finds a best choice; a mixed-integer solver lives in a room of its own.
public protocol Solver: Sendable {
    /// - Throws: ``CoverConflict`` when no set keeps to the constraints.
    func solve(_ problem: CoverProblem, _ constraints: CoverConstraints) throws(CoverConflict) -> CoverSolution
}

/// What can tell whether constraints can be kept at all.
public protocol FeasibilityOracle: Sendable {
    /// - Parameter preferences: of every candidate; a set with a large sum is a good one to start from.
    /// - Returns: `nil` when there is no set that keeps to the constraints.
    func allowedSet(_ constraints: CoverConstraints, preferences: [Double]) -> [Int]?
}
