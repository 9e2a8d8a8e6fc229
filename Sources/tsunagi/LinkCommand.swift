internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

/// `tsunagi link A B` and `tsunagi link train A B`.
struct LinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: LinkPairsCommand.configuration.abstract,
        usage: LinkPairsCommand.configuration.usage,
        discussion: LinkPairsCommand.configuration.discussion,
        subcommands: [LinkPairsCommand.self, LinkTrainCommand.self],
        defaultSubcommand: LinkPairsCommand.self)

    /// With the name of the usual subcommand, which nobody writes, so that its help is the help of `link`.
    static func completed(_ arguments: [String]) -> [String] {
        let words = configuration.subcommands.compactMap { $0.configuration.commandName }
        let name = configuration.commandName ?? ""
        for start in [[name], ["help", name]] where arguments.starts(with: start) {
            let rest = arguments.dropFirst(start.count)
            return words.contains(rest.first ?? "") ? arguments : start + [LinkPairsCommand.name] + rest
        }
        return arguments
    }

    /// How messages name the usual subcommand.
    static func shortened(_ message: String) -> String {
        message.replacing("tsunagi link \(LinkPairsCommand.name)", with: "tsunagi link")
    }
}

/// Which columns of a list hold what, for the commands that read lists of organisations.
struct LinkColumns: ParsableArguments {
    @Option(help: argumentHelp("列の見出し（繰り返せる）", "title of a column (repeatable)", valueName: "field=title"))
    var column: [String] = []

    func validate() throws { _ = try titles() }

    func titles() throws -> [String: String] {
        var titles: [String: String] = [:]
        for option in column {
            let parts = option.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, Linking.fields.contains(parts[0]), titles[parts[0]] == nil else {
                let fields = Linking.fields.joined(separator: ", ")
                throw ValidationError(
                    help("--column は 項目=見出し です（\(fields)）：\(option)", "--column is FIELD=TITLE (\(fields)): \(option)"))
            }
            titles[parts[0]] = parts[1]
        }
        return titles
    }
}

