import Model
import Testing

@testable import Survey

/// The column `relevant`, as conditions of the codebook.
@Suite struct RelevanceTests {
    /// The condition of a question with this expression, as the codebook writes it, and what is said about it.
    private func asked(_ relevant: String) throws -> (condition: String?, findings: [Finding]) {
        let result = try SmallForm.adding("| text | next | 次 | \(relevant) |").imported()
        let question = try #require(result.draft.entries.last).question
        #expect(try result.draft.readBack() == result.draft.entries.map(\.question))
        return (question.askedIf?.description, result.findings)
    }

    @Test(arguments: [
        ("${active} = 'yes'", "active = yes"), ("${active}=\"yes\"", "active = yes"),
        ("${ active } = 'yes'", "active = yes"), ("'yes' = ${active}", "active = yes"),
        ("${active} = ‘yes’", "active = yes"), ("${active} != 'yes'", "not active = yes"),
        ("../active = 'yes'", "active = yes"), ("/data/active = 'yes'", "active = yes"),
        ("current()/../active = 'yes'", "active = yes"), ("(${active} = 'yes')", "active = yes"),
        ("selected(${kinds}, 'a')", "kinds = a"), ("selected( ${kinds} , \"a\" )", "kinds = a"),
        ("selected(${active}, 'no')", "active = no"), ("not(selected(${kinds}, 'a'))", "not kinds = a"),
        ("not(not(selected(${kinds}, 'a')))", "kinds = a"),
        ("${kinds} = 'a'", "kinds = a and not (kinds = b or kinds = c)"),
        ("${kinds} != ''", "any_answered(kinds)"), ("${name} != ''", "any_answered(name)"),
        ("${name} = ''", "not any_answered(name)"), ("not(${name} = '')", "any_answered(name)"),
        ("string-length(${name}) > 0", "any_answered(name)"), ("string-length(${name}) >= 1", "any_answered(name)"),
        ("string-length(${name}) = 0", "not any_answered(name)"), ("0 < string-length(${name})", "any_answered(name)"),
        ("count-selected(${kinds}) > 0", "any_answered(kinds)"),
        ("count-selected(${kinds}) != 0", "any_answered(kinds)"),
        ("count-selected(${kinds}) < 1", "not any_answered(kinds)"),
        ("${scale} = 1", "scale = \"1\""), ("${scale} = '1'", "scale = \"1\""),
        ("${scale} >= 2", "scale = c2 or scale = c3"), ("${scale} < '2'", "scale = c1"), ("2 < ${scale}", "scale = c3"),
        ("${scale} != 1", "not scale = c1"),
        ("${active} = 'yes' and selected(${kinds}, 'a')", "active = yes and kinds = a"),
        ("${active} = 'yes' or selected(${kinds}, 'a')", "active = yes or kinds = a"),
        (
            "${active} = 'yes' or ${scale} = 1 and selected(${kinds}, 'a')",
            "active = yes or (scale = c1 and kinds = a)"
        ),
        (
            "(${active} = 'yes' or ${scale} = 1) and selected(${kinds}, 'a')",
            "(active = yes or scale = c1) and kinds = a"
        ),
        ("${name} != '' or ${people} != ''", "any_answered(name, people)"),
        ("${active} = 'yes' and true()", "active = yes"), ("${active} = 'yes' or false()", "active = yes"),
        ("${active} = 'yes' and ${active} = 'yes'", "active = yes"),
    ])
    func whatAConditionCanSayIsSaid(relevant: String, condition: String) throws {
        let asked = try asked(relevant)
        #expect(asked.condition == condition.replacing("\"1\"", with: "c1"))
        #expect(asked.findings.isEmpty)
    }

    @Test(arguments: ["true()", "yes", "TRUE", "string-length(${name}) >= 0"])
    func whatAlwaysHoldsIsNoCondition(relevant: String) throws {
        let asked = try asked(relevant)
        #expect(asked.condition == nil && asked.findings.isEmpty)
    }

