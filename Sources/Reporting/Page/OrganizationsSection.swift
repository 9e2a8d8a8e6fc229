import Model

/// 団体一覧: every organisation in one row, to search and filter.
struct OrganizationsSection {
    /// A page with more rows than this opens slowly; the tables beside it hold them all.
    static let listedOrganizations = 3000
    private let presentation: Presentation
    private let picked: Set<String>

    init(_ presentation: Presentation) {
        self.presentation = presentation
        picked = Set(presentation.picks.map(\.candidate.organizationID))
    }

    var value: PageValue {
        let all = presentation.report.organizations
        let listed = listed(all)
        // Hundreds of areas are often those of one ward: each set stands on the page once.
        let sets = Set(listed.map(areaKeys)).sorted()
        let places = Dictionary(sets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return [
            "rows": .list(listed.map { row($0, areaSet: places[areaKeys($0)] ?? 0) }),
            "areaSets": .text(sets.joined(separator: "|")),
            "total": .number(all.count),
            "listed": .number(listed.count),
            "isCut": .flag(listed.count < all.count),
            "themes": .list(presentation.report.taxonomy.themes.map { choice($0.id, $0.label) }),
            "supportTypes": .list(presentation.report.taxonomy.supportTypes.map { choice($0.id, $0.label) }),
            "areas": .list(presentation.report.areas.map { choice(presentation.areaKeys[$0.code] ?? "", $0.name) }),
        ]
    }

    /// Of too many those that the page speaks of come first: members and candidates.
    private func listed(_ all: [OrganizationProfile]) -> [OrganizationProfile] {
        guard all.count > Self.listedOrganizations else { return all }
        func isNamed(_ profile: OrganizationProfile) -> Bool {
            profile.organization.isMember || picked.contains(profile.organization.id)
        }
        let chosen = (all.filter(isNamed) + all.filter { !isNamed($0) }).prefix(Self.listedOrganizations)
        return chosen.sorted { $0.organization.id < $1.organization.id }
    }

    private func choice(_ id: String, _ label: String) -> PageValue { ["id": .text(id), "label": .text(label)] }

    /// Areas of the report that it fills; `*` for all of them.
    private func areaKeys(_ profile: OrganizationProfile) -> String {
        let keys = profile.organization.serviceArea.filledCodes.compactMap { presentation.areaKeys[$0] }
        return keys.count == presentation.report.areas.count ? "*" : keys.joined(separator: " ")
    }

    private func row(_ profile: OrganizationProfile, areaSet: Int) -> PageValue {
        let organization = profile.organization
        return [
            "id": .text(organization.id),
            "name": .text(organization.name),
            "type": .text(profile.organizationTypeLabel ?? profile.legalFormLabel ?? ""),
            "isMember": .flag(organization.isMember), "isPick": .flag(picked.contains(organization.id)),
            "hasResponded": .flag(organization.hasResponded),
            "earlierAnswer": .text(organization.hasResponded ? "" : AnswerAge.words(organization) ?? ""),
            "areaSet": .text(String(areaSet)),
            "town": .text(DisclosedLocation(organization).townInWords),
            "serviceArea": .text(presentation.serviceAreas.wordsOnPage(for: organization.serviceArea)),
            "themeLabels": .text(profile.themes.map(\.label).joined(separator: "、")),
            "themeIDs": .text(profile.themes.map(\.id).joined(separator: " ")),
            "typeLabels": .text(profile.supportTypes.map(\.label).joined(separator: "、")),
            "typeIDs": .text(profile.supportTypes.map(\.id).joined(separator: " ")),
        ]
    }
}
