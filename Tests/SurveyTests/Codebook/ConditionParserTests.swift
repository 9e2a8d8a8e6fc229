import Model
import TestSupport
import Testing

@testable import Survey

@Suite struct ConditionParserTests {
    private static let a = Condition.chosen(question: "1-1", option: "npo")
    private static let b = Condition.chosen(question: "3-1", option: "yes")
    private static let c = Condition.chosen(question: "4-1", option: "no")

    @Test(
        arguments: [
            ("1-1 = npo", a), ("1-1=npo", a), ("１－１＝ｎｐｏ", a), ("  1-1  =  npo ", a), ("1-1 != npo", .not(a)),
            ("not 1-1 = npo", .not(a)),
            ("not not 1-1 = npo", .not(.not(a))), ("(1-1 = npo)", a), ("((1-1 = npo))", a),
            ("any_answered(2-3)", .anyAnswered(["2-3"])), ("any_answered( 2-3 ,3-1 )", .anyAnswered(["2-3", "3-1"])),
            ("問1 = はい", .chosen(question: "問1", option: "はい")),
            ("\"問 1\" = \"は い\"", .chosen(question: "問 1", option: "は い")),
            ("\"a=b\" = \"(c, d)\"", .chosen(question: "a=b", option: "(c, d)")),
        ] as [(String, Condition)])
    func aTermIsRead(text: String, condition: Condition) {
        #expect(ConditionParser.parse(text) == condition)
    }

    @Test(
        arguments: [
            ("1-1 = npo and 3-1 = yes", .all([a, b])), ("1-1 = npo or 3-1 = yes", .any([a, b])),
            ("1-1 = npo and 3-1 = yes and 4-1 = no", .all([a, b, c])),
            ("1-1 = npo or 3-1 = yes or 4-1 = no", .any([a, b, c])),
            ("1-1 = npo or 3-1 = yes and 4-1 = no", .any([a, .all([b, c])])),
            ("1-1 = npo and 3-1 = yes or 4-1 = no", .any([.all([a, b]), c])),
            ("(1-1 = npo or 3-1 = yes) and 4-1 = no", .all([.any([a, b]), c])),
            ("not 1-1 = npo and 3-1 = yes", .all([.not(a), b])), ("not (1-1 = npo and 3-1 = yes)", .not(.all([a, b]))),
            ("not (1-1 = npo) or 3-1 = yes", .any([.not(a), b])),
            ("1-1 = npo and not any_answered(2-3)", .all([a, .not(.anyAnswered(["2-3"]))])),
        ] as [(String, Condition)])
    func notBindsCloserThanAndAndAndCloserThanOr(text: String, condition: Condition) {
        #expect(ConditionParser.parse(text) == condition)
    }

    @Test(arguments: [
        "", " ", "1-1", "1-1 =", "= npo", "1-1 npo", "1-1 == npo", "1-1 ! npo", "1-1 = npo 3-1 = yes", "and",
        "1-1 = npo and",
        "or 1-1 = npo", "not", "(1-1 = npo", "1-1 = npo)", "()", "any_answered", "any_answered()", "any_answered(2-3",
        "any_answered(2-3,)", "any_answered(,2-3)", "any_answered 2-3", "1-1 = (npo)", "1-1 = \"npo", "\"",
        "1-1 = \"\"",
        "1-1 = npo, 3-1 = yes",
    ])
    func whatIsNoConditionIsNone(text: String) {
        #expect(ConditionParser.parse(text) == nil)
    }

    @Test(arguments: ["(", "not ", "1-1 = npo and ", "any_answered("]) func aMonstrousConditionIsRefusedNotFollowed(
        part: String
    ) {
        #expect(ConditionParser.parse(String(repeating: part, count: 50_000) + "1-1 = npo") == nil)
        let nested = String(repeating: "(", count: 50_000) + "1-1 = npo" + String(repeating: ")", count: 50_000)
        #expect(ConditionParser.parse(nested) == nil)
    }

    @Test func theExamplesOfMessagesAreConditions() {
        for example in ["3-1 = yes", "any_answered(2-3, 3-1)", "4-1 = yes and not 1-1 = npo"] {
            #expect(ConditionParser.examples.contains(example))
            #expect(ConditionParser.parse(example) != nil)
        }
    }

    @Test(arguments: 0..<20) func whatIsWrittenIsReadBack(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let condition = random(depth: 3, &generator)
            #expect(ConditionParser.parse(condition.description) == condition, "\(condition.description)")
        }
    }

    private func random(depth: Int, _ generator: inout SeededGenerator) -> Condition {
        let names = ["1-1", "問2", "a b", "x=y", "npo", "(1)"]
        func name() -> String { names[Int.random(in: names.indices, using: &generator)] }
        switch Int.random(in: 0..<(depth == 0 ? 2 : 5), using: &generator) {
        case 0: return .chosen(question: name(), option: name())
        case 1: return .anyAnswered((0...Int.random(in: 0...2, using: &generator)).map { _ in name() })
        case 2: return .not(random(depth: depth - 1, &generator))
        case 3:
            return .all(
                (0..<Int.random(in: 2...3, using: &generator)).map { _ in random(depth: depth - 1, &generator) })
        default:
            return .any(
                (0..<Int.random(in: 2...3, using: &generator)).map { _ in random(depth: depth - 1, &generator) })
        }
    }
}
