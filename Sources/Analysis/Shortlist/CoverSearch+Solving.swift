extension CoverSearch: Solver {
    public func solve(
        _ problem: CoverProblem, _ constraints: CoverConstraints
    ) throws(CoverConflict) -> CoverSolution {
        try solve(problem, constraints, refining: nil)
    }

    /// - Parameter refine: tries to prove what the tree left open; gives a better set, of the whole problem, and a bound.
    public func solve(
        _ problem: CoverProblem, _ constraints: CoverConstraints, refining refine: Refinement?
    ) throws(CoverConflict) -> CoverSolution {
        var result = try search(problem, constraints)
        if let refine, let rest = result.rest, !result.isCutByTime {
            let open = OpenCover(rest, value: result.value, best: result.picks)
            if let found = refine(open) { result.take(found, from: open, constraints, problem) }
        }
        return Self.solution(result, problem, constraints)
    }

    public typealias Refinement = (OpenCover) -> OpenCover.Answer?

    static func solution(
        _ result: Result, _ problem: CoverProblem, _ constraints: CoverConstraints
    ) -> CoverSolution {
        CoverSolution(
            ordering: result.picks, of: problem, constraints, upperBound: result.bound, method: result.method,
            isCutByTime: result.isCutByTime)
    }
}

extension CoverSolution {
    /// Differences that are smaller, relative to the value, count as none.
    static let tolerance = 2e-10

    /// A set that keeps to the constraints, put in order.
    ///
    /// - Parameter upperBound: of any set that does.
    public init(
        ordering set: [Int], of problem: CoverProblem, _ constraints: CoverConstraints, upperBound: Double,
        method: String, isCutByTime: Bool = false
    ) {
        let picks = CoverOrder(problem, constraints).picks(set)
        let value = picks.reduce(0) { $0 + $1.gain }
        // A bound that is met to nine digits is met, for sums are not more exact than that; and so is one that leaves no
        // room for another whole number.
        let step = problem.step
        let isMet = upperBound <= value * (1 + Self.tolerance) || upperBound < value + step * 0.999
        self.init(
            picks: picks, value: value, upperBound: isMet ? value : max(value, upperBound), method: method,
            isCutByTime: isCutByTime)
    }
}

extension CoverSearch.Result {
    fileprivate mutating func take(
        _ answer: OpenCover.Answer, from open: OpenCover, _ constraints: CoverConstraints, _ problem: CoverProblem
    ) {
        method += "+milp"
        let set = open.whole(answer.picks)
        if constraints.allow(set) {
            let reached = problem.value(of: set)
            if reached > value * (1 + 1e-12) { (picks, value) = (set, reached) }
        }
        // Sets that were ruled out before are not better than the value that was known then.
        let proven = max(value, answer.bound)
        if proven >= value * (1 - 1e-9) { bound = min(bound, max(value, proven)) }
    }
}

/// What a search left undecided: a smaller problem, of which only sets above a value matter.
public struct OpenCover: Sendable {
    public let problem: CoverProblem
    public let size: Int
    /// Σ_j A_rj x_j within these bounds, for each row.
    public let rowLower: [Double]
    public let rowUpper: [Double]
    /// By candidate, the rows that it stands in.
    public let rowEntries: [[(row: Int, value: Double)]]
    /// Value of what is picked already.
    public let base: Double
    /// What is reached, with ``base``.
    public let value: Double
    /// The best set known, as far as it lies in the smaller problem.
    public let start: [Int]
    private let candidates: [Int]
    private let picked: [Int]

    /// Picks of the smaller problem, and an upper bound for the whole.
    public struct Answer: Sendable {
        public let picks: [Int]
        public let bound: Double

        public init(picks: [Int], bound: Double) {
            self.picks = picks
            self.bound = bound
        }
    }

    init(_ cover: ReducedCover, value: Double, best: [Int]) {
        problem = cover.problem
        size = cover.rows.size
        (rowLower, rowUpper) = (cover.rows.lower, cover.rows.upper)
        rowEntries = cover.problem.byCandidate.rowIndices.map { candidate in
            cover.rows.byCandidate.row(candidate).map {
                (Int(cover.rows.byCandidate.indices[$0]), cover.rows.byCandidate.values[$0])
            }
        }
        base = cover.base
        self.value = value
        (candidates, picked) = (cover.candidates, cover.picked)
        let places = Dictionary(uniqueKeysWithValues: cover.candidates.enumerated().map { ($1, $0) })
        start = best.compactMap { places[$0] }
    }

    /// The whole problem, with nothing decided.
    public init(_ problem: CoverProblem, _ constraints: CoverConstraints) {
        let rows = ConstraintRows(constraints, candidateCount: problem.candidateCount)
        let free = (0..<problem.candidateCount).filter {
            !constraints.included.contains($0) && !constraints.excluded.contains($0)
        }
        self.init(
            ReducedCover(problem, rows, picked: constraints.included.sorted(), free: free, merges: true), value: 0,
            best: [])
    }

    public func whole(_ picks: [Int]) -> [Int] { picked + picks.map { candidates[$0] } }

    /// The cell's candidates with their a_jc, those with the largest first.
    public func coverers(of cell: Int) -> [(candidate: Int, probability: Double)] {
        problem.byCell.row(cell).map { (Int(problem.byCell.indices[$0]), problem.byCell.values[$0]) }
    }
}
