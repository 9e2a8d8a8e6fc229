internal import Analysis
public import Model
internal import Store

/// Whom to turn to, for people and for programs.
public struct MatchOutcome: Sendable {
    /// What was asked, of what, and how it is to be read: lines that stand above whatever is written.
    public let head: [String]
    /// The organisations with their reasons, and what isn't known.
    public let body: [String]
    /// By which rule they stand in this order.
    public let foot: [String]
    /// A row for each organisation, below the titles.
    public let csv: String
    /// Everything in one document.
    public let json: String
    /// Of the gazetteers.
    public let findings: [Finding]

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    init(words: MatchWords, contents: MatchContents, findings: [Finding]) {
        let page = MatchPage(words: words, contents: contents)
        let document = MatchDocument(words: words, contents: contents, rule: page.rule, caveat: page.caveat)
        head = page.head
        body = page.body
        foot = page.foot
        csv = document.csv
        json = document.json
        self.findings = findings
    }
}

/// The lines for the terminal.
struct MatchPage {
    let words: MatchWords
    let contents: MatchContents

    private func say(_ japanese: String, _ english: String) -> String { words.say(japanese, english) }

    // MARK: Above

    var head: [String] {
        let facts = words.facts
        return [
            say(
                "相談先の候補　\(facts.municipality)、\(facts.waveLabel)、\(day)現在",
                "Whom to turn to: \(facts.municipality), \(facts.waveLabel), as of \(facts.asOf)"),
            say("求めたもの：", "Asked for: ") + asked,
            say(
                "調査対象 \(facts.asked) 団体のうち、回答は \(facts.answered) 団体です。回答のない団体は、参加団体の一覧で分かるもののほかは含まれません。",
                "\(facts.answered) of the \(facts.asked) organisations that were asked answered. The others are not here, but "
                    + "for what the member list says."),
            caveat,
        ]
    }

    var caveat: String {
        say(
            "相談先を考えるための候補で、団体の評価・順位ではありません。個別の事案は、市の支援会議などで扱ってください。",
            "These are proposals for whom to turn to, no judgement or ranking of organisations. Individual cases belong to "
                + "the city's case meeting.")
    }

    private var day: String {
        let parts = words.facts.asOf.split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 ? "\(parts[0])年\(parts[1])月\(parts[2])日" : words.facts.asOf
    }

    private var asked: String {
        let (request, terms) = (words.request, words.facts.terms)
        func list(_ indices: [Int], _ labels: [String]) -> String { indices.map { words.quoted(labels[$0]) }.joined() }
        var parts = [say("活動内容", "theme ") + list(request.themes, terms.themes.labels)]
        if !request.supportTypes.isEmpty {
            parts.append(say("活動の種類", "support ") + list(request.supportTypes, terms.supportTypes.labels))
        }
        if !request.areas.isEmpty { parts.append(say("地域", "area ") + list(request.areas, terms.areas.labels)) }
        if let near = request.near { parts.append(say("\(near.fullName)の近く", "near \(near.fullName)")) }
        return parts.joined(separator: say("、", ", "))
    }

    // MARK: The organisations

    var body: [String] { Array((contents.isTeam ? team : list).drop(while: \.isEmpty)) }

    private var list: [String] {
        var lines: [String] = []
        if let nobody = contents.uncovered.first {
            lines.append(say("求めたものをすべて満たす団体は、把握していません。", "No organisation is known to do all that was asked."))
            lines += nobody.gaps.map { "  " + $0 } + [notNobody]
        }
        let full = contents.entries.filter(\.isFull)
        let near = contents.entries.filter { !$0.isFull }
        for entry in full { lines += [""] + self.lines(entry) }
        if contents.moreFull > 0 {
            lines += [
                "",
                say(
                    "すべて満たす団体は、ほかに \(contents.moreFull) あります（--limit で増やせます）。",
                    "\(contents.moreFull) more do all that was asked (--limit shows more)."),
            ]
        }
        if !near.isEmpty { lines += ["", say("一つ足りない団体", "Those that lack one thing")] }
        for entry in near { lines += [""] + self.lines(entry) }
        if contents.moreNear > 0, contents.moreFull == 0 {
            lines += [
                "",
                say(
                    "一つ足りない団体は、ほかに \(contents.moreNear) あります（--limit で増やせます）。",
                    "\(contents.moreNear) more lack one thing (--limit shows more)."),
            ]
        }
        return lines
    }

    private var notNobody: String {
        say(
            "把握していないことは、いないことではありません。回答のない団体が担っているかもしれません。",
            "Not known doesn't mean nobody: those who did not answer may do it.")
    }

