internal import Analysis
internal import Model
internal import Store

/// What is found for a request, before it is written for people or programs.
struct MatchContents {
    struct Entry {
        /// `nil` in a team, whose members stand side by side.
        let rank: Int?
        let isShared: Bool
        let organization: MatchFacts.Organization
        /// By the themes that it is taken for.
        let criteria: [(theme: Int, criteria: MatchCriteria)]
        let metres: Int?
        let reasons: [String]
        let missing: [String]
        let evidence: [String]
        /// Who could stand in its place in a team, without a loss.
        let standIns: [MatchRow]

        var isFull: Bool { criteria.allSatisfy(\.criteria.isFull) }
    }

    /// A theme that nobody is known to do with everything else that was asked.
    struct Uncovered {
        let theme: Int
        /// What the coverage says of it.
        let gaps: [String]
        /// Organisations that lack one thing, the best first, with what they lack.
        let near: [(row: MatchRow, lacks: [String])]
    }

    let isTeam: Bool
    let entries: [Entry]
    /// Those that are not listed: everything asked for, and all but one thing.
    let moreFull: Int
    let moreNear: Int
    let uncovered: [Uncovered]
    /// Whether another team is as good in every respect.
    let hasEquals: Bool
}

/// Finds whom to turn to: a list for one theme, a team for several.
struct MatchAnswer {
    let words: MatchWords
    let gaps: MatchGaps
    /// From the town that was asked for, by id of the organisation.
    let metres: [String: Int]
    let limit: Int

    /// - Parameter organizations: in the order of the facts.
    func list(_ organizations: [MatchableOrganization]) throws(StageError) -> MatchContents {
        let theme = words.request.themes[0]
        let criteria = organizations.map { MatchCriteria($0, words.request.requests[0]) }
        let ranking = MatchRanking(criteria)
        let places = ranking.places.prefix(limit)
        let listedFull = min(ranking.fullCount, places.count)
        return MatchContents(
            isTeam: false,
            entries: places.map { place in
                entry(
                    place.organization, [(theme, criteria[place.organization])], rank: place.rank,
                    isShared: place.isShared)
            },
            moreFull: ranking.fullCount - listedFull,
            moreNear: ranking.places.count - ranking.fullCount - (places.count - listedFull),
            uncovered: ranking.fullCount > 0
                ? [] : [MatchContents.Uncovered(theme: theme, gaps: try gaps.sentences(ofTheme: theme), near: [])],
            hasEquals: false)
    }

    /// - Parameter organizations: in the order of the facts.
    func team(_ organizations: [MatchableOrganization]) throws(StageError) -> MatchContents {
        let (themes, requests) = (words.request.themes, words.request.requests)
        let criteria = organizations.map { organization in requests.map { MatchCriteria(organization, $0) } }
        let team = MatchTeam(criteria)
        var uncovered: [MatchContents.Uncovered] = []
        for place in team.uncovered {
            uncovered.append(
                MatchContents.Uncovered(
                    theme: themes[place], gaps: try gaps.sentences(ofTheme: themes[place]),
                    near: near(criteria.map { $0[place] })))
        }
        return MatchContents(
            isTeam: true,
            entries: team.picks.map { pick in
                entry(
                    pick.organization, pick.themes.map { (themes[$0], criteria[pick.organization][$0]) },
                    standIns: pick.standIns)
            },
            moreFull: 0, moreNear: 0, uncovered: uncovered, hasEquals: team.hasEquals)
    }

    private func near(_ criteria: [MatchCriteria]) -> [(row: MatchRow, lacks: [String])] {
        MatchRanking(criteria).places.prefix(Self.shownNear).map { place in
            let organization = words.facts.organizations[place.organization]
            return (organization.row, words.lacks(organization, criteria[place.organization]))
        }
    }

    /// For a theme without anybody.
    private static let shownNear = 3

    private func entry(
        _ index: Int, _ criteria: [(theme: Int, criteria: MatchCriteria)], rank: Int? = nil, isShared: Bool = false,
        standIns: [Int] = []
    ) -> MatchContents.Entry {
        let organization = words.facts.organizations[index]
        let metres = metres[organization.row.organizationID]
        return MatchContents.Entry(
            rank: rank, isShared: isShared, organization: organization, criteria: criteria, metres: metres,
            reasons: words.reasons(organization, criteria, metres: metres),
            missing: words.missing(organization, criteria, metres: metres),
            evidence: words.evidence(organization, themes: criteria.map(\.theme)),
            standIns: standIns.map { words.facts.organizations[$0].row })
    }
}
