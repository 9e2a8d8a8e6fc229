internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct ShortlistCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "shortlist",
        abstract: help("空白を最も補う団体の組合せを選びます。", "Chooses the organisations that close most of the gaps."),
        usage: """
            tsunagi shortlist --cells <file> --organizations <file>
              --pairs <file> -k <number> [options]
            """,
        discussion: help(
            """
            空白（cell, weight）、団体（org, accept_p, cost …）、その組（org, cell,
            quality）の三つの表から、k 団体までの組合せを選び、それが最善とどれだけ
            違いうるかとともに書きます。設定した重みのもとで空白を最も補う組合せです。
            団体の評価・順位ではなく、補助・委託の判断に使いません。

            例：
              tsunagi shortlist --cells 空白.csv --organizations 団体.csv \\
                --pairs 組.csv -k 18 --at-least type=NPO法人:2
            """,
            """
            From three tables – gaps (cell, weight), organisations (org, accept_p, cost …)
            and pairs of both (org, cell, quality) – chooses up to k organisations, and
            says how far they can be from the best choice at most. It is the combination
            that closes most under the given weights, no judgement of organisations, and
            not for decisions on grants or contracts.

            Example:
              tsunagi shortlist --cells cells.csv --organizations orgs.csv \\
                --pairs pairs.csv -k 18 --at-least type=NPO:2
            """))

    @Option(help: argumentHelp("空白の表", "table of the gaps", valueName: "file"))
    var cells: String

    @Option(help: argumentHelp("団体の表", "table of the organisations", valueName: "file"))
    var organizations: String

    @Option(help: argumentHelp("団体と空白の組の表", "table of who can fill what", valueName: "file"))
    var pairs: String

    @Option(
        name: [.customShort("k"), .customLong("size")],
        help: argumentHelp("選ぶ団体の数（上限）", "how many are chosen at most", valueName: "number"))
    var size: Int

    @Option(
        help: argumentHelp(
            "参加する見込み。0〜1の数か、列の見出し（既定は列 accept_p、なければ1）",
            "chance of joining: a number from 0 to 1 or a column (accept_p, or 1)", valueName: "0…1|title"))
    var acceptance: String?

    @Option(help: argumentHelp("費用（列 cost）の合計の上限", "what costs (column cost) may add up to", valueName: "number"))
    var budget: Double?

    @Option(help: argumentHelp("必ず選ぶ団体（繰り返せる）", "an organisation that has to be in (repeatable)", valueName: "id"))
    var must: [String] = []

    @Option(help: argumentHelp("選ばない団体（繰り返せる）", "an organisation that stays out (repeatable)", valueName: "id"))
    var mustNot: [String] = []

    @Option(
        help: argumentHelp(
            "列の値で、少なくとも何団体選ぶか（繰り返せる）",
            "how many with a value in a column are chosen at least (repeatable)", valueName: "title=value:number"))
    var atLeast: [String] = []

    @Option(
        help: argumentHelp(
            "列の値で、多くて何団体選ぶか（繰り返せる）", "the same, at most (repeatable)", valueName: "title=value:number"))
    var atMost: [String] = []

    @Option(
        help: argumentHelp(
            "greedy 速い方法だけ、exact 時間をかけて証明する（既定は数秒まで）",
            "greedy: the fast way alone; exact: a proof, however long (usually some seconds)",
            valueName: "greedy|exact"))
    var method: SearchMethod?

    @Option(
        help: argumentHelp(
            "証明にかける時間の上限（秒）",
            "limit of time; when it is over, what doesn't depend on the clock is written", valueName: "seconds"))
    var timeLimit: Double?

    @Flag(help: argumentHelp("団体の数ごとに、補える量とその上限を書く", "write what shorter lists are worth, and their bounds"))
    var curve = false

    @Option(help: argumentHelp("書き出すファイル（既定は標準出力）", "file to write (standard output otherwise)", valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if [cells, organizations, pairs].contains("") || output == "" {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
        guard size >= 1 else {
            throw ValidationError(help("-k は1以上の数です：\(size)", "-k is at least 1: \(size)"))
        }
        if let budget, !(budget >= 0 && budget.isFinite) {
            throw ValidationError(help("--budget は0以上の数です：\(budget)", "--budget is at least 0: \(budget)"))
        }
        if let timeLimit, !(timeLimit > 0 && timeLimit < 1e7) {
            throw ValidationError(
                help("--time-limit は正の秒数です：\(timeLimit)", "--time-limit is a positive number: \(timeLimit)"))
        }
        _ = try chance()
        _ = try bounds(atLeast, "--at-least")
        _ = try bounds(atMost, "--at-most")
    }

    private func chance() throws -> Shortlisting.Acceptance {
        guard let acceptance else { return .usual }
        guard let number = Double(acceptance) else { return .column(acceptance) }
        guard (0...1).contains(number) else {
            throw ValidationError(
                help("--acceptance は0から1の数か列の見出しです：\(acceptance)", "--acceptance is 0 to 1 or a title: \(acceptance)"))
        }
        return .number(number)
    }

    private func bounds(_ texts: [String], _ option: String) throws -> [Shortlisting.GroupBound] {
        try texts.map { text in
            guard let equals = text.firstIndex(of: "="), let colon = text.lastIndex(of: ":"), equals < colon,
                let count = Int(text[text.index(after: colon)...]), count >= 0, equals > text.startIndex
            else {
                throw ValidationError(
                    help("\(option) は 見出し=値:数 です：\(text)", "\(option) is TITLE=VALUE:NUMBER: \(text)"))
            }
            return Shortlisting.GroupBound(
                column: String(text[..<equals]), value: String(text[text.index(after: equals)..<colon]), count: count)
        }
    }

    func perform() throws -> ExitStatus {
        var request = Shortlisting(
            cells: URL(filePath: cells), organizations: URL(filePath: organizations), pairs: URL(filePath: pairs),
            size: size)
        request.acceptance = try chance()
        request.budget = budget
        (request.must, request.mustNot) = (must, mustNot)
        request.atLeast = try bounds(atLeast, "--at-least")
        request.atMost = try bounds(atMost, "--at-most")
        request.method = method.flatMap { Shortlisting.Method(rawValue: $0.rawValue) }
        request.timeLimit = timeLimit
        (request.isCurve, request.isDocument) = (curve, shared.json)
        (request.output, request.replaces) = (output.map { URL(filePath: $0) }, force)
        let outcome = try request.run()
        for line in FindingList(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        if !shared.quiet { show(outcome) }
        return outcome.hasErrors ? .doneWithErrors : .done
    }

    private func show(_ outcome: Shortlisting.Outcome) {
        let gap = Self.text(outcome.gapPercent, decimals: 4)
        let (value, bound) = (Self.text(outcome.objective, decimals: 2), Self.text(outcome.upperBound, decimals: 2))
        Output.error(
            help(
                "候補 \(outcome.pickCount)、補う量 \(value)（上限 \(bound)、最善との差は多くて \(gap)%）、方法 \(outcome.method)",
                "\(outcome.pickCount) chosen, closing \(value) (bound \(bound), gap at most \(gap) %), by \(outcome.method)"
            ))
        if outcome.tieCount > 0 {
            Output.error(
                help(
                    "同じだけ補う団体がほかにもある候補 \(outcome.tieCount)（表で先の団体を選びました）",
                    "\(outcome.tieCount) have others that would do as well (the first in the table was taken)"))
        }
        for (constraint, price) in outcome.prices {
            let price = Self.text(price, decimals: 2)
            Output.error(
                help("条件 \(constraint) がなければ \(price) 多く補えます", "without \(constraint), \(price) more would be closed"))
        }
        if outcome.isCutByTime {
            Output.error(
                help(
                    "時間の上限に達しました。時計によらない、それまでの結果です。",
                    "The time limit struck; this is what was found before, which doesn't depend on the clock."))
        }
        Output.error(Shortlisting.caveat)
        if shared.lang == .english {
            Output.error(
                "This is the combination that closes most of the gaps under the given weights. It is no judgement or "
                    + "ranking of organisations, and not for decisions on grants or contracts.")
        }
    }

    /// With so many decimals at most.
    private static func text(_ number: Double, decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (number * scale).rounded() / scale
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }
}

/// The methods of ``Shortlisting``, as arguments.
enum SearchMethod: String, CaseIterable, ExpressibleByArgument {
    case greedy, exact
}
