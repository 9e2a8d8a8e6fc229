import Analysis
import TestSupport

extension MatchableOrganization {
    /// One that does a theme and a support type, is no member and says nothing else, with what a test changes.
    static func with(
        member: Bool = false, area: ServiceArea = .part([0]), themes: Set<Int> = [0], recodedThemes: Set<Int> = [],
        themeCount: Int? = nil, types: Set<Int> = [0], typeCount: Int? = nil,
        decided: [CoverageLayout.Pair: Bool] = [:], cases: Set<Int>? = nil, frequency: Int? = nil, distance: Int? = nil
    ) -> MatchableOrganization {
        MatchableOrganization(
            isMember: member, serviceArea: area,
            themes: Activities(
                named: themes, recoded: recodedThemes, count: themeCount ?? themes.count + recodedThemes.count),
            supportTypes: Activities(named: types, count: typeCount ?? types.count),
            decidedPairs: decided, caseThemes: cases, frequency: frequency, distance: distance)
    }

    static func random(themes: Int, _ generator: inout SeededGenerator) -> MatchableOrganization {
        func some(_ count: Int, chance: Int) -> Set<Int> {
            Set((0..<count).filter { _ in Int.random(in: 0..<10, using: &generator) < chance })
        }
        let areas: [ServiceArea] = [.part([0]), .part([0, 1]), .part([1]), .whole, .wide, .unknown]
        return .with(
            member: Bool.random(using: &generator), area: areas[Int.random(in: 0..<6, using: &generator)],
            themes: some(themes, chance: 3), types: some(2, chance: 7),
            cases: Bool.random(using: &generator) ? some(themes, chance: 4) : nil,
            frequency: [nil, 1, 2, 5][Int.random(in: 0..<4, using: &generator)],
            distance: [nil, 0, 300][Int.random(in: 0..<3, using: &generator)])
    }
}
