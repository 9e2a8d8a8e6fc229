import Foundation
import Tabular
import TestSupport
import Testing

/// Whom to turn to, from the output of the demonstration.
@Suite("tsunagi match") struct MatchCommandTests {
    /// One run for all tests; nothing here changes it.
    private static let shared = Result {
        let wave = try WaveFolder()
        try #require(try Program.run(["run", wave.path, "--out", wave.out.path]).status == 0)
        return wave
    }
    private let wave: WaveFolder

    init() throws { wave = try Self.shared.get() }

    private func match(_ arguments: String...) throws -> Program.Result {
        try Program.run(["match", wave.out.path] + arguments)
    }

    private func table(_ text: String) throws -> [[String: String]] {
        let reader = try TableReader(bytes: Array(text.utf8), name: "table")
        var (row, titles, rows) = (Row(), [String](), [[String: String]]())
        while try reader.next(into: &row) {
            let cells = (0..<row.count).map { row[$0] }
            if titles.isEmpty {
                titles = cells
            } else {
                rows.append(Dictionary(uniqueKeysWithValues: zip(titles, cells)))
            }
        }
        return rows
    }

    private func table(file: String) throws -> [[String: String]] {
        try table(try String(contentsOf: wave.out.appending(path: file), encoding: .utf8))
    }

    /// Ids of the organisations with a label in a table of the output.
    private func ids(_ file: String, _ column: String, _ label: String) throws -> Set<String> {
        Set(try table(file: file).filter { $0[column] == label }.compactMap { $0["organization_id"] })
    }

    @Test(
        "those that do all of it are those of the tables, members first",
        arguments: [("こども", "居場所づくり", "北区"), ("障がい者", "相談窓口の開設", "南区"), ("心の健康", "アウトリーチ支援", "中央区")])
    func full(theme: String, support: String, area: String) throws {
        let areas = try table(file: "coverage.csv")
        let code = try #require(areas.first { $0["area"] == area }?["area_code"])
        let reaching = try table(file: "organizations.csv").filter { row in
            (row["service_area_codes"] ?? "").split(separator: ";").contains(code[...])
                || ["wider", "online"].contains(row["service_area_kind"])
        }
        let expected = try ids("themes.csv", "theme", theme)
            .intersection(try ids("support_types.csv", "support_type", support))
            .intersection(reaching.compactMap { $0["organization_id"] })
        let result = try match("--theme", theme, "--support", support, "--area", area, "--limit", "999", "--csv")
        #expect(result.status == 0)
        let rows = try table(result.output)
        let full = rows.filter { $0["is_full"] == "true" }
        #expect(!full.isEmpty && Set(full.compactMap { $0["organization_id"] }) == expected)
        let members = full.map { $0["is_member"] == "true" }
        #expect(members == members.sorted { $0 && !$1 })
        #expect(rows.prefix(full.count).allSatisfy { $0["is_full"] == "true" })
        #expect(rows.filter { $0["is_full"] == "false" }.allSatisfy { $0["missing"] != "" })
    }

    @Test("lines for people go to standard output, a table's head to standard error")
    func streams() throws {
        let lines = try match("--theme", "こども", "--area", "北区")
        #expect(lines.status == 0 && lines.errors.isEmpty)
        #expect(lines.output.hasPrefix("相談先の候補　熊本市、") && lines.output.contains("\n1　"))
        #expect(lines.output.contains("団体の評価・順位ではありません") && lines.output.contains("並べかた："))
        let csv = try match("--theme", "こども", "--area", "北区", "--csv")
        #expect(csv.output.hasPrefix("rank,is_tied,") && csv.errors.contains("団体の評価・順位ではありません"))
        let quiet = try match("--theme", "こども", "--area", "北区", "--csv", "--quiet")
        #expect(quiet.errors.isEmpty && quiet.output == csv.output)
        let json = try match("--theme", "こども", "--area", "北区", "--json", "--quiet")
        #expect(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) is [String: Any])
        let english = try match("--theme", "こども", "--area", "北区", "--lang", "en")
        #expect(english.output.hasPrefix("Whom to turn to: ") && english.output.contains("outside the platform"))
    }

