/// Chooses candidates for the largest expected cover: greedy, exchanges, and a tree of Lagrangian bounds that proves the
/// choice or says how far it can be from the best.
///
/// Nothing depends on the clock unless a time limit is set: work is counted.
public struct CoverSearch: Sendable {
    /// How far it goes.
    public enum Effort: Sendable {
        /// Greedy and exchanges with the bound of the tree's root.
        case quick
        /// And the tree, up to a limit on work of some seconds.
        case usual
        /// And the tree, up to a limit on work of about a minute.
        case thorough

        var work: Int {
            switch self {
            case .quick: 1
            case .usual: 200_000_000
            case .thorough: 6_000_000_000
            }
        }
    }

    public var effort: Effort
    /// Asked again and again beyond the usual effort; `true` ends the work, and what is then given is what the usual effort
    /// found, or, when it didn't come so far, what greedy and exchanges found. `nil` for no limit on time.
    public var isOver: (@Sendable () -> Bool)?
    private let oracle: (any FeasibilityOracle)?

    /// - Parameter oracle: needed where there is a budget or a group.
    public init(
        effort: Effort = .usual, oracle: (any FeasibilityOracle)? = nil, isOver: (@Sendable () -> Bool)? = nil
    ) {
        self.effort = effort
        self.oracle = oracle
        self.isOver = isOver
    }

    /// A set with its value and bound, before it is put in order.
    struct Result {
        var picks: [Int]
        var value: Double
        var bound: Double
        var method: String
        var isCutByTime = false
        /// What is still open, for another prover.
        var rest: ReducedCover?
    }

    func search(
        _ problem: CoverProblem, _ constraints: CoverConstraints, startingAt start: [Int] = []
    ) throws(CoverConflict) -> Result {
        let rows = ConstraintRows(constraints, candidateCount: problem.candidateCount)
        let ground = try CoverStart(problem, constraints, rows, oracle)
        var state = ground.state
        SwapSearch.improve(&state, allowed: ground.allowed, movable: ground.movable)
        var (best, value) = (state.picks, state.value)
        let isGreedy = value <= ground.state.value
        if constraints.allow(start), problem.value(of: start) > value {
            (best, value) = (start, problem.value(of: start))
        }
        let online = OnlineBound.bound(state, ground.allowed)
        let step = problem.step
        var result = Result(
            picks: best, value: value, bound: max(value, online), method: isGreedy ? "greedy" : "greedy+swaps")
        if online <= value * (1 + 1e-12) { return result }

        let root = ReducedCover(problem, rows, picked: ground.included, free: ground.free, merges: true)
        var tree = LagrangianSearch(root, step: step, best: best, value: value, bound: result.bound)
        tree.run(workLimit: 1) { false }
        result.method = "greedy+swaps+lagrangian"
        shake(&tree, rounds: 40, work: 4_000_000)
        take(tree, into: &result)
        if tree.isFinished || effort == .quick { return result }

        let isOver = isOver ?? { false }
        // Half of the work, then another try at a better set, which makes the other half go further.
        tree.run(workLimit: Effort.usual.work / 4, isOver: isOver)
        if !tree.isFinished, !isOver() { shake(&tree, rounds: 4000, work: 12_000_000) }
        tree.run(workLimit: Effort.usual.work, isOver: isOver)
        if !tree.isFinished, isOver() {
            result.isCutByTime = true
            return result
        }
        result.method += "+tree"
        take(tree, into: &result)
        if tree.isFinished || (effort == .usual && self.isOver == nil) { return result }
        tree.run(workLimit: self.isOver == nil ? effort.work : .max, isOver: isOver)
        if tree.isFinished || self.isOver == nil { take(tree, into: &result) } else { result.isCutByTime = true }
        return result
    }

    private func take(_ tree: LagrangianSearch, into result: inout Result) {
        (result.picks, result.value) = (tree.best, tree.value)
        result.bound = min(result.bound, tree.bound)
        result.rest = tree.isFinished ? nil : tree.rest
    }

    /// Looks for a better set among the candidates that the root left.
    private func shake(_ tree: inout LagrangianSearch, rounds: Int, work: Int) {
        guard !tree.isFinished, let rest = tree.rest else { return }
        let allowed = [Bool](repeating: true, count: rest.problem.candidateCount)
        var state = CoverState(rest.problem, rest.rows)
        let known = Set(tree.best)
        for (place, candidate) in rest.candidates.enumerated() where known.contains(candidate) {
            if state.picks.count < rest.rows.size, state.hasRoom(for: place) { state.add(place) }
        }
        GreedySearch.fill(&state, allowed: allowed)
        SwapSearch.improve(&state, allowed: allowed, movable: allowed)
        SwapSearch.shake(
            &state, allowed: allowed, movable: allowed,
            rounds: max(10, min(rounds, work / (rest.problem.pairCount + 1))),
            seed: Self.seed)
        tree.offer(whole: rest.picked + state.picks.map { rest.candidates[$0] })
    }

