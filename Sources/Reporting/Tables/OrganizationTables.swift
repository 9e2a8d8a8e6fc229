import Model

extension DelimitedTable {
    /// `organizations.csv`: one row an organisation.
    static func organizations(_ report: RunReport) -> DelimitedTable {
        DelimitedTable(
            path: "organizations.csv",
            header: [
                "organization_id", "name", "legal_form", "organization_type", "address", "municipality_code", "town",
                "latitude", "longitude", "easting_m", "northing_m", "geocode_level", "mesh_code",
                "service_area_kind", "service_area_codes", "is_member", "responded", "location_withheld",
                "last_answered_wave", "waves_since_answer", "stale",
            ],
            rows: report.organizations.map(organizationRow))
    }

    private static func organizationRow(_ profile: OrganizationProfile) -> [String] {
        let organization = profile.organization
        return [
            organization.id, organization.name, profile.legalFormLabel ?? organization.legalForm ?? "",
            profile.organizationTypeLabel ?? organization.organizationType ?? "",
        ] + locationCells(DisclosedLocation(organization)) + [
            organization.serviceArea.kind.rawValue, MachineText.list(organization.serviceArea.knownCodes),
            MachineText.boolean(organization.isMember), MachineText.boolean(organization.hasResponded),
            MachineText.boolean(organization.isLocationWithheld), organization.latestAnswer?.waveID ?? "",
            organization.latestAnswer.map { String($0.wavesAgo) } ?? "",
            MachineText.boolean(organization.latestAnswer?.isStale ?? false),
        ]
    }

    /// From `address` to `mesh_code`.
    private static func locationCells(_ location: DisclosedLocation) -> [String] {
        let place = location.place
        return [
            location.address ?? "", place?.municipalityCode ?? "", place?.town ?? "",
            MachineText.number(place?.latitude), MachineText.number(place?.longitude),
            MachineText.number(place?.easting), MachineText.number(place?.northing),
            MachineText.number(place?.level.rawValue), place?.meshCode ?? "",
        ]
    }

    /// `id_aliases.csv`: one row an id that a merge has ended; `nil` where there was none.
    static func aliases(_ report: RunReport) -> DelimitedTable? {
        guard !report.aliases.isEmpty else { return nil }
        return DelimitedTable(
            path: "id_aliases.csv", header: ["alias_id", "organization_id"],
            rows: report.aliases.map { [$0.alias, $0.organizationID] })
    }

    /// `themes.csv`: one row for each organisation and theme.
    static func themes(_ report: RunReport) -> DelimitedTable {
        DelimitedTable(
            path: "themes.csv", header: ["organization_id", "theme", "theme_id", "origin", "evidence"],
            rows: report.organizations.flatMap { profile in
                profile.themes.map {
                    [profile.organization.id, $0.label, $0.id, $0.origin.rawValue, $0.evidence]
                }
            })
    }

    /// `support_types.csv`: one row for each organisation and support type.
    static func supportTypes(_ report: RunReport) -> DelimitedTable {
        DelimitedTable(
            path: "support_types.csv", header: ["organization_id", "support_type", "support_type_id", "origin"],
            rows: report.organizations.flatMap { profile in
                profile.supportTypes.map { [profile.organization.id, $0.label, $0.id, $0.origin.rawValue] }
            })
    }

    /// `links.csv`: one row for each record that speaks of an organisation.
    static func links(_ report: RunReport) -> DelimitedTable {
        DelimitedTable(
            path: "links.csv",
            header: ["source_file", "source_sheet", "source_row", "organization_id", "probability", "decided_by"],
            rows: report.links.map {
                [
                    $0.reference.file, $0.reference.sheet ?? "", String($0.reference.row), $0.organizationID,
                    MachineText.number($0.probability), $0.decider.rawValue,
                ]
            })
    }
}