    @Test("the register itself is as good as its folder, and the same question has the same answer")
    func register() throws {
        let folder = try match("--theme", "高齢者", "--theme", "ひきこもり", "--theme", "生活困窮")
        let file = try Program.run([
            "match", wave.out.appending(path: "register.sqlite").path, "--theme", "高齢者", "--theme", "ひきこもり",
            "--theme", "生活困窮",
        ])
        #expect(folder.status == 0 && folder.output == file.output)
        #expect(folder.output.contains("団体で、求めた活動内容のすべてを受け持てます"))
    }

    @Test("the first of the offices of a town is near it; those that are withheld are at no place")
    func near() throws {
        let organizations = try table(file: "organizations.csv")
        let doers = try ids("themes.csv", "theme", "障がい者")
        let town = try #require(
            organizations.first { doers.contains($0["organization_id"] ?? "") && $0["town"] != "" }?["town"])
        let result = try match("--theme", "障がい者", "--near", town, "--limit", "999", "--csv")
        let rows = try table(result.output)
        for row in rows where (row["town"] ?? "").hasSuffix(town) { #expect(row["distance_km"] == "0") }
        #expect(rows.contains { $0["distance_km"] == "0" })
        let secret = try table(
            try match("--theme", "DV・性暴力", "--near", town, "--limit", "999", "--csv").output
        ).filter { $0["location_withheld"] == "true" }
        #expect(!secret.isEmpty && secret.allSatisfy { $0["town"] == "" && $0["distance_km"] == "" })
    }

    @Test(
        "what can't be asked is said, and nothing is answered",
        arguments: [
            ([], "--theme で活動内容を示してください"), (["--theme", " "], "求めるものが空です"),
            (["--theme", "こども", "--limit", "0"], "--limit は1以上の数です：0"),
            (["--theme", "こども", "--csv", "--json"], "--csv と --json は一緒に使えません"),
            (["--theme", "こども", "--gazetteer", "a.csv"], "--gazetteer は --near とともに使います"),
            (["--theme", "こどもたち"], "--theme：「こどもたち」という値はありません。近い値：こども, "),
            (["--theme", "その他"], "--theme：「その他」という値はありません"),
            (["--theme", "こども", "--support", "居場所"], "--support：「居場所」という値はありません。近い値：居場所づくり"),
            (["--theme", "こども", "--area", "北"], "--area：「北」という値はありません。近い値：北区"),
            (["--theme", "こども", "--near", "月面"], "--near：「月面」という値はありません。近い値："),
            (["--theme", "こども", "--near", "花町", "--gazetteer", "nothing.csv"], "nothing.csv：ファイルがありません"),
            (Array(repeating: "--theme=こども", count: 13), "--theme は 12 までです"),
        ] as [([String], String)])
    func mistakes(arguments: [String], message: String) throws {
        let result = try Program.run(["match", wave.out.path] + arguments)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test("everything asked for that isn't known is said at once")
    func allMistakes() throws {
        let result = try match("--theme", "なにか", "--support", "どこか", "--area", "いつか", "--near", "だれか")
        #expect(result.status == 2)
        for option in ["--theme：", "--support：", "--area：", "--near："] { #expect(result.errors.contains(option)) }
    }

    @Test("a folder without a register, and a file that is none, are said")
    func noRegister() throws {
        let folder = try Program.run(["match", wave.path, "--theme", "こども"])
        #expect(folder.status == 2 && folder.errors.contains("register.sqlite がありません"))
        let file = try Program.run(["match", wave.url.appending(path: "wave.yaml").path, "--theme", "こども"])
        #expect(file.status == 2 && file.errors.contains("台帳を読めません"))
        #expect(try Program.run(["match", "", "--theme", "こども"]).status == 2)
    }

    @Test("what was asked for is kept nowhere")
    func nothingKept() throws {
        let before = try wave.scratch.url.contents()
        let result = try match("--theme", "こども", "--theme", "高齢者", "--area", "北区", "--log-level", "trace")
        #expect(result.status == 0 && result.errors.isEmpty)
        #expect(try wave.scratch.url.contents() == before)
    }
}
