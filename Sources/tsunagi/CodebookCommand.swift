internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Pipeline

struct CodebookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codebook",
        abstract: help("調査票の説明（codebook.yaml）を作ります。", "Makes a codebook."),
        usage: "tsunagi codebook <command> …",
        discussion: help(
            """
            例：
              tsunagi codebook import 調査票.xlsx --output codebook.yaml
            """,
            """
            Example:
              tsunagi codebook import form.xlsx --output codebook.yaml
            """),
        subcommands: [CodebookImportCommand.self])
}

struct CodebookImportCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: help("XLSForm から codebook.yaml の下書きを作ります。", "Drafts a codebook from an XLSForm."),
        usage: "tsunagi codebook import <form> [options]",
        discussion: help(
            """
            XLSForm は、ODK や KoboToolbox の調査票（survey、choices、settings の
            シートがあるブック）です。--output がなければ、標準出力に書きます。

            例：
              tsunagi codebook import 調査票.xlsx --output codebook.yaml
              tsunagi codebook import 調査票.xlsx --label-language ja
            """,
            """
            An XLSForm is a questionnaire of ODK or KoboToolbox: a workbook with the
            sheets survey, choices and settings. Without --output, the codebook goes
            to standard output.

            Examples:
              tsunagi codebook import form.xlsx --output codebook.yaml
              tsunagi codebook import form.xlsx --label-language ja
            """))

    @Argument(help: argumentHelp("XLSForm のファイル（.xlsx）", "the XLSForm (.xlsx)", valueName: "form"))
    var form: String

    @Option(help: argumentHelp("書き出すファイル（既定は標準出力）", "file to write (standard output otherwise)", valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @Option(
        help: argumentHelp(
            "使うラベルの言語（例：ja。既定は日本語の列）", "language of the labels to take (for example ja)", valueName: "language"))
    var labelLanguage: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard !form.isEmpty, output != "" else {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
    }

    func perform() throws -> ExitStatus {
        let outcome = try CodebookImport(
            form: URL(filePath: form), output: output.map { URL(filePath: $0) }, replaces: force,
            labelLanguage: labelLanguage, dataFolder: try shared.dataFolder(), language: shared.lang
        ).run()
        for finding in outcome.findings { show(finding) }
        show(outcome)
        return outcome.hasErrors ? .doneWithErrors : .done
    }

    /// There is no findings.csv to look them up in, so each is shown.
    private func show(_ finding: Finding) {
        Output.error("\(finding.severity.label(in: shared.lang)) \(finding.problem.message(in: shared.lang))")
        if shared.json { Output.line(JSONLine(finding, language: shared.lang).text) }
    }

    private func show(_ outcome: CodebookImport.Outcome) {
        if shared.json {
            var members: [String: JSONLine.Value] = [
                "event": .text("done"), "questions": .integer(outcome.questionCount),
                "findings": .integer(outcome.findings.count),
            ]
            if let output { members["output"] = .text(output) } else { members["codebook"] = .text(outcome.codebook) }
            Output.line(JSONLine(members).text)
        } else if let output {
            Output.line(
                help("設問 \(outcome.questionCount)：\(output)", "\(outcome.questionCount) questions: \(output)"))
        } else {
            Output.write(outcome.codebook, to: STDOUT_FILENO)
        }
    }
}
