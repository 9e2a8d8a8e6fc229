internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Store
internal import Survey
internal import Text

/// Takes in what people filled into the review files of the last output.
struct ReviewIntake {
    private let folder: URL
    private let today: CivilDate
    private let files: [any ReviewFile]

    /// - Parameter lastOutput: the folder that the last run wrote; it need not be there.
    init(lastOutput: URL, today: CivilDate, reference: ReferenceData) {
        folder = lastOutput
        self.today = today
        files = [
            LinkReviewFile(), AddressReviewFile(variants: reference.variants),
            AreaReviewFile(), PairReviewFile(taxonomy: reference.taxonomy),
            ThemeReviewFile(taxonomy: reference.taxonomy),
        ]
    }

    /// - Returns: what was decided, file by file.
    /// - Throws: `StageError` with everything in the review files that can't be taken in: a run would replace them, and
    ///   the decision would be lost.
    func read() throws(StageError) -> [Decisions.Row] {
        var rows: [Decisions.Row] = []
        var problems: [Problem] = []
        var last: LastOutput?
        for file in files {
            do throws(StageError) {
                rows += try decisions(in: file, last: &last)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return rows
    }

    private func decisions(in file: some ReviewFile, last: inout LastOutput?) throws(StageError) -> [Decisions.Row] {
        let place = folder.appending(path: file.path).path
        guard FileManager.default.fileExists(atPath: place) else { return [] }
        let filled = try ReviewSheet.filledRows(of: file, at: place)
        guard !filled.isEmpty else { return [] }
        if last == nil { last = try lastOutput() }
        guard let last else { return [] }
        var rows: [Decisions.Row] = []
        var problems: [Problem] = []
        for row in filled {
            do throws(StageError) {
                let decision = try file.decision(in: row, about: last)
                rows.append(
                    Decisions.Row(
                        kind: decision.kind.rawValue, verdict: decision.verdict, subjectA: decision.subjectA,
                        subjectB: decision.subjectB, note: decision.note, decidedOn: today.description,
                        takenFrom: file.path))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return rows
    }

    /// The register of that output knows the records that the rows speak of.
    private func lastOutput() throws(StageError) -> LastOutput {
        let url = folder.appending(path: Run.registerFile)
        let register = try Register(reading: url.path, name: url.path)
        defer { try? register.close() }
        let organizations = Dictionary(
            try register.reachingOrganizations().map { ($0.organizationID, $0) },
            uniquingKeysWith: { first, _ in first })
        var contentKeys: [RecordReference: String] = [:]
        var activities: [RecordReference: ReachRow] = [:]
        for identity in try register.identities() {
            contentKeys[identity.reference] = identity.contentKey
            activities[identity.reference] = organizations[identity.organizationID]
        }
        return LastOutput(
            contentKeys: contentKeys, activities: activities,
            addresses: Set(contentKeys.values.map(LinkRecord.address(inContentKey:))),
            texts: Set(try register.codedTexts().map { TextReview.key($0) }))
    }
}
