internal import Analysis
internal import Model

/// Whose answer would settle most unknown need, of those who did not answer.
struct FollowUps {
    /// First who can be expected to settle most; ties by id.
    let all: [FollowUp]
    /// First the section whose organisations can be expected to settle most.
    let bySection: [FollowUp.Section]

    init(
        _ organizations: [(id: String, organization: ReachingOrganization)], _ analysis: CoverageAnalysis,
        need: CellNeeds, sections: [String: String], _ index: CoverageIndex
    ) {
        func weights(_ keys: [(theme: Int, supportType: Int?)]) -> [Double?] {
            index.areaCodes.indices.flatMap { area in
                keys.map { need.weight(area: area, theme: $0.theme, supportType: $0.supportType) }
            }
        }
        let ofThemes = weights(index.themeIDs.indices.map { ($0, nil) })
        let ofPairs = weights(index.layout.pairs.map { ($0.theme, $0.supportType) })
        let unknown = Self.unknown(analysis.themes, ofThemes)
        let unknownPairs = Self.unknown(analysis.pairs, ofPairs)
        let silent = organizations.filter { $0.organization.asked?.hasAnswered == false }
        let answers = analysis.expectedAnswers(
            of: silent.compactMap(\.organization.asked), themeNeed: ofThemes, pairNeed: ofPairs)
        all = zip(silent, answers).map { silent, answer in
            // To a millionth: those of one group and office differ by nothing.
            let settled = CoverageStage.rounded(answer.themeNeed, to: 1e6)
            let settledPairs = CoverageStage.rounded(answer.pairNeed, to: 1e6)
            return FollowUp(
                organizationID: silent.id, settledNeed: settled, settledPairNeed: settledPairs,
                shareOfUnknown: Self.share(settled, of: unknown),
                shareOfUnknownPairs: Self.share(settledPairs, of: unknownPairs))
        }.sorted(by: Self.precedes)
        bySection = Dictionary(grouping: silent) { sections[$0.id] ?? "" }.map { name, silent in
            let answer = analysis.expectedAnswer(
                together: silent.compactMap(\.organization.asked), themeNeed: ofThemes, pairNeed: ofPairs)
            return FollowUp.Section(
                name: name, count: silent.count, shareOfUnknown: Self.share(answer.themeNeed, of: unknown),
                shareOfUnknownPairs: Self.share(answer.pairNeed, of: unknownPairs))
        }.sorted(by: Self.precedes)
    }

    /// Need of the cells that nobody is known to reach.
    private static func unknown(_ cells: [CoverageAnalysis.Cell], _ need: [Double?]) -> Double {
        zip(cells, need).reduce(0) { $0 + ($1.0.isUnknown ? $1.1 ?? 0 : 0) }
    }

    private static func share(_ part: Double, of whole: Double) -> Double? {
        whole > 0 ? CoverageStage.rounded(part / whole, to: 1e6) : nil
    }

    private static func precedes(_ a: FollowUp.Section, _ b: FollowUp.Section) -> Bool {
        let first = (a.shareOfUnknown ?? 0, a.shareOfUnknownPairs ?? 0, a.count)
        let second = (b.shareOfUnknown ?? 0, b.shareOfUnknownPairs ?? 0, b.count)
        return first == second ? a.name < b.name : first > second
    }

    private static func precedes(_ a: FollowUp, _ b: FollowUp) -> Bool {
        let (first, second) = ((a.settledNeed, a.settledPairNeed), (b.settledNeed, b.settledPairNeed))
        return first == second ? a.organizationID < b.organizationID : first > second
    }
}
