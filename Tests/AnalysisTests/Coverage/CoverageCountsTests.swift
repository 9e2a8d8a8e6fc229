import Analysis
import Model
import TestSupport
import Testing

/// Two areas, two themes (0 and 1), two support types (0 and 1); theme 1 and type 1 make no sense together.
@Suite("How many organisations reach a cell")
struct CoverageCountsTests {
    private let layout = CoverageLayout(
        areaCount: 2, themeCount: 2, supportTypeCount: 2,
        pairs: [.init(theme: 0, supportType: 0), .init(theme: 0, supportType: 1), .init(theme: 1, supportType: 0)])

    private func organization(
        member: Bool = false, _ reach: ReachingOrganization.Reach, themes: [Int] = [], types: [Int] = [],
        others: Int = 0, decided: [CoverageLayout.Pair: Bool] = [:], cases: [Int]? = nil
    ) -> ReachingOrganization {
        ReachingOrganization(
            isMember: member, reach: reach, themes: .init(themes, count: themes.count + others),
            supportTypes: .init(types, count: types.count), decidedPairs: decided, caseThemes: cases)
    }

    private func counts(_ organizations: ReachingOrganization...) -> CoverageCounts {
        CoverageCounts(organizations, layout: layout)
    }

    @Test("an organisation counts in the areas where it works and nowhere else")
    func areas() {
        let counts = counts(organization(.areas([1]), themes: [0], types: [0, 1]))
        #expect(counts.themes.map(\.known) == [0, 0, 1, 0])
        #expect(counts.supportTypes.map(\.known) == [0, 0, 1, 1])
        #expect(counts.pairs.map(\.known) == [0, 0, 0, 1, 1, 0])
        #expect(counts.themes.allSatisfy { $0.members == 0 })
    }

