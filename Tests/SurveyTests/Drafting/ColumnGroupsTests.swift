import Testing

@testable import Survey

@Suite struct ColumnGroupsTests {
    private func questions(_ rows: [[String]]) throws -> [FileQuestion] {
        let finder = QuestionFinder(words: try DraftSupport.words.get())
        return finder.questions(in: try DraftSupport.columns(rows)).questions
    }

    @Test(arguments: [
        (["Q2_1", "Q2_2", "Q2_3"], "Q2_*"), (["問2（1）", "問2（2）", "問2（3）"], "問2（*）"),
        (["活動_こども", "活動_若者", "活動_介護"], "活動_*"), (["活動[こども]", "活動[若者]", "活動[介護]"], "活動[*]"),
        (["支援の内容1", "支援の内容2", "支援の内容3"], "支援の内容*"),
    ])
    func aColumnForEachOptionIsOneQuestion(titles: [String], pattern: String) throws {
        let found = try questions([titles, ["1", "0", ""], ["0", "1", "1"], ["1", "", "0"], ["", "", ""]])
        #expect(found.count == 1)
        #expect(found.first?.place == .pattern(pattern))
        #expect(found.first?.content == .marks)
        #expect(found.first?.options.map(\.count) == [2, 1, 1])
        #expect(found.first?.severalCells == 1)
    }

    @Test func theColumnsOwnNumberIsAMark() throws {
        let found = try questions([["Q2_1", "Q2_2", "Q2_3"], ["1", "0", "3"], ["0", "2", "-1"], ["1", "2", "3"]])
        #expect(found.map(\.place) == [.pattern("Q2_*")])
        #expect(found.first?.options.map(\.count) == [2, 2, 2])
    }

    @Test func severalChoicesInColumnsOfTheirOwnArePutTogether() throws {
        let found = try questions([
            ["回答1", "回答2", "回答3"], ["こども", "若者", ""], ["若者", "介護", "こども"], ["介護", "こども", ""], ["若者", "", ""],
        ])
        #expect(found.map(\.place) == [.pattern("回答*")])
        #expect(found.first?.content == .labels)
        #expect(Set(found.first?.options.map(\.label) ?? []) == ["こども", "若者", "介護"])
    }

    @Test(arguments: [["問2-1", "問2-2", "問2-3"], ["Q1", "Q2", "Q3"], ["問1", "問2", "問3"]])
    func numbersOfQuestionsAreNotOptions(titles: [String]) throws {
        let found = try questions([titles, ["1", "2,3", "1"], ["2", "1", "2"], ["1", "3", "1"]])
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.content == .codes })
    }

    @Test func aTextUnderTheSameTitleLeavesTheMarksTogether() throws {
        let found = try questions([
            ["受付", "", "問2 活動", "", "", ""], ["番号", "団体名", "こども", "若者", "その他", "その他の内容"],
            ["1", "そら", "1", "0", "1", "ペット"], ["2", "うみ", "0", "1", "0", ""],
        ])
        let marks = found.first { $0.content == .marks }
        #expect(marks?.place == .titles(["こども", "若者", "その他"]))
        #expect(found.contains { $0.content == .text && $0.title == "その他の内容" })
    }
}
