internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct ClassifyCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: help("自由記述を活動内容に分類します。", "Codes free texts to themes."),
        usage: "tsunagi classify <file> --column <title> [options]",
        discussion: help(
            """
            表（CSV・Excel）の一つの列の文章を、活動内容（--support-types なら活動の種類）に
            分類し、根拠の言葉とともに、元の列の後ろに加えて書きます。はっきりしないものは
            分類せず、候補を二つまで示します。

            例：
              tsunagi classify 回答.csv --column その他の内容 --output 分類.csv
            """,
            """
            Codes the texts of one column of a table to themes (or, with --support-types,
            to types of support) and writes the table with the codes and the words they
            rest on. What isn't clear is left open, with two guesses at most.

            Example:
              tsunagi classify answers.csv --column other --output coded.csv
            """))

    @Argument(
        help: argumentHelp("表（CSV か Excel、- は標準入力）", "a table (CSV, workbook, - for standard input)", valueName: "file")
    )
    var file: String

    @Option(help: argumentHelp("文章のある列の見出し", "title of the column with the texts", valueName: "title"))
    var column: String

    @Option(help: argumentHelp("Excel のシート", "sheet of a workbook", valueName: "sheet"))
    var sheet: String?

    @Flag(help: argumentHelp("活動の種類に分類する", "code to types of support"))
    var supportTypes = false

    @Option(help: argumentHelp("書き出すファイル（既定は標準出力）", "file to write (standard output otherwise)", valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if file.isEmpty || output == "" {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
        if column.isEmpty { throw ValidationError(help("列の見出しが空です", "the title of the column is empty")) }
        if shared.json, output == nil {
            throw ValidationError(help("--json には --output が必要です", "--json needs --output"))
        }
    }

    func perform() throws -> ExitStatus {
        let outcome = try Classifying(
            input: file, sheet: sheet, column: column, subject: supportTypes ? .supportTypes : .themes,
            output: output.map { URL(filePath: $0) }, replaces: force, dataFolder: try shared.dataFolder()
        ).run()
        for line in FindingList(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        if shared.json {
            Output.line(
                JSONLine([
                    "event": .text("done"), "rows": .integer(outcome.rowCount),
                    "assigned": .integer(outcome.assignedCount), "review": .integer(outcome.reviewCount),
                    "output": .text(output ?? ""), "findings": .integer(outcome.findings.count),
                ]).text)
        } else if !shared.quiet {
            Output.error(
                help(
                    "\(outcome.rowCount)行：分類した \(outcome.assignedCount)、確かめる \(outcome.reviewCount)",
                    "\(outcome.rowCount) rows: \(outcome.assignedCount) coded, \(outcome.reviewCount) to look at"))
        }
        return outcome.hasErrors ? .doneWithErrors : .done
    }
}
