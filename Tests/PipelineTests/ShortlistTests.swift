import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite("The shortlist of a wave")
struct ShortlistTests {
    private func wave(_ settings: String = "", ledger: String? = nil) throws -> SmallWave {
        let source =
            ledger == nil
            ? ""
            : "  - {file: 声掛け.csv, role: invitation, columns: {name: 団体名, telephone: 電話, invited_on: 日, invitation_outcome: 結果}}\n"
        let wave = try SmallWave(LedgerWave.answers, members: ["会員会"], settings: source + settings)
        if let ledger { try wave.write("団体名,電話,日,結果\n" + ledger, "声掛け.csv") }
        return wave
    }

    private func names(_ wave: SmallWave) throws -> [String] {
        try wave.table("shortlist.csv").map { $0["name"] ?? "" }
    }

    private func summary(_ wave: SmallWave) throws -> [String: Any] { try summary(in: wave.output) }

    private func summary(in output: URL) throws -> [String: Any] {
        let data = try Data(contentsOf: output.appending(path: "shortlist_summary.json"))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func failure(_ wave: SmallWave) throws -> Problem {
        let error = #expect(throws: StageError.self) { try wave.run() }
        #expect(!FileManager.default.fileExists(atPath: wave.output.appending(path: "report.html").path))
        return try #require(error?.problems.first)
    }

    @Test(
        "each weighting picks what it is for",
        arguments: [
            // Both themes without a member first, then the theme that hangs on one.
            ("balance", ["二つの会", "同じ分野の会"]), ("分野の偏りを減らす", ["二つの会", "同じ分野の会"]),
            // Four wards of 不登校 weigh more than anything else.
            ("gaps", ["全域の会", "二つの会"]), ("手薄も補う", ["全域の会", "同じ分野の会"]),
        ])
    func presets(preset: String, expected: [String]) throws {
        let wave = try wave("shortlist: {size: 2, preset: \(preset)}\n")
        try wave.run()
        #expect(try Set(names(wave)) == Set(expected))
        let summary = try summary(wave)
        #expect(summary["optimality_gap"] as? Double == 0 && summary["k"] as? Int == 2)
        let aims = try #require(summary["aims"] as? [[String: Any]])
        #expect(aims.allSatisfy { $0["proven"] as? Bool == true })
    }

    /// Three of five wards in full are more than five by half.
    @Test(
        "who works in a part fills its cells in full, who works everywhere as far as is stated",
        arguments: [
            ("preset: gaps", "全域の会"), ("preset: local", "一部の会"),
            ("preset: own, weights: {whole_city: 0.5}", "一部の会"), ("preset: own, weights: {one_member: 0.5}", "全域の会"),
            ("preset: fair", "全域の会"),
        ])
    func wholeCity(setting: String, expected: String) throws {
        let wave = try SmallWave(
            [
                .init(name: "全域の会", themes: ["不登校"]),
                .init(name: "一部の会", range: "熊本市内の一部地域", places: "中央区、東区、北区", themes: ["不登校"]),
            ], settings: "shortlist: {size: 1, \(setting)}\n")
        try wave.run()
        #expect(try names(wave) == [expected])
    }

    @Test("a member of whom no area is known has the activity all the same")
    func memberWithoutArea() throws {
        let wave = try SmallWave(
            [
                .init(name: "全国の会", range: "その他", places: "全国", themes: ["若者"]),
                .init(name: "全域の会", themes: ["不登校"]), .init(name: "若者の会", themes: ["若者"]),
            ], members: ["全国の会"], settings: "shortlist: {size: 1}\n")
        try wave.run()
        #expect(try names(wave) == ["全域の会"])
    }

    @Test("what a bound asks for is counted among all that may be invited, and says why it is there")
    func boundBeyondGaps() throws {
        let wave = try wave("shortlist: {size: 3, preset: gaps, must: [同じ分野の会], at_least: [{theme: いじめ, count: 1}]}\n")
        try wave.run()
        let same = try #require(try wave.table("shortlist.csv").first { $0["name"] == "同じ分野の会" })
        #expect(same["reasons"] == "条件により含める（新たに埋める欄はありません）")
    }

    @Test("every pick has a reason, what is lost without it, evidence, and what should be asked")
    func reasons() throws {
        let wave = try wave("shortlist: {size: 3}\n")
        try wave.run()
        let rows = try wave.table("shortlist.csv")
        let two = try #require(rows.first { $0["name"] == "二つの会" })
        #expect(two["reasons"]?.contains("北区の若者：現在の参加団体なし（ほかの地域にもなし）。この一覧で補えるのはこの団体だけ") == true)
        #expect(two["if_declined"]?.contains("「若者」の団体がいなくなります") == true)
        #expect(two["evidence"]?.hasPrefix("回答.csv") == true)
        #expect(two["only_cells"]?.contains("43105/youth") == true)
        let same = try #require(rows.first { $0["name"] == "同じ分野の会" })
        #expect(same["reasons"] == "いじめ：現在の参加団体は1団体だけ")
        #expect(same["uncertain"]?.contains("活動の範囲が市全域") == true)
        #expect(rows.allSatisfy { Double($0["stability"] ?? "").map { (0...1).contains($0) } == true })
        let page = try String(contentsOf: wave.output.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("参加団体のいない分野：") && page.contains("これを上回る組合せはないことを確かめました"))
    }

    @Test("who declined or has joined is not proposed; who still thinks about it may be")
    func ledger() throws {
        let wave = try wave(
            "shortlist: {size: 3, preset: gaps}\n",
            ledger:
                "全域の会,096-300-1001,2024-12-01,辞退\n二つの会,096-300-1002,2024-12-01,検討中\n同じ分野の会,096-300-1003,2024-12-01,参加\n"
        )
        try wave.run()
        #expect(try names(wave) == ["二つの会"])
        #expect(try wave.table("shortlist.csv")[0]["uncertain"]?.contains("前の声掛け：返事待ち・検討中") == true)
        let joining = try #require(try summary(wave)["joining"] as? [String: Any])
        #expect(joining["invited"] as? Int == 2 && joining["joined"] as? Int == 1 && joining["mean"] as? Double == 0.5)
        #expect(try wave.table("findings.csv").contains { $0["code"] == "joined_but_not_member" })
    }

    @Test(
        "the last word on an invitation counts; words that mean nothing are told",
        arguments: [
            ("全域の会,096-300-1001,2024-12-01,辞退\n全域の会,096-300-1001,2025-01-10,検討中\n", true),
            ("全域の会,096-300-1001,2025-01-10,辞退\n全域の会,096-300-1001,2024-12-01,検討中\n", false),
            ("全域の会,096-300-1001,2024-12-01,うーん\n", true), ("全域の会,096-300-1001,2024-12-01,\n", true),
        ])
    func lastWord(ledger: String, isProposed: Bool) throws {
        let wave = try wave("shortlist: {size: 1, preset: gaps}\n", ledger: ledger)
        try wave.run()
        let found = try names(wave)
        #expect((found == ["全域の会"]) == isProposed, "\(found)")
        let isTold = try wave.table("findings.csv").contains { $0["code"] == "invitation_outcome_unknown" }
        #expect(isTold == ledger.contains("うーん"))
    }

    @Test("who declined before this wave returns after the stated number of waves", arguments: [(1, true), (2, false)])
    func returning(waves: Int, isProposed: Bool) throws {
        let wave = try wave(
            "shortlist: {size: 1, preset: gaps, declined_return_after: \(waves)}\n",
            ledger: "全域の会,096-300-1001,2024-06-01,辞退\n")
        try wave.run()
        #expect(try names(wave).contains("全域の会") == isProposed)
    }

    @Test("names and bounds are kept, and what they cost is told")
    func constraints() throws {
        let wave = try wave(
            """
            shortlist:
              size: 2
              preset: gaps
              must: [同じ分野の会]
              at_least: [{theme: 若者, count: 1}]

            """)
        try wave.run()
        #expect(try Set(names(wave)) == ["二つの会", "同じ分野の会"])
        let constraints = try #require(try summary(wave)["constraints"] as? [[String: Any]])
        #expect(constraints.map { $0["constraint"] as? String } == ["「同じ分野の会」を必ず含める", "「若者」の団体が1団体以上"])
        #expect((constraints[0]["price"] as? String)?.contains("この条件がなければ") == true)
    }

    @Test("a budget is kept, by the table of costs and the cost of all others")
    func budget() throws {
        let wave = try wave(
            "shortlist: {size: 3, preset: gaps, budget: 25000, costs: 費用.csv, cost_each: 10000}\n")
        try wave.write("団体名,費用\n全域の会,\"20,000円\"\n", "費用.csv")
        try wave.run()
        #expect(try names(wave) == ["全域の会"] || names(wave) == ["二つの会"])
        #expect(try names(wave).count == 1)
    }

    @Test(
        "a cost that isn't known, or is known twice, stops the run",
        arguments: [
            ("全域の会,1000\n", ProblemCode.costMissing), ("全域の会,1000\n全域の会,2000\n", .costTwice), ("全域の会,高い\n", .valueType),
        ])
    func costs(rows: String, code: ProblemCode) throws {
        let wave = try wave("shortlist: {size: 3, budget: 25000, costs: 費用.csv}\n")
        try wave.write("団体名,費用\n" + rows, "費用.csv")
        #expect(try failure(wave).code == code)
    }

    @Test(
        "what can't be meant stops the run, with the line and what could be",
        arguments: [
            ("must: [どこにもない会]", ProblemCode.organizationNotKnown), ("must: [会員会]", .organizationIsMember),
            ("at_least: [{area: 東西区, count: 1}]", .valueUnknown), ("preset: 何か", .valueUnknown),
            ("at_least: [{theme: 若者, count: 1}]\n  must_not: [二つの会]", .constraintsClash),
            ("budget: 1000", .keyMissing), ("preset: own", .keyMissing),
            ("acceptance: {invited: 3, joined: 4, source: x}", .valueUnknown),
            ("at_most: [{area: 北区, theme: 若者, count: 1}]", .keysExclusive),
        ])
    func mistakes(setting: String, code: ProblemCode) throws {
        let problem = try failure(try wave("shortlist:\n  size: 2\n  \(setting)\n"))
        #expect(problem.code == code && problem.location.file == "wave.yaml")
    }

    @Test("a stated record of invitations gives the chance of joining")
    func statedAcceptance() throws {
        let wave = try wave("shortlist: {size: 2, acceptance: {invited: 18, joined: 16, source: 令和6年度の声掛け}}\n")
        try wave.run()
        let joining = try #require(try summary(wave)["joining"] as? [String: Any])
        #expect(joining["mean"] as? Double == 0.85)
        let page = try String(contentsOf: wave.output.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("18団体のうち16団体が参加した実績（令和6年度の声掛け）"))
    }

    @Test("cells can be areas and support types, or all three", arguments: ["support_type", "pair"])
    func cells(kind: String) throws {
        let wave = try wave("shortlist: {size: 3, preset: gaps, cells: \(kind)}\n")
        try wave.run()
        // A member has 居場所づくり everywhere; as pairs, the others' themes are open.
        #expect(try names(wave).isEmpty == (kind == "support_type"))
        let cells = try wave.table("shortlist.csv").flatMap { ($0["new_cells"] ?? "").split(separator: ";") }
        #expect(cells.allSatisfy { $0.split(separator: "/").count == 3 })
    }

    @Test("when the limit on time strikes, what doesn't depend on the clock is published, and the manifest says so")
    func timeLimit() throws {
        let wave = try DemoWave()
        var options = try wave.options()
        options.preset = .local
        _ = try Run(options).run()
        let without = try Data(contentsOf: wave.output().appending(path: "shortlist.csv"))
        options.timeLimit = 0.01
        _ = try Run(options).run()
        #expect(try Data(contentsOf: wave.output().appending(path: "shortlist.csv")) == without)
        let manifest = try String(contentsOf: wave.output().appending(path: "manifest.json"), encoding: .utf8)
        #expect(manifest.contains("\"time_limit_struck\" : true") && manifest.contains("the time limit struck"))
        let page = try String(contentsOf: wave.output().appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("時間の制限で打ち切ったため、最善とは言えません"))
        #expect(!page.contains("これを上回る組合せはないことを確かめました"))
    }

    @Test("the first wave's list is proven in every aim; the next knows how all invitations ended")
    func demonstration() throws {
        let (first, next) = (try DemoPair.runs().first, try DemoPair.runs().second)
        let aims = try #require(try summary(in: first.output())["aims"] as? [[String: Any]])
        #expect(aims.count == 3 && aims.allSatisfy { $0["proven"] as? Bool == true })
        let joining = try #require(try summary(in: next.output())["joining"] as? [String: Any])
        #expect(joining["invited"] as? Int == 18 && joining["joined"] as? Int == 16)
        #expect(joining["source"] as? String == "ledger")
        let answers = try TableFile(next.folder.appending(path: "02_LoGoフォーム回答.csv")).rows
        let unwilling = answers.filter { $0["PF参加の意向"] == "参加しない" }.compactMap { $0["団体の名称"] }
        let picks = try TableFile(next.output().appending(path: "shortlist.csv")).rows.compactMap { $0["name"] }
        #expect(!unwilling.isEmpty && Set(unwilling).isDisjoint(with: picks))
    }
}
