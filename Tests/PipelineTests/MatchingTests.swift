import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

/// Whom to turn to, from what a run left behind.
@Suite("From a need to organisations")
struct MatchingTests {
    /// One run for all tests; nothing here changes it.
    private static let shared = Result {
        let wave = try MatchWave()
        try wave.run()
        return wave
    }
    private let wave: MatchWave
    private var gazetteer: URL { wave.folder.appending(path: "places.csv") }

    init() throws { wave = try Self.shared.get() }

    private func match(
        _ themes: [String], support: [String] = [], area: [String] = [], _ change: (inout Matching) -> Void = { _ in }
    ) throws -> MatchOutcome {
        var matching = Matching(output: wave.output, themes: themes, dataFolder: RepositoryFolder.data)
        (matching.supportTypes, matching.areas) = (support, area)
        change(&matching)
        return try matching.run()
    }

    private func rows(_ outcome: MatchOutcome) throws -> [[String: String]] {
        let reader = try TableReader(bytes: Array(outcome.csv.utf8), name: "csv")
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

    private func names(_ outcome: MatchOutcome) throws -> [String] { try rows(outcome).compactMap { $0["name"] } }

    // MARK: A list

    @Test("members come first, then those that name the area and tell of a case; who lacks one thing comes last")
    func order() throws {
        let outcome = try match(["こども"], support: ["居場所づくり"], area: ["北区"])
        let rows = try rows(outcome)
        #expect(rows.compactMap { $0["name"] } == ["ぶどう会", "いちご会", "もも会", "なし会", "びわ会", "かき会"])
        #expect(rows.compactMap { $0["rank"] } == ["1", "2", "3", "4", "5", "6"])
        #expect(rows.compactMap { $0["is_full"] } == ["true", "true", "true", "true", "false", "false"])
        #expect(rows.compactMap { $0["service_area"] } == ["whole", "named", "named", "wide", "named", ""])
        #expect(rows.compactMap { $0["pair_inferred"] } == ["true", "false", "false", "false", "false", "false"])
        #expect(rows[1]["themes_with_case"] == "こども" && rows[0]["themes_with_case"] == "")
    }

    @Test(
        "each says why, what is missing, and where that stands",
        arguments: [
            ("ぶどう会", "熊本市全域で活動／活動内容「こども」／活動の種類「居場所づくり」／活動頻度「年に数回」"),
            ("ぶどう会", "「こども」の事例は挙げていない／活動内容と活動の種類の組合せは推定（別々の設問から）"),
            ("いちご会", "北区を活動の範囲に挙げている／活動内容「こども」：事例あり／活動の種類「居場所づくり」／活動頻度「ほぼ毎日」"),
            ("いちご会", "根拠：回答.csv 2行"), ("もも会", "「こども」の事例は分からない（無回答など）"),
            ("なし会", "広域で、市内での活動は未確認"), ("なし会", "活動頻度は無回答"), ("なし会", "広域（複数の都道府県・全国）で活動"),
            ("びわ会", "「居場所づくり」の回答なし（活動の種類が無回答）"), ("かき会", "「北区」は活動の範囲にない"),
        ])
    func words(name: String, words: String) throws {
        let body = try match(["こども"], support: ["居場所づくり"], area: ["北区"]).body
        let start = try #require(body.firstIndex { $0.contains("　\(name)　") })
        let entry = body[start...].prefix { !$0.isEmpty }
        #expect(entry.contains { $0.contains(words) }, "\(entry)")
    }

    @Test("the head says what was asked, of what, and who isn't in it; the foot says the rule")
    func head() throws {
        let outcome = try match(["こども"], support: ["居場所づくり"], area: ["北区"])
        let head = outcome.head.joined(separator: "\n")
        for words in [
            "熊本市、第1回、", "現在", "求めたもの：活動内容「こども」、活動の種類「居場所づくり」、地域「北区」",
            "調査対象 10 団体のうち、回答は 9 団体です", "団体の評価・順位ではありません",
        ] { #expect(head.contains(words), "\(words)") }
        let foot = outcome.foot.joined()
        #expect(foot.contains("参加団体、活動の範囲") && foot.contains("組合せが推定でない") && !foot.contains("近さ"))
        #expect(try !match(["こども"]).foot.joined().contains("活動の範囲"))
    }

    @Test("a member that did not answer is known by the list of members, and says so")
    func memberList() throws {
        let outcome = try match(["こども"], support: ["相談窓口の開設"])
        #expect(try names(outcome).prefix(2) == ["くり会", "ぶどう会"])
        let text = outcome.body.joined(separator: "\n")
        #expect(text.contains("活動内容「こども」（参加団体の一覧から）") && text.contains("調査への回答なし"))
        #expect(text.contains("根拠：参加.csv 3行"))
        let lacking = try match(["こども"], support: ["居場所づくり"]).body.joined(separator: "\n")
        #expect(lacking.contains("「居場所づくり」は参加団体の一覧にない"))
    }

    @Test("what a free text says counts, is told as such, and その他 can't be asked for")
    func freeText() throws {
        let outcome = try match(["生活困窮"], support: ["goods_and_food"])
        #expect(try rows(outcome).map { [$0["name"], $0["recoded"]] } == [["うめ会", "true"]])
        let text = outcome.body.joined(separator: "\n")
        #expect(text.contains("活動内容「生活困窮」（自由記述から）") && text.contains("「フードバンク」"))
    }

    @Test("a list stops at its limit and says how many more there are")
    func limit() throws {
        let outcome = try match(["こども"], support: ["居場所づくり"], area: ["北区"]) { $0.limit = 3 }
        #expect(try names(outcome) == ["ぶどう会", "いちご会", "もも会"])
        #expect(outcome.body.contains { $0.hasPrefix("すべて満たす団体は、ほかに 1 あります") })
        let near = try match(["こども"], support: ["居場所づくり"], area: ["北区"]) { $0.limit = 5 }
        #expect(near.body.contains { $0.hasPrefix("一つ足りない団体は、ほかに 1 あります") })
    }

    @Test("where nobody does all of it, the coverage says who isn't known, and those that lack one thing follow")
    func nobody() throws {
        let outcome = try match(["ひきこもり"], support: ["アウトリーチ支援"], area: ["北区"])
        #expect(outcome.body.first == "求めたものをすべて満たす団体は、把握していません。")
        #expect(outcome.body.contains { $0.contains("「ひきこもり」×「アウトリーチ支援」：北区は") })
        #expect(outcome.body.contains { $0.hasPrefix("把握していないことは、いないことではありません") })
        #expect(try names(outcome) == ["ゆず会"])
        #expect(outcome.body.contains { $0.contains("「アウトリーチ支援」は選んでいない") })
    }

    @Test("the places of a label and of an id are the same, whatever their width")
    func spellings() throws {
        let csv = try match(["こども"], support: ["居場所づくり"], area: ["北区"]).csv
        #expect(try match(["children"], support: ["gathering_place"], area: ["43105"]).csv == csv)
        #expect(try match([" こ ど も", "Ｃｈｉｌｄｒｅｎ"], support: ["居場所 づくり"], area: ["４３１０５"]).csv == csv)
    }

    @Test("an organisation that answered nothing, or that was never asked, is not in it")
    func silent() throws {
        for theme in ["こども", "高齢者", "ひきこもり"] {
            #expect(try !match([theme]) { $0.limit = 99 }.csv.contains("だんまり会"))
        }
    }

    // MARK: A team

    @Test("several themes give a small team, each with its part")
    func team() throws {
        let outcome = try match(["こども", "高齢者", "ひきこもり"])
        let rows = try rows(outcome)
        #expect(rows.map { [$0["name"], $0["themes"]] } == [["ぶどう会", "こども;高齢者"], ["ゆず会", "ひきこもり"]])
        #expect(rows.allSatisfy { $0["rank"] == "" && $0["is_tied"] == "false" })
        #expect(outcome.body.first == "2 団体で、求めた活動内容のすべてを受け持てます。")
        #expect(!outcome.body.joined().contains("ほかの組み方"))
    }

    @Test("themes that nobody does as asked are said, with those that lack one thing")
    func uncovered() throws {
        let outcome = try match(["高齢者", "いじめ", "ひきこもり"], support: ["居場所づくり"])
        let text = outcome.body.joined(separator: "\n")
        #expect(try names(outcome) == ["ぶどう会"])
        #expect(text.contains("「いじめ」は、求めたとおりに担う団体を把握していません"))
        #expect(text.contains("「いじめ」×「居場所づくり」：すべての地域は"))
        #expect(text.contains("一つ足りない団体：ゆず会（「居場所づくり」は選んでいない）"))
    }

    @Test("a team that has an equal says so, and who could stand in")
    func equalTeams() throws {
        let small = try SmallWave(
            ["甲の会", "乙の会"].map { SmallWave.Answer(name: $0, themes: ["こども"], types: ["居場所づくり"]) }
                + [SmallWave.Answer(name: "丙の会", themes: ["高齢者"], types: ["居場所づくり"])])
        try small.run()
        let outcome = try Matching(
            output: small.output, themes: ["高齢者", "こども"], dataFolder: RepositoryFolder.data
        ).run()
        #expect(try names(outcome) == ["丙の会", "乙の会"])
        #expect(outcome.body.contains("   代わりになる団体：甲の会"))
        #expect(outcome.body.contains { $0.hasPrefix("ほかの組み方もあります") })
        let list = try Matching(output: small.output, themes: ["こども"], dataFolder: RepositoryFolder.data).run()
        #expect(list.body.filter { $0.hasPrefix("1（同順）　") } == ["1（同順）　乙の会　PF外", "1（同順）　甲の会　PF外"])
    }

    @Test("pairs that a person confirmed are sure, and those that were denied are lacking")
    func decidedPairs() throws {
        let types = ["相談窓口の開設", "居場所づくり"]
        let small = try SmallWave(
            ["甲の会", "乙の会", "丙の会"].map { SmallWave.Answer(name: $0, themes: ["女性", "いじめ"], types: types) })
        try small.run()
        var review = try ReviewWorkbook.pairs(in: small.output)
        for (index, row) in review.rows.enumerated() where row["活動内容"] == "女性" {
            let words = ["甲の会": "すべて", "丙の会": "どれもしない"]
            review.rows[index]["判定"] = words[row["団体"] ?? ""] ?? ""
        }
        try review.save()
        try small.run()
        var matching = Matching(output: small.output, themes: ["女性"], dataFolder: RepositoryFolder.data)
        matching.supportTypes = ["居場所づくり"]
        let outcome = try matching.run()
        let rows = try rows(outcome)
        #expect(rows.map { $0["name"] } == ["甲の会", "乙の会", "丙の会"])
        #expect(rows.map { $0["pair_inferred"] } == ["false", "true", "false"])
        #expect(rows.map { $0["is_full"] } == ["true", "true", "false"])
        #expect(outcome.body.contains { $0.contains("この活動内容では「居場所づくり」を行わない（確認済み）") })
    }

    // MARK: Near a town

    @Test("the nearer one comes first where nothing else decides, in kilometres between the centres of towns")
    func near() throws {
        for usesGazetteer in [false, true] {
            let outcome = try match(["こども"], support: ["居場所づくり"]) {
                $0.near = "本町１丁目"
                if usesGazetteer { $0.gazetteers = [gazetteer] }
            }
            let rows = try rows(outcome)
            let distances = Dictionary(uniqueKeysWithValues: rows.map { ($0["name"] ?? "", $0["distance_km"] ?? "") })
            // A minute of latitude is 1.85 km there, and one of longitude 1.56 km.
            #expect(distances["いちご会"] == "0" && distances["ぶどう会"] == "1.1" && distances["かき会"] == "9.4")
            #expect(rows.first { $0["name"] == "かき会" }?["town"] == "熊本市東区花町")
            let text = outcome.body.joined(separator: "\n")
            #expect(text.contains("熊本市中央区本町一丁目（同じ町）") && text.contains("熊本市中央区本町二丁目（約1.1km）"))
            #expect(outcome.foot.joined().contains("近さ（町の中心どうしの直線距離"))
        }
        let order = try names(try match(["高齢者"], support: ["相談窓口の開設"]) { $0.near = "花町" })
        #expect(order == ["ぶどう会", "'=いも会"])
    }

    @Test("a town without an office is known to a gazetteer")
    func gazetteerTown() throws {
        let outcome = try match(["こども"]) {
            $0.near = "北区里町"
            $0.gazetteers = [gazetteer]
        }
        #expect(outcome.head.contains { $0.contains("熊本市北区里町の近く") })
        #expect(throws: StageError.self) { try match(["こども"]) { $0.near = "北区里町" } }
    }

    @Test("an office that is withheld is at no place, in no form, and counts as unknown")
    func withheld() throws {
        for near in [nil, "花町", "本町一丁目"] {
            let outcome = try match(["こども"], area: ["北区"]) {
                $0.near = near
                $0.limit = 99
                $0.gazetteers = near == nil ? [] : [gazetteer]
            }
            let row = try #require(try rows(outcome).first { $0["name"] == "もも会" })
            #expect(row["location_withheld"] == "true" && row["town"] == "" && row["distance_km"] == "")
            #expect((row["missing"] ?? "").contains("所在地は秘匿") == (near != nil))
            for text in [outcome.csv, outcome.json, outcome.body.joined()] {
                #expect(!text.contains(MatchWave.secretTown))
            }
        }
        // Nor is its town among those that can be named.
        let error = #expect(throws: StageError.self) { try match(["こども"]) { $0.near = MatchWave.secretTown } }
        #expect(error?.problems.contains { $0.expected.contains(MatchWave.secretTown) } == false)
    }

    @Test(
        "a town that isn't known, is several, or has a lot behind it is said with candidates",
        arguments: [
            ("花畑町", false, ProblemCode.valueUnknown, "花町"), ("本町", false, .valueAmbiguous, "熊本市中央区本町二丁目"),
            ("本町一丁目1番1号", false, .townAlone, "熊本市中央区本町一丁目"), ("中央区花町", false, .valueUnknown, "花町"),
            ("二又町", true, .valueAmbiguous, "熊本県熊本市東区二又町"), ("奥町1番", true, .townAlone, "熊本市北区奥町"),
            ("花畑町", true, .valueUnknown, "花町"), ("本町一丁目1番1号", true, .townAlone, "熊本市中央区本町一丁目"),
        ])
    func towns(near: String, usesGazetteer: Bool, code: ProblemCode, candidate: String) throws {
        let error = try #require(
            throws: StageError.self,
            performing: {
                try match(["こども"]) {
                    $0.near = near
                    if usesGazetteer { $0.gazetteers = [gazetteer] }
                }
            })
        let problem = try #require(error.problems.first)
        #expect(problem.code == code && problem.expected.contains(candidate), "\(problem)")
        #expect(problem.location.file == "--near")
        if code == .townAlone { #expect(!problem.message(in: .japanese).contains("1番")) }
    }

    // MARK: What is written

    @Test("a cell that a spreadsheet would take for a formula is a text")
    func formulas() throws {
        let outcome = try match(["高齢者"])
        #expect(outcome.csv.contains(",'=いも会,") && !outcome.csv.contains(",=いも会"))
        #expect(outcome.json.contains("\"name\" : \"=いも会\"") && outcome.body.contains { $0.contains("　=いも会　") })
    }

    @Test("the document holds what was asked, the order, the note and every candidate")
    func json() throws {
        let outcome = try match(["高齢者", "いじめ"])
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(outcome.json.utf8)) as? [String: Any])
        #expect((document["request"] as? [String: Any])?["themes"] as? [String] == ["高齢者", "いじめ"])
        #expect(document["asked"] as? Int == 10 && document["answered"] as? Int == 9)
        #expect(document["is_team"] as? Bool == true && document["has_other_teams"] as? Bool == false)
        #expect((document["note"] as? String)?.contains("評価・順位ではありません") == true)
        let candidates = document["candidates"] as? [[String: Any]] ?? []
        #expect(candidates.map { $0["name"] as? String } == ["ぶどう会"])
        #expect(candidates.first?["organization_id"] is String && candidates.first?["theme_ids"] is [String])
        let uncovered = document["uncovered"] as? [[String: Any]] ?? []
        #expect(uncovered.map { $0["theme_id"] as? String } == ["bullying"])
    }

