internal import ArgumentParser
internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Pipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: help("出力の根拠を示します。", "Tells what an output rests on."),
        usage: "tsunagi explain <command> …",
        discussion: help(
            """
            例：
              tsunagi explain link oab2cd3ef4gh5 oij6kl7mn2op3 --out out/r6
            """,
            """
            Example:
              tsunagi explain link oab2cd3ef4gh5 oij6kl7mn2op3 --out out/r6
            """),
        subcommands: [ExplainLinkCommand.self])
}

struct ExplainLinkCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: help("なぜ同じ団体、または別の団体としたかを示します。", "Tells why records are one organisation, or two."),
        usage: "tsunagi explain link <id> [<id>] --out <folder> [options]",
        discussion: help(
            """
            名称、連絡先、代表者などの比較が、それぞれ何ビットを足し引きしたかを示します。
            プラスは同じ団体、マイナスは別の団体のしるしで、1増えると見込みが2倍になります。
            団体IDが一つなら、その団体の行をまとめた根拠を示します。

            例：
              tsunagi explain link oab2cd3ef4gh5 oij6kl7mn2op3 --out out/r6
            """,
            """
            Shows what each comparison (name, contact, representative …) adds in bits:
            plus for one organisation, minus for two; one bit more doubles the odds.
            With one id, shows what holds the records of that organisation together.

            Example:
              tsunagi explain link oab2cd3ef4gh5 oij6kl7mn2op3 --out out/r6
            """))

    @Argument(help: argumentHelp("団体ID", "id of an organisation", valueName: "id"))
    var first: String

    @Argument(help: argumentHelp("もう一つの団体ID", "id of another one", valueName: "id"))
    var second: String?

    @Option(help: argumentHelp("tsunagi run の出力フォルダ", "output folder of tsunagi run", valueName: "folder"))
    var out: String

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if first.isEmpty || second == "" {
            throw ValidationError(help("団体IDが空です", "an id is empty"))
        }
        if out.isEmpty { throw ValidationError(help("フォルダ名が空です", "the name of a folder is empty")) }
    }

    func perform() throws -> ExitStatus {
        let outcome = try LinkExplaining(
            outputFolder: URL(filePath: out), organizationIDs: (first, second ?? first)
        ).run()
        if shared.json {
            for pair in outcome.pairs { Output.line(JSONLine(PairReport(pair, language: shared.lang).members).text) }
            Output.line(JSONLine(["event": .text("done"), "pairs": .integer(outcome.pairs.count)]).text)
        } else {
            for line in lines(of: outcome) { Output.line(line) }
        }
        return .done
    }

    private func lines(of outcome: LinkExplaining.Outcome) -> [String] {
        let isOne = second == nil || second == first
        guard !outcome.pairs.isEmpty else {
            return [
                isOne
                    ? help(
                        "「\(outcome.names.0)」の行は、ほかの行と結び付いていません。",
                        "No record of \"\(outcome.names.0)\" was weighed against another of it.")
                    : help(
                        "「\(outcome.names.0)」と「\(outcome.names.1)」は比べていません。連絡先に同じものがなく、名称も似ていません。",
                        "\"\(outcome.names.0)\" and \"\(outcome.names.1)\" were not compared: they share no contact, and "
                            + "their names have little in common.")
            ]
        }
        let shown = isOne ? outcome.pairs : Array(outcome.pairs.prefix(Self.shownPairs))
        var lines: [String] = []
        for pair in shown { lines += PairReport(pair, language: shared.lang).lines + [""] }
        let rest = outcome.pairs.count - shown.count
        if rest > 0 { lines.append(help("ほかに \(rest) 組", "and \(rest) more pairs")) } else { lines.removeLast() }
        return lines
    }

    /// Of two organisations the pairs that speak for one most; all are in the register.
    private static let shownPairs = 3
}

/// A weighed pair, for the terminal or for programs.
struct PairReport {
    let pair: LinkExplaining.Pair
    let language: Language

    init(_ pair: LinkExplaining.Pair, language: Language) {
        self.pair = pair
        self.language = language
    }

    var lines: [String] {
        [line(pair.a), line(pair.b)]
            + pair.weights.map { "  \(Self.bits($0.bits))  \($0.words(in: language))" }
            + ["  " + String(repeating: "─", count: 6), "  \(Self.bits(pair.total))  \(verdict)"]
    }

    var members: [String: JSONLine.Value] {
        var members: [String: JSONLine.Value] = [
            "event": .text("pair"), "organization_id_a": .text(pair.a.organizationID),
            "organization_id_b": .text(pair.b.organizationID), "name_a": .text(pair.a.name),
            "name_b": .text(pair.b.name), "place_a": .text(pair.a.location.description(in: language)),
            "place_b": .text(pair.b.location.description(in: language)), "probability": .number(pair.probability),
            "outcome": .text(pair.outcome.rawValue), "weight_bits": .number(pair.total),
        ]
        for weight in pair.weights {
            members["bits_\(weight.comparison.rawValue)"] = .number(weight.bits)
            members["agreement_\(weight.comparison.rawValue)"] = .text(weight.agreement.rawValue)
        }
        return members
    }

    private func line(_ side: LinkExplaining.Pair.Side) -> String {
        let place = side.location.description(in: language)
        return "\(side.name)" + help("（\(place)、\(side.organizationID)）", " (\(place), \(side.organizationID))")
    }

    private var verdict: String {
        let tenths = Int((pair.probability * 1000).rounded(.down))
        let share = "\(tenths / 10).\(tenths % 10)%"
        let word =
            switch pair.outcome {
            case .linked: help("同じ団体とした", "taken for one")
            case .review: help("人が確かめる", "for a person to look at")
            case .apart: help("別の団体とした", "taken for two")
            }
        let others = pair.isShared ? help("（ほかの候補と分け合う）", " (shared with other candidates)") : ""
        return help(
            "合計：同じ団体の確率 \(share)\(others)　\(word)",
            "together: probability of one organisation \(share)\(others), \(word)")
    }

    /// Right-aligned, to a tenth of a bit.
    private static func bits(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let text = "\(tenths < 0 ? "−" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
        return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }
}
