internal import FoundationEssentials
internal import Model
internal import Store
internal import Survey

/// Files and decisions → organisations and what is known of them.
struct Gathering {
    let options: RunOptions
    let clock: StageClock

    /// - Parameter lastOutput: whose review files are taken in; `nil` leaves them alone.
    func run(_ inputs: WaveInputs, lastOutput: URL?) throws -> Evidence {
        let previous = try EarlierWaves.register(options: options, inputs: inputs)
        var decisions = try Decisions(
            waveFolder: options.waveFolder, inheriting: previous?.decisions() ?? [],
            takingIn: try lastOutput.map { try intake(inputs, lastOutput: $0) } ?? Decisions.Intake())

        var forgotten = try ForgottenList(decisions.rows, reference: inputs.reference)
        let read = try clock.run(.read, counting: \.records.count) {
            try ReadStage.run(inputs, forgotten: &forgotten)
        }
        var geocoder = try GeocodeStage(inputs, decisions: decisions.addresses)
        let located = try clock.run(.geocode, counting: \.count) { try geocoder.run(read.records) }
        let earlier = try EarlierWaves(previous, inputs: inputs, forgotten: &forgotten)
        decisions.drop(about: earlier.forgottenKeys)
        let earlierLocated = try geocoder.run(earlier.records.map(\.record))
        return try clock.run(.resolve, counting: \.profiles.count) {
            let resolved = ResolveStage(
                reference: inputs.reference, lexicon: inputs.lexicon, model: inputs.linkModel, earlier: earlier
            ).run(
                read.records, lots: located.map { $0?.lot }, earlierLots: earlierLocated.map { $0?.lot },
                decisions: decisions.links)
            let learned = decisions.learned
            let texts = ActivityTexts(
                read.records, inputs.questionnaire, coders: inputs.coders, learned: learned)
            let knowledge = earlier.knowledge.adopting(resolved.aliases)
            let recorded = RecordedInvitations(
                decisions.invitations, wave: inputs.wave, resolved: resolved, earlier: earlier.records,
                knowledge: knowledge)
            let consolidated = Consolidation(
                inputs: inputs, records: read.records, located: located, resolved: resolved, texts: texts.texts,
                earlier: knowledge, leafletConsents: recorded.leafletConsents, areaDecisions: decisions.areas,
                pairDecisions: decisions.pairs,
                language: options.language
            ).run()
            let need = try NeedStage.run(inputs)
            return Evidence(
                inputs: inputs, read: read, located: located, earlier: earlier, knowledge: knowledge,
                decisions: decisions, recorded: recorded, resolved: resolved, consolidated: consolidated, texts: texts,
                decidedTexts: learned.mapValues { Set($0.map { TextReview.key($0.text) }) },
                need: need, coordinateOperations: geocoder.operations,
                language: options.language,
                otherFindings: decisions.findings + recorded.findings + need.findings + inputs.areas.findings
                    + inputs.gazetteers.findings)
        }
    }

    /// What people filled into the review files of the last output, and into those of the wave before.
    private func intake(_ inputs: WaveInputs, lastOutput: URL) throws(StageError) -> Decisions.Intake {
        var intake = Decisions.Intake(
            own: try ReviewIntake(lastOutput: lastOutput, today: options.today, reference: inputs.reference).read())
        if let previous = EarlierWaves.folder(options: options, inputs: inputs),
            previous.standardizedFileURL != lastOutput.standardizedFileURL
        {
            let review = ReviewIntake(lastOutput: previous, today: options.today, reference: inputs.reference)
            // Its files are called like those of this wave, where the planner would look for them.
            do throws(StageError) { intake.previous = try review.read() } catch { throw error.below(previous) }
        }
        return intake
    }
}

extension StageError {
    /// The same, with files named by the folder that they are in.
    fileprivate func below(_ folder: URL) -> StageError {
        StageError(
            problems.map { problem in
                var location = problem.location
                if !location.file.hasPrefix("/") { location.file = folder.appending(path: location.file).path }
                return Problem(problem.code, at: location, found: problem.found, expected: problem.expected)
            })
    }
}
