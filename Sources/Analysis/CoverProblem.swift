/// Weighted maximum coverage: cells with a weight, candidates with the cells that they fill.
///
/// maximise Σ_c w_c · [1 − Π_{j ∈ S} (1 − q_jc)] over sets S of at most K candidates. In this version every q is 1, so a
/// cell counts once, as soon as one pick fills it. The function is monotone and submodular.
public struct CoverProblem: Sendable {
    /// w_c ≥ 0
    public let weights: [Double]
    /// Indices of the cells that each candidate fills, ascending, without doubles.
    public let candidates: [[Int]]

    public init(weights: [Double], candidates: [[Int]]) {
        self.weights = weights
        self.candidates = candidates
    }

    /// What a set of candidates fills.
    public func value(of picks: some Sequence<Int>) -> Double {
        var filled = [Bool](repeating: false, count: weights.count)
        for pick in picks { for cell in candidates[pick] { filled[cell] = true } }
        return filled.indices.reduce(0) { filled[$1] ? $0 + weights[$1] : $0 }
    }
}

/// A choice of candidates, and how much better any other could be at most.
public struct CoverSolution: Sendable {
    public struct Pick: Sendable, Hashable {
        public let candidate: Int
        public let gain: Double
        /// Cells that it is the first to fill.
        public let newCells: [Int]

        public init(candidate: Int, gain: Double, newCells: [Int]) {
            self.candidate = candidate
            self.gain = gain
            self.newCells = newCells
        }
    }

    /// In the order of their gains.
    public let picks: [Pick]
    public let value: Double
    /// No set of K candidates is worth more.
    public let upperBound: Double
    public let method: String

    public init(picks: [Pick], value: Double, upperBound: Double, method: String) {
        self.picks = picks
        self.value = value
        self.upperBound = upperBound
        self.method = method
    }
}

/// What finds a best choice; the exact solver lives in a room of its own.
public protocol Solver: Sendable {
    func solve(_ problem: CoverProblem, size: Int) throws -> CoverSolution
}
