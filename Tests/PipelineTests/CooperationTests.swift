import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite("Who could cooperate without filling a cell")
struct CooperationTests {
    /// An answer with labels of the fields, the need and the hopes.
    private static func answer(
        _ name: String, fields: String = "", need: String = "感じる", hopes: String = "", range: String = "熊本市内全域",
        themes: [String] = [], types: [String] = []
    ) -> SmallWave.Answer {
        SmallWave.Answer(
            name: name, range: range, themes: themes, types: types, others: ["2-1": fields, "4-1": need, "4-4": hopes])
    }

    private static let answers: [SmallWave.Answer] = [
        answer("青空クラブ", fields: "学術・文化・芸術・スポーツ;環境保全", hopes: "官民連携の取組の推進;人的支援・金銭的支援"),
        answer("川を守る会", fields: "環境保全", need: "感じない"),
        answer("応援センター", fields: "まちづくり;団体運営の助言・援助", need: "感じない"),
        answer("若葉の会", fields: "まちづくり", themes: ["こども"]),
        answer("夕焼けの会", fields: "環境保全", themes: ["その他"], types: ["居場所づくり"]),
        answer("朝市の会", themes: [], types: ["居場所づくり"]),
        answer("市民楽団", fields: "学術・文化・芸術・スポーツ"),
        // The skip logic rules its hope out: it did not say that it sees the need.
        answer("期待の会", fields: "環境保全", need: "", hopes: "官民連携の取組の推進"),
    ]

