internal import Analysis
internal import Model
internal import Store
internal import Survey

/// Puts a list of invitations into words and shares.
struct ShortlistExplaining {
    /// What was found out beside the list.
    struct Around {
        /// By candidate.
        let stability: [Double]
        let other: (chance: Double, kept: Int)
        let prices: [CoverConstraints.Constraint: String]
        let curve: [CoverCurve.Point]
    }

    let model: InvitationModel
    let list: InvitationList
    let constraints: InvitationConstraints
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
            wording: wording, model: model, ledger: ledger, profiles: profiles, total: total)
        let picks = zip(list.picks, candidates).map { pick, candidate in
            ExplainedShortlist.Pick(
                candidate: candidate, name: profiles[candidate.organizationID]?.organization.name ?? "",
                reasons: reasons.reasons(pick), ifDeclined: reasons.ifDeclined(pick),
                evidence: reasons.evidence(pick), uncertain: reasons.uncertain(pick),
                stability: around.stability[pick.candidate])
        }
        return ExplainedShortlist(
            shortlist: Shortlist(
                candidates: candidates, objective: list.last.value, upperBound: list.last.upperBound,
                method: list.method, size: constraints.constraints.size, isCutByTime: list.isCutByTime),
            picks: picks, preset: preset, aims: list.aims.map { wording.aim($0, list) },
            constraints: constraints.all.map {
                ExplainedShortlist.Constraint(name: constraints.text($0), price: around.prices[$0])
            },
            joining: chances.summary, otherChance: around.other,
            curve: around.curve.map {
                ShortlistCurvePoint(
                    size: $0.size, share: share($0.value), upperBound: share($0.upperBound))
            }, makeUp: makeUp, sampleCount: ShortlistStage.sampleCount, candidateCount: model.rows.count)
    }

    private func share(_ value: Double) -> Double { list.last.total > 0 ? min(1, value / list.last.total) : 0 }

    private var candidates: [Candidate] {
        var cumulative = 0.0
        return list.picks.enumerated().map { offset, pick in
            cumulative += pick.gain
            return Candidate(
                rank: offset + 1, organizationID: id(pick.candidate), expectedGain: pick.gain,
                cumulativeGain: cumulative, shareOfGapClosed: share(cumulative),
                newCells: pick.newCells.map { model.keys[$0] }, onlyCells: pick.onlyCells.map { model.keys[$0] },
                loss: pick.loss, substitutes: pick.substitutes.map(id), tiedWith: pick.tiedWith.map(id))
        }
    }

    private func id(_ candidate: Int) -> String { model.rows[candidate].organizationID }

    // MARK: Make-up

    private var makeUp: ShortlistMakeUp {
        let picked = Set(list.picks.map(\.candidate))
        func parts(_ names: [String], _ isOf: (Int, String) -> Bool) -> [ShortlistMakeUp.Part] {
            names.map { name in
                ShortlistMakeUp.Part(
                    name: name, count: picked.count { isOf($0, name) },
                    candidateCount: model.rows.indices.count { isOf($0, name) })
            }
        }
        let types = model.rows.map { row in
            let profile = profiles[row.organizationID]
            return profile?.organizationTypeLabel ?? profile?.legalFormLabel ?? "分からない"
        }
        let ranges = model.rows.map { row in
            row.areaCodes.isEmpty ? "市内の地域なし" : row.areaCodes.count < model.areaCount ? "市内の一部" : "市全域"
        }
        let areas = evidence.inputs.reportAreas
        let codes = Dictionary(areas.map { ($0.name, $0.code) }, uniquingKeysWith: { first, _ in first })
        return ShortlistMakeUp(
            organizationTypes: parts(Set(types).sorted()) { types[$0] == $1 },
            areaRanges: parts(["市内の一部", "市全域", "市内の地域なし"].filter { ranges.contains($0) }) { ranges[$0] == $1 },
            areas: parts(areas.map(\.name)) { candidate, name in
                codes[name].map { model.rows[candidate].areaCodes.contains($0) } == true
            })
    }
}
