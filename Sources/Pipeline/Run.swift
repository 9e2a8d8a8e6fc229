internal import Analysis
internal import FoundationEssentials
internal import Model
internal import Reporting
internal import Store
internal import Survey
internal import Tabular

/// One wave from its files to everything that a run leaves behind.
public struct Run {
    private let options: RunOptions
    private let clock: StageClock

    public init(_ options: RunOptions) {
        self.options = options
        clock = StageClock(options: options)
    }

    /// Runs every stage and publishes the result as a whole.
    /// - Throws: `StageError` (nothing was written but decisions that were taken in) or `RunCancelled`.
    public func run() throws -> RunOutcome {
        let inputs = try clock.run(.prepare) { try WaveInputs(options: options) }
        let output = try OutputFolder(options.outputFolder, wave: inputs.wave.id)
        let evidence = try Gathering(options: options, clock: clock).run(inputs, lastOutput: output.url)
        let register = try clock.run(.register) { try makeRegister(evidence, in: output) }
        let results = try decide(evidence, register: register)
        try close(register, with: results, wave: inputs.wave)
        let report = report(evidence, results)
        let written = try clock.run(.write, counting: \.count) {
            try Editions(report: report, version: options.version, language: options.language)
                .write(to: output.staging) + [writeGeoPackage(report, to: output.staging)]
        }
        if options.isCancelled() { throw RunCancelled() }
        try ManifestWriter(options: options, inputs: inputs, evidence: evidence, results: results)
            .write(written, timings: clock.timings, to: output.staging)
        var findings = evidence.findings + results.findings
        findings += written.flatMap(\.problems).map { Finding(.warning, $0) }
        // Not in the output: it depends on the day of the run.
        findings += inputs.overdue(on: options.today)
        if try clock.run(.publish, { try output.publish() }) {
            findings.append(Finding(.info, .exchangeInTwoSteps, at: CellLocation(file: output.url.path)))
        }
        let organizations = evidence.profiles.map(\.organization)
        return RunOutcome(
            outputFolder: output.url, report: output.url.appending(path: "report.html"), findings: findings,
            organizationCount: organizations.count, askedCount: organizations.count { $0.isInFrame },
            answeredCount: organizations.count { $0.isInFrame && $0.hasResponded },
            memberCount: organizations.count { $0.isMember }, pickCount: results.shortlist.picks.count)
    }

