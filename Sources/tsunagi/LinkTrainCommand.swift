internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct LinkTrainCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: help("大きな名簿から、名寄せの重みを学びます。", "Learns the weights of linking from large lists."),
        usage: "tsunagi link train <a> [<b>] --output <file> [options]",
        discussion: help(
            """
            二つの名簿（一つなら、その中の重複）から、名称・連絡先・代表者などの一致が
            どれだけの証拠になるかを推定し（EM アルゴリズム）、JSON に書きます。
            tsunagi link の --model で使います。正解は要りません。同じ団体が二千組ほど
            ない名簿からは、確かな重みは学べません。その時は元の重みを使います。

            例：
              tsunagi link train 名簿.csv 別の名簿.csv --output 重み.json
              tsunagi link 名簿.csv 別の名簿.csv --model 重み.json --output 組.csv
            """,
            """
            Estimates from two lists (or the doubles of one) how much evidence it is that
            names, contacts, representatives … agree, by the EM algorithm, and writes it
            as JSON, for --model of tsunagi link. Nobody has to say which pairs are right.
            Lists that share fewer than about 2,000 organisations can't teach: the weights
            that the program comes with are surer then.

            Example:
              tsunagi link train list.csv other.csv --output weights.json
              tsunagi link list.csv other.csv --model weights.json --output pairs.csv
            """))

    @Argument(help: argumentHelp("名簿（CSV か Excel）", "a list (CSV or workbook)", valueName: "a"))
    var first: String

    @Argument(help: argumentHelp("もう一つの名簿", "the other list", valueName: "b"))
    var second: String?

    @OptionGroup var columns: LinkColumns

    @Option(help: argumentHelp("書き出すファイル（JSON）", "file to write (JSON)", valueName: "file"))
    var output: String

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if first.isEmpty || second == "" || output.isEmpty {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
    }

    func perform() throws -> ExitStatus {
        let outcome = try LinkModelTraining(
            first: URL(filePath: first), second: second.map { URL(filePath: $0) }, titles: try columns.titles(),
            output: URL(filePath: output), replaces: force, dataFolder: try shared.dataFolder()
        ).run()
        for line in FindingList(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        show(outcome)
        return outcome.hasErrors ? .doneWithErrors : .done
    }

    private func show(_ outcome: LinkModelTraining.Outcome) {
        let expected = Int(outcome.expectedPairs)
        if shared.json {
            for finding in outcome.findings { Output.line(JSONLine(finding, language: shared.lang).text) }
            Output.line(
                JSONLine([
                    "event": .text("done"), "output": .text(output), "candidates": .integer(outcome.candidateCount),
                    "expected_pairs": .integer(expected), "rounds": .integer(outcome.rounds),
                    "findings": .integer(outcome.findings.count),
                ]).text)
        } else if !shared.quiet {
            let end =
                outcome.isConverged
                ? help("\(outcome.rounds) 回で落ち着きました", "settled after \(outcome.rounds) rounds")
                : help("\(outcome.rounds) 回で打ち切りました", "stopped after \(outcome.rounds) rounds")
            Output.error(
                help(
                    "比べた組 \(outcome.candidateCount)、同じ団体と見込まれる組 \(expected)。\(end)",
                    "compared \(outcome.candidateCount) pairs, \(expected) of them expected to be one organisation; \(end)"
                ))
        }
    }
}
