internal import Analysis
internal import Model
internal import Store

/// What a register knows of the organisations that may be turned to.
struct MatchFacts {
    struct Organization {
        let row: MatchRow
        let serviceAreaKind: ServiceAreaKind
        let serviceArea: MatchableOrganization.ServiceArea
        let claims: [ClaimRow]
        let themes: MatchableOrganization.Activities
        let supportTypes: MatchableOrganization.Activities
        let decidedPairs: [CoverageLayout.Pair: Bool]
        let caseThemes: Set<Int>?

        func claim(_ subject: MatchSubject, _ id: String) -> ClaimRow? {
            claims.first { $0.subject == subject && $0.id == id }
        }
    }

    let waveLabel: String
    let municipalityCode: String
    let municipality: String
    /// ISO 8601.
    let asOf: String
    let asked: Int
    let answered: Int
    let terms: MatchTerms
    /// In the order of their names.
    let organizations: [Organization]

    /// - Parameter name: how messages call the register.
    /// - Throws: `registerUnusable` where nothing is in it.
    init(_ register: Register, name: String) throws(StageError) {
        guard let wave = try register.waveSummary() else {
            throw StageError(.registerUnusable, at: CellLocation(file: name), found: "wave")
        }
        (waveLabel, municipalityCode, municipality, asOf) = wave
        (asked, answered) = try register.response()
        let terms = MatchTerms(try register.matchTerms())
        self.terms = terms
        let reaches = Dictionary(
            try register.reachingOrganizations().map { ($0.organizationID, $0) },
            uniquingKeysWith: { first, _ in first })
        let claims = Dictionary(grouping: try register.claims(), by: \.organizationID)
        organizations = try register.matchRows().compactMap { row in
            reaches[row.organizationID].map { Organization(row, $0, claims[row.organizationID] ?? [], terms) }
        }
    }
}

extension MatchFacts.Organization {
    init(_ row: MatchRow, _ reach: ReachRow, _ claims: [ClaimRow], _ terms: MatchTerms) {
        self.row = row
        self.claims = claims
        let kind = ServiceAreaKind(rawValue: reach.serviceAreaKind) ?? .unknown
        serviceAreaKind = kind
        let filled = Set(reach.areaCodes.compactMap(terms.areas.index))
        serviceArea =
            switch kind {
            case .city, .cityAndBeyond, .prefecture: .whole
            default:
                if filled.count == terms.areas.ids.count, !filled.isEmpty {
                    .whole
                } else if !filled.isEmpty {
                    .part(filled)
                } else if kind.isWide {
                    .wide
                } else if kind == .outside || row.namesPlacesOutside {
                    .part([])
                } else {
                    .unknown
                }
            }
        themes = MatchableOrganization.Activities(claims, .theme, terms.themes)
        supportTypes = MatchableOrganization.Activities(claims, .supportType, terms.supportTypes)
        decidedPairs = reach.decidedPairs.reduce(into: [:]) { decided, pair in
            guard let theme = terms.themes.index(pair.themeID),
                let type = terms.supportTypes.index(pair.supportTypeID)
            else { return }
            decided[CoverageLayout.Pair(theme: theme, supportType: type)] = pair.isDone
        }
        caseThemes = reach.caseThemeIDs.map { Set($0.compactMap(terms.themes.index)) }
    }

    /// - Parameters:
    ///   - frequency: the lower the more often.
    ///   - distance: metres.
    func matchable(frequency: Int?, distance: Int?) -> MatchableOrganization {
        MatchableOrganization(
            isMember: row.isMember, serviceArea: serviceArea, themes: themes, supportTypes: supportTypes,
            decidedPairs: decidedPairs, caseThemes: caseThemes, frequency: frequency, distance: distance)
    }
}

extension MatchableOrganization.Activities {
    fileprivate init(_ claims: [ClaimRow], _ subject: MatchSubject, _ terms: MatchTerms.Subject) {
        let own = claims.filter { $0.subject == subject }
        func indices(_ claims: [ClaimRow]) -> Set<Int> { Set(claims.compactMap { terms.index($0.id) }) }
        self.init(
            named: indices(own.filter { $0.origin != .recoded }),
            recoded: indices(own.filter { $0.origin == .recoded }),
            count: own.count)
    }
}
