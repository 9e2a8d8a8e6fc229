internal import Analysis
internal import Model
internal import Store

/// The areas, themes and support types that make cells, by index.
struct CoverageIndex {
    let layout: CoverageLayout
    let areaCodes: [String]
    let themeIDs: [String]
    let supportTypeIDs: [String]
    private let areas: [String: Int]
    private let themes: [String: Int]
    private let supportTypes: [String: Int]

    /// その他 and pairs that make no sense are no cell.
    init(areas: [Area], taxonomy: Taxonomy) {
        areaCodes = areas.map(\.code)
        themeIDs = taxonomy.themes.filter { !$0.isResidual }.map(\.id)
        supportTypeIDs = taxonomy.supportTypes.filter { !$0.isResidual }.map(\.id)
        var pairs: [CoverageLayout.Pair] = []
        for (theme, themeID) in themeIDs.enumerated() {
            for (type, typeID) in supportTypeIDs.enumerated()
            where !taxonomy.excludedPairs.contains([themeID, typeID]) {
                pairs.append(CoverageLayout.Pair(theme: theme, supportType: type))
            }
        }
        layout = CoverageLayout(
            areaCount: areas.count, themeCount: themeIDs.count, supportTypeCount: supportTypeIDs.count, pairs: pairs)
        self.areas = Self.indices(areaCodes)
        themes = Self.indices(themeIDs)
        supportTypes = Self.indices(supportTypeIDs)
    }

    func area(_ code: String) -> Int? { areas[code] }
    func theme(_ id: String) -> Int? { themes[id] }

    func key(area: Int, theme: Int?, supportType: Int?) -> CellKey {
        CellKey(
            areaCode: areaCodes[area], themeID: theme.map { themeIDs[$0] },
            supportTypeID: supportType.map { supportTypeIDs[$0] })
    }

    /// - Parameter group: index of its type.
    func organization(_ row: ReachRow, group: Int) -> ReachingOrganization {
        let filled = row.areaCodes.compactMap { areas[$0] }.sorted()
        let isWide = filled.isEmpty && ServiceAreaKind(rawValue: row.serviceAreaKind)?.isWide == true
        return ReachingOrganization(
            isMember: row.isMember, reach: isWide ? .wide : .areas(filled),
            themes: ReachingOrganization.Activity(
                row.themeIDs.compactMap { themes[$0] }, count: row.themeIDs.count),
            supportTypes: ReachingOrganization.Activity(
                row.supportTypeIDs.compactMap { supportTypes[$0] }, count: row.supportTypeIDs.count),
            decidedPairs: row.decidedPairs.reduce(into: [:]) { decided, pair in
                guard let theme = themes[pair.themeID], let type = supportTypes[pair.supportTypeID] else { return }
                decided[CoverageLayout.Pair(theme: theme, supportType: type)] = pair.isDone
            },
            caseThemes: row.caseThemeIDs?.compactMap { themes[$0] },
            asked: row.isAsked
                ? ReachingOrganization.Asked(
                    group: group, office: areas[row.municipalityCode], hasAnswered: row.hasResponded) : nil)
    }

    private static func indices(_ keys: [String]) -> [String: Int] {
        Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

/// The need of each cell. That of a theme is split evenly over its pairs, that of an area over the support types.
struct CellNeeds {
    /// Area × theme.
    private let weights: [Double?]
    private let areaWeights: [Double?]
    private let themeCount: Int
    private let supportTypeCount: Int
    private let pairsOfTheme: [Int]

    init(_ needs: [Need], _ index: CoverageIndex) {
        let layout = index.layout
        var weights = [Double?](repeating: nil, count: layout.areaCount * layout.themeCount)
        var areaWeights = [Double?](repeating: nil, count: layout.areaCount)
        for need in needs {
            guard let weight = need.weight, let area = index.area(need.areaCode),
                let theme = index.theme(need.themeID)
            else { continue }
            weights[area * layout.themeCount + theme] = weight
            areaWeights[area] = (areaWeights[area] ?? 0) + weight
        }
        var pairsOfTheme = [Int](repeating: 0, count: layout.themeCount)
        for pair in layout.pairs { pairsOfTheme[pair.theme] += 1 }
        (self.weights, self.areaWeights, self.pairsOfTheme) = (weights, areaWeights, pairsOfTheme)
        (themeCount, supportTypeCount) = (layout.themeCount, layout.supportTypeCount)
    }

    /// - Returns: `nil` where no need is stated.
    func weight(area: Int, theme: Int?, supportType: Int?) -> Double? {
        guard let theme else { return areaWeights[area].map { $0 / Double(supportTypeCount) } }
        let weight = weights[area * themeCount + theme]
        return supportType == nil ? weight : weight.map { $0 / Double(pairsOfTheme[theme]) }
    }
}
