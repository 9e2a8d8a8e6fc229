public import Model

/// How many organisations reach each cell.
public struct CoverageCounts: Sendable {
    public let layout: CoverageLayout
    /// Area × theme, each area after the other.
    public private(set) var themes: [CellCounts]
    /// Area × support type.
    public private(set) var supportTypes: [CellCounts]
    /// Area × pair.
    public private(set) var pairs: [CellCounts]
    /// Area × pair: those of `pairs` that are no inference.
    public private(set) var surePairs: [SureClaims]

    public init(_ organizations: [ReachingOrganization], layout: CoverageLayout) {
        self.layout = layout
        themes = Array(repeating: CellCounts(), count: layout.areaCount * layout.themeCount)
        supportTypes = Array(repeating: CellCounts(), count: layout.areaCount * layout.supportTypeCount)
        pairs = Array(repeating: CellCounts(), count: layout.areaCount * layout.pairs.count)
        surePairs = Array(repeating: SureClaims(), count: pairs.count)
        for organization in organizations { add(organization) }
    }

    private mutating func add(_ organization: ReachingOrganization) {
        let claims = Claims(organization, layout)
        switch organization.reach {
        case .wide:
            for area in 0..<layout.areaCount { addWide(claims, area: area) }
        case .areas(let areas):
            for area in areas {
                addClaims(claims, area: area)
                if organization.isMember { addBlanks(organization, area: area) }
            }
        }
    }

    private mutating func addClaims(_ claims: Claims, area: Int) {
        for (theme, evidence) in claims.themes {
            themes[area * layout.themeCount + theme].add(claims.isMember, evidence)
        }
        for type in claims.supportTypes {
            supportTypes[area * layout.supportTypeCount + type].add(claims.isMember, .notAsked)
        }
        for (claim, evidence) in claims.pairs {
            let cell = area * layout.pairs.count + claim.pair
            pairs[cell].add(claims.isMember, evidence)
            if claim.isSure { surePairs[cell].add(claims.isMember, evidence) }
        }
    }

    private mutating func addWide(_ claims: Claims, area: Int) {
        for (theme, _) in claims.themes { themes[area * layout.themeCount + theme].wide += 1 }
        for type in claims.supportTypes { supportTypes[area * layout.supportTypeCount + type].wide += 1 }
        for (claim, _) in claims.pairs { pairs[area * layout.pairs.count + claim.pair].wide += 1 }
    }

    /// A member is blank for what its answers allow and leave open. Of a pair: it named the theme and no type at all, or
    /// the type and no theme at all, or neither.
    private mutating func addBlanks(_ member: ReachingOrganization, area: Int) {
        let (themesOpen, typesOpen) = (!member.themes.isNamed, !member.supportTypes.isNamed)
        if themesOpen {
            for theme in 0..<layout.themeCount { themes[area * layout.themeCount + theme].membersBlank += 1 }
        }
        if typesOpen {
            for type in 0..<layout.supportTypeCount {
                supportTypes[area * layout.supportTypeCount + type].membersBlank += 1
            }
        }
        guard themesOpen || typesOpen else { return }
        for (index, pair) in layout.pairs.enumerated() {
            let allows =
                (themesOpen || member.themes.indices.contains(pair.theme))
                && (typesOpen || member.supportTypes.indices.contains(pair.supportType))
            if allows { pairs[area * layout.pairs.count + index].membersBlank += 1 }
        }
    }
}

/// What an organisation says that it does, the same in every area.
private struct Claims {
    let isMember: Bool
    let themes: [(theme: Int, evidence: Evidence)]
    let supportTypes: [Int]
    let pairs: [(claim: PairClaim, evidence: Evidence)]

    init(_ organization: ReachingOrganization, _ layout: CoverageLayout) {
        isMember = organization.isMember
        func evidence(_ theme: Int) -> Evidence {
            organization.caseThemes.map { $0.contains(theme) ? .withCase : .withoutCase } ?? .notAsked
        }
        themes = organization.themes.indices.map { ($0, evidence($0)) }
        supportTypes = organization.supportTypes.indices
        pairs = organization.pairClaims(layout).map { ($0, evidence($0.theme)) }
    }
}

/// Whether an organisation found somebody for what it says that it does.
private enum Evidence { case withCase, withoutCase, notAsked }

extension CellCounts {
    fileprivate mutating func add(_ isMember: Bool, _ evidence: Evidence) {
        known += 1
        if isMember { members += 1 }
        switch evidence {
        case .withCase:
            knownWithCase += 1
            if isMember { membersWithCase += 1 }
        case .withoutCase:
            knownWithoutCase += 1
            if isMember { membersWithoutCase += 1 }
        case .notAsked: break
        }
    }
}

extension SureClaims {
    fileprivate mutating func add(_ isMember: Bool, _ evidence: Evidence) {
        known += 1
        if isMember { members += 1 }
        if isMember, evidence == .withoutCase { membersWithoutCase += 1 }
    }
}
