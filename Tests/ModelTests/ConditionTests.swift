import Model
import Testing

@Suite struct ConditionTests {
    private let answers: [String: Answer] = [
        "1-1": .options(["npo"]), "2-2": .options(["children", "youth"]), "2-3": .blank, "3-1": .options(["yes"]),
        "3-3": .text("事例"),
    ]

    @Test(arguments: [
        ("3-1", "yes", true), ("3-1", "no", false), ("2-2", "youth", true), ("2-2", "women", false),
        ("2-3", "outreach", false), ("3-3", "事例", false), ("9-9", "yes", false),
    ])
    func anOptionCountsWhenItIsAmongThoseChosen(question: String, option: String, holds: Bool) {
        let condition = Condition.chosen(question: question, option: option)
        #expect(condition.holds(for: answers) == holds)
        #expect(Condition.not(condition).holds(for: answers) == !holds)
    }

    @Test(arguments: [
        (["2-3"], false), (["2-3", "9-9"], false), (["2-3", "3-1"], true), (["3-3"], true), ([], false),
    ])
    func blankAndMissingAreNoAnswer(questions: [String], holds: Bool) {
        #expect(Condition.anyAnswered(questions).holds(for: answers) == holds)
    }

    @Test(arguments: [true, false], [true, false])
    func allAndAnyFollowTheirTables(a: Bool, b: Bool) {
        let truth = Condition.chosen(question: "3-1", option: "yes")
        let (first, second) = (a ? truth : .not(truth), b ? truth : .not(truth))
        #expect(Condition.all([first, second]).holds(for: answers) == (a && b))
        #expect(Condition.any([first, second]).holds(for: answers) == (a || b))
    }

    @Test func nothingToFulfilIsFulfilled() {
        #expect(Condition.all([]).holds(for: [:]))
        #expect(!Condition.any([]).holds(for: [:]))
    }

    @Test func itNamesTheQuestionsThatItLooksAt() {
        let condition = Condition.any([
            .all([.chosen(question: "4-1", option: "yes"), .not(.chosen(question: "1-1", option: "npo"))]),
            .anyAnswered(["2-3", "3-1"]),
        ])
        #expect(condition.questions == ["4-1", "1-1", "2-3", "3-1"])
    }

    @Test func anAnswerIsOneThing() {
        #expect(Answer.blank.isBlank && !Answer.options(["a"]).isBlank && !Answer.text("").isBlank)
        #expect(Answer.options(["a", "b"]).chosen == ["a", "b"] && Answer.text("a").chosen.isEmpty)
        #expect(Answer.text("a").text == "a" && Answer.options(["a"]).text == nil)
    }
}