    @Test("they are grouped by their first field and named with what they answered, in no order of merit")
    func listed() throws {
        let wave = try SmallWave(Self.answers, silent: ["沈黙の会"], members: ["市民楽団"])
        try wave.run()
        let rows = try wave.table("cooperation.csv")
        #expect(rows.map { $0["name"] } == ["応援センター", "青空クラブ", "夕焼けの会", "朝市の会"])
        #expect(rows.map { $0["group"] } == ["まちづくり", "学術・文化・芸術・スポーツ", "環境保全", ""])
        #expect(Set(rows.map { $0["group_by"] }) == ["activity_field"])
        #expect(rows.map { $0["without_cell"] } == ["no_theme", "no_theme", "other_themes", "no_theme"])
        #expect(
            rows.map { $0["reasons"] } == [
                "普段の活動：まちづくり、団体運営の助言・援助;団体運営の助言・援助を行っている;支援につながる活動内容：回答なし",
                "普段の活動：学術・文化・芸術・スポーツ、環境保全;孤独・孤立対策の必要性：感じる;自治体への期待：官民連携の取組の推進;"
                    + "支援につながる活動内容：回答なし",
                "普段の活動：環境保全;孤独・孤立対策の必要性：感じる;支援につながる活動内容：「その他」や自由記述だけで、どの欄にも当てはまらない",
                "孤独・孤立対策の必要性：感じる;支援につながる活動内容：回答なし（活動の種類：居場所づくり）",
            ])
        #expect(rows.map { $0["source_row"] } == ["4", "2", "6", "7"])
        #expect(rows.map { $0["sees_need"] } == ["false", "true", "true", "true"])
        #expect(rows.allSatisfy { $0["wish"] == "" && $0["section"] == "A課" && $0["commissioned"] == "" })
        #expect(rows[1]["hopes"] == "官民連携の取組の推進;人的支援・金銭的支援")
        #expect(rows.allSatisfy { ($0["note"] ?? "").contains("順位はありません") })
    }

    @Test(
        "who names themes and fills no area is listed with the reason",
        arguments: [
            ("その他", "全国", "wide"), ("その他", "福岡県福岡市", "outside"), ("熊本市内の一部地域", "", "area_unknown"),
            ("熊本市内の一部地域", "北区", nil),
        ])
    func withoutArea(range: String, places: String, reason: String?) throws {
        let wave = try SmallWave([
            .init(name: "遠くの会", range: range, places: places, themes: ["こども"], others: ["4-1": "感じる"])
        ])
        try wave.run()
        #expect(try wave.table("cooperation.csv").map { $0["without_cell"] } == (reason.map { [$0] } ?? []))
    }

    @Test("a free text that is no theme of the questionnaire fills nothing, and one that is fills a cell")
    func freeTexts() throws {
        let wave = try SmallWave([
            .init(name: "甲の会", others: ["2-2-other": "観光案内", "4-1": "感じる"]),
            .init(name: "乙の会", others: ["2-2-other": "不登校の子の居場所", "4-1": "感じる"]),
            .init(name: "丙の会", others: ["2-2-other": "特になし", "4-1": "感じる"]),
        ])
        try wave.run()
        let rows = try wave.table("cooperation.csv")
        #expect(rows.map { $0["name"] } == ["丙の会", "甲の会"])
        #expect(rows.map { $0["without_cell"] } == ["no_theme", "other_themes"])
        #expect(!rows.contains { row in row.values.contains { $0.contains("観光") } }, "no text of theirs is quoted")
    }

    @Test("without fields they are grouped by type; who declined is left out, wishes stand in their own words")
    func laterWave() throws {
        let wave = try SmallWave(
            [
                .init(name: "丙の会", others: ["4-1": "感じる", "5-1": "検討したい"]),
                .init(name: "乙の会", others: ["4-1": "感じる", "5-1": "参加しない"]),
                .init(name: "甲の会", others: ["4-1": "感じる", "5-1": ""]),
            ], codebook: "r7")
        try wave.run()
        let rows = try wave.table("cooperation.csv")
        #expect(rows.map { $0["name"] } == ["丙の会", "甲の会"])
        #expect(rows.map { $0["wish"] } == ["検討したい", ""])
        #expect(rows.allSatisfy { $0["group_by"] == "organization_type" && $0["group"] == "任意団体" })
    }

    @Test("where nothing of it was asked there is nobody, and the page says so")
    func nobody() throws {
        let wave = try SmallWave([.init(name: "甲の会")])
        try wave.run()
        #expect(try wave.table("cooperation.csv").isEmpty)
        let page = try String(contentsOf: wave.output.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("協力候補はありません"))
    }

    @Test("of the demonstration they are those that the files themselves give", arguments: ["r6", "r7"])
    func demonstration(name: String) throws {
        let wave = try DemoWave(name)
        try wave.run()
        func table(_ name: String) throws -> [[String: String]] {
            try TableFile(wave.output().appending(path: name)).rows
        }
        let listed = try table("cooperation.csv")
        #expect(!listed.isEmpty && Set(listed.map { $0["organization_id"] }).count == listed.count)
        let themed = Set(try table("themes.csv").filter { $0["theme_id"] != "other" }.map { $0["organization_id"] })
        // Those that answered, are no members, and have no theme or no area.
        let withoutCell = try table("organizations.csv").filter { row in
            row["responded"] == "true" && row["is_member"] == "false"
                && (!themed.contains(row["organization_id"]) || row["service_area_codes"] == ""
                    || ["wider", "online"].contains(row["service_area_kind"]))
        }
        #expect(Set(listed.map { $0["organization_id"] }).isSubset(of: withoutCell.map { $0["organization_id"] }))
        #expect(Set(listed.compactMap { $0["organization_id"] }) == (try Self.counted(wave)))
    }

    /// The same by the numbers of the questionnaire, straight from the records.
    private static func counted(_ wave: DemoWave) throws -> Set<String> {
        let evidence = try Evidence.gathered(try wave.options(out: "none"))
        var ids: Set<String> = []
        // Who was invited has said yes or no in this ledger.
        let invited = zip(evidence.read.records, evidence.resolved.links).filter { $0.0.role == .invitation }
            .compactMap { $0.1?.organizationID }
        for (index, record) in evidence.read.records.enumerated()
        where record.role == .response && evidence.consolidated.counts[index] {
            func chosen(_ question: String) -> [String] { record.answers[question]?.chosen ?? [] }
            guard let id = evidence.resolved.links[index]?.organizationID, let profile = evidence.profilesByID[id],
                !profile.organization.isMember, !invited.contains(id),
                !["declines", "joined"].contains(chosen("5-1").first ?? "")
            else { continue }
            let fills =
                profile.themes.contains { $0.id != "other" } && !profile.organization.serviceArea.filledCodes.isEmpty
            // Hopes are asked of those alone that see the need, and add nobody.
            if !fills, chosen("4-1") == ["yes"] || chosen("2-1").contains("intermediary") { ids.insert(id) }
        }
        return ids
    }
}

extension Evidence {
    fileprivate static func gathered(_ options: RunOptions) throws -> Evidence {
        try Gathering(options: options, clock: StageClock(options: options))
            .run(try WaveInputs(options: options), lastOutput: nil)
    }
}

