internal import Analysis
internal import BenchmarkSupport
internal import Model

/// Municipalities with five areas each, whose organisations do and answer what chance says: a quarter answers, three of a
/// hundred are members.
struct Country {
    let municipalities: Int
    let organizations: Int
    let seed: UInt64

    private static let layout = CoverageLayout(
        areaCount: 5, themeCount: 24, supportTypeCount: 5,
        pairs: (0..<24).flatMap { theme in (0..<5).map { CoverageLayout.Pair(theme: theme, supportType: $0) } })

    /// All results are kept, as a study of the country would.
    func run() throws {
        let all = (0..<municipalities).map { index in
            CoverageAnalysis(
                municipality(seed &+ UInt64(index) &* 7919), layout: Self.layout, groupCount: 4, rules: GapRules())
        }
        var kinds: [GapKind: Int] = [:]
        var count = 0
        for analysis in all {
            for cell in analysis.themes + analysis.supportTypes + analysis.pairs {
                kinds[cell.gap, default: 0] += 1
                count += 1
            }
        }
        let shares = GapKind.allCases.map { "\($0.rawValue) \(kinds[$0] ?? 0)" }.joined(separator: ", ")
        print("\(count) cells: \(shares)")
    }

    private func municipality(_ seed: UInt64) -> [ReachingOrganization] {
        var random = SeededGenerator(seed: seed)
        // Some themes are common, some are done by hardly anybody.
        let shares = (0..<24).map { _ in Int.random(in: 0..<18, using: &random) }
        return (0..<organizations).map { _ in
            let asked = ReachingOrganization.Asked(
                group: Int.random(in: 0..<4, using: &random), office: Int.random(in: 0..<5, using: &random),
                hasAnswered: random.happens(percent: 25))
            guard asked.hasAnswered else {
                return ReachingOrganization(
                    isMember: false, reach: .areas([]), themes: .init([], count: 0), supportTypes: .init([], count: 0),
                    asked: asked)
            }
            let areas = random.happens(percent: 40) ? [0, 1, 2, 3, 4] : [Int.random(in: 0..<5, using: &random)]
            let themes = (0..<24).filter { random.happens(percent: shares[$0]) }
            let types = (0..<5).filter { _ in random.happens(percent: 35) }
            return ReachingOrganization(
                isMember: random.happens(percent: 12), reach: random.happens(percent: 3) ? .wide : .areas(areas),
                themes: .init(themes, count: themes.count), supportTypes: .init(types, count: types.count),
                caseThemes: random.happens(percent: 75) ? themes.filter { _ in random.happens(percent: 60) } : nil,
                asked: asked)
        }
    }
}
