import Model
import TestSupport
import Testing

@testable import Survey

@Suite struct SkipLogicTests {
    private func choice(_ id: String, _ options: [String], _ kind: Question.Kind = .single) -> Question {
        Question(
            id: id, label: id, kind: kind, concept: .other,
            options: options.enumerated().map { Question.Option(id: $1, code: $0 + 1, label: $1) }, askedIf: nil)
    }

    private func conditions(_ rows: [[String: Answer]], _ questions: [Question]) -> [String: Condition] {
        SkipLogic(rows: rows, questions: questions).conditions().mapValues(\.condition)
    }

    @Test func thoseWhoChoseAnOptionWereAsked() {
        let rows: [[String: Answer]] = (0..<100).map { number in
            let yes = number % 2 == 0
            return [
                "1": .options([number % 3 == 0 ? "a" : "b"]), "2": .options([yes ? "yes" : "no"]),
                "3": yes && number % 10 != 0 ? .options(["x"]) : .blank,
            ]
        }
        let found = conditions(rows, [choice("1", ["a", "b"]), choice("2", ["yes", "no"]), choice("3", ["x", "y"])])
        #expect(found == ["3": .chosen(question: "2", option: "yes")])
    }

    @Test func aFewAnswersOfOthersAreExceptions() {
        func rows(exceptions: Int) -> [[String: Answer]] {
            (0..<200).map { number in
                let yes = number < 100
                let answers = yes || number >= 200 - exceptions
                return ["2": .options([yes ? "yes" : "no"]), "3": answers ? .options(["x"]) : .blank]
            }
        }
        let questions = [choice("2", ["yes", "no"]), choice("3", ["x", "y"])]
        #expect(conditions(rows(exceptions: 2), questions)["3"] == .chosen(question: "2", option: "yes"))
        #expect(conditions(rows(exceptions: 20), questions).isEmpty)
    }

    @Test func severalOptionsCanLeadOn() {
        let rows: [[String: Answer]] = (0..<120).map { number in
            let option = ["wants", "considers", "declines", "joined"][number % 4]
            return ["5": .options([option]), "6": number % 4 < 2 ? .options(["x"]) : .blank]
        }
        let found = conditions(
            rows, [choice("5", ["wants", "considers", "declines", "joined"]), choice("6", ["x", "y"])])
        #expect(
            found["6"]
                == .any([.chosen(question: "5", option: "wants"), .chosen(question: "5", option: "considers")]))
    }

    @Test func questionsThatAreBlankTogetherAreABlock() {
        let rows: [[String: Answer]] = (0..<100).map { number in
            let asked = number % 4 != 0
            return [
                "1": .options(["a"]), "2": asked ? .options(["x"]) : .blank, "3": asked ? .options(["y"]) : .blank,
                "4": asked ? .options(["z"]) : .blank,
            ]
        }
        let questions = [choice("1", ["a", "b"]), choice("2", ["x"]), choice("3", ["y"]), choice("4", ["z"])]
        let block = Condition.anyAnswered(["2", "3", "4"])
        #expect(conditions(rows, questions) == ["2": block, "3": block, "4": block])
    }

    @Test func blanksAtRandomAreNoSkipLogic() {
        var random = SeededGenerator(seed: 7)
        let rows: [[String: Answer]] = (0..<300).map { _ in
            ["1": .options([Bool.random(using: &random) ? "a" : "b"])].merging(
                ["2", "3", "4"].map { ($0, Int.random(in: 0..<3, using: &random) == 0 ? .blank : .options(["x"])) },
                uniquingKeysWith: { first, _ in first })
        }
        let questions = [choice("1", ["a", "b"]), choice("2", ["x"]), choice("3", ["x"]), choice("4", ["x"])]
        #expect(conditions(rows, questions).isEmpty)
    }

    @Test func aHandfulOfRowsTellsNothing() {
        let rows: [[String: Answer]] = (0..<8).map {
            ["1": .options([$0 < 4 ? "a" : "b"]), "2": $0 < 4 ? .options(["x"]) : .blank]
        }
        #expect(conditions(rows, [choice("1", ["a", "b"]), choice("2", ["x"])]).isEmpty)
    }
}
