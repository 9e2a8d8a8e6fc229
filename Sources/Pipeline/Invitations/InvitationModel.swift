internal import Analysis
internal import Model
internal import Store
internal import Survey

/// The cells, who could fill them and what is aimed at, of one wave.
struct InvitationModel {
    let problem: InvitationProblem
    let aims: [InvitationAim]
    /// By cell of the problem.
    let keys: [CellKey]
    /// By activity: a cell key without an area.
    let activities: [CellKey]
    /// By candidate.
    let rows: [ReachRow]
    /// By id of the organisation.
    let places: [String: Int]

    var areaCount: Int { problem.areaCount }

    /// - Parameters:
    ///   - isOpen: whether an organisation may be proposed.
    ///   - required: ids that stay in any case.
    ///   - keepsAll: whether organisations that fill nothing stay too, since a bound may count them.
    init(
        _ kind: ShortlistDescription.Cells, preset: ShortlistPreset, weights: ShortlistDescription.Weights,
        coverage: CoverageStage.Result, weightWithoutCase: Double, profiles: [String: OrganizationProfile],
        required: Set<String>, keepsAll: Bool, isOpen: (ReachRow) -> Bool, chance: (ReachRow) -> Double
    ) {
        let (rows, index) = (coverage.organizations, coverage.index)
        let claims = Claims(
            kind: kind, index: index, weightWithoutCase: weightWithoutCase,
            wholeCity: weights.wholeCity, profiles: profiles)
        let own = coverage.cells.filter { claims.isOfKind($0.key) }
        let activities = claims.activities
        let cells = own.enumerated().map { place, cell in
            InvitationProblem.Cell(
                area: place / max(1, activities.count), activity: place % max(1, activities.count),
                need: cell.need ?? 0,
                members: cell.gap == .covered ? 2 : cell.gap == .thin ? 1 : 0, membersBlank: cell.counts.membersBlank)
        }
        var membersOfActivity = [Int](repeating: 0, count: activities.count)
        // Also those of whom no area is known: the platform has somebody for it.
        for row in rows where row.isMember {
            for claim in claims.activities(of: row) { membersOfActivity[claim.activity] += 1 }
        }
        let aims = Self.aims(preset, oneMember: weights.oneMember)
        func problem(_ rows: [ReachRow]) -> InvitationProblem {
            InvitationProblem(
                cells: cells,
                candidates: rows.map {
                    InvitationProblem.Candidate(claims: claims.claims(of: $0), chance: chance($0))
                }, areaCount: index.areaCodes.count, membersOfActivity: membersOfActivity)
        }
        let open = rows.filter { !$0.isMember && !$0.areaCodes.isEmpty && isOpen($0) }
        let all = problem(open)
        let isWanted = Self.wanted(all, aims)
        let kept = zip(open, isWanted).filter { $1 || keepsAll || required.contains($0.organizationID) }.map(\.0)
        let others = rows.filter { row in
            required.contains(row.organizationID) && !kept.contains { $0.organizationID == row.organizationID }
        }
        let candidates = (kept + others).sorted { $0.organizationID < $1.organizationID }
        self.problem = problem(candidates)
        self.aims = aims
        self.activities = activities
        self.rows = candidates
        keys = own.map(\.key)
        places = Dictionary(
            candidates.enumerated().map { ($1.organizationID, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The activity aims name those without anybody before those that hang on one.
    static func aims(_ preset: ShortlistPreset, oneMember: Double) -> [InvitationAim] {
        switch preset {
        case .balance: [.activitiesWithoutMember, .activitiesWithOneMember, .cells(thin: 0)]
        case .fair: [.mostOpenAreas, .areasAboveAverage, .cells(thin: 0)]
        case .gaps, .local: [.cells(thin: 0)]
        case .thin, .own: [.cells(thin: oneMember)]
        }
    }

    /// By candidate: whether it fills anything that an aim wants.
    private static func wanted(_ problem: InvitationProblem, _ aims: [InvitationAim]) -> [Bool] {
        let weights = aims.map(problem.weights)
        return problem.candidates.indices.map { candidate in
            problem.cover.cells(of: candidate).contains { cell in weights.contains { $0[cell] > 0 } }
        }
    }
}

/// What organisations say that they do, as claims on cells of one kind.
private struct Claims {
    let kind: ShortlistDescription.Cells
    let index: CoverageIndex
    let weightWithoutCase: Double
    let wholeCity: Double
    let profiles: [String: OrganizationProfile]

    func isOfKind(_ key: CellKey) -> Bool {
        switch kind {
        case .theme: key.themeID != nil && key.supportTypeID == nil
        case .supportType: key.themeID == nil && key.supportTypeID != nil
        case .pair: key.themeID != nil && key.supportTypeID != nil
        }
    }

    var activities: [CellKey] {
        func key(_ theme: Int?, _ type: Int?) -> CellKey {
            CellKey(
                areaCode: "", themeID: theme.map { index.themeIDs[$0] },
                supportTypeID: type.map { index.supportTypeIDs[$0] })
        }
        switch kind {
        case .theme: return index.themeIDs.indices.map { key($0, nil) }
        case .supportType: return index.supportTypeIDs.indices.map { key(nil, $0) }
        case .pair: return index.layout.pairs.map { key($0.theme, $0.supportType) }
        }
    }

    private var activityCount: Int {
        switch kind {
        case .theme: index.themeIDs.count
        case .supportType: index.supportTypeIDs.count
        case .pair: index.layout.pairs.count
        }
    }

    /// With how much a claim counts, above 0.
    func activities(of row: ReachRow) -> [(activity: Int, quality: Double, isRecoded: Bool)] {
        let organization = index.organization(row, group: 0)
        let profile = profiles[row.organizationID]
        func recoded(_ labels: [AttributedLabel]?) -> Set<String> {
            Set((labels ?? []).filter { $0.origin == .recoded }.map(\.id))
        }
        let (themes, types) = (recoded(profile?.themes), recoded(profile?.supportTypes))
        func quality(_ theme: Int) -> Double {
            organization.caseThemes.map { $0.contains(theme) ? 1 : weightWithoutCase } ?? 1
        }
        let found: [(activity: Int, quality: Double, isRecoded: Bool)] =
            switch kind {
            case .theme:
                organization.themes.indices.map { ($0, quality($0), themes.contains(index.themeIDs[$0])) }
            case .supportType:
                organization.supportTypes.indices.map { ($0, 1, types.contains(index.supportTypeIDs[$0])) }
            case .pair:
                organization.pairClaims(index.layout).map { claim in
                    let pair = index.layout.pairs[claim.pair]
                    return (
                        claim.pair, quality(claim.theme),
                        themes.contains(index.themeIDs[pair.theme])
                            || types.contains(index.supportTypeIDs[pair.supportType])
                    )
                }
            }
        return found.filter { $0.quality > 0 }
    }

    func claims(of row: ReachRow) -> [InvitationProblem.Claim] {
        let areas = row.areaCodes.compactMap { index.area($0) }.sorted()
        let share = areas.count == index.areaCodes.count && areas.count > 1 ? wholeCity : 1
        let activities = activities(of: row)
        let count = activityCount
        return areas.flatMap { area in
            activities.map { claim in
                InvitationProblem.Claim(
                    cell: area * count + claim.activity, quality: claim.quality * share, isRecoded: claim.isRecoded)
            }
        }
    }
}