    @Test(arguments: [
        "${people} > 3", "${people} = 3", "${name} = 'A'", "${total} = 2", "${active}", "'yes'",
        "${active} = ${scale}", "count-selected(${kinds}) > 1", "string-length(${name}) > 5",
        "${active} = 'yes' or ${people} > 3", "not(${active} = 'yes' and ${people} > 3)", "false()", "no",
        "${scale} > 5", "regex(${name}, '^A')", "if(${active} = 'yes', true(), false())",
        "selected-at(${kinds}, 0) = 'a'", "jr:choice-name(${active}, '${active}') = 'はい'",
        "instance('kinds')/root/item[name = ${active}]/active = 'yes'", "${people} + 1 > 3", "active = 'yes'",
        "${active} = 'yes", "${active} == 'yes'", "(${active} = 'yes'", "${active} = 'yes' and", "${active} は はい",
        "${last-saved#active} = 'yes'", "coalesce(${active}, ${scale}) = 'yes'", ". = 'yes'",
    ])
    func whatNoConditionCanSayIsKeptInFull(relevant: String) throws {
        let asked = try asked(relevant)
        #expect(asked.condition == nil)
        #expect(
            asked.findings == [
                Finding(
                    .warning, .formConditionLeftOut, at: formCell("survey", SmallForm.nextRow, "relevant"),
                    found: relevant)
            ])
        let entry = try #require(SmallForm.adding("| text | next | 次 | \(relevant) |").imported().draft.entries.last)
        #expect(entry.remarks.contains { $0.hasSuffix(relevant) })
    }

    @Test func ofJoinedConditionsThePartThatCanBeSaidRemains() throws {
        let asked = try asked("${people} > 3 and ${active} = 'yes' and (${total} = 2 or ${scale} = 1)")
        #expect(asked.condition == "active = yes")
        #expect(asked.findings.map(\.problem.code) == [.formConditionLeftOut])
    }

    @Test func aChoiceThatTheQuestionDoesNotHaveIsSaidWithTheNearest() throws {
        let asked = try asked("${active} = 'yess'")
        #expect(asked.condition == nil)
        #expect(
            asked.findings.first
                == Finding(
                    .warning, .valueUnknown, at: formCell("survey", SmallForm.nextRow, "relevant"), found: "yess",
                    expected: "yes"))
        #expect(asked.findings.map(\.problem.code) == [.valueUnknown, .formConditionLeftOut])
    }

    @Test func conditionsOfNestedGroupsAreJoined() throws {
        let form = SmallForm.adding("| begin_group | outer | 外 | ${active} = 'yes' |")
            .adding("| begin group | inner | 内 | ${name} != '' or ${scale} = 3 |", to: "survey")
            .adding("| text | deep | 深い | selected(${kinds}, 'b') |", to: "survey")
            .adding("| end group | | | |", to: "survey")
            .adding("| text | shallow | 浅い | |", to: "survey")
            .adding("| end_group | | | |", to: "survey")
            .adding("| text | outside | 外側 | |", to: "survey")
        let questions = try form.questions()
        #expect(
            questions["deep"]?.askedIf?.description
                == "active = yes and (any_answered(name) or scale = c3) and kinds = b")
        #expect(questions["shallow"]?.askedIf?.description == "active = yes")
        #expect(questions["outside"]?.askedIf == nil)
    }

    @Test func theConditionOfAGroupIsReportedOnce() throws {
        let form = SmallForm.adding("| begin_group | outer | 外 | ${people} > 3 |")
            .adding("| text | one | 一 | |", to: "survey").adding("| text | two | 二 | |", to: "survey")
            .adding("| end_group | | | |", to: "survey")
        let result = try form.imported()
        #expect(result.findings.map(\.problem.location.row) == [SmallForm.nextRow])
        #expect(result.draft.entries.suffix(2).allSatisfy { $0.remarks.contains { $0.hasSuffix("${people} > 3") } })
    }

    @Test(arguments: ["(", "not(", "${active} = 'yes' and ", "../"]) func aMonstrousExpressionIsRefusedNotFollowed(
        part: String
    ) throws {
        let long = String(repeating: part, count: 5000)
        #expect(XPathExpression.parse(long + "1") == nil)
        #expect(try !asked(long + "${active} = 'yes'").findings.isEmpty)
    }

    @Test(arguments: [(200, true), (260, false)]) func aConditionTooLongToBeReadBackIsLeftOut(
        count: Int, isSaid: Bool
    ) throws {
        let relevant = (0..<count).map { "selected(${long}, 'n\($0)')" }.joined(separator: " and ")
        var form = SmallForm.adding("| select_multiple long | long | 長い |")
            .adding("| text | next | 次 | \(relevant) |", to: "survey")
        for index in 0..<count { form = form.adding("| long | n\(index) | 選択肢\(index)番 |", to: "choices") }
        let result = try form.imported()
        #expect((result.draft.entries.last?.question.askedIf != nil) == isSaid)
        #expect(result.findings.map(\.problem.code) == (isSaid ? [] : [.formConditionLeftOut]))
        #expect(try result.draft.readBack() == result.draft.entries.map(\.question))
    }
}
