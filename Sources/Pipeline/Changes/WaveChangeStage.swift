internal import Model
internal import Store

/// Two waves → what changed between them, and what became of the list of the first.
enum WaveChangeStage {
    /// - Returns: `nil` where the wave has no earlier one.
    static func run(_ evidence: Evidence, coverage: CoverageStage.Result) throws(StageError) -> WaveChanges? {
        guard let earlier = try EarlierFacts(evidence) else { return nil }
        let cells = try earlier.register.twoWayCells()
        let labels = try EarlierLabels(evidence, earlier, cells: cells)
        let now = evidence.profiles.map(\.organization)
        let then = earlier.standings.values
        return WaveChanges(
            earlierWave: earlier.wave.label,
            listed: WaveChanges.Pair(then.count { $0.isInFrame }, now.count { $0.isInFrame }),
            members: WaveChanges.Pair(then.count { $0.isMember }, now.count { $0.isMember }),
            answered: WaveChanges.Pair(
                then.count { $0.isInFrame && $0.hasResponded }, now.count { $0.isInFrame && $0.hasResponded }),
            organizations: OrganizationChanges(evidence, earlier).run(),
            answers: try AnswerChanges(evidence, earlier).run(),
            gaps: try GapChanges(evidence, earlier, now: coverage, labels: labels, cells: cells).run(),
            invitations: try InvitationReviewing(evidence, earlier, now: coverage, labels: labels, cells: cells).run())
    }
}
