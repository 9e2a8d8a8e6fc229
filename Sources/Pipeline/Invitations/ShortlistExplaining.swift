internal import Analysis
internal import Model
internal import Store
internal import Survey

/// Puts a list of invitations into words and shares.
struct ShortlistExplaining {
    /// What was found out beside the list.
    struct Around {
        let stability: InvitationStability
        let other: (chance: Double, kept: Int)
        let prices: [CoverConstraints.Constraint: String]
        let curve: [CoverCurve.Point]
    }

    let model: InvitationModel
    let list: InvitationList
    let constraints: InvitationConstraints
    /// What the ledger says, in words.
    let ledgerConstraints: [ExplainedShortlist.Constraint]
    let wording: AimWording
    let ledger: InvitationLedger
    let chances: JoiningChances
    let evidence: Evidence
    let preset: ShortlistPreset

    private var profiles: [String: OrganizationProfile] { evidence.profilesByID }

    func shortlist(around: Around) -> ExplainedShortlist {
        let candidates = candidates
        let total = list.last.total
        let reasons = PickReasons(
            wording: wording, model: model, ledger: ledger, profiles: profiles, total: total,
            constraints: constraints.constraints)
        let picks = zip(list.picks, candidates).map { pick, candidate in
            ExplainedShortlist.Pick(
                candidate: candidate, name: profiles[candidate.organizationID]?.organization.name ?? "",
                reasons: reasons.reasons(pick), ifDeclined: reasons.ifDeclined(pick),
                evidence: reasons.evidence(pick), uncertain: reasons.uncertain(pick),
                stability: around.stability.shares[pick.candidate])
        }
        return ExplainedShortlist(
            shortlist: Shortlist(
                candidates: candidates, objective: list.last.value, upperBound: list.last.upperBound,
                method: list.method, size: constraints.constraints.size, isCutByTime: list.isCutByTime),
            picks: picks, preset: preset, aims: list.aims.map { wording.aim($0, list) },
            constraints: constraints.all.map {
                ExplainedShortlist.Constraint(name: constraints.text($0), price: around.prices[$0])
            } + ledgerConstraints,
            joining: chances.summary, otherChance: around.other,
            curve: around.curve.map {
                ShortlistCurvePoint(
                    size: $0.size, share: share($0.value), upperBound: share($0.upperBound))
            }, makeUp: makeUp, sampleCount: around.stability.sampleCount, candidateCount: model.rows.count)
    }

    private func share(_ value: Double) -> Double { list.last.total > 0 ? min(1, value / list.last.total) : 0 }

    private var candidates: [Candidate] {
        var cumulative = 0.0
        return list.picks.enumerated().map { offset, pick in
            cumulative += pick.gain
            return Candidate(
                rank: offset + 1, organizationID: id(pick.candidate), expectedGain: pick.gain,
                cumulativeGain: cumulative, shareOfGapClosed: share(cumulative),
                joiningChance: model.problem.candidates[pick.candidate].chance,
                newCells: pick.newCells.map { model.keys[$0] }, onlyCells: pick.onlyCells.map { model.keys[$0] },
                loss: pick.loss, substitutes: pick.substitutes.map(id), tiedWith: pick.tiedWith.map(id))
        }
    }

    private func id(_ candidate: Int) -> String { model.rows[candidate].organizationID }

    // MARK: Make-up

    private var makeUp: ShortlistMakeUp {
        let picked = Set(list.picks.map(\.candidate))
        /// - Parameter kinds: of each candidate.
        func parts(_ kinds: [[String]], named names: [(kind: String, name: String)]) -> [ShortlistMakeUp.Part] {
            var counts: [String: (picks: Int, candidates: Int)] = [:]
            for (candidate, kinds) in kinds.enumerated() {
                for kind in kinds {
                    counts[kind, default: (0, 0)].candidates += 1
                    if picked.contains(candidate) { counts[kind, default: (0, 0)].picks += 1 }
                }
            }
            return names.compactMap { kind, name in
                counts[kind].map { ShortlistMakeUp.Part(name: name, count: $0.picks, candidateCount: $0.candidates) }
            }
        }
        func parts(_ labels: [String]) -> [ShortlistMakeUp.Part] {
            parts(labels.map { [$0] }, named: Set(labels).sorted().map { ($0, $0) })
        }
        let own = model.rows.map { profiles[$0.organizationID] }
        let ranges = model.rows.map { row in
            row.areaCodes.isEmpty ? "市内の地域なし" : row.areaCodes.count < model.areaCount ? "市内の一部" : "市全域"
        }
        return ShortlistMakeUp(
            organizationTypes: parts(own.map { $0?.organizationTypeLabel ?? "分からない" }),
            legalForms: parts(own.map { $0?.legalFormLabel ?? "名称からは分からない" }),
            areaRanges: parts(ranges.map { [$0] }, named: ["市内の一部", "市全域", "市内の地域なし"].map { ($0, $0) }),
            areas: parts(model.rows.map(\.areaCodes), named: evidence.inputs.reportAreas.map { ($0.code, $0.name) }))
    }
}
