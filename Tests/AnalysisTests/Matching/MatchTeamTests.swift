import Analysis
import TestSupport
import Testing

@Suite("A team for several themes")
struct MatchTeamTests {
    private func team(_ organizations: [MatchableOrganization], themes: Int, areas: [Int] = []) -> MatchTeam {
        MatchTeam(Self.criteria(organizations, themes: themes, areas: areas))
    }

    private static func criteria(
        _ organizations: [MatchableOrganization], themes: Int, areas: [Int]
    ) -> [[MatchCriteria]] {
        organizations.map { organization in
            (0..<themes).map { MatchCriteria(organization, MatchRequest(theme: $0, areas: areas)) }
        }
    }

    @Test("is as small as can be, even where members would be more")
    func smallest() {
        let team = team(
            [.with(member: true, themes: [0]), .with(member: true, themes: [1, 2]), .with(themes: [0, 1, 2])],
            themes: 3)
        #expect(team.picks.map(\.organization) == [2])
        #expect(team.picks.first?.themes == [0, 1, 2] && team.uncovered.isEmpty && !team.hasEquals)
    }

    @Test("has members where it can")
    func members() {
        let team = team(
            [
                .with(themes: [0, 1], cases: [0, 1]), .with(themes: [2], cases: [2]),
                .with(member: true, themes: [0, 1]),
                .with(member: true, themes: [2]),
            ], themes: 3)
        #expect(team.picks.map(\.organization) == [2, 3])
    }

    @Test("takes evidence where somebody in it has it, and says what each does")
    func evidence() {
        // The second theme is done by both, and one of them has a case of it.
        let team = team(
            [.with(themes: [0, 1]), .with(themes: [1, 2], cases: [1]), .with(themes: [1, 2])], themes: 3)
        #expect(team.picks.map(\.organization) == [0, 1])
        #expect(team.picks.map(\.themes) == [[0, 1], [1, 2]])
        #expect(!team.hasEquals)
    }

    @Test("says which themes nobody does as they were asked")
    func uncovered() {
        let team = team([.with(area: .part([1]), themes: [0, 1]), .with(themes: [2])], themes: 4, areas: [0])
        #expect(team.uncovered == [0, 1, 3])
        #expect(team.picks.map(\.organization) == [1])
        let nobody = self.team([], themes: 2)
        #expect(nobody.picks.isEmpty && !nobody.hasEquals)
    }

    @Test("takes the first of equal ones and says who could stand in")
    func standIns() {
        let team = team(
            [.with(themes: [0]), .with(themes: [1]), .with(themes: [0]), .with(themes: [1, 0])], themes: 1)
        #expect(team.picks.map(\.organization) == [0] && team.hasEquals)
        #expect(team.picks.first?.standIns == [2, 3])
    }

    @Test("other teams are noticed though no single organisation could stand in")
    func otherTeams() {
        let team = team(
            [.with(themes: [0, 1]), .with(themes: [2, 3]), .with(themes: [0, 2]), .with(themes: [1, 3])], themes: 4)
        #expect(team.picks.count == 2 && team.picks.allSatisfy(\.standIns.isEmpty))
        #expect(team.hasEquals)
    }

    @Test("is the best of all sets, by trying them", arguments: 0..<60)
    func byTrying(seed: UInt64) {
        var generator = SeededGenerator(seed: 400 + seed)
        let themes = Int.random(in: 2...5, using: &generator)
        let organizations = (0..<9).map { _ in MatchableOrganization.random(themes: themes, &generator) }
        let criteria = Self.criteria(organizations, themes: themes, areas: seed % 2 == 0 ? [0] : [])
        let team = MatchTeam(criteria)
        let wanted = (0..<themes).filter { theme in criteria.contains { $0[theme].isFull } }
        #expect(team.uncovered == (0..<themes).filter { !wanted.contains($0) })
        let costs = (0..<(1 << 9)).compactMap { set -> (set: Set<Int>, cost: [Int])? in
            let picks = (0..<9).filter { set >> $0 & 1 == 1 }
            return Self.cost(picks, criteria, wanted).map { (Set(picks), $0) }
        }
        let best = costs.map(\.cost).min { $0.lexicographicallyPrecedes($1) } ?? []
        let equals = costs.filter { $0.cost == best }.map(\.set)
        let picks = team.picks.map(\.organization)
        #expect(equals.contains(Set(picks)))
        #expect(team.hasEquals == (equals.count > 1))
        for pick in team.picks {
            let others = Set(picks).subtracting([pick.organization])
            let standIns = (0..<9).filter { !picks.contains($0) && equals.contains(others.union([$0])) }
            #expect(pick.standIns == standIns)
        }
    }

    /// Written down anew from the rule: size, members, service area, case, frequency, distance, each summed up.
    private static func cost(_ picks: [Int], _ criteria: [[MatchCriteria]], _ wanted: [Int]) -> [Int]? {
        guard wanted.allSatisfy({ theme in picks.contains { criteria[$0][theme].isFull } }) else { return nil }
        let own = picks.map { pick in criteria[pick].first(where: \.isFull) ?? criteria[pick][0] }
        let withoutCase = wanted.count { theme in
            !picks.contains { criteria[$0][theme].isFull && criteria[$0][theme].cases == .told }
        }
        return [
            picks.count, own.count { !$0.isMember }, own.reduce(0) { $0 + ($1.reach?.rawValue ?? 0) }, withoutCase,
            own.reduce(0) { $0 + ($1.frequency ?? 1000) }, own.count { $0.distance == nil },
            own.reduce(0) { $0 + ($1.distance ?? 0) },
        ]
    }
}
