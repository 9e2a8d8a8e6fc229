internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Store
internal import Survey
internal import Tabular
internal import Text

/// Takes in what people filled into the review files and the ledger of the last output.
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
        do throws(StageError) {
            rows += try LedgerIntake(folder: folder, today: today).read()
        } catch {
            problems += error.problems
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return rows
    }

    /// Where a planner's program puts a workbook of that path when it saves it as CSV.
    static func text(ofWorkbook path: String) -> String {
        path.hasSuffix(".xlsx") ? String(path.dropLast(".xlsx".count)) + ".csv" : path
    }

    /// The decisions of the workbook, or of the CSV that it was saved as.
    private func decisions(in file: some ReviewFile, last: inout LastOutput?) throws(StageError) -> [Decisions.Row] {
        let workbook = try taken(from: file.path, as: file, last: &last)
        let text = try taken(from: Self.text(ofWorkbook: file.path), as: file, last: &last)
        if !workbook.entries.isEmpty, !text.entries.isEmpty { try workbook.check(against: text) }
        return (workbook.entries.isEmpty ? text : workbook).entries.map(\.row)
    }

    private func taken(
        from name: String, as file: some ReviewFile, last: inout LastOutput?
    ) throws(StageError) -> TakenDecisions {
        let place = folder.appending(path: name).path
        guard FileManager.default.fileExists(atPath: place) else { return try TakenDecisions([]) }
        let sheets = try TableReader.sheets(path: place, name: name)
        let found = try ReviewSheet.filledRows(
            of: file, at: place, name: name, sheets: sheets.isEmpty ? [nil] : sheets.map(Optional.some))
        guard let filled = found else {
            throw StageError(
                .columnMissing, at: CellLocation(file: name, sheet: sheets.first), found: file.verdict.rawValue)
        }
        guard !filled.isEmpty else { return try TakenDecisions([]) }
        if last == nil { last = try lastOutput() }
        guard let known = last else { return try TakenDecisions([]) }
        var entries: [TakenDecisions.Entry] = []
        var problems: [Problem] = []
        for row in filled {
            do throws(StageError) {
                let decision = try file.decision(in: row, about: known)
                let taken = Decisions.Row(
                    kind: decision.kind.rawValue, verdict: decision.verdict, subjectA: decision.subjectA,
                    subjectB: decision.subjectB, note: decision.note, decidedOn: today.description, takenFrom: name)
                entries.append(
                    TakenDecisions.Entry(row: taken, location: row.location(file.verdict), word: row[file.verdict]))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return try TakenDecisions(entries)
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
