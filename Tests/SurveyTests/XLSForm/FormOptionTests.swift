import Model
import Testing

@testable import Survey

/// Choices as options: numbers, ids, wordings, and what they say about the concept.
@Suite struct FormOptionTests {
    private func options(_ choices: [(name: String, label: String)]) throws -> [Question.Option] {
        try #require(drafted(choices)).options
    }

    private func drafted(_ choices: [(name: String, label: String)]) -> OptionDrafting? {
        OptionDrafting(choices: choices.map { ($0.name, [$0.label]) }, taxonomy: FormWorkbook.taxonomy)
    }

    @Test(arguments: [
        (["1", "2", "3"], [1, 2, 3]), (["10", "20", "5"], [10, 20, 5]), (["a", "b", "c"], [1, 2, 3]),
        (["1", "2", "other"], [1, 2, 3]), (["3", "x", "2"], [3, 4, 2]), (["0", "1", "99"], [0, 1, 99]),
        (["-1", "1", "2"], [3, 1, 2]), (["01", "1", "2"], [1, 3, 2]), (["10000", "x", "1.5"], [1, 2, 3]),
        (["9999", "a"], [9999, 2]), (["１", "a"], [1, 2]),
    ])
    func aNameThatIsANumberIsTheCode(names: [String], codes: [Int]) throws {
        #expect(try options(names.map { ($0, "選択肢\($0)番") }).map(\.code) == codes)
    }

    @Test func aListMayFillAllNumbers() throws {
        let many = (1...9999).map { (name: "n\($0)", label: "選択肢 \($0) 番") }
        #expect(Set(try options(many).map(\.code)).count == 9999)
        #expect(drafted(many + [("more", "もう一つ")]) == nil)
    }

    @Test(arguments: [
        (["npo", "Social-Welfare", "c_3"], ["npo", "Social-Welfare", "c_3"]), (["1", "2", "3"], ["c1", "c2", "c3"]),
        (["団体", "a b", "_x"], ["c1", "c2", "c3"]), (["c2", "2", "x.y"], ["c2", "c2_2", "c3"]),
    ])
    func aGoodNameIsTheId(names: [String], ids: [String]) throws {
        let options = try self.options(zip(names, ["種類甲", "種類乙", "種類丙"]).map { ($0, $1) })
        #expect(options.map(\.id) == ids)
        #expect(zip(names, options).allSatisfy { $1.alsoWritten == [$0] }, "exports write names or labels")
    }

    @Test(arguments: [("はい", "いいえ"), ("有", "無"), ("あり", "なし"), ("Yes", "No"), ("○", "×")])
    func yesAndNoAreTheSameEverywhere(yes: String, no: String) throws {
        #expect(try options([("1", yes), ("2", no)]).map(\.id) == ["yes", "no"])
        #expect(try options([("b", no), ("a", yes)]).map(\.id) == ["no", "yes"])
    }

    @Test func aLabelIsWrittenOnceWhereItIsItsName() throws {
        let options = try self.options([("相談", "相談"), ("見守り", "見守り ")])
        #expect(options.map(\.alsoWritten) == [[], []])
    }

    @Test func theLabelWithItsMarkupIsAnotherWording() throws {
        let options = try self.options([("a", "**相談**"), ("b", "<b>見守り</b>")])
        #expect(options.map(\.label) == ["相談", "見守り"])
        #expect(options.map(\.alsoWritten) == [["a", "**相談**"], ["b", "<b>見守り</b>"]])
    }

    @Test func eachWordingMeansOneOption() throws {
        let drafted = try #require(self.drafted([("1", "2"), ("2", "1"), ("3", "その他"), ("4", "その他"), ("5", "その他")]))
        #expect(drafted.options.map(\.label) == ["2", "1", "その他", "その他（4）", "その他（5）"])
        #expect(drafted.options.map(\.alsoWritten) == [[], [], ["3"], ["4"], ["5"]])
        #expect(drafted.remarks == ["c4": .labelTwice, "c5": .labelTwice])
    }

    @Test func aChoiceWithoutALabelHasItsName() throws {
        let drafted = try #require(
            OptionDrafting(choices: [("a", []), ("b", ["<br>"])], taxonomy: FormWorkbook.taxonomy))
        #expect(drafted.options.map(\.label) == ["a", "b"])
    }

    // MARK: - Concepts

    private static let themes = ["こども", "子育て", "若者", "高齢者", "生活困窮", "外国人", "その他（具体的に）"]

    private func concepts(_ lists: [[String]]) throws -> [(concept: QuestionConcept, remarks: [String])] {
        var text = "survey\n| type | name | label |\n"
        for index in lists.indices { text += "| select_multiple l\(index) | q\(index) | 問い |\n" }
        text += "choices\n| list_name | name | label |\n"
        for (index, list) in lists.enumerated() {
            for (code, label) in list.enumerated() { text += "| l\(index) | \(code + 1) | \(label) |\n" }
        }
        let draft = try FormWorkbook(text).imported().draft
        #expect(try draft.readBack() == draft.entries.map(\.question))
        return draft.entries.map { ($0.question.concept, $0.remarks) }
    }

    @Test func aListOfThemesIsTheTheme() throws {
        #expect(try concepts([Self.themes]).map(\.concept) == [.theme])
        #expect(try concepts([["相談窓口の開設", "居場所づくり", "アウトリーチ支援", "その他"]]).map(\.concept) == [.supportType])
    }

    @Test func aFewThemesAloneSayNothing() throws {
        let read = try concepts([["こども", "若者", "高齢者"]])
        #expect(read.map(\.concept) == [.other] && read[0].remarks.count == 1)
    }

    @Test func aChoiceThatTheTaxonomyLacksLeavesItOpen() throws {
        let read = try concepts([Self.themes + ["宇宙開発"]])
        #expect(read.map(\.concept) == [.other])
        #expect(read[0].remarks.contains { $0.contains("theme") && $0.contains("宇宙開発") })
    }

    @Test(arguments: [[], ["宇宙開発"]]) func theSecondListOfThemesIsAboutSomethingElse(more: [String]) throws {
        let read = try concepts([Self.themes + more, Self.themes])
        #expect(read.map(\.concept) == [more.isEmpty ? .theme : .other, .other])
        #expect(read[1].remarks.contains { $0.contains("q0") })
    }

    @Test func aTextForOtherThemesIsTheirText() throws {
        var text = "survey\n| type | name | label | relevant |\n| select_multiple l | q | 活動 | |\n"
        text += "| text | t | 具体的に | selected(${q}, '7') |\n| text | u | 理由 | selected(${q}, '1') |\n"
        text += "choices\n| list_name | name | label |\n"
        for (code, label) in Self.themes.enumerated() { text += "| l | \(code + 1) | \(label) |\n" }
        let questions = try FormWorkbook(text).questions()
        #expect(questions["q"]?.concept == .theme)
        #expect(questions["t"]?.concept == .themeText)
        #expect(questions["u"]?.concept == .other)
    }
}
