public import Model

/// Reads and validates a wave: everything that can be told without linking. Nothing is written.
public struct Check {
    private let options: RunOptions

    /// - Parameter options: the output folder is not looked at.
    public init(_ options: RunOptions) { self.options = options }

    /// - Throws: `StageError` when the wave can't be read, `RunCancelled`.
    public func run() throws -> CheckOutcome {
        let clock = StageClock(options: options)
        let inputs = try clock.run(.prepare) { try WaveInputs(options: options) }
        let need = try NeedStage.run(inputs)
        var forgotten = try ForgottenList([], reference: inputs.reference)
        _ = try EarlierWaves(
            try EarlierWaves.register(options: options, inputs: inputs), inputs: inputs, forgotten: &forgotten)
        let read = try clock.run(.read, counting: \.recordCount) {
            try ReadStage.run(inputs, keepsRecords: false, forgotten: &forgotten)
        }
        return CheckOutcome(
            sources: read.sources,
            findings: inputs.areas.findings + need.findings + read.findings + inputs.overdue(on: options.today))
    }
}

/// What a wave holds.
public struct CheckOutcome: Sendable {
    public let sources: [SourceSummary]
    public let findings: [Finding]

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }
}
