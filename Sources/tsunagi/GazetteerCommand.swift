internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer",
        abstract: help("住所の一覧から、地名辞典を作ります。", "Makes gazetteers of lists of addresses."),
        usage: "tsunagi gazetteer <command> …",
        discussion: help(
            """
            例：
              tsunagi gazetteer import 住所の一覧.zip \\
                --output 地名.gazetteer
              tsunagi gazetteer info 地名.gazetteer
            """,
            """
            Examples:
              tsunagi gazetteer import addresses.zip \\
                --output towns.gazetteer
              tsunagi gazetteer info towns.gazetteer
            """),
        subcommands: [GazetteerImportCommand.self, GazetteerInfoCommand.self])
}

struct GazetteerImportCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: help("住所の一覧を、一つの地名辞典にまとめます。", "Puts lists of addresses together into a gazetteer."),
        usage: "tsunagi gazetteer import <list> … --output <file> [options]",
        discussion: help(
            """
            位置参照情報、アドレス・ベース・レジストリ、Geolonia 住所データ、自分の表
            （CSV・Excel）を読みます。zip と gz は、そのまま渡せます。先に書いた一覧の
            書き方と位置を使います。

            例：
              tsunagi gazetteer import 住所の一覧.zip \\
                --output 地名.gazetteer
              tsunagi gazetteer import 町名.csv --epsg 4301 --grids grids \\
                --output 町名.gazetteer
            """,
            """
            Reads the lists of MLIT, of the Address Base Registry and of Geolonia, and
            tables of one's own (CSV, Excel), zip and gz as they come. Of two lists with
            one town, the first names and places it.

            Examples:
              tsunagi gazetteer import addresses.zip \\
                --output towns.gazetteer
              tsunagi gazetteer import towns.csv --epsg 4301 --grids grids \\
                --output towns.gazetteer
            """))

    @Argument(help: argumentHelp("住所の一覧（繰り返し可。先のものを優先）", "lists, the preferred ones first", valueName: "list"))
    var lists: [String]

    @Option(help: argumentHelp("書き出すファイル（NAME.gazetteer）", "file to write (NAME.gazetteer)", valueName: "file"))
    var output: String

    @Option(
        help: argumentHelp("測地系の変換に使う格子ファイルのフォルダ", "folder with grids for the change of datum", valueName: "folder"))
    var grids: String?

    @Option(
        help: argumentHelp(
            "自分の表の座標の EPSG コード（既定は 6668）", "EPSG code of points in a list of one's own (6668)", valueName: "code"))
    var epsg: Int?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard !lists.contains(""), !output.isEmpty, grids != "" else {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
    }

    func perform() throws -> ExitStatus {
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = try GazetteerImporting(
            lists: lists.map { URL(filePath: $0) }, output: URL(filePath: output), replaces: force,
            grids: grids.map { URL(filePath: $0) }, epsg: epsg, dataFolder: try shared.dataFolder()
        ).run()
        let seconds = (clock.now - start) / .seconds(1)
        for line in FindingList(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        let report = GazetteerReport(summary: outcome.summary)
        if shared.json {
            for finding in outcome.findings { Output.line(JSONLine(finding, language: shared.lang).text) }
            for event in report.sourceEvents { Output.line(event) }
            var members = report.members
            members["event"] = .text("done")
            members["output"] = .text(output)
            members["seconds"] = .number(seconds)
            members["findings"] = .integer(outcome.findings.count)
            Output.line(JSONLine(members).text)
        } else {
            for line in report.lines(seconds: seconds) { Output.line(line) }
        }
        return outcome.hasErrors ? .doneWithErrors : .done
    }
}

struct GazetteerInfoCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: help("地名辞典に何が入っているかを示します。", "Tells what is in a gazetteer."),
        usage: "tsunagi gazetteer info <file> … [options]",
        discussion: help(
            """
            ファイルが壊れていないかも確かめます。

            例：
              tsunagi gazetteer info 地名.gazetteer
            """,
            """
            Also says whether the file is as it was written.

            Example:
              tsunagi gazetteer info towns.gazetteer
            """))

    @Argument(help: argumentHelp("地名辞典（繰り返し可）", "gazetteers", valueName: "file"))
    var files: [String]

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if files.contains("") { throw ValidationError(help("ファイル名が空です", "the name of a file is empty")) }
    }

    func perform() throws -> ExitStatus {
        let summaries = try GazetteerInspection(files: files.map { URL(filePath: $0) }).run()
        for (index, summary) in summaries.enumerated() {
            let report = GazetteerReport(summary: summary)
            if shared.json {
                var members = report.members
                members["event"] = .text("gazetteer")
                members["file"] = .text(summary.file)
                for event in [JSONLine(members).text] + report.sourceEvents { Output.line(event) }
            } else {
                if index > 0 { Output.line("") }
                for line in report.lines() { Output.line(line) }
            }
        }
        if shared.json {
            Output.line(JSONLine(["event": .text("done"), "files": .integer(summaries.count)]).text)
        }
        return .done
    }
}
