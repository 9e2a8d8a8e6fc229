/// A list of invitations: the picks in order, what they reach of each aim, and what would be without each of them.
public struct InvitationList: Sendable {
    public struct Pick: Sendable, Hashable {
        public let candidate: Int
        /// What it adds to the last aim, after the picks before it.
        public let gain: Double
        /// Cells of the last aim that no pick before it fills, ascending.
        public let newCells: [Int]
        /// Cells of the last aim that no other pick fills, ascending.
        public let onlyCells: [Int]
        /// Activities of the aims before the last that no other pick does, ascending.
        public let onlyActivities: [Int]
        /// What the last aim loses when it declines and nobody takes its place.
        public let loss: Double
        /// Candidates off the list with which the aims before stay as they are and the last keeps nearly all, ascending.
        public let substitutes: [Int]
        /// Those among them with which nothing is lost: that this one was taken is a matter of their order.
        public let tiedWith: [Int]
    }

    public struct Reached: Sendable, Hashable {
        public let aim: InvitationAim
        public let value: Double
        /// No set reaches more, given the best in the aims before.
        public let upperBound: Double
        /// All that is open.
        public let total: Double

        /// Per cent of the bound that is not proven reached.
        public var gapPercent: Double { upperBound > 0 ? max(0, (upperBound - value) / upperBound * 100) : 0 }
    }

    /// In the order in which each adds most to those before it.
    public let picks: [Pick]
    /// In the order in which they count; not empty.
    public let aims: [Reached]
    public let method: String
    public let isCutByTime: Bool

    /// The aim that the gains speak of.
    public var last: Reached { aims[aims.count - 1] }

    /// A stand-in has to make up for this share of what is lost without a pick.
    public static let nearlyAll = 0.9

    /// - Parameter aims: the most important first; not empty.
    /// - Throws: `CoverConflict` when no set keeps to the constraints.
    public init(
        _ problem: InvitationProblem, aims: [InvitationAim], _ constraints: CoverConstraints, solver: some Solver
    ) throws(CoverConflict) {
        let levels = aims.map(problem.weights)
        let solution: CoverSolution
        let reached: [LexicographicCover.Level]
        let cover = problem.cover.weighted(LexicographicCover.combined(problem.cover, levels: levels))
        if aims.count == 1 {
            solution = try solver.solve(cover, constraints)
            isCutByTime = solution.isCutByTime
            reached = [LexicographicCover.Level(value: solution.value, upperBound: solution.upperBound)]
        } else {
            let found = try LexicographicCover(problem.cover, levels: levels, constraints, solver: solver)
            (solution, reached) = (found.solution, found.levels)
            isCutByTime = found.isCutByTime
        }
        self.aims = zip(zip(aims, levels), reached).map { aim, level in
            Reached(aim: aim.0, value: level.value, upperBound: level.upperBound, total: aim.1.reduce(0, +))
        }
        method = solution.method
        picks = PickReview(problem, cover, last: levels[levels.count - 1], constraints, solution).picks
    }
}

/// Looks at each pick of a solution in turn: what it adds, and what would be without it.
private struct PickReview {
    let problem: InvitationProblem
    /// All aims in one sum; that of the last has the factor 1.
    let cover: CoverProblem
    /// Weights of the last aim.
    let last: [Double]
    let constraints: CoverConstraints
    let solution: CoverSolution

    init(
        _ problem: InvitationProblem, _ cover: CoverProblem, last: [Double], _ constraints: CoverConstraints,
        _ solution: CoverSolution
    ) {
        self.problem = problem
        self.cover = cover
        self.last = last
        self.constraints = constraints
        self.solution = solution
    }

    var picks: [InvitationList.Pick] {
        let set = solution.picks.map(\.candidate)
        var open = [Double](repeating: 1, count: cover.cellCount)
        var fillers = [Int](repeating: 0, count: cover.cellCount)
        for candidate in set { for cell in cover.cells(of: candidate) { fillers[cell] += 1 } }
        return solution.picks.map { pick in
            let gain = gain(of: pick.candidate, open, last)
            let new = cover.cells(of: pick.candidate).filter { last[$0] > 0 && open[$0] == 1 }
            add(pick.candidate, &open)
            let others = set.filter { $0 != pick.candidate }
            var without = [Double](repeating: 1, count: cover.cellCount)
            for other in others { add(other, &without) }
            let only = cover.cells(of: pick.candidate).filter { fillers[$0] == 1 && cover.weights[$0] > 0 }
            let loss = self.gain(of: pick.candidate, without, last)
            let rivals = rivals(of: pick.candidate, others, without)
            return InvitationList.Pick(
                candidate: pick.candidate, gain: gain, newCells: new,
                onlyCells: only.filter { problem.activity(ofCoverCell: $0) == nil && last[$0] > 0 },
                onlyActivities: only.compactMap { problem.activity(ofCoverCell: $0) }, loss: loss,
                substitutes: rivals.filter { $0.missing <= loss * (1 - InvitationList.nearlyAll) }.map(\.candidate),
                tiedWith: pick.tiedWith)
        }
    }

    /// Candidates that may stand in its place, with what would be missing in all aims together.
    private func rivals(
        of pick: Int, _ others: [Int], _ open: [Double]
    ) -> [(candidate: Int, missing: Double)] {
        guard !constraints.included.contains(pick) else { return [] }
        let own = gain(of: pick, open, cover.weights)
        let isPlain = constraints.budget == nil && constraints.groups.isEmpty
        let chosen = Set(others)
        return (0..<cover.candidateCount).compactMap { candidate in
            guard candidate != pick, !chosen.contains(candidate), !constraints.excluded.contains(candidate),
                isPlain || constraints.allow(others + [candidate])
            else { return nil }
            let missing = own - gain(of: candidate, open, cover.weights)
            return (candidate, missing)
        }
    }

    private func gain(of candidate: Int, _ open: [Double], _ weights: [Double]) -> Double {
        zip(cover.cells(of: candidate), cover.probabilities(of: candidate)).reduce(0) {
            $0 + weights[$1.0] * open[$1.0] * $1.1
        }
    }

    private func add(_ candidate: Int, _ open: inout [Double]) {
        for (cell, probability) in zip(cover.cells(of: candidate), cover.probabilities(of: candidate)) {
            open[cell] *= 1 - probability
        }
    }
}
