internal import FoundationEssentials
public import Model
internal import Store
internal import Survey

/// Takes an organisation, or only the contacts of its people, out of the outputs and the decisions of waves, and sees
/// to it that no later run brings it back. Files of the survey are never changed.
///
/// The order makes it safe to be killed at any point and started again: the hashes are on the disk before anything is
/// taken out, each output is exchanged as a whole, and whoever is still in one of the outputs is found there again.
public struct Forgetting {
    private let options: ForgettingOptions

    public init(_ options: ForgettingOptions) { self.options = options }

    /// - Throws: `StageError` when the organisation isn't known, an output can't be replaced, or people's decisions would
    ///   be lost; nothing was written then. Also when writing fails on the way: starting again goes on from there.
    public func run() throws(StageError) -> ForgettingOutcome {
        let place = options.isDryRun ? nil : options.record
        let record = try place.map { url throws(StageError) in
            try OutputFile(url, replaces: options.replacesRecord)
        }
        let outcome = try forget()
        if let record {
            try OutputFile.write(
                ForgettingRecord(outcome, scope: options.scope, today: options.today).bytes, to: record)
            try record.publish()
        }
        return outcome
    }

    private func forget() throws(StageError) -> ForgettingOutcome {
        let reference = try options.tables.reference()
        let waves = try options.waveFolders.map { folder throws(StageError) in
            try ForgettingWave(folder, reference: reference)
        }
        // The locks are held until the end, and whatever an interrupted run left beside the outputs is cleared.
        let outputs = try openedOutputs(waves)
        let registers = try outputs.map { output throws(StageError) in try KnownOutput(output.url) }
        var known = KnownOrganization(options.organizationID, in: registers)
        guard known.isInRegister else {
            guard waves.contains(where: { $0.forgotten.knows(id: options.organizationID, options.scope) }) else {
                throw StageError(
                    .organizationUnknown, at: CellLocation(file: outputs.first?.url.path ?? ""),
                    found: options.organizationID)
            }
            return ForgettingOutcome(isDryRun: options.isDryRun)
        }
        known.gather(from: registers, options.scope, reference: reference)
        let affected = zip(outputs, registers).filter { known.isIn($0.1, options.scope) }
        try checkReviews(affected.map(\.1), waves: waves, reference: reference)

        var outcome = ForgettingOutcome(isDryRun: options.isDryRun)
        outcome.warnings = try unnamedOutputs(registers, known)
        let rows = rows(about: known, waves: waves)
        for wave in waves {
            let change = try wave.rewrite(known, options.scope, adding: rows, isDryRun: options.isDryRun)
            if let change { outcome.decisions.append(change) }
        }
        for (output, register) in affected {
            let scrubbing = OutputScrubbing(register, known: known, scope: options.scope, today: options.today)
            outcome.outputs.append(
                options.isDryRun ? try scrubbing.plan() : try scrubbing.run(publishing: output.folder))
        }
        outcome.inputRows = known.inputRows
        outcome.mentions = options.scope == .organization ? known.mentionsByOthers : []
        return outcome
    }

    /// The same rows for every wave; none where each of them has them already.
    private func rows(about known: KnownOrganization, waves: [ForgettingWave]) -> [Decisions.Row] {
        let names = known.names
        let facts = known.facts.union(known.ids.map(RecordKeys.key(ofID:)))
        let subjects = waves.flatMap(\.forgotten.subjects)
        let salt = subjects.last?.salt ?? options.makeSalt()
        let subject = ForgottenSubject(options.scope, salt: salt, names: names, facts: facts)
        guard options.scope == .organization else { return [subject.row(on: options.today)] }
        // What the contacts were that are forgotten already is only known as hashes by now.
        let upgraded = subjects.filter { subject in
            subject.scope == .contacts && known.ids.contains { subject.has(RecordKeys.key(ofID: $0)) }
        }.map { $0.row(on: options.today, as: .organization) }
        return [subject.row(on: options.today)] + upgraded
    }

    // MARK: Before anything is written

    private struct OpenedOutput {
        let url: URL
        /// `nil` when nothing is to be written.
        let folder: OutputFolder?
    }

    private func openedOutputs(_ waves: [ForgettingWave]) throws(StageError) -> [OpenedOutput] {
        var outputs: [OpenedOutput] = []
        for folder in options.outputFolders {
            let url = OutputFolder.absolute(folder)
            if outputs.contains(where: { $0.url == url }) { continue }
            guard OutputFolder.isThere(url) else {
                throw StageError(.outputMissing, at: CellLocation(file: folder.path), expected: Run.registerFile)
            }
            outputs.append(
                OpenedOutput(url: url, folder: options.isDryRun ? nil : try OutputFolder(folder, wave: nil)))
        }
        if let first = outputs.first, let wave = waves.first, let written = OutputFolder.wave(of: first.url),
            written != wave.id
        {
            throw StageError(
                .outputOfOtherWave, at: CellLocation(file: first.url.path), found: written, expected: wave.id)
        }
        return outputs
    }

    /// A review file is removed: what people filled in has to be in `decisions.csv` by then.
    private func checkReviews(
        _ outputs: [KnownOutput], waves: [ForgettingWave], reference: ReferenceData
    ) throws(StageError) {
        var problems: [Problem] = []
        for output in outputs {
            let filled = try ReviewIntake(lastOutput: output.url, today: options.today, reference: reference).read()
            let taken = waves.first { $0.id == output.wave }?.decisions.rows ?? []
            let open = filled.count { row in taken.last { $0.isAbout(row) }?.says(row) != true }
            if open > 0 {
                problems.append(
                    Problem(.reviewNotTakenIn, at: CellLocation(file: output.url.path), found: "\(open)"))
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
    }

    // MARK: What a person should know

    /// Outputs that the named ones were made with, and that hold the organisation too.
    private func unnamedOutputs(
        _ registers: [KnownOutput], _ known: KnownOrganization
    ) throws(StageError) -> [Problem] {
        var seen = Set(registers.map(\.url))
        var problems: [Problem] = []
        for file in registers.compactMap(\.previousRegister) {
            let folder = OutputFolder.absolute(file.deletingLastPathComponent())
            guard seen.insert(folder).inserted, FileManager.default.fileExists(atPath: file.path) else { continue }
            if known.isIn(try KnownOutput(folder), options.scope) {
                problems.append(Problem(.outputNotNamed, at: CellLocation(file: folder.path)))
            }
        }
        return problems
    }
}
