import Model
import Testing

@testable import Pipeline

/// How choices stand to those of the wave before.
@Suite("Choices of two questionnaires")
struct EarlierChoicesTests {
    private static func option(_ id: String, _ label: String, was earlier: [String] = []) -> Question.Option {
        Question.Option(id: id, code: 1, label: label, earlierIDs: earlier)
    }

    /// 甲 stays, 乙 is worded otherwise, 丙 and 丁 are one, 戊 is two, 己 is gone, 庚 is new.
    private static let choices = EarlierChoices(
        [
            option("a", "甲"), option("b", "乙の人"), option("cd", "丙・丁", was: ["c", "d"]),
            option("e1", "戊一", was: ["e"]), option("e2", "戊二", was: ["e"]), option("g", "庚"),
        ],
        offered: [("a", "甲"), ("b", "乙"), ("c", "丙"), ("d", "丁"), ("e", "戊"), ("f", "己")])

    @Test(
        "each stands for what it was",
        arguments: [
            ("a", ["a"], true, false), ("b", ["b"], true, true), ("cd", ["c", "d"], true, true),
            ("e1", ["e"], false, true), ("g", [], false, false),
        ])
    func later(id: String, earlier: [String], isComparable: Bool, isRelabelled: Bool) {
        #expect(Self.choices.earlier(of: id) == earlier)
        #expect(Self.choices.isComparable(id) == isComparable)
        #expect(Self.choices.isRelabelled(id) == isRelabelled)
    }

    @Test(
        "what was chosen then can be told now unless it was merged or isn't asked any more",
        arguments: [("a", true), ("b", true), ("c", false), ("d", false), ("e", true), ("f", false)])
    func measured(id: String, isMeasured: Bool) {
        #expect(Self.choices.isMeasured(id) == isMeasured)
    }
}