@Suite("What a caller should know")
struct CallerNoteTests {
    private func notes(_ wave: SmallWave) throws -> (CallerNotes, (String) -> String) {
        let options = RunOptions(
            waveFolder: wave.folder, outputFolder: wave.output, tables: .shared, version: "test",
            today: CivilDate(year: 2024, month: 12, day: 1)!)
        let evidence = try Evidence.gathered(options)
        let ids = Dictionary(
            evidence.profiles.map { ($0.organization.name, $0.organization.id) }, uniquingKeysWith: { a, _ in a })
        return (CallerNotes(evidence, CountedAnswers(evidence)), { ids[$0] ?? "" })
    }

    @Test("difficulties and hopes come in the order of the questionnaire, with what the platform can do about them")
    func answers() throws {
        let wave = try SmallWave([
            .init(
                name: "甲の会", themes: ["こども"],
                others: [
                    "2-4": "あり", "4-1": "感じる",
                    "4-3": "その他;取組みを検討する体制(人員)が不足している;地域において誰が取組んでいるか分からない",
                    "4-4": "人的支援・金銭的支援",
                ])
        ])
        let (notes, id) = try notes(wave)
        let note = try #require(notes.note(for: id("甲の会")))
        #expect(note.seesNeed == true && note.isCommissioned == true && note.section == "A課" && note.wish == nil)
        #expect(note.difficulties == ["地域において誰が取組んでいるか分からない", "取組みを検討する体制(人員)が不足している", "その他"])
        #expect(note.hopes == ["人的支援・金銭的支援"])
        // Nothing is offered for その他.
        #expect(note.offers.count == 3)
        #expect(note.offers.first == "PFの会議・名簿で、地域でだれが取り組んでいるかを知ることができます")
        #expect(note.offers.last?.hasPrefix("人的支援・金銭的支援は、PFの手だてにありません") == true)
        #expect(notes.note(for: "onobody") == nil)
    }

    @Test("notes are made for those outside the platform that answered")
    func who() throws {
        let wave = try SmallWave(
            [.init(name: "甲の会"), .init(name: "乙の会")], silent: ["沈黙の会"], members: ["乙の会"])
        let (notes, id) = try notes(wave)
        #expect(Array(notes.all.keys) == [id("甲の会")])
        #expect(notes.note(for: id("沈黙の会")) == CallerNote(section: "A課"))
    }

    private static func member(_ name: String, _ places: String, _ themes: [String]) -> SmallWave.Answer {
        places.isEmpty
            ? .init(name: name, themes: themes)
            : .init(name: name, range: "熊本市内の一部地域", places: places, themes: themes)
    }

    @Test("who shares themes and areas is a contact, three at most, and nobody whose place is withheld")
    func contacts() throws {
        let members = [
            Self.member("一の会", "", ["こども", "女性", "DV・性暴力"]), Self.member("二の会", "北区", ["こども"]),
            Self.member("三の会", "北区、南区", ["こども", "不登校"]), Self.member("四の会", "", ["こども"]),
            Self.member("五の会", "東区", ["こども", "不登校"]), Self.member("六の会", "北区", ["女性"]),
        ]
        let callers = [
            Self.member("甲の会", "北区、南区", ["こども", "不登校", "その他"]), Self.member("乙の会", "西区", ["不登校"]),
            Self.member("丙の会", "北区", ["その他"]), Self.member("丁の会", "", ["その他"]),
        ]
        let (notes, id) = try notes(SmallWave(members + callers, members: members.map(\.name)))
        func contacts(_ name: String) throws -> [CallerNote.Contact] {
            try #require(notes.note(for: id(name))).contacts
        }
        let best = try contacts("甲の会")
        #expect(best.map(\.name) == ["三の会", "四の会", "二の会"])
        #expect(best.map(\.sharedThemes) == [["不登校", "こども"], ["こども"], ["こども"]])
        #expect(best[0].sharedAreas == best[1].sharedAreas && best[0].sharedAreas.count == 2)
        #expect(best.allSatisfy { !$0.mayBeNamed })
        // Nobody does the same in the same place: who does the same elsewhere.
        #expect(Set(try contacts("乙の会").map(\.name)) == ["三の会", "五の会"])
        // Nobody does the same: who works there, those nearest to it first.
        let near = try contacts("丙の会").map(\.name)
        #expect(Set(near.prefix(2)) == ["二の会", "六の会"] && near.last == "三の会")
        #expect(try contacts("丁の会").isEmpty, "that both work in all of the city says nothing")
    }
}
