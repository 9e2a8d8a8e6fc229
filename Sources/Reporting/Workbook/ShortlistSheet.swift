import Model
import Tabular

extension SheetBook.Sheet {
    /// 声掛け候補: a row for each pick.
    static func shortlist(_ presentation: Presentation) -> SheetBook.Sheet {
        let explained = presentation.report.shortlist
        let words = ShortlistWords(explained)
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "声掛け候補", title: "声掛け候補",
                notes: [
                    FixedWording.shortlistCaveat,
                    words.headline + words.aims.joined(separator: "。"),
                    FixedWording.needIsNoWish + FixedWording.beforeCalling,
                ] + words.constraints.map { "条件：\($0)" } + words.remarks,
                columns: [
                    WorkbookColumn("順", .integer, width: 5), WorkbookColumn("団体名", width: 28),
                    WorkbookColumn("理由", width: 48), WorkbookColumn("辞退された場合", width: 36),
                    WorkbookColumn("確かめること", width: 30), WorkbookColumn("声を掛けるとき", width: 40),
                    WorkbookColumn("根拠", width: 26),
                    WorkbookColumn("新たに届くマス", .integer, width: 8),
                    WorkbookColumn("ここまでで補う空白（%）", .percent, width: 10),
                    WorkbookColumn("候補に残る割合（%）", .percent, width: 9),
                    WorkbookColumn("団体の種類", width: 12), WorkbookColumn("所在", width: 16),
                    WorkbookColumn("活動の範囲", width: 16), WorkbookColumn("活動内容", width: 24),
                    WorkbookColumn("活動の種類", width: 18), WorkbookColumn("把握課", width: 10),
                    WorkbookColumn("団体ID", width: 15),
                ], frozenColumns: 2),
            lines: presentation.picks.map { shortlistLine($0, presentation) })
    }

    private static func callerNote(
        of pick: ExplainedShortlist.Pick, _ presentation: Presentation
    ) -> [String] {
        guard let note = presentation.report.callerNotes[pick.candidate.organizationID] else { return [] }
        return CallerNoteWords(presentation).lines(note).map(\.text)
    }

    private static func shortlistLine(_ pick: ExplainedShortlist.Pick, _ presentation: Presentation) -> Line {
        let candidate = pick.candidate
        let profile = presentation.profile(candidate.organizationID)
        let organization = profile?.organization
        return Line(
            cells: [
                .integer(candidate.rank), .text(pick.name), .words(pick.reasons, separator: "\n"),
                .words(pick.ifDeclined, separator: "\n"), .words(pick.uncertain, separator: "\n"),
                .words(callerNote(of: pick, presentation), separator: "\n"),
                .words(pick.evidence, separator: "\n"),
                .integer(candidate.newCells.count), .percent(ofShare: candidate.shareOfGapClosed),
                .percent(ofShare: pick.stability),
                .words(profile?.organizationTypeLabel ?? profile?.legalFormLabel),
                .words(organization.map { DisclosedLocation($0).townInWords }),
                .words(organization.map { presentation.serviceAreas.words(for: $0.serviceArea) }),
                .words(profile?.themes.map(\.label) ?? []), .words(profile?.supportTypes.map(\.label) ?? []),
                .words(organization?.section), .text(candidate.organizationID),
            ], styles: [1: CellStyle(.strong)])
    }
}
