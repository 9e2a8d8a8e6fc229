internal import Analysis
internal import Model
internal import Store
internal import Survey

/// Gaps and candidates → whom to invite, with a reason for every name.
struct ShortlistStage {
    let register: Register
    let inputs: WaveInputs
    let profiles: [String: OrganizationProfile]
    let solver: any Solver

    func run(coverage: [CoverageCell]) throws -> ExplainedShortlist {
        let open = coverage.filter {
            $0.key.themeID != nil && $0.key.supportTypeID == nil && $0.memberCount == 0 && ($0.need ?? 0) > 0
        }
        let indices = Dictionary(open.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        var organizations: [String] = []
        var cells: [[Int]] = []
        for (id, key) in try register.candidateCells() {
            guard let cell = indices[key] else { continue }
            if organizations.last == id {
                cells[cells.count - 1].append(cell)
            } else {
                organizations.append(id)
                cells.append([cell])
            }
        }
        let problem = CoverProblem(weights: open.map { $0.need ?? 0 }, candidates: cells)
        let size = inputs.description.shortlistSize
        let solution = try solver.solve(problem, CoverConstraints(size: size))
        return explained(solution, organizations: organizations, open: open, size: size)
    }

    private func explained(
        _ solution: CoverSolution, organizations: [String], open: [CoverageCell], size: Int
    ) -> ExplainedShortlist {
        let total = open.reduce(0) { $0 + ($1.need ?? 0) }
        var cumulative = 0.0
        let candidates = solution.picks.enumerated().map { offset, pick in
            cumulative += pick.gain
            return Candidate(
                rank: offset + 1, organizationID: organizations[pick.candidate], expectedGain: pick.gain,
                cumulativeGain: cumulative, shareOfGapClosed: total > 0 ? min(1, cumulative / total) : 0,
                newCells: pick.newCells.map { open[$0].key })
        }
        let reasons = Reasons(inputs: inputs)
        return ExplainedShortlist(
            shortlist: Shortlist(
                candidates: candidates, objective: solution.value, upperBound: solution.upperBound,
                method: solution.method, size: size),
            picks: candidates.map { candidate in
                let profile = profiles[candidate.organizationID]
                return ExplainedShortlist.Pick(
                    candidate: candidate, name: profile?.organization.name ?? "",
                    reasons: profile.map { reasons.sentences(for: candidate, profile: $0) } ?? [], stability: nil)
            },
            preset: "空白を減らす", constraints: [])
    }
}
