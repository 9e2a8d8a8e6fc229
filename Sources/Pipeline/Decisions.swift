internal import FoundationEssentials
internal import Glibc
internal import Linkage
internal import Model
internal import Tabular

/// What people decided: `decisions.csv` in the wave folder, the only file there that Tsunagi writes.
struct Decisions {
    static let file = "decisions.csv"
    static let columns = ["kind", "verdict", "subject_a", "subject_b", "note", "decided_on", "taken_from"]

    struct Row: Hashable {
        var kind: String
        var verdict: String
        var subjectA: String
        var subjectB: String
        var note: String
        var decidedOn: String
        var takenFrom: String

        var cells: [String] { [kind, verdict, subjectA, subjectB, note, decidedOn, takenFrom] }

        func isAbout(_ other: Row) -> Bool {
            kind == other.kind && Set([subjectA, subjectB]) == Set([other.subjectA, other.subjectB])
        }

        func says(_ other: Row) -> Bool { verdict == other.verdict && note == other.note }
    }

    /// In the order in which they were taken; a later one about the same pair replaces an earlier one.
    private(set) var rows: [Row] = []
    private(set) var findings: [Finding] = []
    let url: URL

    static let linkKind = "link"

    /// - Throws: `StageError` when the file is there but can't be read: a decision is never lost by carrying on.
    init(waveFolder: URL) throws(StageError) {
        url = waveFolder.appending(path: Self.file)
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        let table = try HeaderedTable(path: url.path, name: Self.file, requiring: Self.columns)
        for record in table.records {
            let row = Row(
                kind: record["kind"], verdict: record["verdict"], subjectA: record["subject_a"],
                subjectB: record["subject_b"], note: record["note"], decidedOn: record["decided_on"],
                takenFrom: record["taken_from"])
            if row.kind != Self.linkKind {
                findings.append(
                    Finding(
                        .error, .decisionUnreadable, at: table.location(record, "kind"), found: row.kind,
                        expected: Self.linkKind))
            } else if LinkDecision.Verdict(rawValue: row.verdict) == nil {
                findings.append(
                    Finding(
                        .error, .decisionUnreadable, at: table.location(record, "verdict"), found: row.verdict,
                        expected: LinkDecision.Verdict.allCases.map(\.rawValue).joined(separator: ", ")))
            }
            rows.append(row)
        }
    }

    /// Link decisions, the latest for each pair.
    var links: [LinkDecision] {
        var latest: [[String]: LinkDecision] = [:]
        var order: [[String]] = []
        for row in rows where row.kind == Self.linkKind {
            guard let verdict = LinkDecision.Verdict(rawValue: row.verdict) else { continue }
            let decision = LinkDecision(a: row.subjectA, b: row.subjectB, verdict: verdict)
            if latest.updateValue(decision, forKey: [decision.a, decision.b]) == nil {
                order.append([decision.a, decision.b])
            }
        }
        return order.compactMap { latest[$0] }
    }

    /// Appends what is new against the latest word on the same pair; the file is replaced in one step, and its older rows stay as they are.
    /// - Returns: how many were new.
    @discardableResult
    mutating func append(_ new: [Row]) throws(StageError) -> Int {
        let before = rows.count
        for row in new where rows.last(where: { $0.isAbout(row) })?.says(row) != true { rows.append(row) }
        guard rows.count > before else { return 0 }
        var writer = CSVWriter()
        writer.row(Self.columns)
        for row in rows { writer.row(row.cells) }
        let temporary = url.deletingLastPathComponent().appending(path: ".\(Self.file).tsunagi-new")
        do {
            try Data(writer.bytes).write(to: temporary)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: temporary.path)
            guard rename(temporary.path, url.path) == 0 else { throw RenameFailed(code: errno) }
        } catch {
            try? FileManager.default.removeItem(at: temporary)
            throw StageError(.outputUnwritable, at: CellLocation(file: url.path), found: "\(error)")
        }
        return rows.count - before
    }

    private struct RenameFailed: Error, CustomStringConvertible {
        let code: Int32
        var description: String { String(cString: strerror(code)) }
    }
}
