import Model
import Tabular

/// The members that agreed to be named in public, with the little that may be said of them.
///
/// Everything in `public/` is made from this, from ``MemberDirectory`` and from ``ConnectionMap``: no person, evidence, id of
/// the register or free text goes through, no address or telephone that wasn't agreed to, and no organisation that is not
/// a member or did not agree.
struct PublicMembers {
    struct Entry {
        let name: String
        let themes: [String]
        let supportTypes: [String]
        let serviceArea: String
    }

    static let path = PublicPage.folder + "members.csv"
    let entries: [Entry]

    init(_ presentation: Presentation) {
        entries = presentation.report.organizations
            .filter { $0.organization.isMember && $0.organization.mayBeNamedInPublic }
            .map { profile in
                Entry(
                    name: profile.organization.name, themes: profile.themes.filter(\.isConfirmed).map(\.label),
                    supportTypes: profile.supportTypes.filter(\.isConfirmed).map(\.label),
                    serviceArea: presentation.serviceAreas.words(for: profile.organization.serviceArea))
            }
            .sorted { ($0.name, $0.serviceArea) < ($1.name, $1.serviceArea) }
    }

    var table: DelimitedTable {
        DelimitedTable(
            path: Self.path, header: ["name", "themes", "support_types", "service_area"],
            rows: entries.map { entry in
                [
                    entry.name, MachineText.list(entry.themes), MachineText.list(entry.supportTypes),
                    entry.serviceArea,
                ].map(SpreadsheetText.harmless)
            },
            hasByteOrderMark: true)
    }
}
