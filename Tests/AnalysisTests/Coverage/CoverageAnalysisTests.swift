import Analysis
import Model
import TestSupport
import Testing

@Suite("Cells with their kind, and whom to ask")
struct CoverageAnalysisTests {
    private static let layout = CoverageLayout(
        areaCount: 3, themeCount: 4, supportTypeCount: 2,
        pairs: (0..<4).flatMap { theme in (0..<2).map { .init(theme: theme, supportType: $0) } })

    private static func world(_ seed: UInt64, silent: Int) -> [ReachingOrganization] {
        var random = SeededGenerator(seed: seed)
        func organization(answers: Bool, group: Int) -> ReachingOrganization {
            let areas = Bool.random(using: &random) ? [0, 1, 2] : [Int.random(in: 0..<3, using: &random)]
            // The last theme is done by nobody.
            let themes = (0..<3).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
            let types = (0..<2).filter { _ in Bool.random(using: &random) }
            return ReachingOrganization(
                isMember: false, reach: .areas(answers ? areas : []),
                themes: .init(answers ? themes : [], count: answers ? themes.count : 0),
                supportTypes: .init(answers ? types : [], count: answers ? types.count : 0),
                asked: .init(group: group, office: Int.random(in: 0..<3, using: &random), hasAnswered: answers))
        }
        return (0..<40).map { organization(answers: true, group: $0 % 2) }
            + (0..<silent).map { organization(answers: false, group: $0 % 2) }
    }

    @Test("what each silent organisation may do adds up to what is expected of all", arguments: 0..<5)
    func chancesAddUp(seed: UInt64) {
        let organizations = Self.world(seed, silent: 60)
        let model = NonResponseModel(
            organizations.compactMap { organization in
                organization.asked.map { asked in
                    guard case .areas(let areas) = organization.reach, asked.hasAnswered else {
                        return SurveyedOrganization(group: asked.group, office: asked.office, answer: nil)
                    }
                    return SurveyedOrganization(
                        group: asked.group, office: asked.office,
                        answer: .init(areas: areas, activities: organization.themes.indices))
                }
            }, groupCount: 2, areaCount: 3, activityCount: 4)
        let forecast = model.forecast()
        let silent = organizations.compactMap(\.asked).filter { !$0.hasAnswered }
        for theme in 0..<4 {
            for area in 0..<3 {
                let sum = silent.reduce(0) {
                    $0 + model.chance(of: theme, area: area, group: $1.group, office: $1.office)
                }
                #expect(abs(sum - forecast[theme][area].expected) < 1e-9 * max(1, sum))
            }
        }
    }

    @Test("an answer can settle only need of cells that nobody is known to reach")
    func expectedAnswers() {
        let organizations = Self.world(1, silent: 30)
        let analysis = CoverageAnalysis(
            organizations, layout: Self.layout, groupCount: 2, rules: GapRules(absentProbability: 1))
        let need = [Double?](repeating: 0.1, count: 12)
        let pairNeed = [Double?](repeating: 0.05, count: 24)
        let silent = organizations.compactMap(\.asked).filter { !$0.hasAnswered }
        let answers = analysis.expectedAnswers(of: silent, themeNeed: need, pairNeed: pairNeed)
        #expect(answers.count == 30)
        // Only the last theme has cells that nobody is known to reach.
        #expect(analysis.themes.indices.allSatisfy { analysis.themes[$0].isUnknown == ($0 % 4 == 3) })
        #expect(answers.allSatisfy { $0.themeNeed > 0 && $0.themeNeed <= 0.1 * 3 && $0.pairNeed > 0 })
        // Together they settle more than any of them, and less than the sum: two may do the same.
        let together = analysis.expectedAnswer(together: silent, themeNeed: need, pairNeed: pairNeed)
        #expect(together.themeNeed > answers.map(\.themeNeed).max() ?? 0 && together.themeNeed <= 0.1 * 3)
        #expect(together.themeNeed < answers.reduce(0) { $0 + $1.themeNeed })
        let one = analysis.expectedAnswer(together: Array(silent.prefix(1)), themeNeed: need, pairNeed: pairNeed)
        #expect(abs(one.themeNeed - answers[0].themeNeed) < 1e-12 && abs(one.pairNeed - answers[0].pairNeed) < 1e-12)
        let none = analysis.expectedAnswers(
            of: silent, themeNeed: Array(repeating: nil, count: 12), pairNeed: Array(repeating: 0, count: 24))
        #expect(none.allSatisfy { $0.themeNeed == 0 && $0.pairNeed == 0 })
    }