    @Test("one that is everywhere or online is counted apart, and a member of that kind is no member of any area")
    func wide() {
        let counts = counts(
            organization(.wide, themes: [0], types: [1]), organization(member: true, .wide, themes: [], types: []))
        #expect(counts.themes.map(\.wide) == [1, 0, 1, 0])
        #expect(counts.supportTypes.map(\.wide) == [0, 1, 0, 1])
        #expect(counts.pairs.map(\.wide) == [0, 1, 0, 0, 1, 0])
        #expect(
            (counts.themes + counts.supportTypes + counts.pairs).allSatisfy { $0.known == 0 && $0.membersBlank == 0 })
    }

    @Test("theme and type belong together for sure only where one of them was named alone")
    func inference() {
        let several = organization(.areas([0]), themes: [0, 1], types: [0, 1])
        #expect(counts(several).surePairs.map(\.known) == [0, 0, 0, 0, 0, 0])
        let oneType = organization(member: true, .areas([0]), themes: [0, 1], types: [0])
        let both = counts(several, oneType)
        #expect(
            both.surePairs.map(\.known) == [1, 0, 1, 0, 0, 0] && both.surePairs.map(\.members) == [1, 0, 1, 0, 0, 0])
        #expect(both.pairs.map(\.known) == [2, 1, 2, 0, 0, 0])
        // その他 beside it makes two of one.
        let withOther = organization(.areas([0]), themes: [0], types: [0, 1], others: 1)
        #expect(counts(withOther).surePairs.map(\.known) == [0, 0, 0, 0, 0, 0])
    }

    @Test(
        "what a person confirmed is sure, what a person denied is no claim, and areas of themes and types stay as they are"
    )
    func decided() {
        let decided: [CoverageLayout.Pair: Bool] = [
            .init(theme: 0, supportType: 0): true, .init(theme: 0, supportType: 1): false,
        ]
        func named(_ reach: ReachingOrganization.Reach, _ decided: [CoverageLayout.Pair: Bool]) -> CoverageCounts {
            counts(organization(member: true, reach, themes: [0, 1], types: [0, 1], decided: decided, cases: [1]))
        }
        let (open, told) = (named(.areas([0]), [:]), named(.areas([0]), decided))
        #expect(open.pairs.map(\.members) == [1, 1, 1, 0, 0, 0])
        #expect(told.pairs.map(\.members) == [1, 0, 1, 0, 0, 0] && told.pairs.map(\.known) == [1, 0, 1, 0, 0, 0])
        #expect(told.surePairs.map(\.members) == [1, 0, 0, 0, 0, 0])
        #expect(told.surePairs.map(\.membersWithoutCase) == [1, 0, 0, 0, 0, 0])
        // It is no blank either: it has been asked.
        #expect(told.pairs.allSatisfy { $0.membersBlank == 0 })
        #expect(open.themes == told.themes && open.supportTypes == told.supportTypes)
        #expect(named(.wide, [:]).pairs.map(\.wide) == [1, 1, 1, 1, 1, 1])
        #expect(named(.wide, decided).pairs.map(\.wide) == [1, 0, 1, 1, 0, 1])
        #expect(named(.wide, decided).themes.map(\.wide) == [1, 1, 1, 1])
    }

    @Test("cases are evidence for the themes that they are told of, and nothing is made of a question not asked")
    func cases() {
        let counts = counts(
            organization(member: true, .areas([0]), themes: [0, 1], types: [0], cases: [1]),
            organization(.areas([0]), themes: [0, 1], types: [0], cases: []),
            organization(member: true, .areas([0]), themes: [0], types: [0]))
        let (first, second) = (counts.themes[0], counts.themes[1])
        #expect((first.members, first.known, first.membersWithCase, first.membersWithoutCase) == (2, 3, 0, 1))
        #expect((first.knownWithCase, first.knownWithoutCase) == (0, 2))
        #expect((second.members, second.known, second.membersWithCase, second.membersWithoutCase) == (1, 2, 1, 0))
        #expect((second.knownWithCase, second.knownWithoutCase) == (1, 1))
        #expect(counts.pairs[2].knownWithCase == 1)
        #expect(counts.supportTypes[0].knownWithCase == 0 && counts.supportTypes[0].knownWithoutCase == 0)
    }

    @Test("a member is blank for what it left open, of a pair only for what its other answer allows")
    func blanks() {
        let noType = counts(organization(member: true, .areas([0]), themes: [0]))
        #expect(noType.themes.map(\.membersBlank) == [0, 0, 0, 0])
        #expect(noType.supportTypes.map(\.membersBlank) == [1, 1, 0, 0])
        #expect(noType.pairs.map(\.membersBlank) == [1, 1, 0, 0, 0, 0])
        let noTheme = counts(organization(member: true, .areas([0]), types: [1]))
        #expect(noTheme.themes.map(\.membersBlank) == [1, 1, 0, 0])
        #expect(noTheme.pairs.map(\.membersBlank) == [0, 1, 0, 0, 0, 0])
        let nothing = counts(organization(member: true, .areas([0])))
        #expect(nothing.pairs.map(\.membersBlank) == [1, 1, 1, 0, 0, 0])
        // その他 is an answer.
        #expect(counts(organization(member: true, .areas([0]), others: 1)).themes.allSatisfy { $0.membersBlank == 0 })
        #expect(counts(organization(.areas([0]))).themes.allSatisfy { $0.membersBlank == 0 })
    }

    // MARK: Any organisations

    @Test("the same as counting every cell by itself, in whatever order", arguments: 0..<20)
    func eachCellByItself(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let themeCount = Int.random(in: 1...8, using: &random)
        let all = (0..<themeCount).flatMap { theme in
            (0..<3).map { CoverageLayout.Pair(theme: theme, supportType: $0) }
        }
        let layout = CoverageLayout(
            areaCount: Int.random(in: 1...6, using: &random), themeCount: themeCount, supportTypeCount: 3,
            pairs: all.filter { _ in Int.random(in: 0..<5, using: &random) > 0 })
        func some(_ count: Int) -> [Int] { (0..<count).filter { _ in Bool.random(using: &random) } }
        let organizations = (0..<60).map { _ in
            let reach: ReachingOrganization.Reach =
                Int.random(in: 0..<8, using: &random) == 0 ? .wide : .areas(some(layout.areaCount))
            let decided = all.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
                .map { ($0, Bool.random(using: &random)) }
            return organization(
                member: Bool.random(using: &random), reach, themes: some(layout.themeCount), types: some(3),
                decided: Dictionary(uniqueKeysWithValues: decided),
                cases: Bool.random(using: &random) ? some(layout.themeCount) : nil)
        }
        let counts = CoverageCounts(organizations, layout: layout)
        for area in 0..<layout.areaCount {
            let here = organizations.filter { $0.reach.fills(area) }
            for theme in 0..<layout.themeCount {
                let doing = here.filter { $0.themes.indices.contains(theme) }
                let cell = counts.themes[area * layout.themeCount + theme]
                #expect(cell.known == doing.count && cell.members == doing.count(where: \.isMember))
                #expect(cell.knownWithCase == doing.count { $0.caseThemes?.contains(theme) == true })
                #expect(cell.knownWithoutCase == doing.count { $0.caseThemes?.contains(theme) == false })
                #expect(cell.membersBlank == here.count { $0.isMember && !$0.themes.isNamed })
                #expect(cell.wide == organizations.count { $0.reach == .wide && $0.themes.indices.contains(theme) })
            }
            for (place, pair) in layout.pairs.enumerated() {
                let doing = here.filter { $0.does(pair) }
                let sure = doing.filter { $0.isSureOf(pair) }
                let index = area * layout.pairs.count + place
                let (cell, ofSure) = (counts.pairs[index], counts.surePairs[index])
                #expect(cell.known == doing.count && cell.members == doing.count(where: \.isMember))
                #expect(cell.wide == organizations.count { $0.reach == .wide && $0.does(pair) })
                #expect(Int(ofSure.known) == sure.count && Int(ofSure.members) == sure.count(where: \.isMember))
                #expect(
                    Int(ofSure.membersWithoutCase)
                        == sure.count { $0.isMember && $0.caseThemes?.contains(pair.theme) == false })
            }
        }
        let shuffled = CoverageCounts(organizations.shuffled(using: &random), layout: layout)
        #expect(shuffled.themes == counts.themes && shuffled.supportTypes == counts.supportTypes)
        #expect(shuffled.pairs == counts.pairs && shuffled.surePairs == counts.surePairs)
    }
}

extension ReachingOrganization.Reach {
    fileprivate func fills(_ area: Int) -> Bool {
        if case .areas(let areas) = self { areas.contains(area) } else { false }
    }
}

extension ReachingOrganization {
    fileprivate func does(_ pair: CoverageLayout.Pair) -> Bool {
        themes.indices.contains(pair.theme) && supportTypes.indices.contains(pair.supportType)
            && decidedPairs[pair] != false
    }

    fileprivate func isSureOf(_ pair: CoverageLayout.Pair) -> Bool {
        themes.isSingle || supportTypes.isSingle || decidedPairs[pair] == true
    }
}
