internal import FoundationEssentials
internal import Model
internal import Survey

/// Files and decisions → organisations and what is known of them.
struct Gathering {
    let options: RunOptions
    let clock: StageClock

    /// - Parameter lastOutput: whose review files are taken in; `nil` leaves them alone.
    func run(_ inputs: WaveInputs, lastOutput: URL?) throws -> Evidence {
        let intake = try lastOutput.map {
            try ReviewIntake(lastOutput: $0, today: options.today, reference: inputs.reference).read()
        }
        let decisions = try Decisions(waveFolder: options.waveFolder, takingIn: intake ?? [])

        let read = try clock.run(.read, counting: \.records.count) { try ReadStage.run(inputs) }
        var geocoder = try GeocodeStage(inputs, decisions: decisions.addresses)
        let located = try clock.run(.geocode, counting: \.count) { try geocoder.run(read.records) }
        let earlier = try EarlierWaves.open(options: options, inputs: inputs)
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
            let consolidated = Consolidation(
                inputs: inputs, records: read.records, located: located, resolved: resolved, texts: texts.texts,
                areaDecisions: decisions.areas, pairDecisions: decisions.pairs, language: options.language
            ).run()
            let need = try NeedStage.run(inputs)
            return Evidence(
                inputs: inputs, read: read, located: located, earlier: earlier, resolved: resolved,
                consolidated: consolidated, texts: texts,
                decidedTexts: learned.mapValues { Set($0.map { TextReview.key($0.text) }) },
                need: need, coordinateOperations: geocoder.operations,
                language: options.language,
                otherFindings: decisions.findings + need.findings + inputs.areas.findings
                    + inputs.gazetteers.findings)
        }
    }
}
