import Model
import Tabular

extension DelimitedTable {
    /// `changes.csv`: a row for each change since the wave before; none without one.
    static func waveChanges(_ report: RunReport) -> DelimitedTable? {
        guard let changes = report.changes else { return nil }
        let rows =
            changes.organizations.map(WaveChangeRow.init) + changes.gaps.changes.map(WaveChangeRow.init)
            + changes.answers.changes.map(WaveChangeRow.init) + invitationRows(changes.invitations)
        return DelimitedTable(path: "changes.csv", header: WaveChangeRow.header, rows: rows.map(\.cells))
    }

    /// `invitation_review.csv`: a row for all themes together and one for each, of those that were listed and invited;
    /// none where nobody was.
    static func invitationReview(_ report: RunReport) -> DelimitedTable? {
        guard let review = report.changes?.invitations, !review.measures.isEmpty else { return nil }
        return DelimitedTable(
            path: "invitation_review.csv",
            header: [
                "theme", "theme_id", "cells", "need", "expected_need", "reached_cells", "reached_need",
                "cells_by_others", "need_by_others", "unmeasured_cells", "open_need",
            ],
            rows: review.measures.map { measure in
                [
                    measure.theme, measure.themeID ?? "", String(measure.cells), MachineText.number(measure.need),
                    MachineText.number(measure.expectedNeed), String(measure.reachedCells),
                    MachineText.number(measure.reachedNeed), String(measure.cellsByOthers),
                    MachineText.number(measure.needByOthers), String(measure.unmeasuredCells),
                    MachineText.number(review.openNeed),
                ]
            })
    }

    private static func invitationRows(_ review: InvitationReview) -> [WaveChangeRow] {
        review.listedAndInvited.map { WaveChangeRow($0, "listed_and_invited") }
            + review.invitedOffList.map { WaveChangeRow($0, "invited_off_list") }
            + review.listedOnly.map { WaveChangeRow($0, "listed_not_invited") }
    }
}

/// A row of `changes.csv`.
private struct WaveChangeRow {
    static let header = [
        "change_type", "change", "organization_id", "name", "area_code", "area", "theme", "theme_id", "support_type",
        "support_type_id", "question_id", "question", "before", "after", "reasons", "reason_organization_ids",
        "reason_organizations", "earlier_figure", "earlier_unit", "figure", "unit", "source_file", "source_sheet",
        "source_row", "earlier_source_file",
        "earlier_source_sheet", "earlier_source_row",
    ]

    private let type: String
    private let change: String
    private var organization = ["", ""]
    private var cell = [String](repeating: "", count: 6)
    private var question = ["", ""]
    private let before: String
    private let after: String
    private var reasons = ["", "", ""]
    private var figures = ["", "", "", ""]
    private var reference: RecordReference?
    private var earlierReference: RecordReference?

    init(_ change: OrganizationChange) {
        type = "organization"
        self.change = change.kind.rawValue
        organization = [change.organizationID, change.name]
        (before, after) = (change.before, change.after)
        if change.isPlaceWithheld { reasons[0] = "location_withheld" }
        (reference, earlierReference) = (change.reference, change.earlierReference)
    }

    init(_ change: GapChange) {
        type = "gap"
        self.change = change.kind.rawValue
        cell = [
            change.key.areaCode, change.area, change.theme, change.key.themeID ?? "", change.supportType,
            change.key.supportTypeID ?? "",
        ]
        (before, after) = (change.earlier?.rawValue ?? "", change.later?.rawValue ?? "")
        figures = [change.earlierFigure, change.laterFigure].flatMap { figure in
            [MachineText.number(figure?.value), figure?.unit ?? ""]
        }
        reasons = [
            MachineText.list(change.reasons.map(\.cause.rawValue)),
            MachineText.list(change.reasons.compactMap(\.organizationID)),
            MachineText.list(change.reasons.filter { $0.organizationID != nil }.map(\.name)),
        ]
    }

    init(_ change: AnswerChange) {
        type = "answer"
        self.change = change.removed.isEmpty ? "added" : change.added.isEmpty ? "removed" : "replaced"
        organization = [change.organizationID, change.name]
        question = [change.questionID, change.question]
        (before, after) = (MachineText.list(change.before), MachineText.list(change.after))
        (reference, earlierReference) = (change.reference, change.earlierReference)
    }

    init(_ entry: InvitationReview.Entry, _ group: String) {
        type = "invitation"
        change = group
        organization = [entry.organizationID, entry.name]
        before = entry.rank.map { String($0) } ?? ""
        after = entry.hasJoined ? "joined" : "not_joined"
        reasons[0] = entry.outcome?.rawValue ?? ""
        reference = entry.reference
    }

    var cells: [String] {
        let head = [type, change] + organization + cell + question
        return (head + [before, after] + reasons + figures + Self.place(reference) + Self.place(earlierReference))
            .map(SpreadsheetText.harmless)
    }

    private static func place(_ reference: RecordReference?) -> [String] {
        [reference?.file ?? "", reference?.sheet ?? "", reference.map { String($0.row) } ?? ""]
    }
}
