internal import FoundationEssentials
internal import Model
internal import Reporting
internal import Store
internal import Tabular
internal import Text

/// Takes in what people wrote into the ledger of the last output, as far as it isn't what the run before wrote there: that
/// sheet comes filled in, and a row of it that nobody touched must not overturn what was decided elsewhere since.
struct LedgerIntake {
    /// The last output; it need not be there.
    let folder: URL
    let today: CivilDate

    /// - Throws: `StageError` with everything that can't be taken in.
    func read() throws(StageError) -> [Decisions.Row] {
        let url = folder.appending(path: LedgerReview.path)
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        // Hashing it takes a small part of the time that reading it takes.
        let written = OutputFolder.digest(of: LedgerReview.path, writtenTo: folder)
        guard try FileDigest.sha256(of: url, name: LedgerReview.path) != written else { return [] }
        let rows = try Self.rows(at: url.path)
        guard !rows.isEmpty else { return [] }
        let last = try LastLedger(folder, isNeeded: rows.contains(where: \.isFilled))
        guard let last else { return [] }
        var entries: [TakenDecisions.Entry] = []
        var problems: [Problem] = []
        for row in rows {
            do throws(StageError) {
                if let entry = try entry(in: row, last) { entries.append(entry) }
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return try TakenDecisions(entries).entries.map(\.row)
    }

    /// The other sheets are as long as the data, and each is only opened where this one has another name by now.
    private static func rows(at place: String) throws(StageError) -> [ReviewRow<LedgerReview.Column>] {
        let name = LedgerReview.path
        let sheets = try TableReader.sheets(path: place, name: name)
        // With what Excel calls a copy of it.
        let usual = sheets.filter { $0.hasPrefix(LedgerReview.sheetName) }
        let chosen: [String?] = usual.isEmpty ? sheets : usual
        let byVerdict = try ReviewSheet.filledRows(of: LedgerLayout(), at: place, name: name, sheets: chosen)
        if let byVerdict { return byVerdict }
        // The title of the verdict was changed: what is written below it would be lost. Older versions had no ledger at all.
        let byConsent = LedgerLayout(verdict: .leafletConsent)
        return try ReviewSheet.filledRows(of: byConsent, at: place, name: name, sheets: chosen) ?? []
    }

    private func entry(
        in row: ReviewRow<LedgerReview.Column>, _ last: LastLedger
    ) throws(StageError) -> TakenDecisions.Entry? {
        guard let id = try last.organization(of: row) else {
            guard row.isFilled else { return nil }
            throw StageError(
                .decisionUnmatched, at: row.location(.organizationID), found: "\(row[.name]) \(row[.organizationID])")
        }
        let written = try row.entry()
        guard written != last.entries[id], let key = last.contentKeys[id] else { return nil }
        let statement = InvitationStatement(waveID: last.waveID, entry: written)
        let taken = Decisions.Row(
            kind: Decisions.Kind.invitation.rawValue, verdict: statement.verdict, subjectA: key,
            subjectB: statement.subject, note: statement.note, decidedOn: today.description,
            takenFrom: LedgerReview.path)
        return TakenDecisions.Entry(row: taken, location: row.location(.decision), word: row[.decision])
    }
}

/// What the register of the last output knows of the ledger that was written with it.
private struct LastLedger {
    let waveID: String
    /// By id of the organisation.
    let entries: [String: InvitationEntry]
    /// Of the first record of each organisation.
    let contentKeys: [String: String]
    /// Of the organisations of its wave.
    private let names: [String: String]
    private let ids: [String: [String]]

    /// - Parameter isNeeded: whether somebody wrote something; else it matters only if there was something to clear.
    init?(_ folder: URL, isNeeded: Bool) throws(StageError) {
        let file = folder.appending(path: Run.registerFile)
        let register = try Register(reading: file.path, name: file.path)
        defer { try? register.close() }
        let stated = Decisions.invitations(in: try register.decisions())
        guard let wave = try register.wave(), isNeeded || !stated.isEmpty else { return nil }
        waveID = wave.id
        let identities = try register.identities()
        contentKeys = Dictionary(
            identities.map { ($0.organizationID, $0.contentKey) }, uniquingKeysWith: { first, _ in first })
        let byKey = Dictionary(
            identities.map { ($0.contentKey, $0.organizationID) }, uniquingKeysWith: { first, _ in first })
        var entries: [String: InvitationEntry] = [:]
        for invitation in stated where invitation.statement.waveID == wave.id {
            guard let id = byKey[invitation.contentKey] else { continue }
            entries[id] = invitation.statement.entry
        }
        self.entries = entries
        names = try register.organizationNames()
        ids = Dictionary(grouping: names.keys.sorted()) { [names] in Self.key(names[$0] ?? "") }
    }

    /// The organisation that a row speaks of: by its id, or by a name that only one has.
    /// - Returns: `nil` where its cells were changed, or only some of its columns were sorted.
    func organization(of row: ReviewRow<LedgerReview.Column>) throws(StageError) -> String? {
        let (id, name) = (row[.organizationID], Self.key(row[.name]))
        if id.isEmpty {
            let found = ids[name] ?? []
            return found.count == 1 && !name.isEmpty ? found[0] : nil
        }
        guard let known = names[id], name.isEmpty || name == Self.key(known) else { return nil }
        return id
    }

    /// A name as a workbook holds it: without what it can't, and no longer than what a cell takes.
    private static func key(_ name: String) -> String {
        let scalars = Width.foldedWithoutSpaces(name).unicodeScalars.lazy.filter {
            $0.value >= 0x20 && !(0xFFFD...0xFFFF).contains($0.value)
        }
        return String(String.UnicodeScalarView(scalars.prefix(longestName)))
    }

    private static let longestName = 1_000
}