    private var team: [String] {
        let count = contents.entries.count
        var lines: [String] = []
        if count > 0 {
            lines.append(
                contents.uncovered.isEmpty
                    ? say("\(count) 団体で、求めた活動内容のすべてを受け持てます。", "\(count) organisations do all of the themes together.")
                    : say("\(count) 団体で、次の活動内容を受け持てます。", "\(count) organisations do these themes together."))
        }
        for entry in contents.entries { lines += [""] + self.lines(entry) }
        if contents.hasEquals {
            lines += ["", say("ほかの組み方もあります（条件はどれも同じです）。", "Other teams are as good in every respect.")]
        }
        for uncovered in contents.uncovered { lines += [""] + self.lines(uncovered) }
        return lines
    }

    private func lines(_ entry: MatchContents.Entry) -> [String] {
        let row = entry.organization.row
        let separator = say("／", "; ")
        let standing = row.isMember ? say("参加団体", "member") : say("PF外", "outside the platform")
        let shared = entry.isShared ? say("（同順）", " (shared)") : ""
        var lines = [
            (entry.rank.map { "\($0)\(shared)" } ?? say("・", "–")) + say("　", " ") + "\(row.name)"
                + say("　", ", ") + standing,
            say("   わけ：", "   why: ") + entry.reasons.joined(separator: separator),
        ]
        if !entry.missing.isEmpty {
            lines.append(say("   足りないもの：", "   missing: ") + entry.missing.joined(separator: separator))
        }
        lines.append(say("   根拠：", "   evidence: ") + entry.evidence.joined(separator: say("、", ", ")))
        if !entry.standIns.isEmpty {
            let names = entry.standIns.prefix(Self.shownStandIns).map(\.name).joined(separator: say("、", ", "))
            let rest = entry.standIns.count - Self.shownStandIns
            lines.append(
                say("   代わりになる団体：", "   in its place: ") + names
                    + (rest > 0 ? say("、ほか \(rest)", " and \(rest) more") : ""))
        }
        return lines
    }

    private static let shownStandIns = 5

    private func lines(_ uncovered: MatchContents.Uncovered) -> [String] {
        let label = words.quoted(words.facts.terms.themes.labels[uncovered.theme])
        var lines = [
            say("\(label)は、求めたとおりに担う団体を把握していません。", "Nobody is known to do \(label) as it was asked.")
        ]
        lines += uncovered.gaps.map { "   " + $0 } + ["   " + notNobody]
        lines += uncovered.near.map { near in
            say("   一つ足りない団体：\(near.row.name)（", "   lacks one thing: \(near.row.name) (")
                + near.lacks.joined(separator: say("、", ", ")) + say("）", ")")
        }
        return lines
    }

    // MARK: Below

    var foot: [String] { ["", say("並べかた：", "The order: ") + rule] }

    var rule: String {
        let (japanese, english) = (Self.steps(words.request).map(\.japanese), Self.steps(words.request).map(\.english))
        let start =
            contents.isTeam
            ? say("団体の数が最も少ない組のうち、", "of the teams with the fewest organisations: ")
            : say("求めたものをすべて満たす団体を先に、", "first those that do all that was asked; then ")
        return start + say(japanese.joined(separator: "、"), english.joined(separator: "; "))
            + (contents.isTeam
                ? say("の順で選びます。すべて同じなら、名称で先の団体です。", ". Where all is equal, the first by name is taken.")
                : say(
                    "の順です。すべて同じなら、同じ番号（同順）を付け、名称の順に並べます。",
                    ". Where all is equal, the number is the same and names decide."))
    }

    /// Only what was asked for decides anything.
    private static func steps(_ request: MatchQuery) -> [(japanese: String, english: String)] {
        var steps: [(japanese: String, english: String)] = [("参加団体", "members before others")]
        if !request.areas.isEmpty {
            steps.append(
                ("活動の範囲（地域を挙げている団体、市・県の全域、広域）", "service area (the area named, all of the city or prefecture, wide)"))
        }
        steps.append(("事例のある団体", "those that tell of a case"))
        if !request.supportTypes.isEmpty {
            steps.append(("組合せが推定でない団体", "theme and support type known to go together, before inferred"))
        }
        steps.append(("自分で選んだ答え（自由記述から読み取ったものは後）", "what was ticked before what a free text says"))
        steps.append(("活動頻度（多い順。無回答は最後）", "frequency (more often first, unanswered last)"))
        if request.near != nil {
            steps.append(
                ("近さ（町の中心どうしの直線距離。分からない団体は最後）", "straight distance between the centres of towns (unknown last)"))
        }
        return steps
    }
}
