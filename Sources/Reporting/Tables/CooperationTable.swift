import Model
import Tabular

extension DelimitedTable {
    /// `cooperation.csv`: one row for each organisation that fills no cell and could help all the same; no rank.
    static func cooperation(_ presentation: Presentation) -> DelimitedTable {
        DelimitedTable(
            path: "cooperation.csv",
            header: [
                "organization_id", "name", "group_by", "group", "fields", "reasons", "without_cell", "service_area",
                "sees_need", "wish", "difficulties", "hopes", "offers", "commissioned", "section", "contact_ids",
                "contacts", "source_file", "source_sheet", "source_row", "note",
            ],
            rows: presentation.report.cooperation.map { cooperationRow($0, presentation) })
    }

    private static func cooperationRow(_ candidate: CooperationCandidate, _ presentation: Presentation) -> [String] {
        let note = candidate.note
        let area = presentation.profile(candidate.organizationID)?.organization.serviceArea
        return [
            candidate.organizationID, candidate.name, candidate.group.basis.rawValue, candidate.group.label ?? "",
            MachineText.list(candidate.fields), MachineText.list(candidate.reasons), candidate.withoutCell.rawValue,
            area.map { presentation.serviceAreas.words(for: $0) } ?? "",
            note.seesNeed.map { MachineText.boolean($0) } ?? "", note.wish ?? "",
            MachineText.list(note.difficulties), MachineText.list(note.hopes), MachineText.list(note.offers),
            note.isCommissioned.map { MachineText.boolean($0) } ?? "", note.section ?? "",
            MachineText.list(note.contacts.map(\.organizationID)), MachineText.list(note.contacts.map(\.name)),
            candidate.evidence.file, candidate.evidence.sheet ?? "", String(candidate.evidence.row),
            FixedWording.cooperationCaveat + FixedWording.needIsNoWish,
        ].map(SpreadsheetText.harmless)
    }
}
