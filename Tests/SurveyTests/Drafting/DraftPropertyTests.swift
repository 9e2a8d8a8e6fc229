import Model
import TestSupport
import Testing

@testable import Survey

/// Whatever the tables hold, the drafts read back without a problem, and name every column.
@Suite struct DraftPropertyTests {
    private static let oddTitles = [
        "団体名", "団体名", "問1: 種類", "#番号", "備考 # 注", "- 項目", "a: b: c", "[x]", "{y}", "*", "&a", "!b", "%", "@", "`",
        "\"引用\"", "'引用'", "複数\n行の\n見出し", "はい", "yes", "no", "null", "1", "2024-10-21", "", " ", "　", "Q1_*", "=1+1",
        "問2 / 種類", "長い見出し" + String(repeating: "あ", count: 280), "\u{1F600}", "タブ\tあり", "末尾:", "~", "?", "|", ">",
        "Q2_1", "Q2_2", "Q2_3", "問3[こども]", "問3[若者]", "問3[介護]", "タイムスタンプ", "所在地", "電話", "その他",
    ]
    private static let oddCells = [
        "", "", "", "1", "0", "99", "2", "○", "×", "こども", "若者", "こども;若者", "こども、介護", "NPO法人", "その他", "-1", "-9999",
        "2024/10/21", "熊本市中央区本町1-2", "096-000-0000", "a@example.jp", "自由な\n記述。", "\"", "'", "#", ": ", "- ",
        "{a: b}", "[1, 2]", "無回答", "はい", "いいえ", "9", "1,2,3", "\u{1F600}", "\u{200B}", "\t",
    ]

    @Test(arguments: 0..<60)
    func draftsReadBack(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let files = ["回答.csv", "名簿: #1.csv", "参加団体.csv", "郵送.xlsx", "- メモ.csv"]
        let samples = (0..<Int.random(in: 1...3, using: &random)).map { index in
            let columns = Int.random(in: 1...(seed % 10 == 0 ? 300 : 14), using: &random)
            var titles = (0..<columns).map { _ in Self.oddTitles.randomElement(using: &random) ?? "" }
            titles[Int.random(in: 0..<columns, using: &random)] = "団体名"
            var rows = [titles]
            if seed % 3 == 1 { rows.insert(titles.map { _ in Bool.random(using: &random) ? "問\(index)" : "" }, at: 0) }
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                rows.append((0..<columns).map { _ in Self.oddCells.randomElement(using: &random) ?? "" })
            }
            return DraftSupport.sample(
                rows, file: files[(seed + index) % files.count], sheet: seed % 2 == 0 ? "Sheet: 1" : nil)
        }
        guard let draft = try DraftSupport.draft(samples) else { return }
        let (wave, questionnaire) = try DraftSupport.read(draft)
        #expect(wave.unknownQuestions(in: questionnaire).isEmpty)
        #expect(wave.sources.count == draft.sources.count)
        for doubt in draft.doubts {
            let text = doubt.file == "wave.yaml" ? draft.wave : draft.codebook
            #expect((1...text.split(separator: "\n", omittingEmptySubsequences: false).count).contains(doubt.line))
        }
    }

    @Test(arguments: [
        ["団体名"], ["団体名", "団体名"], ["団体名", "問1: 種類", "備考 # 注"],
        ["団体名"] + (1...300).map { "列\($0)" },
    ])
    func tablesOfOneRowAndOfNone(titles: [String]) throws {
        #expect(try DraftSupport.draft([DraftSupport.sample([titles])]) == nil, "a header alone holds nothing")
        let draft = try #require(try DraftSupport.draft([DraftSupport.sample([titles, titles.map { "\($0)の値" }])]))
        let (wave, _) = try DraftSupport.read(draft)
        #expect(wave.sources.count == 1)
        #expect(draft.wave.contains(titles.last ?? ""), "every column is named")
    }

    @Test func aTitleThatStandsTwiceIsNamedByItsPlace() throws {
        let rows = [["団体名", "電話", "電話"], ["そらの会", "096-000-0001", "090-0000-0001"]]
        let draft = try #require(try DraftSupport.draft([DraftSupport.sample(rows, file: "名簿.csv")]))
        #expect(try DraftSupport.read(draft).wave.sources.first?.columns[.telephone] == "電話#1")
        #expect(draft.wave.contains("電話"))
    }
}
