import Model
import Tabular

extension SheetBook.Sheet {
    /// つながりづくりの協力候補: a row for each, in no order of merit.
    static func cooperation(_ presentation: Presentation) -> SheetBook.Sheet {
        let basis = presentation.report.cooperation.first?.group.basis ?? .activityField
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "協力候補", title: "つながりづくりの協力候補（順位はありません）",
                notes: [
                    FixedWording.cooperationCaveat, FixedWording.needIsNoWish, FixedWording.beforeCalling,
                    "\(basis.words)ごとに、名称の順です。連絡先は載せていません。調査対象名簿を見てください。",
                ],
                columns: [
                    WorkbookColumn(basis.words, width: 20), WorkbookColumn("団体名", width: 28),
                    WorkbookColumn("理由", width: 48), WorkbookColumn("団体の種類", width: 12),
                    WorkbookColumn("活動の範囲", width: 16), WorkbookColumn("PF参加の意向", width: 12),
                    WorkbookColumn("取り組む上での課題", width: 30), WorkbookColumn("自治体への期待", width: 30),
                    WorkbookColumn("PFができること（案）", width: 56), WorkbookColumn("自治体からの委託", width: 10),
                    WorkbookColumn("把握課", width: 12), WorkbookColumn("つてになりそうな参加団体", width: 36),
                    WorkbookColumn("根拠", width: 24), WorkbookColumn("団体ID", width: 15),
                ], frozenColumns: 2),
            lines: presentation.report.cooperation.map { cooperationLine($0, presentation) })
    }

    private static func cooperationLine(_ candidate: CooperationCandidate, _ presentation: Presentation) -> Line {
        let profile = presentation.profile(candidate.organizationID)
        let (note, words) = (candidate.note, CallerNoteWords(presentation))
        return Line(
            cells: [
                .words(candidate.group.words), .text(candidate.name), .words(candidate.reasons, separator: "\n"),
                .words(profile?.organizationTypeLabel ?? profile?.legalFormLabel),
                .words(profile.map { presentation.serviceAreas.words(for: $0.organization.serviceArea) }),
                .words(note.wish), .words(note.difficulties, separator: "\n"), .words(note.hopes, separator: "\n"),
                .words(note.offers, separator: "\n"), .words(words.commissioned(note)), .words(note.section),
                .words(note.contacts.map(words.contact), separator: "\n"),
                .words(candidate.evidence.location.description(in: .japanese)), .text(candidate.organizationID),
            ], styles: [1: CellStyle(.strong)])
    }
}