    @Test("nobody asked, nobody known: every cell is absent, and nothing fails")
    func nobody() {
        let analysis = CoverageAnalysis([], layout: Self.layout, groupCount: 0, rules: GapRules())
        #expect(analysis.themes.count == 12 && analysis.supportTypes.count == 6 && analysis.pairs.count == 24)
        #expect(analysis.themes.allSatisfy { $0.gap == .absent && $0.silent == .none })
        #expect(
            analysis.expectedAnswers(
                of: [], themeNeed: Array(repeating: 1, count: 12), pairNeed: Array(repeating: nil, count: 24)
            ).isEmpty)
        let empty = CoverageLayout(areaCount: 0, themeCount: 0, supportTypeCount: 0, pairs: [])
        #expect(
            CoverageAnalysis(
                Self.world(1, silent: 2).map(\.withoutReach), layout: empty, groupCount: 2, rules: GapRules()
            ).themes.isEmpty)
    }

    @Test("cutting an area into pieces that no answer tells apart changes nothing in any of them")
    func piecesOfAnArea() {
        let whole = Self.world(3, silent: 40).map { $0.withoutOffice }
        /// Area 1 becomes four.
        let pieces = whole.map { organization -> ReachingOrganization in
            guard case .areas(let areas) = organization.reach else { return organization }
            let cut = areas.flatMap { $0 == 1 ? [1, 3, 4, 5] : [$0] }.sorted()
            return ReachingOrganization(
                isMember: organization.isMember, reach: .areas(cut), themes: organization.themes,
                supportTypes: organization.supportTypes, asked: organization.asked)
        }
        let layout = CoverageLayout(
            areaCount: 6, themeCount: 4, supportTypeCount: 2, pairs: Self.layout.pairs)
        let one = CoverageAnalysis(whole, layout: Self.layout, groupCount: 2, rules: GapRules())
        let cut = CoverageAnalysis(pieces, layout: layout, groupCount: 2, rules: GapRules())
        for piece in [1, 3, 4, 5] {
            #expect(Array(cut.themes[piece * 4..<piece * 4 + 4]) == Array(one.themes[4..<8]))
            #expect(Array(cut.pairs[piece * 8..<piece * 8 + 8]) == Array(one.pairs[8..<16]))
        }
        #expect(Array(cut.themes[0..<4]) == Array(one.themes[0..<4]))
    }

    @Test("a kind that hangs on claims without a case says what it would be without them")
    func casesOnly() {
        func member(_ cases: [Int]?) -> ReachingOrganization {
            ReachingOrganization(
                isMember: true, reach: .areas([0]), themes: .init([0], count: 1), supportTypes: .init([0], count: 1),
                caseThemes: cases)
        }
        let layout = CoverageLayout(areaCount: 1, themeCount: 1, supportTypeCount: 1, pairs: [])
        func cell(_ members: ReachingOrganization...) -> CoverageAnalysis.Cell {
            CoverageAnalysis(members, layout: layout, groupCount: 1, rules: GapRules()).themes[0]
        }
        #expect(cell(member([0]), member([])).gap == .covered)
        #expect(cell(member([0]), member([])).gapWithCasesOnly == .thin)
        #expect(cell(member([])).gap == .thin && cell(member([])).gapWithCasesOnly == .checkMember)
        // It was not asked.
        #expect(cell(member(nil)).gapWithCasesOnly == .thin)
    }

    // MARK: Inference

    /// One area, two themes, two support types.
    private static let pairsAlone = CoverageLayout(
        areaCount: 1, themeCount: 2, supportTypeCount: 2, pairs: [.init(theme: 0, supportType: 0)])

    /// An organisation that names the pair.
    enum Naming: CaseIterable {
        case open, single, confirmed, denied

        func organization(member: Bool, cases: [Int]? = nil) -> ReachingOrganization {
            let several = ReachingOrganization.Activity([0, 1], count: 2)
            let pair = CoverageLayout.Pair(theme: 0, supportType: 0)
            return ReachingOrganization(
                isMember: member, reach: .areas([0]), themes: several,
                supportTypes: self == .single ? .init([0], count: 1) : several,
                decidedPairs: self == .confirmed ? [pair: true] : self == .denied ? [pair: false] : [:],
                caseThemes: cases)
        }
    }

    @Test(
        "a cell is inferred when its kind would be another without the organisations that named several of both",
        arguments: [
            ([], [], GapKind.absent, false),
            ([.open], [], .thin, true), ([.single], [], .thin, false), ([.confirmed], [], .thin, false),
            ([.denied], [], .absent, false), ([.denied, .confirmed], [], .thin, false),
            ([.open, .open], [], .covered, true), ([.single, .open], [], .covered, true),
            ([.single, .confirmed, .open], [], .covered, false),
            ([], [.open], .recruitable, true), ([], [.open, .confirmed], .recruitable, false),
            ([.open], [.single], .thin, true), ([], [.denied], .absent, false),
        ] as [([Naming], [Naming], GapKind, Bool)])
    func inferred(members: [Naming], others: [Naming], kind: GapKind, isInferred: Bool) {
        let organizations =
            members.map { $0.organization(member: true) } + others.map { $0.organization(member: false) }
        let analysis = CoverageAnalysis(
            organizations, layout: Self.pairsAlone, groupCount: 1, rules: GapRules())
        #expect(analysis.pairs.map(\.gap) == [kind] && analysis.pairs.map(\.isInferred) == [isInferred])
        #expect((analysis.themes + analysis.supportTypes).allSatisfy { !$0.isInferred })
    }

    @Test("claims without a case that count less are weighed among the sure ones as among all")
    func inferredByWeight() {
        let rules = GapRules(weightWithoutCase: 0.5)
        func cell(_ organizations: ReachingOrganization...) -> CoverageAnalysis.Cell {
            CoverageAnalysis(organizations, layout: Self.pairsAlone, groupCount: 1, rules: rules).pairs[0]
        }
        let halves = [Naming.single, .confirmed].map { $0.organization(member: true, cases: []) }
        #expect(cell(halves[0], halves[1]).gap == .thin && !cell(halves[0], halves[1]).isInferred)
        let whole = Naming.open.organization(member: true, cases: [0])
        #expect(cell(halves[0], halves[1], whole).gap == .covered && cell(halves[0], halves[1], whole).isInferred)
    }

    @Test("a member that left the question blank is asked whether or not others' pairs are inferences")
    func inferredBlank() {
        let blank = ReachingOrganization(
            isMember: true, reach: .areas([0]), themes: .init([0], count: 1), supportTypes: .init([], count: 0))
        func cell(_ organization: ReachingOrganization) -> CoverageAnalysis.Cell {
            CoverageAnalysis([blank, organization], layout: Self.pairsAlone, groupCount: 1, rules: GapRules()).pairs[0]
        }
        let denied = cell(Naming.denied.organization(member: true))
        #expect(denied.gap == .checkMember && !denied.isInferred)
        let open = cell(Naming.open.organization(member: false))
        #expect(open.gap == .recruitable && open.isInferred)
    }

    @Test("what a person denied is not expected of the silent either, and nothing else changes")
    func deniedIsNotExpected() {
        let organizations = Self.world(5, silent: 30)
        let layout = Self.layout
        func analysis(denying pair: Int?) -> CoverageAnalysis {
            CoverageAnalysis(
                organizations.map { organization in
                    ReachingOrganization(
                        isMember: organization.isMember, reach: organization.reach, themes: organization.themes,
                        supportTypes: organization.supportTypes,
                        decidedPairs: pair.map { [layout.pairs[$0]: false] } ?? [:], asked: organization.asked)
                }, layout: layout, groupCount: 2, rules: GapRules())
        }
        let (before, after) = (analysis(denying: nil), analysis(denying: 1))
        #expect(before.themes == after.themes && before.supportTypes == after.supportTypes)
        for area in 0..<layout.areaCount {
            let cell = area * layout.pairs.count + 1
            #expect(before.pairs[cell].counts.known > 0 && after.pairs[cell].counts.known == 0)
            #expect(after.pairs[cell].silent.expected < before.pairs[cell].silent.expected)
        }
    }
}

extension ReachingOrganization {
    fileprivate var withoutOffice: ReachingOrganization {
        ReachingOrganization(
            isMember: isMember, reach: reach, themes: themes, supportTypes: supportTypes,
            asked: asked.map { .init(group: $0.group, office: nil, hasAnswered: $0.hasAnswered) })
    }

    fileprivate var withoutReach: ReachingOrganization {
        ReachingOrganization(
            isMember: isMember, reach: .areas([]), themes: .init([], count: 0), supportTypes: .init([], count: 0),
            asked: asked.map { .init(group: $0.group, office: nil, hasAnswered: $0.hasAnswered) })
    }
}
