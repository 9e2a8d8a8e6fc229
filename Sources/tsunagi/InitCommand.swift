internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct InitCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: help(
            "はじめて見る調査フォルダから、wave.yaml と codebook.yaml の下書きを作ります。",
            "Drafts wave.yaml and codebook.yaml for files it has never seen."),
        usage: "tsunagi init <folder> [options]",
        discussion: help(
            """
            推定したことには、下書きの中に根拠を書きます。確かめることは標準出力に並べます。
            調査のファイルは書き換えません。下書きがすでにあるときは --force が要ります。

            例：
              tsunagi init chousa-r8
              tsunagi init chousa-r8 --like chousa-r7
            """,
            """
            Every guess stands in the draft with what it rests on; what to check is listed on
            standard output. Files of the survey are never changed.

            Examples:
              tsunagi init survey-r8
              tsunagi init survey-r8 --like survey-r7
            """))

    @Argument(help: argumentHelp("調査のファイルがあるフォルダ", "folder with the files of the survey", valueName: "folder"))
    var folder: String

    @Option(help: argumentHelp("下書きを置くフォルダ（既定は同じ所）", "where the drafts go (the same folder)", valueName: "folder"))
    var out: String?

    @Option(help: argumentHelp("前回の調査フォルダ（設問の番号を引き継ぐ）", "folder of an earlier wave, whose ids stay", valueName: "wave"))
    var like: String?

    @Flag(help: argumentHelp("下書きがあっても書き換える", "overwrite drafts that are there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if [folder, out, like].contains("") {
            throw ValidationError(help("フォルダ名が空です", "the name of a folder is empty"))
        }
    }

    func perform() throws -> ExitStatus {
        let draft = try Drafting(
            Drafting.Options(
                folder: URL(filePath: folder), outputFolder: out.map { URL(filePath: $0) },
                earlierFolder: like.map { URL(filePath: $0) }, dataFolder: try shared.dataFolder(), overwrites: force,
                language: shared.lang)
        ).run()
        if shared.json { showEvents(draft) } else { show(draft) }
        return .done
    }

    private func show(_ draft: DraftOutcome) {
        for source in draft.sources { Output.line(line(source)) }
        for sentence in draft.unused { Output.line(sentence) }
        Output.line(help("設問 \(draft.questionCount)", "\(draft.questionCount) questions"))
        if !draft.doubts.isEmpty {
            Output.line("")
            Output.line(help("確かめること（迷ったものから）：", "To be checked, the most doubtful first:"))
        }
        for doubt in draft.doubts {
            Output.line(
                help(
                    "  \(doubt.file) \(doubt.line)行　\(doubt.text)", "  \(doubt.file) line \(doubt.line): \(doubt.text)")
            )
        }
        Output.line("")
        Output.line(help("次に：", "Next: ") + "tsunagi check \(out ?? folder)")
    }

    private func line(_ source: DraftOutcome.Source) -> String {
        let sheet = source.sheet.map { help("［\($0)］", " [\($0)]") } ?? ""
        let header =
            source.headerRows == 2
            ? help(
                "見出し\(source.headerRow)・\(source.headerRow + 1)行目",
                "header in rows \(source.headerRow) and \(source.headerRow + 1)")
            : help("見出し\(source.headerRow)行目", "header in row \(source.headerRow)")
        let rows = help("\(source.rows)行", "\(source.rows) rows") + (source.isWhole ? "" : help("以上", " or more"))
        let questions = source.questions > 0 ? [help("設問\(source.questions)", "\(source.questions) questions")] : []
        let parts =
            [source.role.label(in: shared.lang), header] + (source.encoding.map { [$0] } ?? []) + [rows] + questions
        return "\(source.file)\(sheet) " + parts.joined(separator: help("、", ", "))
    }

    private func showEvents(_ draft: DraftOutcome) {
        for source in draft.sources {
            Output.line(
                JSONLine([
                    "event": .text("source"), "file": .text(source.file), "sheet": .text(source.sheet ?? ""),
                    "role": .text(source.role.rawValue), "header_row": .integer(source.headerRow),
                    "header_rows": .integer(source.headerRows), "records": .integer(source.rows),
                    "questions": .integer(source.questions),
                ]).text)
        }
        for doubt in draft.doubts {
            Output.line(
                JSONLine([
                    "event": .text("doubt"), "file": .text(doubt.file), "row": .integer(doubt.line),
                    "message": .text(doubt.text), "weight": .integer(doubt.weight),
                ]).text)
        }
        Output.line(JSONLine(["event": .text("done"), "questions": .integer(draft.questionCount)]).text)
    }
}
