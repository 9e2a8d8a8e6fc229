internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Reporting
internal import Store
internal import Tabular
internal import Text

/// Takes in what people filled into the review files of the last output.
struct ReviewIntake {
    private let folder: URL
    private let today: CivilDate

    /// - Parameter lastOutput: the folder that the last run wrote; it need not be there.
    init(lastOutput: URL, today: CivilDate) {
        folder = lastOutput
        self.today = today
    }

    /// - Returns: what was decided; a note without a verdict counts as 保留.
    /// - Throws: `StageError` when a review file is there and holds what can't be taken in: a run would replace it, and
    ///   the decision would be lost.
    func read() throws(StageError) -> [Decisions.Row] {
        let file = LinkReview.path
        let url = folder.appending(path: file)
        let registerURL = folder.appending(path: Run.registerFile)
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        let filled = try LinkReviewReader.read(path: url.path, name: file).filter { !$0.isBlank }
        guard !filled.isEmpty else { return [] }
        // The register of that output knows the records that the rows speak of.
        let register = try Register(reading: registerURL.path, name: registerURL.path)
        defer { try? register.close() }
        var contentKeys: [RecordReference: String] = [:]
        for identity in try register.identities() { contentKeys[identity.reference] = identity.contentKey }
        return try decisions(filled, name: file, contentKeys: contentKeys)
    }

    private func decisions(
        _ filled: [ReviewedLink], name: String, contentKeys: [RecordReference: String]
    ) throws(StageError) -> [Decisions.Row] {
        var rows: [Decisions.Row] = []
        var problems: [Problem] = []
        for row in filled {
            guard let verdict = verdict(row.verdict) else {
                problems.append(
                    Problem(
                        .decisionUnreadable, at: row.location, found: row.verdict,
                        expected: LinkReview.Decision.allCases.map(\.rawValue).joined(separator: " / ")))
                continue
            }
            guard let a = row.a.flatMap({ contentKeys[$0] }), let b = row.b.flatMap({ contentKeys[$0] }) else {
                problems.append(Problem(.decisionUnmatched, at: row.location, found: row.shown))
                continue
            }
            rows.append(
                Decisions.Row(
                    kind: Decisions.linkKind, verdict: verdict.rawValue, subjectA: a, subjectB: b, note: row.note,
                    decidedOn: today.description, takenFrom: name))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return rows
    }

    private func verdict(_ text: String) -> LinkDecision.Verdict? {
        switch Width.foldedWithoutSpaces(text) {
        case "同一", "同じ", "同": .same
        case "別", "別団体", "異なる": .different
        case "", "保留", "不明": .undecided
        default: nil
        }
    }
}
