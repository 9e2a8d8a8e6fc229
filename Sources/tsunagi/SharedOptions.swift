internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Logging
internal import Model
internal import Pipeline

/// Options that every command has.
struct SharedOptions: ParsableArguments {
    @Option(help: argumentHelp("付属データ（Data）のフォルダ", "folder of the data files (Data)", valueName: "folder"))
    var data: String?

    @Option(help: argumentHelp("メッセージの言語", "language of the messages", valueName: "ja|en"))
    var lang: Language = .japanese

    @Flag(name: .shortAndLong, help: argumentHelp("進み具合を表示しない", "show no progress"))
    var quiet = false

    @Flag(help: argumentHelp("経過と結果をJSONで標準出力に書く", "write events and results as JSON lines to standard output"))
    var json = false

    @Option(
        help: argumentHelp(
            "標準エラーに書く記録の細かさ", "level of the log on standard error", valueName: "level"))
    var logLevel: LogLevel = .warning

    /// - Throws: a mistake in the arguments when the data files are not found.
    func dataFolder() throws -> URL {
        if let data { return URL(filePath: data) }
        if let found = DataFolder.find() { return found }
        throw StageError(.dataMissing, at: CellLocation(file: "Data"), found: DataFolder.probe)
    }
}

/// The levels of the log, as arguments.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
    case trace, debug, info, notice, warning, error, critical

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .warning }
}

/// The data files: beside the program, where a package installs them, or in the checkout that built it.
enum DataFolder {
    static let probe = "taxonomy/themes.csv"

    static func find() -> URL? {
        var folder = executable().deletingLastPathComponent()
        var candidates = [folder.appending(path: "../share/tsunagi/Data")]
        for _ in 0..<6 {
            candidates.append(folder.appending(path: "Data"))
            folder = folder.deletingLastPathComponent()
        }
        return candidates.map(\.standardized).first {
            FileManager.default.fileExists(atPath: $0.appending(path: probe).path)
        }
    }

    private static func executable() -> URL {
        URL(filePath: ProgramFile.path).resolvingSymlinksInPath()
    }
}

/// Today in Japan, for what is written into `decisions.csv`.
enum Today {
    static func inJapan() -> CivilDate? {
        let seconds = Int(time(nil)) + 9 * 3600
        return CivilDate(daysSince1970: seconds / 86_400)
    }
}
