internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct TabulateCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "tabulate",
        abstract: help("調査の回答を集計し、設問どうしを掛け合わせます。", "Counts the answers of a wave, and crosses questions."),
        usage: "tsunagi tabulate <wave> [--by <question>]… [options]",
        discussion: help(
            """
            --by を付けなければ、出力フォルダの tabulation.csv と同じ表です。付ければ、
            その設問の選択肢ごとに、ほかの設問を集計します。表は標準出力か --output に
            書きます。ほかには何も書きません。

            例：
              tsunagi tabulate Data/demo/r6 --by 1-1 --output 種類別.csv
            """,
            """
            Without --by the table is that of tabulation.csv. With it, the other questions
            are counted for each option of that one. The table goes to standard output or
            --output; nothing else is written.

            Example:
              tsunagi tabulate Data/demo/r6 --by 1-1 --output by_type.csv
            """))

    @Argument(help: argumentHelp("調査フォルダ（wave.yaml のある所）", "wave folder (where wave.yaml is)", valueName: "wave"))
    var wave: String

    @Option(
        help: argumentHelp("掛け合わせる設問の id（繰り返せる）", "id of a question to cross with (repeatable)", valueName: "question"))
    var by: [String] = []

    @Option(help: argumentHelp("書き出すファイル（既定は標準出力）", "file to write (standard output otherwise)", valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @Option(help: argumentHelp("追加の地名辞書（繰り返し可）", "a further gazetteer (can be repeated)", valueName: "file"))
    var gazetteer: [String] = []

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if wave.isEmpty { throw ValidationError(help("フォルダ名が空です", "the name of a folder is empty")) }
        if output == "" { throw ValidationError(help("ファイル名が空です", "the name of a file is empty")) }
        if shared.json, output == nil {
            throw ValidationError(help("--json には --output が必要です", "--json needs --output"))
        }
    }

    func perform() throws -> ExitStatus {
        let progress = ProgressReporter(options: shared)
        Interruption.watch()
        let options = try shared.runOptions(wave: wave, out: "", gazetteers: gazetteer, progress: progress)
        defer { progress.finish() }
        let outcome = try Tabulating(
            options, by: by, output: output.map { URL(filePath: $0) }, replaces: force
        ).run()
        progress.finish()
        for line in FindingSummary(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        if shared.json {
            Output.line(
                JSONLine([
                    "event": .text("done"), "rows": .integer(outcome.rowCount), "output": .text(output ?? ""),
                    "findings": .integer(outcome.findings.count),
                ]).text)
        }
        return outcome.hasErrors ? .doneWithErrors : .done
    }
}
