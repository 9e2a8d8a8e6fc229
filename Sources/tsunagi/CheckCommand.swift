internal import ArgumentParser
internal import Model
internal import Pipeline

struct CheckCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: help("調査フォルダを読んで点検します。何も書きません。", "Reads and validates a wave; writes nothing."),
        usage: "tsunagi check <wave> [options]",
        discussion: help(
            """
            例：
              tsunagi check Data/demo/r6
            """,
            """
            Example:
              tsunagi check Data/demo/r6
            """))

    @Argument(help: argumentHelp("調査フォルダ（wave.yaml のある所）", "wave folder (where wave.yaml is)", valueName: "wave"))
    var wave: String

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if wave.isEmpty { throw ValidationError(help("フォルダ名が空です", "the name of a folder is empty")) }
    }

    func perform() throws -> ExitStatus {
        let progress = ProgressReporter(options: shared)
        Interruption.watch()
        let options = try shared.runOptions(wave: wave, out: "", progress: progress)
        defer { progress.finish() }
        let outcome = try Check(options).run()
        progress.finish()
        for line in FindingSummary(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        show(outcome)
        return outcome.hasErrors ? .doneWithErrors : .done
    }

    private func show(_ outcome: CheckOutcome) {
        defer {
            if shared.json {
                Output.line(
                    JSONLine(["event": .text("done"), "findings": .integer(outcome.findings.count)]).text)
            }
        }
        for source in outcome.sources {
            if shared.json {
                Output.line(
                    JSONLine([
                        "event": .text("source"), "file": .text(source.file), "role": .text(source.role.rawValue),
                        "records": .integer(source.recordCount),
                    ]).text)
            } else {
                let sheet = source.sheet.map { help("［\($0)］", " [\($0)]") } ?? ""
                Output.line(
                    "\(source.file)\(sheet) \(source.role.label(in: shared.lang)) \(source.recordCount)"
                        + help("行", " rows"))
            }
        }
    }
}
