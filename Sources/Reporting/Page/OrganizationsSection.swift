import Model

/// 団体一覧: every organisation in one row, to search and filter.
struct OrganizationsSection {
    /// A page with more rows than this opens slowly; the tables beside it hold them all.
    static let listedOrganizations = 3000
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        let all = presentation.report.organizations
        let listed = all.prefix(Self.listedOrganizations)
        return [
            "rows": .list(listed.map(row)),
            "total": .number(all.count),
            "listed": .number(listed.count),
            "isCut": .flag(listed.count < all.count),
            "themes": .list(presentation.report.taxonomy.themes.map { choice($0.id, $0.label) }),
            "supportTypes": .list(presentation.report.taxonomy.supportTypes.map { choice($0.id, $0.label) }),
            "areas": .list(presentation.report.areas.map { choice($0.code, $0.name) }),
        ]
    }

    private func choice(_ id: String, _ label: String) -> PageValue { ["id": .text(id), "label": .text(label)] }

    /// Areas of the report that it fills; `*` for all of them.
    private func areaCodes(_ area: ServiceArea) -> String {
        let filled = Set(area.filledCodes)
        let codes = presentation.report.areas.map(\.code).filter(filled.contains)
        return codes.count == presentation.report.areas.count ? "*" : codes.joined(separator: " ")
    }

    private func row(_ profile: OrganizationProfile) -> PageValue {
        let organization = profile.organization
        return [
            "id": .text(organization.id),
            "name": .text(organization.name),
            "type": .text(profile.organizationTypeLabel ?? profile.legalFormLabel ?? ""),
            "isMember": .flag(organization.isMember),
            "hasResponded": .flag(organization.hasResponded),
            "earlierAnswer": .text(organization.hasResponded ? "" : AnswerAge.words(organization) ?? ""),
            "areaCodes": .text(areaCodes(organization.serviceArea)),
            "town": .text(DisclosedLocation(organization).townInWords),
            "serviceArea": .text(presentation.serviceAreas.words(for: organization.serviceArea)),
            "themeLabels": .text(profile.themes.map(\.label).joined(separator: "、")),
            "themeIDs": .text(profile.themes.map(\.id).joined(separator: " ")),
            "typeLabels": .text(profile.supportTypes.map(\.label).joined(separator: "、")),
            "typeIDs": .text(profile.supportTypes.map(\.id).joined(separator: " ")),
        ]
    }
}
