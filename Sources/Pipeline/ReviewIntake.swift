internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Reporting
internal import Store
internal import Tabular
internal import Text

/// Takes in what people filled into the review files of the last output.
struct ReviewIntake {
    struct Result {
        var rows: [Decisions.Row] = []
        var findings: [Finding] = []
    }

    private let folder: URL
    private let today: CivilDate

    /// - Parameter lastOutput: the folder that the last run wrote; it need not be there.
    init(lastOutput: URL, today: CivilDate) {
        folder = lastOutput
        self.today = today
    }

    /// - Throws: `StageError` when a review file is there but can't be read: it may hold decisions.
    func read() throws(StageError) -> Result {
        let file = LinkReviewLayout.path
        let url = folder.appending(path: file)
        let registerURL = folder.appending(path: Run.registerFile)
        guard FileManager.default.fileExists(atPath: url.path),
            FileManager.default.fileExists(atPath: registerURL.path)
        else { return Result() }
        let register = try Register(reading: registerURL.path, name: registerURL.path)
        defer { try? register.close() }
        var contentKeys: [RecordReference: String] = [:]
        for identity in try register.identities() { contentKeys[identity.reference] = identity.contentKey }
        return try links(url, name: file, contentKeys: contentKeys)
    }

    private func links(
        _ url: URL, name: String, contentKeys: [RecordReference: String]
    ) throws(StageError) -> Result {
        var result = Result()
        for row in try LinkReviewReader.read(path: url.path, name: name) where !row.verdict.isEmpty {
            guard let verdict = verdict(row.verdict) else {
                result.findings.append(
                    Finding(
                        .error, .decisionUnreadable, at: row.location, found: row.verdict,
                        expected: LinkReviewLayout.verdicts.joined(separator: " / ")))
                continue
            }
            guard let a = contentKeys[row.a], let b = contentKeys[row.b] else {
                result.findings.append(
                    Finding(.warning, .decisionUnmatched, at: row.location, found: "\(row.a.file) \(row.a.row)"))
                continue
            }
            result.rows.append(
                Decisions.Row(
                    kind: Decisions.linkKind, verdict: verdict.rawValue, subjectA: a, subjectB: b, note: row.note,
                    decidedOn: today.description, takenFrom: name))
        }
        return result
    }

    private func verdict(_ text: String) -> LinkDecision.Verdict? {
        switch Width.foldedWithoutSpaces(text) {
        case "同一", "同じ", "同": .same
        case "別", "別団体", "異なる": .different
        case "保留", "不明": .undecided
        default: nil
        }
    }
}
