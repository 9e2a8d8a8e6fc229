/// How firmly a list stands: how often each candidate is on it when what it rests on is not quite what it seems.
///
/// In every sample
/// - the need of each activity and of each area is multiplied by a log-normal number with median 1, and that of a single
///   cell by another;
/// - each fact that was coded from a text is true with a stated probability;
/// - an activity that members left blank has one more of them with probability ½, in the areas of those that left it blank.
public struct InvitationStability: Sendable {
    /// By candidate: the share of the samples in which it is picked, 0…1.
    public let shares: [Double]
    public let sampleCount: Int

    /// Standard deviation of the logarithm of the need of an activity: nineteen of twenty lie between half and double.
    public static let activitySpread = 0.35
    public static let areaSpread = 0.15
    public static let cellSpread = 0.15
    /// That a text says what it was coded to.
    public static let recodeProbability = 0.95

    /// - Parameter oracle: needed where there is a budget or a group.
    public init(
        _ problem: InvitationProblem, aims: [InvitationAim], _ constraints: CoverConstraints, samples: Int,
        seed: UInt64, oracle: (any FeasibilityOracle)? = nil
    ) throws(CoverConflict) {
        var random = SplitMix(seed: seed)
        var counts = [Int](repeating: 0, count: problem.candidates.count)
        let rows = ConstraintRows(constraints, candidateCount: counts.count)
        for _ in 0..<samples {
            let sample = problem.resampled(&random)
            let weights = LexicographicCover.combined(sample.cover, levels: aims.map(sample.weights))
            let start = try CoverStart(sample.cover.weighted(weights), constraints, rows, oracle)
            var state = start.state
            SwapSearch.improve(&state, allowed: start.allowed, movable: start.movable)
            for pick in state.picks { counts[pick] += 1 }
        }
        shares = counts.map { samples > 0 ? Double($0) / Double(samples) : 0 }
        sampleCount = samples
    }
}

extension InvitationProblem {
    fileprivate func resampled(_ random: inout SplitMix) -> InvitationProblem {
        let activities = (0..<activityCount).map { _ in random.logNormal(InvitationStability.activitySpread) }
        let areas = (0..<areaCount).map { _ in random.logNormal(InvitationStability.areaSpread) }
        // A member that left the question blank does the activity in all its areas or in none.
        let mayBeFilled = cells.reduce(into: [Bool](repeating: false, count: activityCount)) {
            if $1.membersBlank > 0 { $0[$1.activity] = true }
        }
        let isFilled = mayBeFilled.map { $0 && random.uniform() < 0.5 }
        let members = zip(membersOfActivity, isFilled).map { $0 + ($1 ? 1 : 0) }
        let cells = cells.map { cell in
            let need =
                cell.need * activities[cell.activity] * areas[cell.area]
                * random.logNormal(InvitationStability.cellSpread)
            let isCovered = cell.members == 0 && cell.membersBlank > 0 && isFilled[cell.activity]
            return Cell(
                area: cell.area, activity: cell.activity, need: need, members: isCovered ? 1 : cell.members,
                membersBlank: cell.membersBlank)
        }
        let sample = with(cells: cells, membersOfActivity: members)
        guard candidates.contains(where: { $0.claims.contains(where: \.isRecoded) }) else { return sample }
        let drawn = candidates.map { resampled($0, &random) }
        guard zip(drawn, candidates).contains(where: { $0.claims.count != $1.claims.count }) else { return sample }
        return InvitationProblem(
            cells: cells, candidates: drawn, areaCount: areaCount, membersOfActivity: members)
    }

    /// What was coded from one text is true everywhere or nowhere.
    private func resampled(_ candidate: Candidate, _ random: inout SplitMix) -> Candidate {
        guard candidate.claims.contains(where: \.isRecoded) else { return candidate }
        var isTrue: [Int: Bool] = [:]
        let claims = candidate.claims.filter { claim in
            guard claim.isRecoded else { return true }
            let activity = cells[claim.cell].activity
            if let known = isTrue[activity] { return known }
            let drawn = random.uniform() < InvitationStability.recodeProbability
            isTrue[activity] = drawn
            return drawn
        }
        return Candidate(claims: claims, chance: candidate.chance)
    }
}
