/// Picks what adds most, one after another (Nemhauser, Wolsey and Fisher 1978: at least 1 − 1/e of the optimum), and
/// bounds what any other choice could reach.
public struct GreedySolver: Solver {
    public init() {}

    /// Ties go to the candidate that comes first, so order the candidates by something that lasts.
    public func solve(_ problem: CoverProblem, size: Int) -> CoverSolution {
        var open = [Bool](repeating: true, count: problem.weights.count)
        var gains = problem.candidates.map { cells in cells.reduce(0) { $0 + problem.weights[$1] } }
        var picks: [CoverSolution.Pick] = []
        var value = 0.0
        var bound = largest(size, of: gains)
        while picks.count < size, let best = bestCandidate(&gains, problem: problem, open: open) {
            let newCells = problem.candidates[best].filter { open[$0] }
            for cell in newCells { open[cell] = false }
            value += gains[best]
            picks.append(CoverSolution.Pick(candidate: best, gain: gains[best], newCells: newCells))
            gains[best] = 0
            // After any set S: optimum ≤ f(S) + the K largest gains on top of S. Old gains are upper bounds of these.
            bound = min(bound, value + largest(size, of: refreshed(gains, problem: problem, open: open)))
        }
        let reachable = problem.value(of: problem.candidates.indices)
        return CoverSolution(
            picks: picks, value: value, upperBound: max(value, min(bound, reachable)), method: "greedy")
    }

    /// Gains only shrink, so a stale one that is still the largest after refreshing is the best (lazy evaluation,
    /// Minoux 1978).
    private func bestCandidate(_ gains: inout [Double], problem: CoverProblem, open: [Bool]) -> Int? {
        var fresh = [Bool](repeating: false, count: gains.count)
        while true {
            guard let best = gains.indices.max(by: { gains[$0] < gains[$1] || (gains[$0] == gains[$1] && $0 > $1) }),
                gains[best] > 0
            else { return nil }
            if fresh[best] { return best }
            gains[best] = gain(of: best, problem: problem, open: open)
            fresh[best] = true
        }
    }

    private func refreshed(_ gains: [Double], problem: CoverProblem, open: [Bool]) -> [Double] {
        gains.indices.map { gains[$0] > 0 ? gain(of: $0, problem: problem, open: open) : 0 }
    }

    private func gain(of candidate: Int, problem: CoverProblem, open: [Bool]) -> Double {
        problem.candidates[candidate].reduce(0) { open[$1] ? $0 + problem.weights[$1] : $0 }
    }

    private func largest(_ count: Int, of gains: [Double]) -> Double {
        gains.sorted(by: >).prefix(count).reduce(0, +)
    }
}
