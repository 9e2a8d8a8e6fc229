import Model

/// 相談先一覧: the members that agreed to stand in it, each with no more than it agreed to.
///
/// Every file of the directory is made from this. Address and telephone come from ``PublishedDetails``, which has none
/// without consent, and themes are those that the organisation named itself or a person confirmed.
struct MemberDirectory {
    enum Edition: CaseIterable {
        /// What the leaflet of the platform holds.
        case leaflet
        /// What anybody may see and use.
        case everybody

        /// Of its files; with the slash.
        var folder: String {
            switch self {
            case .leaflet: "directory/"
            case .everybody: PublicPage.folder
            }
        }

        fileprivate func holds(_ organization: Organization) -> Bool {
            guard organization.isMember else { return false }
            return switch self {
            case .leaflet: organization.consent.isForDirectory
            case .everybody: organization.mayBeNamedInPublic
            }
        }
    }

    struct Entry {
        /// UUID made from the name alone: the id of the register would let a withheld address be tried out.
        let id: String
        let name: String
        /// Empty where it isn't known.
        let nameKana: String
        let themes: [AttributedLabel]
        let supportTypes: [AttributedLabel]
        let serviceArea: String
        let reach: Reach
        let office: PublishedDetails.Office?
        let telephone: String?
    }

    /// Where residents look for it.
    enum Reach: Hashable {
        case wholeCity
        /// Codes of wards.
        case wards(Set<String>)
        case wide
        case unknown
    }

    static let tableName = "directory.csv"

    let edition: Edition
    /// By name.
    let entries: [Entry]

    init(_ edition: Edition, _ presentation: Presentation) {
        self.edition = edition
        let report = presentation.report
        var namesakes: [String: Int] = [:]
        var entries: [Entry] = []
        for profile in report.organizations where profile.organization.isMember {
            let organization = profile.organization
            let ordinal = namesakes[organization.name, default: 0]
            namesakes[organization.name] = ordinal + 1
            guard edition.holds(organization) else { continue }
            let key = ordinal == 0 ? organization.name : "\(organization.name)\n\(ordinal)"
            entries.append(
                Entry(
                    id: NameUUID.make("organization", key, in: report.wave.municipality.code), name: organization.name,
                    nameKana: profile.published.nameKana, themes: profile.themes.filter(\.isConfirmed),
                    supportTypes: profile.supportTypes.filter(\.isConfirmed),
                    serviceArea: presentation.serviceAreas.words(for: organization.serviceArea),
                    reach: Self.reach(organization.serviceArea, report), office: profile.published.office,
                    telephone: profile.published.telephone))
        }
        self.entries = entries.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private static func reach(_ area: ServiceArea, _ report: RunReport) -> Reach {
        let codes = area.filledCodes
        if !codes.isEmpty {
            return codes.count == report.areas.count ? .wholeCity : .wards(report.wards.wards(of: codes))
        }
        return switch area.kind {
        case .city, .cityAndBeyond, .prefecture: .wholeCity
        case .wider, .online, .outside: .wide
        case .part, .other, .unknown: .unknown
        }
    }
}
