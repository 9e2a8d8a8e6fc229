internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct RunCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: help("一つの調査回を、ファイルから声掛け候補まで処理します。", "Takes one wave from its files to a shortlist."),
        usage: "tsunagi run <wave> --out <folder> [options]",
        discussion: help(
            """
            調査フォルダには wave.yaml、codebook.yaml と調査のファイルを置きます。
            出力はすべて書けたときだけ入れ替わります。途中で止めても前回の出力は残ります。

            例：
              tsunagi run Data/demo/r6 --out out/r6
              tsunagi run Data/demo/r7 --out out/r7 --previous out/r6
            """,
            """
            The wave folder holds wave.yaml, codebook.yaml and the files of the survey.
            The output is replaced as a whole or not at all.

            Examples:
              tsunagi run Data/demo/r6 --out out/r6
              tsunagi run Data/demo/r7 --out out/r7 --previous out/r6
            """))

    @Argument(help: argumentHelp("調査フォルダ（wave.yaml のある所）", "wave folder (where wave.yaml is)", valueName: "wave"))
    var wave: String

    @Option(help: argumentHelp("出力フォルダ", "output folder", valueName: "folder"))
    var out: String

    @Option(help: argumentHelp("前回調査の出力フォルダ", "output folder of the previous wave", valueName: "folder"))
    var previous: String?

    @Option(help: argumentHelp("追加の地名辞書（繰り返し可）", "a further gazetteer (can be repeated)", valueName: "file"))
    var gazetteer: [String] = []

    @Option(help: argumentHelp("測地系の変換に使う格子のフォルダ", "folder with grids for the change of datum", valueName: "folder"))
    var grids: String?

    @Option(
        help: argumentHelp(
            "名寄せの重み（tsunagi link train が書いたもの）", "weights for linking (of tsunagi link train)", valueName: "file"))
    var model: String?

    @Option(
        name: [.customShort("k"), .customLong("size")],
        help: argumentHelp("声掛け候補の数（wave.yaml より優先）", "size of the shortlist (before wave.yaml)", valueName: "K"))
    var size: Int?

    @Option(
        help: argumentHelp(
            "声掛け候補の重み付け（「手薄も補う」など）", "weighting of the shortlist (such as thin)",
            valueName: "name"), transform: Self.preset)
    var preset: ShortlistPreset?

    @Option(help: argumentHelp("声掛け候補の最適化の秒数の上限", "limit on the seconds of the shortlist's proof", valueName: "s"))
    var timeLimit: Double?

    @OptionGroup var shared: SharedOptions

    private static func preset(_ text: String) throws -> ShortlistPreset {
        if let preset = ShortlistPreset(written: text) { return preset }
        let known = ShortlistPreset.allCases.map { "\($0.label)（\($0.rawValue)）" }.joined(separator: "、")
        throw ValidationError(help("--preset「\(text)」はありません：\(known)", "no --preset \(text): \(known)"))
    }

    func validate() throws {
        guard size.map((1...1000).contains) != false else {
            throw ValidationError(help("-k は 1〜1000 です", "-k takes 1 to 1000"))
        }
        guard timeLimit.map({ $0 > 0 && $0.isFinite }) != false else {
            throw ValidationError(help("--time-limit は 0 より大きい秒数です", "--time-limit takes seconds above 0"))
        }
        guard !wave.isEmpty, !out.isEmpty else {
            throw ValidationError(help("フォルダ名が空です", "the name of a folder is empty"))
        }
    }

    func perform() throws -> ExitStatus {
        let progress = ProgressReporter(options: shared)
        Interruption.watch()
        var options = try shared.runOptions(
            wave: wave, out: out, previous: previous, gazetteers: gazetteer, grids: grids, linkModel: model,
            progress: progress)
        (options.shortlistSize, options.preset, options.timeLimit) = (size, preset, timeLimit)
        defer { progress.finish() }
        let outcome = try Run(options).run()
        progress.finish()
        for line in FindingSummary(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        show(outcome)
        return outcome.hasErrors ? .doneWithErrors : .done
    }

    private func show(_ outcome: RunOutcome) {
        if shared.json {
            Output.line(
                JSONLine([
                    "event": .text("done"), "output": .text(outcome.outputFolder.path),
                    "report": .text(outcome.report.path), "organizations": .integer(outcome.organizationCount),
                    "asked": .integer(outcome.askedCount), "answered": .integer(outcome.answeredCount),
                    "members": .integer(outcome.memberCount), "picks": .integer(outcome.pickCount),
                    "findings": .integer(outcome.findings.count),
                ]).text)
            return
        }
        Output.line(
            help(
                "団体 \(outcome.organizationCount)（調査対象 \(outcome.askedCount)、回答 \(outcome.answeredCount)、"
                    + "PF参加 \(outcome.memberCount)）、声掛け候補 \(outcome.pickCount)",
                "\(outcome.organizationCount) organisations (\(outcome.askedCount) asked, \(outcome.answeredCount) "
                    + "answered, \(outcome.memberCount) members), \(outcome.pickCount) on the shortlist"))
        Output.line(help("報告書：", "report: ") + outcome.report.path)
    }
}

extension SharedOptions {
    func runOptions(
        wave: String, out: String, previous: String? = nil, gazetteers: [String] = [], grids: String? = nil,
        linkModel: String? = nil,
        progress: ProgressReporter
    ) throws -> RunOptions {
        guard let today = Today.inJapan() else { throw ValidationError("clock") }
        var folder = URL(filePath: wave)
        // Pointing at the file itself is what many try first.
        if folder.lastPathComponent == "wave.yaml" { folder = folder.deletingLastPathComponent() }
        return RunOptions(
            waveFolder: folder, outputFolder: URL(filePath: out),
            previousFolder: previous.map { URL(filePath: $0) }, gazetteers: gazetteers.map { URL(filePath: $0) },
            grids: grids.map { URL(filePath: $0) }, linkModel: linkModel.map { URL(filePath: $0) },
            tables: DataTables(try dataFolder()), language: lang, version: Version.text, today: today,
            progress: { progress.report($0) }, isCancelled: { Interruption.isRequested })
    }
}
