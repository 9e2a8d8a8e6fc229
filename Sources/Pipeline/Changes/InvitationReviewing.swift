internal import Analysis
internal import Model
internal import Store

/// The list of the wave before against the ledger and the members of this one.
struct InvitationReviewing {
    private let evidence: Evidence
    private let earlier: EarlierFacts
    private let now: CoverageStage.Result
    private let labels: EarlierLabels
    /// Cells of area × theme of then with need that no member reached.
    private let open: [CellRow]
    private let picks: [PickRow]
    private let ledger: [LedgerEntries.Entry]

    /// - Parameter cells: of then.
    init(
        _ evidence: Evidence, _ earlier: EarlierFacts, now: CoverageStage.Result, labels: EarlierLabels,
        cells: [CellRow]
    ) throws(StageError) {
        self.evidence = evidence
        self.earlier = earlier
        self.now = now
        self.labels = labels
        open = cells.filter { $0.key.themeID != nil && !$0.gap.hasMember && ($0.need ?? 0) > 0 }
        picks = try earlier.register.picks(waveID: earlier.wave.id)
            .filter { !earlier.forgottenIDs.contains($0.organizationID) }
        ledger = LedgerEntries(evidence, earlierWave: earlier.wave.id).all
    }

    func run() -> InvitationReview {
        let invitations = Dictionary(
            ledger.filter(isAnswer).map { ($0.organizationID, $0) }, uniquingKeysWith: { first, _ in first })
        let listed = picks.map { (id: earlier.current($0.organizationID), pick: $0) }
        let listedIDs = Set(listed.map(\.id))
        let both = listed.filter { invitations[$0.id] != nil }
        let offList = invitations.keys.filter { !listedIDs.contains($0) }
            .map { entry($0, nil, invitations[$0]) }
            .sorted { ($0.name, $0.organizationID) < ($1.name, $1.organizationID) }
        return InvitationReview(
            listSize: picks.count, promisedShare: picks.last?.shareOfGapClosed,
            openNeed: open.reduce(0) { $0 + ($1.need ?? 0) },
            listedAndInvited: both.map { entry($0.id, $0.pick, invitations[$0.id]) }, invitedOffList: offList,
            listedOnly: listed.filter { invitations[$0.id] == nil }.map { entry($0.id, $0.pick, nil) },
            leftOut: ledger.count - invitations.count,
            measures: both.isEmpty ? [] : measures(both.map { ($0.id, $0.pick.joiningChance) }))
    }

    /// Whether an invitation can be an answer to the list: who was a member already can't be invited, and what came before
    /// the survey knew no list of it.
    private func isAnswer(_ invitation: LedgerEntries.Entry) -> Bool {
        if earlier.standings[invitation.organizationID]?.isMember == true { return false }
        return invitation.date.map { $0.description >= earlier.wave.answersFrom } ?? true
    }

    private func entry(
        _ id: String, _ pick: PickRow?, _ invitation: LedgerEntries.Entry?
    ) -> InvitationReview.Entry {
        let organization = evidence.profilesByID[id]?.organization
        return InvitationReview.Entry(
            organizationID: id, name: organization?.name ?? pick?.name ?? earlier.standings[id]?.name ?? id,
            rank: pick?.rank, outcome: invitation?.outcome,
            hasJoined: organization?.isMember == true && earlier.standings[id]?.isMember != true,
            reference: invitation?.reference)
    }

    // MARK: Promise and outcome

    private func measures(_ invited: [(id: String, chance: Double?)]) -> [InvitationReview.Measure] {
        let ids = labels.ids(.theme)
        let activities = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let places = Dictionary(open.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        let choices = labels.choices(.theme, ids: now.index.themeIDs)
        let areas = Set(evidence.inputs.reportAreas.map(\.code)).intersection(labels.areaCodes)
        func cells(_ areaCodes: some Sequence<String>, _ themes: some Sequence<String>) -> [Int] {
            let themes = Array(themes)
            return areaCodes.flatMap { code in
                themes.compactMap { places[CellKey(areaCode: code, themeID: $0, supportTypeID: nil)] }
            }
        }
        let invitedIDs = Set(invited.map(\.id))
        var filled: [String: [Int]] = [:]
        var byOthers: Set<Int> = []
        for row in now.organizations where row.isMember {
            let reached = cells(row.areaCodes, Set(row.themeIDs.flatMap(choices.earlier)))
            if invitedIDs.contains(row.organizationID) {
                filled[row.organizationID] = reached
            } else {
                byOthers.formUnion(reached)
            }
        }
        let review = PromiseReview(
            cells: open.enumerated().map { index, cell in
                let theme = cell.key.themeID ?? ""
                return PromiseReview.Cell(
                    activity: activities[theme] ?? 0, need: cell.need ?? 0,
                    isMeasured: areas.contains(cell.key.areaCode) && choices.isMeasured(theme),
                    isFilledByOthers: byOthers.contains(index))
            },
            invited: invited.map { id, chance in
                let reach = earlier.reach[id] ?? EarlierFacts.Reach()
                return PromiseReview.Invited(
                    promised: cells(reach.areaCodes, reach.themeIDs), filled: filled[id] ?? [], chance: chance)
            }, activityCount: ids.count)
        return [measure(nil, review.total)]
            + zip(ids, review.byActivity).filter { $1.cells > 0 }.map { measure($0, $1) }
    }

    private func measure(_ theme: String?, _ sum: PromiseReview.Sum) -> InvitationReview.Measure {
        InvitationReview.Measure(
            themeID: theme, theme: theme.map { labels.theme($0) } ?? "", cells: sum.cells, need: sum.need,
            expectedNeed: sum.expectedNeed, reachedCells: sum.reachedCells, reachedNeed: sum.reachedNeed,
            cellsByOthers: sum.cellsByOthers, needByOthers: sum.needByOthers, unmeasuredCells: sum.unmeasuredCells)
    }
}
