public import Analysis
internal import CCbc
internal import Synchronization

/// Finds a best choice by a mixed-integer programme in CBC and proves it, under a limit on nodes so that the result does
/// not depend on the clock.
///
///     maximise   Σ_c w_c y_c
///     subject to y_c ≤ Σ_{j fills c} x_j   for every cell c
///                Σ_j x_j ≤ K
///                x_j ∈ {0, 1}, 0 ≤ y_c ≤ 1
///
/// (maximal covering location problem, Church and ReVelle 1974). The greedy choice is there to fall back on.
public struct ExactSolver: Solver {
    private let maximumNodes: Int

    /// - Parameter maximumNodes: of the search tree; at the limit the best choice so far and its bound are given.
    public init(maximumNodes: Int = 2000) { self.maximumNodes = maximumNodes }

    public func solve(_ problem: CoverProblem, size: Int) -> CoverSolution {
        let greedy = GreedySolver().solve(problem, size: size)
        // Weights are sums of fractions: a bound that is met to twelve digits is met.
        if greedy.upperBound <= greedy.value * (1 + 1e-12) { return greedy }
        // CBC's tolerances are absolute, and needs that add up to 1 would drown in them.
        let scale = 1000 / (problem.weights.max() ?? 1)
        let scaled = CoverProblem(weights: problem.weights.map { $0 * scale }, candidates: problem.candidates)
        guard let found = Self.lock.withLock({ _ in CoverProgramme(scaled, size: size).solve(maximumNodes) }),
            found.chosen.count <= size
        else { return greedy }
        let exact = Self.ordered(found.chosen, problem: problem)
        let best = exact.value > greedy.value * (1 + 1e-12) ? exact : greedy
        // A bound below a value that was reached is a fault of the arithmetic and proves nothing.
        let ownBound = found.bound / scale
        let isSound = ownBound >= best.value * (1 - 1e-9)
        let bound = isSound ? min(greedy.upperBound, ownBound) : greedy.upperBound
        let isProven = found.isOptimal && isSound && bound <= best.value * (1 + 1e-9)
        return CoverSolution(
            picks: best.picks, value: best.value, upperBound: isProven ? best.value : max(best.value, bound),
            method: "greedy+milp")
    }

    /// The chosen ones in the order in which each adds most.
    private static func ordered(_ chosen: [Int], problem: CoverProblem) -> CoverSolution {
        let part = CoverProblem(weights: problem.weights, candidates: chosen.map { problem.candidates[$0] })
        let solution = GreedySolver().solve(part, size: chosen.count)
        return CoverSolution(
            picks: solution.picks.map {
                CoverSolution.Pick(candidate: chosen[$0.candidate], gain: $0.gain, newCells: $0.newCells)
            }, value: solution.value, upperBound: solution.upperBound, method: solution.method)
    }

    /// CBC's C interface keeps state of its own: one solve at a time.
    private static let lock = Mutex(())
}

/// The programme as CBC takes it: columns x_j then y_c, one row for each cell and one for the size.
private struct CoverProgramme {
    struct Found {
        let chosen: [Int]
        let bound: Double
        let isOptimal: Bool
    }

    private let candidateCount: Int
    private let cellCount: Int
    private var starts: [CoinBigIndex] = [0]
    private var rows: [Int32] = []
    private var values: [Double] = []
    private let objective: [Double]
    private let size: Int

    init(_ problem: CoverProblem, size: Int) {
        candidateCount = problem.candidates.count
        cellCount = problem.weights.count
        self.size = size
        objective = Array(repeating: 0, count: candidateCount) + problem.weights
        for cells in problem.candidates {
            for cell in cells {
                rows.append(Int32(cell))
                values.append(-1)
            }
            rows.append(Int32(cellCount))
            values.append(1)
            starts.append(CoinBigIndex(rows.count))
        }
        for cell in 0..<cellCount {
            rows.append(Int32(cell))
            values.append(1)
            starts.append(CoinBigIndex(rows.count))
        }
    }

    /// - Returns: `nil` when CBC has no solution to give.
    func solve(_ maximumNodes: Int) -> Found? {
        guard let model = Cbc_newModel() else { return nil }
        defer { Cbc_deleteModel(model) }
        let columnCount = candidateCount + cellCount
        let lower = [Double](repeating: 0, count: columnCount)
        let upper = [Double](repeating: 1, count: columnCount)
        let rowLower = [Double](repeating: -.infinity, count: cellCount + 1)
        let rowUpper = [Double](repeating: 0, count: cellCount) + [Double(size)]
        Cbc_loadProblem(
            model, Int32(columnCount), Int32(cellCount + 1), starts, rows, values, lower, upper, objective, rowLower,
            rowUpper)
        for column in 0..<candidateCount { Cbc_setInteger(model, Int32(column)) }
        Cbc_setObjSense(model, -1)
        Cbc_setLogLevel(model, 0)
        Cbc_setParameter(model, "maxNodes", "\(maximumNodes)")
        Cbc_setParameter(model, "threads", "0")
        Cbc_solve(model)
        guard let solution = Cbc_getColSolution(model) else { return nil }
        return Found(
            chosen: (0..<candidateCount).filter { solution[$0] > 0.5 }, bound: Cbc_getBestPossibleObjValue(model),
            isOptimal: Cbc_isProvenOptimal(model) != 0)
    }
}