    @Test("in English, all but names and labels is English")
    func english() throws {
        let outcome = try match(["こども"], support: ["居場所づくり"], area: ["北区"]) { $0.language = .english }
        let text = (outcome.head + outcome.body + outcome.foot).joined(separator: "\n")
        for words in [
            "Asked for: theme \"こども\", support \"居場所づくり\", area \"北区\"", "names 北区 as its service area",
            "wide: nobody confirmed that it works in the city", "Those that lack one thing", "no judgement or ranking",
        ] { #expect(text.contains(words), "\(words)") }
        #expect(!text.contains("わけ") && !text.contains("団体の"))
    }

    @Test("asking leaves everything as it was")
    func nothingWritten() throws {
        func state() throws -> [String: [String]] {
            let files = FileManager.default
            return try Dictionary(
                uniqueKeysWithValues: files.subpathsOfDirectory(atPath: wave.scratch.url.path).map { path in
                    let attributes = try files.attributesOfItem(atPath: wave.scratch.url.appending(path: path).path)
                    return (path, ["\(attributes[.modificationDate] ?? "")", "\(attributes[.size] ?? "")"])
                })
        }
        let before = try (state(), wave.scratch.url.contents())
        _ = try match(["こども", "高齢者"], area: ["北区"]) { $0.near = "花町" }
        _ = try match(["こども"]) { $0.output = wave.output.appending(path: "register.sqlite") }
        #expect(try state() == before.0)
        #expect(try wave.scratch.url.contents() == before.1)
    }
}
