import Model

/// A report with what its editions look up again and again, and without what they must not show.
struct Presentation {
    let report: RunReport
    let version: String
    let labels: LabelBook
    let serviceAreas: ServiceAreaWords
    /// Without the places of organisations whose location is withheld.
    let findings: [Finding]
    let doubtfulLinks: [DoubtfulLink]
    let doubtfulAddresses: [DoubtfulAddress]
    let picks: [ExplainedShortlist.Pick]
    let followUps: [FollowUpEntry]
    /// Short names of the areas by code, for a page that speaks of them thousands of times.
    let areaKeys: [String: String]
    private let profiles: [String: OrganizationProfile]
    private let cells: [CellKey: CoverageCell]

    init(_ report: RunReport, version: String) {
        self.report = report
        self.version = version
        let disclosure = Disclosure(report)
        labels = LabelBook(report)
        areaKeys = Dictionary(
            report.areas.enumerated().map { ($1.code, String($0, radix: 36)) }, uniquingKeysWith: { first, _ in first })
        serviceAreas = ServiceAreaWords(report, labels)
        findings = disclosure.findings
        doubtfulLinks = disclosure.doubtfulLinks
        doubtfulAddresses = disclosure.doubtfulAddresses
        picks = disclosure.picks
        let profiles = Dictionary(
            report.organizations.map { ($0.organization.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.profiles = profiles
        followUps = FollowUpEntry.all(report, profiles: profiles)
        cells = Dictionary(report.coverage.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func profile(_ organizationID: String) -> OrganizationProfile? { profiles[organizationID] }
    func cell(_ key: CellKey) -> CoverageCell? { cells[key] }
}

/// Numbers of organisations that every edition begins with.
struct Headcount {
    let organizations: Int
    let asked: Int
    let answered: Int
    let members: Int
    /// Asked, reached as far as is known, and silent.
    let silent: Int
    /// Asked, but the questionnaire came back or nobody seems to be there.
    let unreachable: Int

    init(_ profiles: [OrganizationProfile]) {
        let all = profiles.map(\.organization)
        organizations = all.count
        asked = all.count { $0.isInFrame }
        answered = all.count { $0.isInFrame && $0.hasResponded }
        members = all.count { $0.isMember }
        silent = all.count { $0.isInFrame && !$0.hasResponded && !$0.isUnreachable }
        unreachable = all.count { $0.isInFrame && !$0.hasResponded && $0.isUnreachable }
    }
}
