public import FoundationEssentials
public import Model
internal import Reporting
internal import Store

/// Counts the answers of a wave, and crosses questions with each other. Nothing is written but the table.
public struct Tabulating {
    private let options: RunOptions
    /// Ids of questions by whose options the others are counted.
    private let by: [String]
    /// `nil` for standard output.
    private let output: URL?
    private let replaces: Bool

    /// - Parameter options: the output folder is not looked at.
    public init(_ options: RunOptions, by: [String] = [], output: URL? = nil, replaces: Bool = false) {
        self.options = options
        self.by = by
        self.output = output
        self.replaces = replaces
    }

    public struct Outcome: Sendable {
        public let rowCount: Int
        public let findings: [Finding]

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// - Throws: `StageError` when the wave can't be read, has no such question, or the table can't be written.
    public func run() throws -> Outcome {
        let file = try output.map { url throws(StageError) in try OutputFile(url, replaces: replaces) }
        let clock = StageClock(options: options)
        let inputs = try clock.run(.prepare) { try WaveInputs(options: options) }
        try check(inputs.questionnaire)
        let evidence = try Gathering(options: options, clock: clock).run(inputs, lastOutput: nil)
        let register = try Register(path: ":memory:", name: Run.registerFile)
        try register.insert(evidence.registerContent)
        let stage = TableStage(register: register, wave: inputs.wave, questionnaire: inputs.questionnaire)
        let table =
            by.isEmpty
            ? TabulationTable.plain(try stage.run().rows)
            : TabulationTable.crossed(try by.flatMap { try stage.cross(by: $0) })
        try OutputFile.write(table.bytes, to: file)
        try file?.publish()
        return Outcome(rowCount: table.rowCount, findings: evidence.findings)
    }

    private func check(_ questionnaire: Questionnaire) throws(StageError) {
        let known = questionnaire.questions.filter { !$0.options.isEmpty }.map(\.id)
        let unknown = by.filter { !known.contains($0) }
        guard unknown.isEmpty else {
            throw StageError(
                unknown.map {
                    Problem(
                        .questionUnknown, at: CellLocation(file: WaveInputs.waveFile), found: $0,
                        expected: known.joined(separator: ", "))
                })
        }
    }
}
