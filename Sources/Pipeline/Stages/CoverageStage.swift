internal import Analysis
internal import Model
internal import Store

/// Who reaches what, by the register → cells with their gap kind, and whose answer would settle most.
struct CoverageStage {
    struct Result {
        /// Whom the cells were counted from.
        let organizations: [ReachRow]
        let index: CoverageIndex
        let cells: [CoverageCell]
        /// Those who did not answer; first whose answer can be expected to settle most.
        let followUps: [FollowUp]
        let followUpSections: [FollowUp.Section]
        let sensitivity: [GapSensitivity]
    }

    let register: Register
    let areas: [Area]
    let taxonomy: Taxonomy
    let needs: [Need]
    /// 把握課 by id of the organisation.
    let sections: [String: String]
    /// Other ways to weigh, the stated one first.
    let scenarios: [NeedScenario]
    let rules: GapRules

    func run() throws(StageError) -> Result {
        let rows = try register.reachingOrganizations()
        let index = CoverageIndex(areas: areas, taxonomy: taxonomy)
        let groups = Dictionary(
            Set(rows.map(\.organizationType)).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
        let organizations = rows.map { index.organization($0, group: groups[$0.organizationType] ?? 0) }
        let analysis = CoverageAnalysis(
            organizations, layout: index.layout, groupCount: groups.count, rules: rules)
        let cells = cells(analysis, index)
        let followUps = FollowUps(
            zip(rows, organizations).map { ($0.organizationID, $1) }, analysis, need: CellNeeds(needs, index),
            sections: sections, index)
        return Result(
            organizations: rows, index: index, cells: cells, followUps: followUps.all,
            followUpSections: followUps.bySection,
            sensitivity: Sensitivity(
                cells: cells.filter { $0.key.themeID != nil && $0.key.supportTypeID == nil }, scenarios: scenarios
            ).all)
    }

    // MARK: Cells

    private func cells(_ analysis: CoverageAnalysis, _ index: CoverageIndex) -> [CoverageCell] {
        let need = CellNeeds(needs, index)
        func cells(
            _ cells: [CoverageAnalysis.Cell], _ keys: [(theme: Int?, supportType: Int?)]
        ) -> [CoverageCell] {
            cells.enumerated().map { position, cell in
                let (area, place) = position.quotientAndRemainder(dividingBy: keys.count)
                let (theme, type) = keys[place]
                let key = index.key(area: area, theme: theme, supportType: type)
                let stated = need.weight(area: area, theme: theme, supportType: type)
                return CoverageCell(
                    key, range: Sensitivity.range(of: key, stated: stated, in: scenarios), need: stated, cell)
            }
        }
        return cells(analysis.themes, index.themeIDs.indices.map { ($0, nil) })
            + cells(analysis.supportTypes, index.supportTypeIDs.indices.map { (nil, $0) })
            + cells(analysis.pairs, index.layout.pairs.map { ($0.theme, $0.supportType) })
    }

    static func rounded(_ value: Double, to parts: Double) -> Double { (value * parts).rounded() / parts }
}

extension CoverageCell {
    fileprivate init(_ key: CellKey, range: ClosedRange<Double>?, need: Double?, _ cell: CoverageAnalysis.Cell) {
        func other(_ kind: GapKind) -> GapKind? { kind == cell.gap ? nil : kind }
        // To a thousandth: no more is known of it.
        self.init(
            key: key, need: need, counts: cell.counts,
            expectedUnknown: CoverageStage.rounded(cell.silent.expected, to: 1000),
            expectedInterval: cell.silent.interval,
            probabilityOfNobody: CoverageStage.rounded(cell.silent.probabilityOfNone, to: 1000), gap: cell.gap,
            isInferred: cell.isInferred, gapIfLessInclined: other(cell.gapIfLessInclined),
            gapWithCasesOnly: other(cell.gapWithCasesOnly), needRange: range)
    }
}
