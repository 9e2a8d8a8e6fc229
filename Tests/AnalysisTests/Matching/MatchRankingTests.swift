import Analysis
import TestSupport
import Testing

@Suite("The order of those to turn to")
struct MatchRankingTests {
    private static let request = MatchRequest(theme: 0, supportTypes: [0], areas: [0])

    private func ranking(
        _ organizations: [MatchableOrganization], _ request: MatchRequest = Self.request
    ) -> MatchRanking {
        MatchRanking(organizations.map { MatchCriteria($0, request) })
    }

    /// Each of them is worse than the one before by a rule that comes before all in which it is better.
    private static let worse: [(name: String, better: MatchableOrganization, worse: MatchableOrganization)] = [
        (
            "what lacks nothing", .with(area: .wide, themes: [0, 1], types: [0, 1]),
            .with(member: true, types: [1], cases: [0], frequency: 1, distance: 0)
        ),
        (
            "members", .with(member: true, area: .wide, themes: [0, 1], types: [0, 1]),
            .with(cases: [0], frequency: 1, distance: 0)
        ),
        (
            "an area that is named", .with(themes: [0, 1], types: [0, 1]), .with(area: .whole, cases: [0], frequency: 1)
        ),
        ("all of the city", .with(area: .whole, themes: [0, 1], types: [0, 1]), .with(area: .wide, cases: [0])),
        ("a case", .with(themes: [0, 1], types: [0, 1], cases: [0]), .with(cases: [1], frequency: 1)),
        ("a case, before nothing is known", .with(cases: [0]), .with(frequency: 1)),
        (
            "a pair that is sure", .with(themes: [], recodedThemes: [0]),
            .with(themes: [0, 1], types: [0, 1], frequency: 1)
        ),
        ("a choice", .with(), .with(themes: [], recodedThemes: [0], frequency: 1, distance: 0)),
        ("more often", .with(frequency: 2), .with(frequency: 3, distance: 0)),
        ("any frequency", .with(frequency: 12), .with(distance: 0)),
        ("nearer", .with(distance: 1200), .with(distance: 1300)),
        ("any distance", .with(distance: 900_000), .with()),
    ]

    @Test("goes by one rule after the other", arguments: worse.indices)
    func rules(index: Int) {
        let (name, better, worse) = Self.worse[index]
        for pair in [[better, worse], [worse, better]] {
            let places = ranking(pair).places
            #expect(places.map { pair[$0.organization] } == [better, worse], "\(name)")
            #expect(places.map(\.rank) == [1, 2] && !places.contains(where: \.isShared))
        }
    }

    @Test("equal ones share a number, keep their order, and the next is counted behind them")
    func ties() {
        let places = ranking([.with(frequency: 3), .with(frequency: 1), .with(frequency: 3), .with()]).places
        #expect(places.map(\.organization) == [1, 0, 2, 3])
        #expect(places.map(\.rank) == [1, 2, 2, 4])
        #expect(places.map(\.isShared) == [false, true, true, false])
    }

    @Test("a case that is not told and one that was not asked for weigh the same")
    func cases() {
        #expect(ranking([.with(cases: []), .with()]).places.map(\.rank) == [1, 1])
    }

    @Test("of those that lack one thing, a blank comes before an answer, and support before area before theme")
    func near() {
        let organizations: [MatchableOrganization] = [
            .with(area: .part([1])), .with(types: [1]), .with(themes: [], types: [0]), .with(area: .unknown),
            .with(types: []), .with(),
        ]
        let ranking = ranking(organizations)
        #expect(ranking.places.map(\.organization) == [5, 4, 3, 2, 1, 0])
        #expect(ranking.fullCount == 1)
    }

    @Test(
        "who lacks two things, or is known not to do the theme, is left out",
        arguments: [
            .with(area: .part([1]), types: [1]), .with(area: .unknown, types: []), .with(themes: [1]),
            .with(themes: [], themeCount: 1),
        ] as [MatchableOrganization])
    func leftOut(organization: MatchableOrganization) {
        #expect(ranking([organization]).places.isEmpty)
    }

    @Test("a theme left blank counts only beside the support that was asked for")
    func blankTheme() {
        #expect(ranking([.with(themes: [])]).places.count == 1)
        #expect(ranking([.with(themes: [])], MatchRequest(theme: 0, areas: [0])).places.isEmpty)
    }

    @Test(
        "an area is taken in by name, by the whole or widely; every one that was asked for has to be",
        arguments: [
            (.part([0, 1]), [0, 1], .named, []), (.part([0]), [0, 1], nil, [.area(1)]), (.whole, [0, 1], .whole, []),
            (.wide, [0], .wide, []), (.part([]), [0], nil, [.area(0)]), (.unknown, [0, 1], nil, [.areaUnanswered]),
            (.unknown, [], nil, []), (.part([1]), [], nil, []),
        ] as [(MatchableOrganization.ServiceArea, [Int], MatchCriteria.Reach?, [MatchCriteria.Lack])])
    func areas(
        area: MatchableOrganization.ServiceArea, asked: [Int], reach: MatchCriteria.Reach?,
        lacks: [MatchCriteria.Lack]
    ) {
        let criteria = MatchCriteria(.with(area: area), MatchRequest(theme: 0, areas: asked))
        #expect(criteria.reach == reach && criteria.lacks == lacks)
    }

    @Test(
        "a pair is inferred where several themes and several kinds of support were named, その他 among them",
        arguments: [(1, 1, false), (1, 3, false), (3, 1, false), (2, 2, true)])
    func pairs(themeCount: Int, typeCount: Int, isInferred: Bool) {
        let organization = MatchableOrganization.with(themeCount: themeCount, typeCount: typeCount)
        #expect(MatchCriteria(organization, Self.request).isPairInferred == isInferred)
        #expect(!MatchCriteria(organization, MatchRequest(theme: 0)).isPairInferred)
        #expect(!MatchCriteria(organization, MatchRequest(theme: 0, supportTypes: [1])).isPairInferred)
        #expect(!MatchCriteria(organization, MatchRequest(theme: 1, supportTypes: [0])).isPairInferred)
    }

    @Test("a person's word makes a pair sure, or takes it away; of several kinds of support each wants one")
    func decidedPairs() {
        func criteria(_ decided: [Int: Bool], asked: [Int]) -> MatchCriteria {
            let pairs = decided.map { (CoverageLayout.Pair(theme: 0, supportType: $0), $1) }
            let organization = MatchableOrganization.with(
                themes: [0, 1], types: [0, 1], decided: Dictionary(uniqueKeysWithValues: pairs))
            return MatchCriteria(organization, MatchRequest(theme: 0, supportTypes: asked))
        }
        #expect(!criteria([0: true], asked: [0]).isPairInferred)
        #expect(criteria([0: true], asked: [0, 1]).isPairInferred && criteria([1: true], asked: [0]).isPairInferred)
        #expect(criteria([0: false], asked: [0]).lacks == [.pair(supportType: 0)])
        #expect(criteria([0: false], asked: [0]).isNear && criteria([0: false], asked: [1]).isFull)
    }
}
