import Model
import Tabular

extension SheetBook.Sheet {
    /// 声掛け候補: a row for each pick with the ledger beside it, then those that are in the ledger alone.
    static func shortlist(_ presentation: Presentation) -> SheetBook.Sheet {
        let words = ShortlistWords(presentation.report.shortlist)
        let picked = Set(presentation.picks.map(\.candidate.organizationID))
        let others = presentation.report.organizations.map(\.organization).filter {
            presentation.report.ledger[$0.id] != nil && !picked.contains($0.id)
        }
        return SheetBook.Sheet(
            layout: WorkbookSheet(
                name: LedgerReview.sheetName, title: LedgerReview.sheetName,
                // A line that is longer than the table is wide would shrink all of it on paper.
                notes: [FixedWording.shortlistCaveat, words.headline] + words.aims
                    + LedgerReview.notes + words.constraints.map { "条件：\($0)" } + words.remarks,
                columns: LedgerReview.Column.allCases.map(\.layout), frozenColumns: 2),
            lines: presentation.picks.map { ledgerLine(LedgerRow($0, presentation)) }
                + others.map { ledgerLine(LedgerRow($0, presentation)) })
    }

    private static func ledgerLine(_ row: LedgerRow) -> Line {
        let columns = LedgerReview.Column.allCases
        var styles: [Int: CellStyle] = [:]
        for (place, column) in columns.enumerated() where LedgerReview.Column.inputs.contains(column) {
            styles[place] = CellStyle(fill: .input)
        }
        if let name = columns.firstIndex(of: .name) { styles[name] = CellStyle(.strong) }
        return Line(cells: columns.map(row.cell), styles: styles)
    }

    /// 候補の説明: the same picks, with what a caller should know of each.
    static func pickDetails(_ presentation: Presentation) -> SheetBook.Sheet {
        SheetBook.Sheet(
            layout: WorkbookSheet(
                name: "候補の説明", title: "声掛け候補の説明",
                notes: [FixedWording.shortlistCaveat, FixedWording.needIsNoWish + FixedWording.beforeCalling],
                columns: [
                    WorkbookColumn("順", .integer, width: 5), WorkbookColumn("団体名", width: 24),
                    WorkbookColumn("声を掛けるとき", width: 44), WorkbookColumn("辞退された場合", width: 34),
                    WorkbookColumn("根拠", width: 26),
                    WorkbookColumn("新たに届くマス", .integer, width: 8),
                    WorkbookColumn("ここまでで補う空白（%）", .percent, width: 10),
                    WorkbookColumn("候補に残る割合（%）", .percent, width: 9),
                    WorkbookColumn("団体の種類", width: 12), WorkbookColumn("所在", width: 14),
                    WorkbookColumn("活動の範囲", width: 14), WorkbookColumn("活動内容", width: 22),
                    WorkbookColumn("活動の種類", width: 16), WorkbookColumn("団体ID", width: 15),
                ], frozenColumns: 2),
            lines: presentation.picks.map { detailLine($0, presentation) })
    }

    private static func callerNote(
        of pick: ExplainedShortlist.Pick, _ presentation: Presentation
    ) -> [String] {
        guard let note = presentation.report.callerNotes[pick.candidate.organizationID] else { return [] }
        return CallerNoteWords(presentation).lines(note).map(\.text)
    }

    private static func detailLine(_ pick: ExplainedShortlist.Pick, _ presentation: Presentation) -> Line {
        let candidate = pick.candidate
        let profile = presentation.profile(candidate.organizationID)
        let organization = profile?.organization
        return Line(
            cells: [
                .integer(candidate.rank), .text(pick.name),
                .words(callerNote(of: pick, presentation), separator: "\n"),
                .words(pick.ifDeclined, separator: "\n"), .words(pick.evidence, separator: "\n"),
                .integer(candidate.newCells.count), .percent(ofShare: candidate.shareOfGapClosed),
                .percent(ofShare: pick.stability),
                .words(profile?.organizationTypeLabel ?? profile?.legalFormLabel),
                .words(organization.map { DisclosedLocation($0).townInWords }),
                .words(organization.map { presentation.serviceAreas.words(for: $0.serviceArea) }),
                .words(profile?.themes.map(\.label) ?? []), .words(profile?.supportTypes.map(\.label) ?? []),
                .text(candidate.organizationID),
            ], styles: [1: CellStyle(.strong)])
    }
}

/// A row of the ledger: an organisation, what is proposed, and what people wrote.
private struct LedgerRow {
    let organizationID: String
    let name: String
    let section: String?
    let entry: InvitationEntry?
    let pick: ExplainedShortlist.Pick?

    init(_ pick: ExplainedShortlist.Pick, _ presentation: Presentation) {
        self.init(pick.candidate.organizationID, name: pick.name, pick: pick, presentation)
    }

    init(_ organization: Organization, _ presentation: Presentation) {
        self.init(organization.id, name: organization.name, pick: nil, presentation)
    }

    private init(_ id: String, name: String, pick: ExplainedShortlist.Pick?, _ presentation: Presentation) {
        organizationID = id
        self.name = name
        section = presentation.profile(id)?.organization.section
        entry = presentation.report.ledger[id]
        self.pick = pick
    }

    func cell(_ column: LedgerReview.Column) -> WorkbookCell {
        switch column {
        case .rank: .integer(pick?.candidate.rank)
        case .name: .text(name)
        case .decision: .words(entry.map { LedgerReview.Decision($0.decision).rawValue })
        case .reason: .words(entry?.reason)
        case .caller: .words(entry?.caller)
        case .invitedOn: entry?.invitedOn.map { .date($0) } ?? .blank
        case .method: .words(entry?.method)
        case .outcome: .words(entry?.outcome)
        case .note: .words(entry?.note)
        case .leafletConsent: .words(entry?.leafletConsent.map { LedgerReview.consents[$0 ? 0 : 1] })
        case .pickReasons: .words(pick?.reasons ?? ["いまの候補にはありません"], separator: "\n")
        case .uncertain: .words(pick?.uncertain ?? [], separator: "\n")
        case .section: .words(section)
        case .organizationID: .text(organizationID)
        }
    }
}

extension LedgerReview.Decision {
    fileprivate init(_ decision: InvitationEntry.Decision) {
        self =
            switch decision {
            case .invite: .invite
            case .pass: .pass
            case .undecided: .undecided
            }
    }
}

extension LedgerReview.Column {
    fileprivate var layout: WorkbookColumn {
        switch self {
        case .rank: WorkbookColumn(rawValue, .integer, width: 5)
        case .name: WorkbookColumn(rawValue, width: 24)
        case .decision:
            WorkbookColumn(rawValue, width: 8, choices: LedgerReview.Decision.allCases.map(\.rawValue))
        case .reason, .note: WorkbookColumn(rawValue, width: 20)
        case .caller: WorkbookColumn(rawValue, width: 10)
        case .invitedOn: WorkbookColumn(rawValue, .date, width: 11)
        case .method:
            WorkbookColumn(rawValue, width: 8, choices: LedgerReview.methods, takesOtherValues: true)
        case .outcome:
            WorkbookColumn(rawValue, width: 8, choices: LedgerReview.outcomes, takesOtherValues: true)
        case .leafletConsent: WorkbookColumn(rawValue, width: 10, choices: LedgerReview.consents)
        case .pickReasons: WorkbookColumn(rawValue, width: 48)
        case .uncertain: WorkbookColumn(rawValue, width: 30)
        case .section: WorkbookColumn(rawValue, width: 10)
        case .organizationID: WorkbookColumn(rawValue, width: 15)
        }
    }
}
