import Testing

@testable import Survey

@Suite struct HeaderFinderTests {
    private static let data = [
        ["1", "ひまわりの会", "任意団体", "本町1-2-3"], ["2", "みどり会", "NPO法人", "本町4-5"],
        ["3", "そら", "任意団体", "若葉6-7"],
    ]
    private static let titles = ["No.", "団体名", "種別", "所在地"]

    private func find(_ rows: [[String]]) throws -> HeaderGuess? {
        HeaderFinder(words: try DraftSupport.words.get()).find(DraftSupport.sample(rows))
    }

    @Test(arguments: [
        ([], 1), ([["調査対象名簿"]], 2), ([["調査対象名簿"], ["作成：令和6年9月30日現在"], []], 4),
        ([["名簿", "", "", "令和6年9月30日"]], 2), ([[], [], [], [], ["※ 取扱注意"]], 6),
    ])
    func theHeaderStandsBelowTitlesDatesAndNotes(above: [[String]], row: Int) throws {
        let found = try #require(try find(above + [Self.titles] + Self.data))
        #expect(found.row == row)
        #expect(found.rows == 1)
        #expect(found.headers == [Self.titles])
        #expect(found.firstLine == above.filter { !$0.isEmpty }.count + 1)
    }

    @Test(arguments: [
        // Groups above, blank to the right as in a file that was merged, or repeated as the reader spreads it.
        (["受付", "", "問1", "", ""], ["番号", "団体名", "種類", "範囲", "具体"]),
        (["受付", "受付", "問1", "問1", "問1"], ["番号", "団体名", "種類", "範囲", "具体"]),
        // Titles of single columns merged downwards.
        (["番号", "団体名", "問1", "問1", "問1"], ["", "", "こども", "若者", "その他"]),
        (["番号", "団体名", "問1", "", ""], ["", "", "こども", "若者", "その他"]),
        // Options by number.
        (["受付", "", "問2", "", ""], ["番号", "団体名", "1", "2", "3"]),
    ])
    func twoRowsAreFoundByTheirGroups(upper: [String], lower: [String]) throws {
        let data = [["1", "そらの会", "1", "0", "0"], ["2", "うみの会", "0", "1", "0"]]
        let found = try #require(try find([["入力データ"], upper, lower] + data))
        #expect(found.row == 2)
        #expect(found.rows == 2)
        #expect(found.firstLine == 3)
    }

    @Test func aRowOfDataIsNoLowerHeader() throws {
        let found = try #require(
            try find([["番号", "団体名", "回答1", "回答2"], ["1", "そらの会", "こども", "若者"], ["2", "うみの会", "介護", ""]]))
        #expect(found.rows == 1)
    }

    @Test(arguments: [[], [[]], [["1", "2"], ["3", "4"]], [["096-000-0000", "a@example.jp"]]])
    func whatHasNoTitlesHasNoHeader(rows: [[String]]) throws {
        #expect(try find(rows) == nil)
    }
}