struct LinkPairsCommand: StatusCommand {
    static let name = "pairs"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: help("二つの名簿の同じ団体を結び付けます。", "Links the organisations of two lists."),
        usage: "tsunagi link <a> [<b>] [options]",
        discussion: help(
            """
            名称、電話、メール、所在地、代表者、法人番号を比べ、同じ団体らしい組を、
            確からしさと、その内訳（ビット）とともに CSV に書きます。名簿が一つなら、
            その中の重複を探します。見出しが違う列は --column name=団体名 のように
            示します（id、name、postal、address、tel、email、representative、
            corporate_number）。

            例：
              tsunagi link 名簿.csv 回答.csv --output 組.csv

            数千行より大きな名簿どうしなら、重みを学べます：tsunagi link train --help
            """,
            """
            Compares names, telephone, mail, address, representative and corporate number,
            and writes the pairs that may be one organisation as a CSV, with probability
            and what each comparison says in bits. With one list, looks for doubles in it.
            A column that is called otherwise is named as --column name=TITLE (id, name,
            postal, address, tel, email, representative, corporate_number).

            Example:
              tsunagi link list.csv answers.csv --output pairs.csv

            Weights can be learned from large lists: tsunagi link train --help
            """),
        shouldDisplay: false)

    @Argument(help: argumentHelp("名簿（CSV か Excel）", "a list (CSV or workbook)", valueName: "a"))
    var first: String

    @Argument(help: argumentHelp("もう一つの名簿", "the other list", valueName: "b"))
    var second: String?

    @OptionGroup var columns: LinkColumns

    @Option(
        help: argumentHelp("重みのファイル（link train が書いたもの）", "weights that link train wrote", valueName: "file"))
    var model: String?

    @Option(help: argumentHelp("書き出す組の、最も低い確からしさ", "lowest probability that is written", valueName: "0…1"))
    var least = 0.05

    @Option(help: argumentHelp("書き出すファイル（既定は標準出力）", "file to write (standard output otherwise)", valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @Flag(
        help: argumentHelp("どちらの名簿にもない団体の数を推定する", "estimate how many organisations are on neither list"))
    var neither = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if first.isEmpty || second == "" || output == "" || model == "" {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
        guard (0...1).contains(least) else {
            throw ValidationError(help("--least は0から1の数です：\(least)", "--least is a number from 0 to 1: \(least)"))
        }
        if neither, second == nil {
            throw ValidationError(help("--neither には名簿が二つ必要です", "--neither needs two lists"))
        }
        if shared.json, output == nil {
            throw ValidationError(help("--json には --output が必要です", "--json needs --output"))
        }
    }

    func perform() throws -> ExitStatus {
        let outcome = try Linking(
            first: URL(filePath: first), second: second.map { URL(filePath: $0) }, titles: try columns.titles(),
            model: model.map { URL(filePath: $0) }, least: least, output: output.map { URL(filePath: $0) },
            replaces: force, dataFolder: try shared.dataFolder()
        ).run()
        for line in FindingList(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        show(outcome)
        return outcome.hasErrors ? .doneWithErrors : .done
    }

    private static func lines(of estimate: UnseenEstimate) -> [String] {
        func whole(_ number: Double) -> Int { Int(number.rounded()) }
        let (low, high) = (whole(estimate.interval.lowerBound), whole(estimate.interval.upperBound))
        let warnings = estimate.warnings.map { warning in
            switch warning {
            case .nothingShared:
                help("両方にある団体がないので、この数はあてになりません。", "Nothing is on both lists: the figure says nothing.")
            case .fewShared:
                help("両方にある団体が少ないので、実際はずっと多いかもしれません。", "So few are on both that there may be many more.")
            case .shortLists:
                help("名簿が短いので、少なめに出ます。", "The lists are so short that the figure is too small.")
            }
        }
        return [
            help(
                "どちらかの名簿にある団体 \(estimate.seen)、どちらにもない団体の推定 \(whole(estimate.unseen))（95%の幅 \(low)〜\(high)）",
                "on either list \(estimate.seen), estimated on neither \(whole(estimate.unseen)) (95 %: \(low) to \(high))"
            ),
            help(
                "注意：二つの名簿が無関係に作られたときだけの推定です。一方をもとに他方を作った名簿や、載りやすい団体が同じ名簿では、少なく出ます。",
                "Holds only for lists that were made independently. Where one was made from the other, or the same "
                    + "organisations are likely to be on both, it is too small."),
        ] + warnings
    }

    private func show(_ outcome: Linking.Outcome) {
        if shared.json {
            var members: [String: JSONLine.Value] = [
                "event": .text("done"), "candidates": .integer(outcome.candidateCount),
                "pairs": .integer(outcome.pairCount), "links": .integer(outcome.linkCount),
                "findings": .integer(outcome.findings.count),
            ]
            if neither, let estimate = outcome.onNeither {
                members["on_neither"] = .number(estimate.unseen)
                members["on_neither_low"] = .number(estimate.interval.lowerBound)
                members["on_neither_high"] = .number(estimate.interval.upperBound)
                members["on_neither_warnings"] = .text(estimate.warnings.map(\.rawValue).joined(separator: ";"))
            }
            if let output { members["output"] = .text(output) }
            Output.line(JSONLine(members).text)
        } else if !shared.quiet {
            Output.error(
                help(
                    "比べた組 \(outcome.candidateCount)、書き出した組 \(outcome.pairCount)、うち同じ団体 \(outcome.linkCount)（確からしさ0.5以上）",
                    "compared \(outcome.candidateCount) pairs, wrote \(outcome.pairCount), of them links (.5 and more) \(outcome.linkCount)"
                ))
            if neither, let estimate = outcome.onNeither {
                for line in Self.lines(of: estimate) { Output.error(line) }
            }
        }
    }
}