    /// Closed to others before anything is in it.
    private func writeGeoPackage(_ report: RunReport, to folder: URL) throws(StageError) -> WrittenFile {
        let place = folder.appending(path: GeoPackage.name)
        do {
            try Data().write(to: place)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
        } catch {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: GeoPackage.name), found: SystemReason.found(in: error))
        }
        return WrittenFile(path: GeoPackage.name, rowCount: try GeoPackage(report).write(to: place.path))
    }

    // MARK: Register and results

    static let registerFile = "register.sqlite"

    private func makeRegister(_ evidence: Evidence, in output: OutputFolder) throws(StageError) -> Register {
        let register = try Register(
            path: output.staging.appending(path: Self.registerFile).path, name: Self.registerFile)
        try register.insert(evidence.registerContent)
        return register
    }

    private func decide(_ evidence: Evidence, register: Register) throws -> Results {
        let inputs = evidence.inputs
        let rules = GapRules(
            absentProbability: inputs.description.absentProbability,
            weightWithoutCase: inputs.description.weightWithoutCase)
        let tables = try clock.run(.tables, counting: \.rows.count) {
            let stage = TableStage(register: register, wave: inputs.wave, questionnaire: inputs.questionnaire)
            var tables = try stage.run()
            tables.crosses = try stage.crosses()
            tables.comparison = try ChangeStage.run(register, earlier: evidence.earlier, inputs: inputs)
            return tables
        }
        let coverage = try clock.run(.coverage, counting: \.cells.count) {
            try CoverageStage(
                register: register, areas: inputs.reportAreas, taxonomy: inputs.taxonomy, needs: evidence.needs,
                sections: evidence.profilesByID.compactMapValues(\.organization.section),
                scenarios: evidence.need.scenarios(cases: caseCounts(evidence, tables)), rules: rules
            ).run()
        }
        let reach = try ReachStage(inputs).map { stage in
            try clock.run(.reach, counting: \.result.summaries.count) {
                try stage.run(evidence.profiles, isCancelled: options.isCancelled)
            }
        }
        let shortlist = try clock.run(.shortlist, counting: \.shortlist.picks.count) {
            try ShortlistStage(evidence: evidence, options: options, rules: rules)
                .run(coverage)
        }
        let answers = CountedAnswers(evidence)
        let notes = CallerNotes(evidence, answers).all
        return Results(
            tables: tables, coverage: coverage, reach: reach, shortlist: shortlist.shortlist,
            cooperation: CooperationStage(evidence, answers, notes: notes, barred: shortlist.barred).run(),
            callerNotes: notes,
            changes: try evidence.earlier.register.flatMap { _ in
                try clock.run(.changes) { try WaveChangeStage.run(evidence, coverage: coverage) }
            },
            findings: (reach?.findings ?? []) + shortlist.findings, rules: rules)
    }

    /// A register that fails its own checks is a fault of ours: it is not published.
    private func close(_ register: Register, with results: Results, wave: Wave) throws(StageError) {
        try register.insert(coverage: results.coverage.cells, shortlist: results.shortlist.shortlist, wave: wave)
        let failed = try register.failedChecks()
        guard failed.isEmpty else {
            throw StageError(
                failed.map {
                    Problem(
                        .registerCheckFailed, at: CellLocation(file: Self.registerFile), found: $0.name,
                        expected: "\($0.rows)")
                })
        }
        try register.close()
    }

    private func report(_ evidence: Evidence, _ results: Results) -> RunReport {
        let review = evidence.textReview
        let texts = zip(evidence.texts, evidence.resolved.links).flatMap { texts, link in
            link.map { link in texts.map { RunReport.LinkedText(text: $0, organizationID: link.organizationID) } } ?? []
        }
        return RunReport(
            wave: evidence.inputs.wave, taxonomy: evidence.inputs.taxonomy,
            vocabulary: evidence.inputs.reference.taxonomy,
            areas: evidence.inputs.reportAreas, outlines: evidence.inputs.outlines, tiles: evidence.inputs.tiles,
            wards: evidence.inputs.wards,
            organizations: evidence.profiles.sorted { $0.organization.id < $1.organization.id },
            links: evidence.resolved.links.compactMap { $0 }, aliases: evidence.resolved.aliases,
            tables: results.tables,
            coverage: results.coverage.cells, followUps: results.coverage.followUps,
            followUpSections: results.coverage.followUpSections,
            sensitivity: results.coverage.sensitivity,
            reach: results.reach?.result,
            shortlist: results.shortlist,
            ledger: Dictionary(
                evidence.recorded.own.map { ($0.organizationID, $0.entry) }, uniquingKeysWith: { first, _ in first }),
            cooperation: results.cooperation, callerNotes: results.callerNotes,
            findings: evidence.findings + results.findings,
            doubtfulLinks: evidence.doubtfulLinks,
            doubtfulAddresses: evidence.doubtfulAddresses,
            doubtfulAreas: evidence.consolidated.doubtfulAreas, openPairs: evidence.consolidated.openPairs,
            texts: texts, reviewedTexts: review.run(), nameHints: review.nameHints(), sources: evidence.read.sources,
            assumptions: Assumptions(
                inputs: evidence.inputs, rules: results.rules, need: evidence.need.sentences,
                profiles: evidence.profiles, inheritedDecisionCount: evidence.decisions.inheritedCount
            ).sentences,
            need: needReport(evidence, results), changes: results.changes)
    }

    /// The counts of the question about cases; none where it wasn't asked.
    private func caseCounts(_ evidence: Evidence, _ tables: SurveyTables) -> [TabulationRow] {
        let cases = evidence.inputs.questionnaire.first(.caseTheme)?.id
        return tables.rows.filter { $0.questionID == cases }
    }

    private func needReport(_ evidence: Evidence, _ results: Results) -> NeedReport {
        evidence.need.report(cases: caseCounts(evidence, results.tables))
    }
}

/// What was counted and chosen.
struct Results {
    let tables: SurveyTables
    let coverage: CoverageStage.Result
    let reach: ReachStage.Outcome?
    let shortlist: ExplainedShortlist
    let cooperation: [CooperationCandidate]
    let callerNotes: [String: CallerNote]
    /// `nil` without an earlier wave.
    let changes: WaveChanges?
    /// What only the later stages could find.
    let findings: [Finding]
    let rules: GapRules
}
