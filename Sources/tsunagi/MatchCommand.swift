internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Pipeline

struct MatchCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: help("困りごとの分野から、相談先になる団体を探します。", "Finds organisations to turn to, from what is needed."),
        usage: "tsunagi match <out> --theme <theme> [--theme <theme>]… [options]",
        discussion: help(
            """
            tsunagi run の出力フォルダ（または台帳）を読み、求める活動内容・活動の種類・
            地域に合う団体を、わけと足りないものとともに示します。参加団体が先です。
            活動内容が二つ以上なら、合わせてすべてを担う、なるべく少ない団体の組を
            示します。どこにも何も書かず、求めたことも残しません。

            候補を考えるためのもので、団体の評価・順位ではありません。個別の事案は、
            市の支援会議などで扱ってください。

            例：
              tsunagi match out/r6 --theme こども --support 居場所づくり \\
                --area 北区
              tsunagi match out/r6 --theme 高齢者 --theme ひきこもり \\
                --theme 生活困窮
            """,
            """
            Reads the output folder of tsunagi run (or its register) and shows who does what
            is asked for, with reasons and what is missing, members first. Several themes
            give a small team that covers all of them. Nothing is written anywhere, and what
            was asked for is not kept.

            These are proposals, no judgement or ranking of organisations. Individual cases
            belong to the city's case meeting.

            Example:
              tsunagi match out/r6 --theme こども --support 居場所づくり --area 北区
              tsunagi match out/r6 --theme 高齢者 --theme ひきこもり --theme 生活困窮
            """))

    @Argument(
        help: argumentHelp(
            "tsunagi run の出力フォルダ、または register.sqlite", "output folder of tsunagi run, or its register",
            valueName: "out"))
    var out: String

    @Option(help: argumentHelp("活動内容（名称か id。繰り返すと組を探す）", "theme, by label or id (several ask for a team)"))
    var theme: [String] = []

    @Option(help: argumentHelp("活動の種類（名称か id。繰り返すと、どれも）", "kind of support, by label or id (repeatable: all of them)"))
    var support: [String] = []

    @Option(help: argumentHelp("地域（名称かコード。繰り返すと、どれも）", "area, by name or code (repeatable: all of them)"))
    var area: [String] = []

    @Option(help: argumentHelp("近い順に並べる起点の町名（番地は書かない）", "town that is near, without a lot", valueName: "town"))
    var near: String?

    @Option(
        help: argumentHelp(
            "町の位置に使う地名の表（繰り返せる）", "gazetteer or list for the towns (repeatable)", valueName: "file"))
    var gazetteer: [String] = []

    @Option(help: argumentHelp("一覧に載せる団体の数", "how many a list holds"))
    var limit = 10

    @Flag(help: argumentHelp("CSV を標準出力に書く", "write a CSV to standard output"))
    var csv = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if out.isEmpty || gazetteer.contains("") {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
        if theme.isEmpty {
            throw ValidationError(help("--theme で活動内容を示してください", "name a theme with --theme"))
        }
        if (theme + support + area + [near].compactMap(\.self)).contains(where: { $0.allSatisfy(\.isWhitespace) }) {
            throw ValidationError(help("求めるものが空です", "something asked for is empty"))
        }
        if theme.count > Matching.mostThemes {
            throw ValidationError(
                help("--theme は \(Matching.mostThemes) までです", "there are \(Matching.mostThemes) --theme at most"))
        }
        guard limit >= 1 else {
            throw ValidationError(help("--limit は1以上の数です：\(limit)", "--limit is at least 1: \(limit)"))
        }
        if csv, shared.json {
            throw ValidationError(help("--csv と --json は一緒に使えません", "--csv and --json can't stand together"))
        }
        if near == nil, !gazetteer.isEmpty {
            throw ValidationError(help("--gazetteer は --near とともに使います", "--gazetteer goes with --near"))
        }
    }

    func perform() throws -> ExitStatus {
        var matching = Matching(output: URL(filePath: out), themes: theme, dataFolder: try shared.dataFolder())
        (matching.supportTypes, matching.areas, matching.near) = (support, area, near)
        matching.gazetteers = gazetteer.map { URL(filePath: $0) }
        (matching.limit, matching.language) = (limit, shared.lang)
        let outcome = try matching.run()
        for line in FindingSummary(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        if csv || shared.json {
            if !shared.quiet { for line in outcome.head + outcome.foot where !line.isEmpty { Output.error(line) } }
            if shared.json { Output.line(outcome.json) } else { Output.write(outcome.csv, to: STDOUT_FILENO) }
        } else {
            for line in outcome.head + [""] + outcome.body + outcome.foot { Output.line(line) }
        }
        return outcome.hasErrors ? .doneWithErrors : .done
    }
}
