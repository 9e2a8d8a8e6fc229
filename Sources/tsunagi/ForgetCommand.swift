internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct ForgetCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: help(
            "一つの団体か連絡先を、出力と判定から消します。", "Takes an organisation out of outputs and decisions."),
        usage: "tsunagi forget <id> --wave <folder> --out <folder> [options]",
        discussion: help(
            """
            次に run しても戻らないように、照合値（ハッシュ）だけを decisions.csv に
            残します。調査のファイルは変えません。市が別に対応してください。
            途中で止まったときは、同じコマンドをもう一度実行すると続きを行います。

            例：
              tsunagi forget oab2cd3ef4gh5 --wave r7 --wave r6 --out out/r7 --out out/r6
              tsunagi forget oab2cd3ef4gh5 --wave r7 --out out/r7 --dry-run
            """,
            """
            Only hashes stay, in decisions.csv, so that no later run brings it back.
            Files of the survey are not changed: the city has to deal with them.
            When it was interrupted, the same command goes on from there.

            Examples:
              tsunagi forget oab2cd3ef4gh5 --wave r7 --wave r6 --out out/r7 --out out/r6
              tsunagi forget oab2cd3ef4gh5 --wave r7 --out out/r7 --dry-run --lang en
            """))

    @Argument(help: argumentHelp("団体ID", "id of an organisation", valueName: "id"))
    var id: String

    @Option(
        help: argumentHelp(
            "調査フォルダ（繰り返し可）", "wave folder (can be repeated)", valueName: "folder"))
    var wave: [String] = []

    @Option(
        help: argumentHelp(
            "出力フォルダ（繰り返し可。先頭は --wave の回）", "output folder (can be repeated; the first of the wave)",
            valueName: "folder"))
    var out: [String] = []

    @Flag(help: argumentHelp("連絡先（代表者・担当者・電話・メール）だけを消す", "only representative, contact person, telephone, e-mail"))
    var contactsOnly = false

    @Flag(help: argumentHelp("何も書かず、することだけを示す", "write nothing; tell what would be done"))
    var dryRun = false

    @Option(
        help: argumentHelp("したことの記録（CSV。団体名は書きません）", "record of what was done (CSV, no name in it)", valueName: "file"))
    var record: String?

    @Flag(help: argumentHelp("記録のファイルがあれば置き換える", "replace the record if it is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if id.isEmpty { throw ValidationError(help("団体IDが空です", "the id is empty")) }
        if wave.isEmpty { throw ValidationError(help("--wave に調査フォルダを示してください", "name the wave folder with --wave")) }
        if out.isEmpty { throw ValidationError(help("--out に出力フォルダを示してください", "name the output folder with --out")) }
        if (wave + out + [record ?? "-"]).contains("") {
            throw ValidationError(help("フォルダ名が空です", "the name of a folder is empty"))
        }
    }

    func perform() throws -> ExitStatus {
        guard let today = Today.inJapan() else { throw ValidationError("clock") }
        let outcome = try Forgetting(
            ForgettingOptions(
                organizationID: id, isOfContactsOnly: contactsOnly, waveFolders: wave.map { URL(filePath: $0) },
                outputFolders: out.map { URL(filePath: $0) }, isDryRun: dryRun,
                tables: DataTables(try shared.dataFolder()), today: today,
                record: record.map { URL(filePath: $0) }, replacesRecord: force)
        ).run()
        for warning in outcome.warnings {
            Output.error(Severity.warning.label(in: shared.lang) + " " + warning.message(in: shared.lang))
        }
        if shared.json { Output.line(JSONLine(members(outcome)).text) } else { lines(outcome).forEach(Output.line) }
        return .done
    }

    private func members(_ outcome: ForgettingOutcome) -> [String: JSONLine.Value] {
        [
            "event": .text("done"), "already": .integer(outcome.isForgottenAlready ? 1 : 0),
            "outputs": .integer(outcome.outputs.count), "register_rows": .integer(outcome.registerRows),
            "files_changed": .integer(outcome.outputs.reduce(0) { $0 + $1.changedFiles.count }),
            "files_removed": .integer(outcome.outputs.reduce(0) { $0 + $1.removedFiles.count }),
            "decisions_removed": .integer(outcome.decisions.reduce(0) { $0 + $1.removedRows }),
            "decisions_added": .integer(outcome.decisions.reduce(0) { $0 + $1.addedRows }),
            "input_rows": .integer(outcome.inputRows.count), "mentions": .integer(outcome.mentions.count),
        ]
    }

    // MARK: For people

    private func lines(_ outcome: ForgettingOutcome) -> [String] {
        if outcome.isForgottenAlready {
            return [help("すでに忘れています。することはありません。", "It is forgotten already; there is nothing to do.")]
        }
        var lines = outcome.decisions.map { change in
            help(
                "\(change.file.path)：\(change.removedRows) 行を除き、照合値 \(change.addedRows) 行を加え\(ending)",
                "\(change.file.path): \(change.removedRows) rows \(passive) taken out, \(change.addedRows) rows of hashes added"
            )
        }
        for change in outcome.outputs { lines += self.lines(change) }
        lines += places(
            outcome.inputRows, help("調査のファイルには残っています（市が対応してください）：", "The files of the survey still hold it: "))
        lines += places(
            outcome.mentions, help("ほかの団体の行に、名称が書かれています：", "Rows of other organisations name it: "))
        lines.append(
            outcome.isDryRun
                ? help("何も書いていません（--dry-run）。", "Nothing was written (--dry-run).")
                : help("tsunagi run で、報告書と数を作り直してください。", "Run tsunagi run to make the report and the figures anew."))
        return lines
    }

    private func lines(_ change: ForgettingOutcome.OutputChange) -> [String] {
        let files = change.changedFiles.joined(separator: ", ")
        let removed = change.removedFiles.joined(separator: ", ")
        var lines = [
            help(
                "\(change.folder.path)：台帳の \(change.registerRows) 行を消し\(ending)",
                "\(change.folder.path): \(change.registerRows) rows of the register \(passive) taken out")
        ]
        if !files.isEmpty {
            lines.append(help("  その行を除いた表：\(files)", "  tables without its rows: \(files)"))
        }
        if !removed.isEmpty {
            lines.append(help("  消したファイル：\(removed)", "  files removed: \(removed)"))
        }
        return lines
    }

    private var ending: String { dryRun ? "ます" : "ました" }
    private var passive: String { dryRun ? "would be" : "were" }

    private func places(_ locations: [CellLocation], _ title: String) -> [String] {
        guard !locations.isEmpty else { return [] }
        return [title] + locations.map { "  " + $0.description(in: shared.lang) }
    }
}
