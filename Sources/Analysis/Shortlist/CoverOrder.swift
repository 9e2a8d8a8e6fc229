/// Puts a set of picks in order, and says where another candidate would have done as well.
struct CoverOrder {
    let problem: CoverProblem
    let constraints: CoverConstraints
    private let rows: ConstraintRows
    private let allowed: [Bool]

    init(_ problem: CoverProblem, _ constraints: CoverConstraints) {
        self.problem = problem
        self.constraints = constraints
        rows = ConstraintRows(constraints, candidateCount: problem.candidateCount)
        var allowed = [Bool](repeating: true, count: problem.candidateCount)
        for candidate in constraints.included.union(constraints.excluded) { allowed[candidate] = false }
        self.allowed = allowed
    }

    /// The picks in the order in which each adds most to those before it. What adds nothing and isn't asked for is left
    /// out, and of equal choices the candidates that come first are taken.
    func picks(_ set: [Int]) -> [CoverSolution.Pick] {
        var state = CoverState(problem, rows)
        for candidate in set.sorted() { state.add(candidate) }
        dropUseless(&state)
        let tied = settle(&state)
        var ordered = CoverState(problem, rows)
        var isCovered = [Bool](repeating: false, count: problem.cellCount)
        var rest = Set(state.picks)
        var picks: [CoverSolution.Pick] = []
        while !rest.isEmpty {
            // Sums that were kept up to date differ in their last digits; equal gains go to the first.
            let best = rest.sorted().reduce(-1) { best, candidate in
                best < 0 || exactGain(candidate, ordered) > exactGain(best, ordered) * (1 + 1e-12) ? candidate : best
            }
            rest.remove(best)
            let gain = exactGain(best, ordered)
            let newCells = problem.cells(of: best).filter { !isCovered[$0] }
            for cell in newCells { isCovered[cell] = true }
            ordered.add(best)
            picks.append(
                CoverSolution.Pick(candidate: best, gain: gain, newCells: newCells, tiedWith: tied[best] ?? []))
        }
        return picks
    }

    private func exactGain(_ candidate: Int, _ state: CoverState) -> Double {
        problem.byCandidate.row(candidate).reduce(0) {
            $0 + state.open[Int(problem.byCandidate.indices[$1])] * problem.byCandidate.values[$1]
        }
    }

    private func dropUseless(_ state: inout CoverState) {
        for candidate in state.picks.sorted(by: >) where allowed[candidate] && state.mayGo(candidate, for: nil) {
            var rest = state
            rest.remove(candidate)
            if exactGain(candidate, rest) <= state.leastGain { state = rest }
        }
    }

    /// Exchanges picks for equal candidates that come before them until there is none.
    ///
    /// - Returns: for each pick, the candidates that could stand in its place.
    private func settle(_ state: inout CoverState) -> [Int: [Int]] {
        var bonus = [Double](repeating: 0, count: problem.candidateCount)
        var tied: [Int: [Int]] = [:]
        var moved = true
        while moved {
            moved = false
            tied = [:]
            state.refreshGains()
            for pick in state.picks.sorted() where allowed[pick] {
                let equal = equals(of: pick, state, &bonus)
                if let first = equal.first, first < pick {
                    state.remove(pick)
                    state.add(first)
                    moved = true
                    break
                }
                if !equal.isEmpty { tied[pick] = equal }
            }
        }
        return tied
    }

    private func equals(of pick: Int, _ state: CoverState, _ bonus: inout [Double]) -> [Int] {
        let touched = SwapSearch.freed(by: pick, state, &bonus)
        defer { for candidate in touched.candidates { bonus[candidate] = 0 } }
        let least = touched.loss * (1 - 1e-11) - state.leastGain
        guard touched.loss > state.leastGain else { return [] }
        return problem.byCandidate.rowIndices.filter { candidate in
            state.gains[candidate] + bonus[candidate] >= least && allowed[candidate] && !state.isPicked[candidate]
                && state.hasRoom(for: candidate, without: pick) && state.mayGo(pick, for: candidate)
        }
    }
}

extension SparseRows {
    var rowIndices: Range<Int> { 0..<count }
}
