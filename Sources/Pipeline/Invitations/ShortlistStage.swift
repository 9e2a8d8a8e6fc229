internal import Analysis
internal import Model
internal import Solving
internal import Store
internal import Survey

/// Gaps and candidates → whom to invite, with a proof and a reason for every name.
struct ShortlistStage {
    struct Outcome {
        let shortlist: ExplainedShortlist
        /// Ids of those that declined, have joined already or were passed over: not to be asked at all.
        let barred: Set<String>
        let findings: [Finding]
    }

    let evidence: Evidence
    let options: RunOptions
    let rules: GapRules

    /// For the stability of the picks; the numbers drawn are the same every time.
    static let sampleCount = 500
    static let seed: UInt64 = 20_240_401
    /// Beyond so many pairs fewer are drawn.
    private static let drawnPairs = 200_000_000
    /// The curve goes on behind a short list up to here,
    private static let usualCurve = 40
    /// and ends here in any case.
    private static let longestCurve = 60

    private var inputs: WaveInputs { evidence.inputs }
    private var description: ShortlistDescription { inputs.description.shortlist }

    /// - Throws: `StageError` for names and bounds that mean nothing here, and for constraints that can't be kept together.
    func run(_ coverage: CoverageStage.Result) throws(StageError) -> Outcome {
        let preset = options.preset ?? description.preset
        guard let weights = description.weights(of: preset) else {
            throw StageError(.keyMissing, at: CellLocation(file: WaveInputs.waveFile), found: "", expected: "weights")
        }
        var named = try NamedOrganizations(evidence.profiles, names: inputs.reference.names)
            .resolve(description, costs: inputs.costFile)
        let ledger = InvitationLedger(evidence)
        let chances = JoiningChances(ledger, stated: description.acceptance, profiles: evidence.profilesByID)
        let settled = Set(
            evidence.profiles.map(\.organization.id).filter {
                ledger.isBarred($0, returnAfter: description.declinedReturnAfter, wavesSince: wavesSince)
            })
        let conditions = LedgerConditions(
            evidence.recorded.own,
            isOpen: { !settled.contains($0) && evidence.profilesByID[$0]?.organization.isMember == false },
            must: named.must, mustNot: named.mustNot)
        let barred = settled.union(conditions.passedIDs)
        named.waiting = conditions.waiting
        try checkMembers(named.must, coverage.organizations)
        let model = InvitationModel(
            description.cells, preset: preset, weights: weights, coverage: coverage,
            weightWithoutCase: rules.weightWithoutCase, profiles: evidence.profilesByID,
            required: Set(named.must + named.waiting),
            keepsAll: !description.atLeast.isEmpty,
            isOpen: { isOpen($0, barred) }, chance: { chances.chance(ofType: $0.organizationType) })
        let (list, constraints) = try list(model, named)
        let wording = AimWording(model: model, inputs: inputs)
        let shortlist = ShortlistExplaining(
            model: model, list: list, constraints: constraints,
            ledgerConstraints: conditions.constraints(
                name: { evidence.profilesByID[$0]?.organization.name ?? $0 },
                keepsWaiting: constraints.keepsWaiting),
            wording: wording, ledger: ledger, chances: chances,
            evidence: evidence, preset: preset
        ).shortlist(around: try around(list, model, constraints, chances, wording))
        return Outcome(shortlist: shortlist, barred: barred, findings: ledger.findings)
    }

    /// With those that the ledger waits for, unless they can't be kept with everything else.
    private func list(
        _ model: InvitationModel, _ named: InvitationConstraints.Resolved
    ) throws(StageError) -> (list: InvitationList, constraints: InvitationConstraints) {
        let constraints = try InvitationConstraints(
            description, size: options.shortlistSize ?? description.size, named, model: model, inputs: inputs,
            profiles: evidence.profilesByID)
        do throws(CoverConflict) {
            let list = try InvitationList(model.problem, aims: model.aims, constraints.constraints, solver: solver)
            return (list, constraints)
        } catch {
            guard !named.waiting.isEmpty else { throw constraints.failure(error) }
            var others = named
            others.waiting = []
            return try self.list(model, others)
        }
    }

    private var solver: ExactSolver {
        guard let limit = options.timeLimit else { return ExactSolver() }
        let end = ContinuousClock.now + .seconds(limit)
        return ExactSolver(effort: .thorough) { ContinuousClock.now >= end }
    }

    private func isOpen(_ row: ReachRow, _ barred: Set<String>) -> Bool {
        evidence.profilesByID[row.organizationID]?.organization.isUnreachable == false
            && !barred.contains(row.organizationID)
    }

    /// How many waves began after a day, this one included.
    private func wavesSince(_ day: CivilDate) -> Int {
        evidence.earlier.count(after: day) + (day < inputs.wave.answerPeriod.lowerBound ? 1 : 0)
    }

    /// Who is a member already can't be invited.
    private func checkMembers(_ must: [String], _ rows: [ReachRow]) throws(StageError) {
        let members = Set(rows.filter(\.isMember).map(\.organizationID))
        let problems = must.enumerated().filter { members.contains($1) }.map { place, id in
            Problem(
                .organizationIsMember, at: description.must[place].location,
                found: evidence.profilesByID[id]?.organization.name ?? id)
        }
        guard problems.isEmpty else { throw StageError(problems) }
    }

    private func sampleCount(_ model: InvitationModel) -> Int {
        min(Self.sampleCount, max(20, Self.drawnPairs / max(1, model.problem.cover.pairCount)))
    }

    /// What is told beside the list: how firm it is, what its constraints cost, what other lengths are worth.
    private func around(
        _ list: InvitationList, _ model: InvitationModel, _ constraints: InvitationConstraints,
        _ chances: JoiningChances, _ wording: AimWording
    ) throws(StageError) -> ShortlistExplaining.Around {
        let rules = constraints.constraints
        let quick = ExactSolver(effort: .quick)
        do throws(CoverConflict) {
            let stability = try InvitationStability(
                model.problem, aims: model.aims, rules, samples: sampleCount(model), seed: Self.seed,
                oracle: ConstraintProgramme())
            let other = chances.other
            let otherwise = try InvitationList(
                model.problem.withChances { _ in other }, aims: model.aims, rules, solver: quick)
            var prices: [CoverConstraints.Constraint: String] = [:]
            if !list.isCutByTime {
                let pricing = options.timeLimit == nil ? ExactSolver() : quick
                for constraint in constraints.all {
                    let without = rules.without(constraint, candidateCount: model.rows.count)
                    let free = try InvitationList(model.problem, aims: model.aims, without, solver: pricing)
                    prices[constraint] = wording.price(of: list, without: free)
                }
            }
            let plain = model.problem.cover.weighted(model.problem.weights(for: model.aims[model.aims.count - 1]))
            var longer = rules
            // A list that came to an end has no longer one.
            longer.size =
                list.picks.count < rules.size
                ? max(1, list.picks.count) : min(max(rules.size, Self.usualCurve), model.rows.count, Self.longestCurve)
            let picks = Set(list.picks.map(\.candidate))
            return ShortlistExplaining.Around(
                stability: stability, other: (other, otherwise.picks.count { picks.contains($0.candidate) }),
                prices: prices, curve: try CoverCurve(plain, longer, solver: quick).points)
        } catch {
            throw constraints.failure(error)
        }
    }
}
