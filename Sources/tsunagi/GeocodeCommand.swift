internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct GeocodeCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "geocode",
        abstract: help("表の住所から、町名と位置を求めます。", "Finds town and point of the addresses in a table."),
        usage: "tsunagi geocode <file> --gazetteer <file> [options]",
        discussion: help(
            """
            CSV か Excel の表を読み、元の列のうしろに、都道府県、市区町村、町名、
            緯度・経度などの列を加えて書きます。行の順は変わりません。通信はしません。
            --output がなければ、標準出力に CSV を書きます。

            例：
              tsunagi geocode 名簿.csv --gazetteer 地名.gazetteer \\
                --output 名簿_位置.csv
            """,
            """
            Reads a CSV or a workbook and writes it again with prefecture, municipality,
            town, latitude and longitude behind its own columns. Rows keep their order.
            Nothing goes over the network. Without --output, a CSV goes to standard
            output.

            Example:
              tsunagi geocode list.csv --gazetteer towns.gazetteer \\
                --output located.csv
            """))

    @Argument(help: argumentHelp("表のファイル（- は標準入力）", "the table (- for standard input)", valueName: "file"))
    var file: String

    @Option(
        help: argumentHelp(
            "住所の列の見出しか番号。分かれているときは順に繰り返す", "title or number of the address column; repeat for parts in order",
            valueName: "title"))
    var column: [String] = []

    @Option(help: argumentHelp("シート名（既定は最初のシート）", "sheet of a workbook", valueName: "name"))
    var sheet: String?

    @Option(
        help: argumentHelp(
            "地名の表（繰り返せる。先のものが優先）", "gazetteer or list (repeatable, the preferred one first)",
            valueName: "file"))
    var gazetteer: [String] = []

    @Option(help: argumentHelp("測地系の変換に使う格子のフォルダ", "folder with grids for the change of datum", valueName: "folder"))
    var grids: String?

    @Option(
        help: argumentHelp(
            "市区町村名のない住所がある市の、5桁のコード", "five-digit code of the city that addresses are in", valueName: "code"))
    var municipality: String?

    @Option(
        help: argumentHelp(
            "書き出すファイル（.csv か .xlsx。既定は標準出力）", "file to write, .csv or .xlsx (standard output otherwise)",
            valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if file.isEmpty || output == "" || gazetteer.contains("") {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
        if gazetteer.isEmpty {
            throw ValidationError(
                help("--gazetteer で地名の表を指定してください", "name a gazetteer with --gazetteer"))
        }
        if let municipality, municipality.utf8.count != 5 || UInt32(municipality) == nil {
            throw ValidationError(
                help("--municipality は5桁の数字です：\(municipality)", "--municipality has five digits: \(municipality)"))
        }
        if shared.json, output == nil {
            throw ValidationError(
                help("--json には --output が必要です", "--json needs --output"))
        }
    }

    func perform() throws -> ExitStatus {
        let progress = ProgressReporter(options: shared)
        defer { progress.finish() }
        Interruption.watch()
        progress.report(.began(.geocode))
        let outcome = try Geocoding(
            input: file, sheet: sheet, columns: column, gazetteers: gazetteer.map { URL(filePath: $0) },
            grids: grids.map { URL(filePath: $0) }, municipality: municipality,
            output: output.map { URL(filePath: $0) }, replaces: force, dataFolder: try shared.dataFolder(),
            isCancelled: { Interruption.isRequested }
        ).run()
        progress.finish()
        for line in FindingSummary(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        show(outcome)
        return outcome.hasErrors ? .doneWithErrors : .done
    }

    private func show(_ outcome: Geocoding.Outcome) {
        if shared.json {
            var members: [String: JSONLine.Value] = [
                "event": .text("done"), "rows": .integer(outcome.rowCount), "blank": .integer(outcome.blankCount),
                "ambiguous": .integer(outcome.ambiguousCount), "findings": .integer(outcome.findings.count),
            ]
            if let output { members["output"] = .text(output) }
            for level in Place.Level.allCases {
                members["level_\(level.rawValue)"] = .integer(outcome.counts[level] ?? 0)
            }
            Output.line(JSONLine(members).text)
        } else if !shared.quiet {
            Output.error(summary(outcome))
        }
    }

    /// 619件：地番・住居番号 0、街区 0、町 610、市区町村 8、都道府県 0、不明 1、空欄 0。候補が分かれたもの 3
    private func summary(_ outcome: Geocoding.Outcome) -> String {
        let counts = Place.Level.allCases.reversed().map { level in
            "\(label(level)) \(outcome.counts[level] ?? 0)"
        }
        let separator = help("、", ", ")
        return help("\(outcome.rowCount)件：", "\(outcome.rowCount) rows: ")
            + (counts + [help("空欄 \(outcome.blankCount)", "blank \(outcome.blankCount)")]).joined(separator: separator)
            + help(
                "。候補が分かれたもの \(outcome.ambiguousCount)", "; with alternatives \(outcome.ambiguousCount)")
    }

    private func label(_ level: Place.Level) -> String {
        switch level {
        case .lot: help("地番・住居番号", "lot")
        case .block: help("街区", "block")
        case .town: help("町", "town")
        case .municipality: help("市区町村", "municipality")
        case .prefecture: help("都道府県", "prefecture")
        case .nothing: help("不明", "not found")
        }
    }
}
