internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Survey
internal import Tabular
internal import Text

/// A wave whose decisions are to speak of an organisation no more.
struct ForgettingWave {
    let id: String
    let decisions: Decisions
    let forgotten: ForgottenList
    private let folder: URL
    private let reference: ReferenceData

    init(_ folder: URL, reference: ReferenceData) throws(StageError) {
        self.folder = folder
        self.reference = reference
        id = try WaveInputs.description(of: folder).wave.id
        decisions = try Decisions(waveFolder: folder, takingIn: Decisions.Intake())
        forgotten = try ForgottenList(decisions.rows, reference: reference)
    }

    /// Takes out what speaks of the organisation and adds rows by which it is known, in one step. No copy of the file is
    /// kept: this is the only time that rows of it go.
    /// - Parameter rows: those that stand there already are not added again.
    /// - Returns: `nil` when there is nothing to change.
    func rewrite(
        _ known: KnownOrganization, _ scope: ForgottenSubject.Scope, adding rows: [Decisions.Row], isDryRun: Bool
    ) throws(StageError) -> ForgettingOutcome.DecisionChange? {
        let url = folder.appending(path: Decisions.file)
        let file = DecisionFile(url)
        let turn = try FolderTurn(folder)
        defer { turn.end() }
        let table = try file.read(requiring: Decisions.columns)
        let added = rows.filter { row in
            !(table?.records.contains { Decisions.Row($0).saysAsMuch(as: row) } ?? false)
        }
        var kept: [[String]] = []
        var removed = 0
        for record in table?.records ?? [] {
            if scope == .organization, speaks(Decisions.Row(record), of: known) {
                removed += 1
            } else {
                kept.append(cleared(record, titles: table?.titles ?? [], known))
            }
        }
        guard removed > 0 || !added.isEmpty || kept != table?.records.map(\.cells) ?? [] else { return nil }
        if !isDryRun {
            try file.rewrite(kept, adding: added.map(\.cells), columns: Decisions.columns, of: table)
        }
        return ForgettingOutcome.DecisionChange(file: url, removedRows: removed, addedRows: added.count)
    }

    private func speaks(_ row: Decisions.Row, of known: KnownOrganization) -> Bool {
        switch Decisions.Kind(rawValue: row.kind) {
        case .link: [row.subjectA, row.subjectB].contains(where: known.isOwn(contentKey:))
        case .area, .pair, .invitation: known.isOwn(contentKey: row.subjectA)
        case .address: known.isOwn(address: row.subjectA)
        case .theme, .supportType: known.isOwn(text: row.subjectA)
        case .forget: false
        case nil: row.cells.contains(where: known.mentions.isIn)
        }
    }

    /// A row about others, without what a note or a column of one's own says of it.
    private func cleared(
        _ record: HeaderedTable.Record, titles: [String], _ known: KnownOrganization
    ) -> [String] {
        let subjects = Set(Decisions.columns).subtracting(["note"])
        let isInvitation = record["kind"] == Decisions.Kind.invitation.rawValue
        return zip(record.cells, titles + [String](repeating: "", count: record.cells.count)).map { cell, title in
            if isInvitation, title == "subject_b" {
                return InvitationStatement.subject(cell, without: known.mentions.isIn)
            }
            let isFree = !subjects.contains(title)
            return isFree && known.mentions.isIn(cell) ? "" : cell
        }
    }
}

extension Decisions.Row {
    /// Whether nothing is left to be added: the hashes, or more of them, stand there already.
    fileprivate func saysAsMuch(as other: Decisions.Row) -> Bool {
        func parts(_ text: String) -> Set<Substring> { Set(text.split(separator: ";")) }
        return kind == other.kind && verdict == other.verdict
            && parts(subjectA).isSuperset(of: parts(other.subjectA))
            && parts(subjectB).isSuperset(of: parts(other.subjectB))
    }
}

extension DecisionFile {
    /// Replaces the file in one step; it is on the disk when this returns.
    /// - Parameters:
    ///   - kept: cells of the rows of `table` that stay, in the order of its titles.
    ///   - added: cells in the order of `columns`.
    ///   - table: what the file holds now; `nil` where there is none.
    func rewrite(
        _ kept: [[String]], adding added: [[String]], columns: [String], of table: HeaderedTable?
    ) throws(StageError) {
        let titles = table?.titles ?? columns
        let placed = added.map { row in
            titles.map { title in columns.firstIndex(of: title).map { row[$0] } ?? "" }
        }
        try replace(with: [titles] + kept + placed)
    }
}
