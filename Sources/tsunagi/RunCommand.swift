internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct RunCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: help(
            "調査を、ファイルから声掛け候補まで処理します。", "Takes a wave, or the waves of a folder, to a shortlist."),
        usage: "tsunagi run <wave> --out <folder> [options]",
        discussion: help(
            """
            調査フォルダには wave.yaml、codebook.yaml と調査のファイルを置きます。
            出力はすべて書けたときだけ入れ替わります。途中で止めても前回の出力は残ります。
            調査フォルダの並ぶフォルダなら、すべてを処理します（出力は <folder>/名前）。

            例：
              tsunagi run Data/demo/r6 --out out/r6
              tsunagi run Data/demo/r7 --out out/r7 --previous out/r6
              tsunagi run 調査 --out 結果 --jobs 4
            """,
            """
            The wave folder holds wave.yaml, codebook.yaml and the files of the survey.
            The output is replaced as a whole or not at all.
            Given a folder of wave folders, it runs them all, into <folder>/NAME each.

            Examples:
              tsunagi run Data/demo/r6 --out out/r6
              tsunagi run Data/demo/r7 --out out/r7 --previous out/r6
              tsunagi run surveys --out results --jobs 4
            """))

    @Argument(
        help:
            argumentHelp(
                "調査フォルダ（wave.yaml のある所）か、並ぶフォルダ",
                "wave folder (where wave.yaml is), or a folder of them", valueName: "wave"))
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

    @Option(
        help: argumentHelp(
            "フォルダの調査を同時に処理する数（既定は CPU の数）", "waves of a folder at the same time (default: processors)",
            valueName: "N"))
    var jobs: Int?

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
        guard jobs.map({ $0 >= 1 }) != false else {
            throw ValidationError(help("--jobs は 1 以上です", "--jobs takes 1 or more"))
        }
        guard !wave.isEmpty, !out.isEmpty else {
            throw ValidationError(help("フォルダ名が空です", "the name of a folder is empty"))
        }
    }

    func perform() throws -> ExitStatus {
        if BatchRun.isBatch(URL(filePath: wave)) { return try performBatch() }
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

    private func performBatch() throws -> ExitStatus {
        guard previous == nil else {
            throw ValidationError(
                help(
                    "調査フォルダの並ぶフォルダに --previous は使えません。それぞれの wave.yaml に previous を書いてください",
                    "--previous is for a single wave; state previous in the wave.yaml of each"))
        }
        Interruption.count()
        let reporter = BatchReporter(options: shared)
        return reporter.conclude(
            try BatchRun(
                BatchOptions(
                    folder: URL(filePath: wave), outputFolder: URL(filePath: out),
                    jobs: jobs ?? BatchOptions.usualJobs, arguments: try argumentsOfEach(), language: shared.lang,
                    progress: { reporter.report($0) }, interruptions: { Interruption.requestCount })
            ).run())
    }

    /// All that was said for the whole folder, for the run of one wave.
    private func argumentsOfEach() throws -> [String] {
        var arguments = gazetteer.map { "--gazetteer=\($0)" }
        func add(_ name: String, _ value: String?) { if let value { arguments.append("--\(name)=\(value)") } }
        add("grids", grids)
        add("model", model)
        add("size", size.map { "\($0)" })
        add("preset", preset?.rawValue)
        add("time-limit", timeLimit.map { "\($0)" })
        add("data", try shared.dataFolder().path)
        add("lang", shared.lang.rawValue)
        add("log-level", shared.logLevel.rawValue)
        return arguments + ["--json"]
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
                    "errors": .integer(outcome.findings.count { $0.severity == .error }),
                    "warnings": .integer(outcome.findings.count { $0.severity == .warning }),
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