    private static let seed: UInt64 = 20_080_229
}

/// What a search begins with: who is free, and a first set that is allowed.
struct CoverStart {
    var state: CoverState
    /// Candidates that may be added or taken away.
    let allowed: [Bool]
    let movable: [Bool]
    let included: [Int]

    var free: [Int] { allowed.indices.filter { allowed[$0] } }

    init(
        _ problem: CoverProblem, _ constraints: CoverConstraints, _ rows: ConstraintRows,
        _ oracle: (any FeasibilityOracle)?
    ) throws(CoverConflict) {
        included = constraints.included.sorted()
        var free = [Bool](repeating: true, count: problem.candidateCount)
        for candidate in constraints.included.union(constraints.excluded) { free[candidate] = false }
        movable = free
        var base = CoverState(problem, rows)
        for candidate in included { base.add(candidate) }
        // What there is no room for beside those that are in for sure can't be picked.
        for candidate in free.indices where free[candidate] && !base.hasRoom(for: candidate) { free[candidate] = false }
        allowed = free
        state = base
        guard included.count <= constraints.size, constraints.included.isDisjoint(with: constraints.excluded) else {
            throw CoverClash.conflict(constraints, problem.candidateCount, oracle)
        }
        GreedySearch.fill(&state, allowed: allowed)
        if rows.count == 0 { return }
        var other = base
        GreedySearch.fill(&other, allowed: allowed, byCost: true)
        if constraints.allow(other.picks), !constraints.allow(state.picks) || other.value > state.value {
            state = other
        }
        if constraints.allow(state.picks) { return }
        guard let found = oracle?.allowedSet(constraints, preferences: base.gains) else {
            throw CoverClash.conflict(constraints, problem.candidateCount, oracle)
        }
        state = base
        for candidate in found where !state.isPicked[candidate] { state.add(candidate) }
        GreedySearch.fill(&state, allowed: allowed)
    }
}

/// After any set S: the best value ≤ f(S) + the K largest gains on top of S (Nemhauser, Wolsey and Fisher 1978). Budget and
/// groups only lower it.
enum OnlineBound {
    static func bound(_ state: CoverState, _ allowed: [Bool]) -> Double {
        var gains = state.gains
        for candidate in gains.indices where !allowed[candidate] || state.isPicked[candidate] { gains[candidate] = 0 }
        let count = min(state.rows.size, gains.count)
        let online = state.value + Selection.largest(count, of: gains).reduce(0) { $0 + gains[$1] }
        let all = state.problem.value(of: allowed.indices.lazy.filter { allowed[$0] || state.isPicked[$0] })
        return max(state.value, min(online, all))
    }
}

/// Finds out which constraints can't be kept together.
enum CoverClash {
    /// A set of constraints that clash, none of which could be left out (deletion filter, Chinneck 1997).
    static func conflict(
        _ constraints: CoverConstraints, _ candidateCount: Int, _ oracle: (any FeasibilityOracle)?
    ) -> CoverConflict {
        let none = [Double](repeating: 0, count: candidateCount)
        guard let oracle else { return CoverConflict(constraints.all) }
        var rest = constraints
        var clashing: [CoverConstraints.Constraint] = []
        // Candidates one by one come first, so that what is left names as few of them as possible.
        let order = constraints.all.sorted { Self.rank($0) < Self.rank($1) }
        for constraint in order {
            let without = rest.without(constraint, candidateCount: candidateCount)
            if oracle.allowedSet(without, preferences: none) == nil {
                rest = without
            } else {
                clashing.append(constraint)
            }
        }
        let places = Dictionary(uniqueKeysWithValues: constraints.all.enumerated().map { ($1, $0) })
        return CoverConflict(clashing.sorted { places[$0, default: 0] < places[$1, default: 0] })
    }

    private static func rank(_ constraint: CoverConstraints.Constraint) -> Int {
        switch constraint {
        case .excluded: 0
        case .included: 1
        case .atMost: 2
        case .atLeast: 3
        case .budget: 4
        case .size: 5
        }
    }
}
