/// How firmly a list stands: how often each candidate is picked when the weights are not quite what they are.
public struct CoverStability: Sendable {
    /// By candidate: the share of the samples in which it is picked, 0…1.
    public let shares: [Double]
    public let sampleCount: Int

    /// Solves the problem again and again with other weights, by greedy and exchanges.
    ///
    /// - Parameters:
    ///   - oracle: needed where there is a budget or a group.
    ///   - weights: of a sample, from its number; `nil` multiplies every weight by an exponential number with mean 1
    ///     (the Bayesian bootstrap, Rubin 1981).
    public init(
        _ problem: CoverProblem, _ constraints: CoverConstraints, samples: Int, seed: UInt64,
        oracle: (any FeasibilityOracle)? = nil, weights: ((Int) -> [Double])? = nil
    ) throws(CoverConflict) {
        let rows = ConstraintRows(constraints, candidateCount: problem.candidateCount)
        var random = SplitMix(seed: seed)
        var counts = [Int](repeating: 0, count: problem.candidateCount)
        for sample in 0..<samples {
            let drawn = weights?(sample) ?? problem.weights.map { $0 * random.exponential() }
            let start = try CoverStart(problem.weighted(drawn), constraints, rows, oracle)
            var state = start.state
            SwapSearch.improve(&state, allowed: start.allowed, movable: start.movable)
            for pick in state.picks { counts[pick] += 1 }
        }
        shares = counts.map { samples > 0 ? Double($0) / Double(samples) : 0 }
        sampleCount = samples
    }
}
