internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct AccessCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "access",
        abstract: help("人のいる所から、支援がどれだけ届くかを測ります。", "Measures how well people reach what providers offer."),
        usage: "tsunagi access --demand <a> --supply <b> --catchment <m> [options]",
        discussion: help(
            """
            人（id, x, y, pop）と、支援の場所（id, x, y, cap）の表を読み、人の表の順に、
            半径の中の指標を CSV に書きます。座標はメートル（平面直角座標など）です。
            見出しが違う列は --demand-column pop=人口 のように示します。

            指標：e2sfca、bfca、count（数）、supply（定員の合計）、
            nearest（最も近い所までの距離。nearest:3 は3番目に近い所）
            重み：gaussian:1000、step:600=1,1200=0.68、gravity:2,100、
            logistic:1000,400

            例：
              tsunagi access --demand 町丁.csv --supply 団体.csv \\
                --catchment 2000 --weights gaussian:1000 --output 届き方.csv
            """,
            """
            Reads people (id, x, y, pop) and providers (id, x, y, cap) and writes, in the
            order of the people, measures of what lies within the radius. Coordinates are
            metres on a plane. A column that is called otherwise is named as
            --demand-column pop=TITLE.

            Measures: e2sfca, bfca, count, supply (capacity), nearest (metres to the
            nearest provider; nearest:3 to the third nearest)
            Weights: gaussian:1000, step:600=1,1200=0.68, gravity:2,100,
            logistic:1000,400

            Example:
              tsunagi access --demand blocks.csv --supply providers.csv \\
                --catchment 2000 --weights gaussian:1000 --output reach.csv
            """))

    @Option(
        help: argumentHelp(
            "人の表（CSV か Excel、- は標準入力）", "people (CSV, workbook, - for standard input)", valueName: "file"))
    var demand: String

    @Option(
        help: argumentHelp("支援の場所の表（同じく）", "providers (CSV, workbook, - for standard input)", valueName: "file"))
    var supply: String

    @Option(help: argumentHelp("半径（メートル）。ちょうどの距離も入る", "radius in metres; exactly on it counts", valueName: "m"))
    var catchment: Double

    @Option(
        help: argumentHelp(
            "距離の重み（既定は、σ が半径の半分の gaussian）", "weights of distances (a gaussian of half the radius otherwise)",
            valueName: "weights"))
    var weights: String?

    @Option(
        help: argumentHelp("指標（コンマで区切る）", "measures, separated by commas", valueName: "measures"))
    var measures = AccessMeasuring.usualMeasures

    @Option(
        help: argumentHelp(
            "足りないとみなす下限（e2sfca=0.02。繰り返せる）", "floor that people fall short of, e2sfca=0.02 (repeatable)",
            valueName: "measure=value"))
    var floor: [String] = []

    @Option(
        help: argumentHelp(
            "人の表の列（id、x、y、pop。繰り返せる）", "column of the people: id, x, y, pop (repeatable)", valueName: "field=title"))
    var demandColumn: [String] = []

    @Option(
        help: argumentHelp(
            "場所の表の列（id、x、y、cap。繰り返せる）", "column of the providers: id, x, y, cap (repeatable)",
            valueName: "field=title"))
    var supplyColumn: [String] = []

    @Option(help: argumentHelp("書き出すファイル（既定は標準出力）", "file to write (standard output otherwise)", valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if demand.isEmpty || supply.isEmpty || output == "" {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
        if shared.json, output == nil {
            throw ValidationError(help("--json には --output が必要です", "--json needs --output"))
        }
        _ = try Self.titles(demandColumn, "--demand-column", AccessMeasuring.demandFields)
        _ = try Self.titles(supplyColumn, "--supply-column", AccessMeasuring.supplyFields)
    }

    private static func titles(_ given: [String], _ option: String, _ fields: [String]) throws -> [String: String] {
        var titles: [String: String] = [:]
        for text in given {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, fields.contains(parts[0]), titles[parts[0]] == nil else {
                let fields = fields.joined(separator: ", ")
                throw ValidationError(
                    help("\(option) は 項目=見出し です（\(fields)）：\(text)", "\(option) is FIELD=TITLE (\(fields)): \(text)"))
            }
            titles[parts[0]] = parts[1]
        }
        return titles
    }

    func perform() throws -> ExitStatus {
        Interruption.watch()
        let outcome = try AccessMeasuring(
            demand: demand, supply: supply,
            demandTitles: try Self.titles(demandColumn, "--demand-column", AccessMeasuring.demandFields),
            supplyTitles: try Self.titles(supplyColumn, "--supply-column", AccessMeasuring.supplyFields),
            catchment: catchment, weights: weights, measures: measures, floors: floor,
            output: output.map { URL(filePath: $0) }, replaces: force, isCancelled: { Interruption.isRequested }
        ).run()
        for line in FindingList(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        let report = AccessReport(outcome)
        if shared.json {
            Output.line(JSONLine(report.members(output: output ?? "")).text)
        } else if !shared.quiet {
            for line in report.lines { Output.error(line) }
        }
        return outcome.hasErrors ? .doneWithErrors : .done
    }
}

/// What was measured as a whole, for the terminal or for programs.
struct AccessReport {
    private let outcome: AccessOutcome

    init(_ outcome: AccessOutcome) { self.outcome = outcome }

    func members(output: String) -> [String: JSONLine.Value] {
        var members: [String: JSONLine.Value] = [
            "event": .text("done"), "output": .text(output), "rows": .integer(outcome.rowCount),
            "rows_unused": .integer(outcome.unusedRowCount), "providers": .integer(outcome.providerCount),
            "providers_unused": .integer(outcome.unusedProviderCount), "people": .number(outcome.people),
            "people_reached": .number(outcome.reachedPeople), "capacity": .number(outcome.capacity),
            "findings": .integer(outcome.findings.count),
        ]
        if let capacity = outcome.reachedCapacity { members["capacity_reached"] = .number(capacity) }
        if let capacity = outcome.distributedCapacity { members["capacity_distributed"] = .number(capacity) }
        if let weights = outcome.weights { members["weights"] = .text(weights) }
        for spread in outcome.spreads {
            let title = spread.measure.title
            if let gini = spread.gini { members["gini_\(title)"] = .number(gini) }
            // A measure has one floor as a rule; of several, the last one.
            for shortfall in spread.shortfalls {
                members["floor_\(title)"] = .number(shortfall.floor)
                members["fgt0_\(title)"] = .number(shortfall.share)
                members["fgt1_\(title)"] = .number(shortfall.depth)
            }
        }
        return members
    }

    var lines: [String] {
        var lines = [
            help("人の表 \(outcome.rowCount.grouped)行", "\(outcome.rowCount.grouped) rows of people")
                + unused(outcome.unusedRowCount)
                + help("、場所 \(outcome.providerCount.grouped)", ", \(outcome.providerCount.grouped) providers")
                + unused(outcome.unusedProviderCount)
                + (outcome.weights.map { help("、重み \($0)", ", weights \($0)") } ?? ""),
            help(
                "半径の中に一つでもある人 \(Self.percent(outcome.reachedPeople, of: outcome.people))",
                "people with a provider within the radius: \(Self.percent(outcome.reachedPeople, of: outcome.people))"),
        ]
        if let reached = outcome.reachedCapacity {
            let distributed = outcome.distributedCapacity.map {
                help("、人に配られた分（ΣP·A）\(Self.amount($0))", ", handed out (ΣP·A) \(Self.amount($0))")
            }
            lines.append(
                help(
                    "定員 \(Self.amount(outcome.capacity))、うちだれかに届くもの \(Self.amount(reached))",
                    "capacity \(Self.amount(outcome.capacity)), of it in anybody's reach \(Self.amount(reached))")
                    + (distributed ?? ""))
        }
        return lines + outcome.spreads.flatMap(Self.lines)
    }

    private func unused(_ count: Int) -> String {
        count == 0 ? "" : help("（ほかに使えない行 \(count.grouped)）", " (not usable: \(count.grouped))")
    }

    private static func lines(_ spread: AccessOutcome.Spread) -> [String] {
        let title = spread.measure.title
        let gini = spread.gini.map { help("\(title)：ジニ係数 \(decimals($0))", "\(title): Gini \(decimals($0))") }
        return [gini].compactMap { $0 }
            + spread.shortfalls.map {
                help(
                    "\(title)：\($0.floor) に届かない人（FGT0）\(percent($0.share, of: 1))、不足の深さ（FGT1）\(percent($0.depth, of: 1))",
                    "\(title): people below \($0.floor) (FGT0) \(percent($0.share, of: 1)), depth (FGT1) "
                        + "\(percent($0.depth, of: 1))")
            }
    }

    /// `12.3%`
    private static func percent(_ part: Double, of whole: Double) -> String {
        guard whole > 0 else { return "–" }
        let tenths = Int((part / whole * 1000).rounded())
        return "\(tenths / 10).\(tenths % 10)%"
    }

    /// Three digits behind the point.
    private static func decimals(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    /// Whole, where it is large enough.
    private static func amount(_ value: Double) -> String {
        value >= 100 ? Int(value.rounded()).grouped : decimals(value)
    }
}
