import Model
import Testing

@testable import Survey

/// What forms write differently and mean the same by.
@Suite struct FormSpellingTests {
    @Test(arguments: [
        ("type", "name", "label"), ("Type", "NAME", "Label"), (" type ", "name", "label:日本語"),
        ("type", "name", "label::Japanese (ja)"), ("type", "name", "label :: 日本語"), ("command", "tag", "caption"),
        ("ｔｙｐｅ", "value", "Ｌａｂｅｌ：：ja"),
    ])
    func titlesOfColumns(type: String, name: String, label: String) throws {
        let form = FormWorkbook(
            """
            Survey
            | \(type) | \(name) | \(label) |
            | select one kinds | q | 種類 |
            CHOICES
            | list name | value | \(label) |
            | kinds | a | 相談 |
            | kinds | b | 見守り |
            """)
        let question = try #require(try form.questions()["q"])
        #expect(question.label == "種類" && question.options.map(\.label) == ["相談", "見守り"])
    }

    @Test(arguments: ["relevant", "relevance", "Relevant", "bind::relevant", "bind:relevant"])
    func theColumnRelevant(title: String) throws {
        let form = FormWorkbook(
            """
            survey
            | type | name | label | \(title) |
            | text | q1 | 一 | |
            | text | q2 | 二 | ${q1} != '' |
            | text | q3 | 三 | ${q1} > 3 |
            """)
        let result = try form.imported()
        #expect(result.draft.entries[1].question.askedIf == .anyAnswered(["q1"]))
        #expect(result.findings.map(\.problem.location) == [formCell("survey", 4, title)])
    }

    @Test(
        arguments: [
            ("select_one kinds", .single), ("select one kinds", .single), ("Select_One kinds", .single),
            ("select_one  kinds ", .single), ("select1 kinds", .single), ("select one from kinds", .single),
            ("select_multiple kinds", .multiple), ("select multiple kinds", .multiple),
            ("select all that apply kinds", .multiple), ("select all that apply from kinds", .multiple),
            ("add select one prompt using kinds", .single), ("text", .text), ("string", .text), ("integer", .number),
            ("int", .number), ("decimal", .number), ("range", .number), ("date", .date), ("dateTime", .date),
            ("datetime", .date), ("time", .text), ("barcode", .text), ("rank kinds", .text), ("acknowledge", .text),
            ("select_one_from_file a.csv", .text), ("select_multiple_from_file a.csv", .text),
            ("select_one_external kinds", .text), ("select_one ${kinds}", .text),
        ] as [(String, Question.Kind)])
    func typesOfQuestions(type: String, kind: Question.Kind) throws {
        let result = try SmallForm.adding("| \(type) | q | 問い |").imported()
        #expect(result.draft.entries.last?.question.id == "q")
        #expect(result.draft.entries.last?.question.kind == kind)
        let isUncounted = kind == .text && !["text", "string"].contains(type)
        #expect(result.findings.map(\.problem.code) == (isUncounted ? [.formTakenAsText] : []))
    }

    @Test(arguments: [
        "start", "end", "today", "deviceid", "phonenumber", "username", "email", "audit", "simserial", "start-geopoint",
        "note", "calculate", "hidden", "geopoint", "geotrace", "image", "audio", "video", "file", "csv-external",
        "background-audio", "xml-external", "subscriberid",
    ])
    func rowsThatAreNoQuestion(type: String) throws {
        let result = try SmallForm.adding("| \(type) | q | 何か |").imported()
        #expect(!result.draft.entries.contains { $0.question.id == "q" })
        #expect(result.draft.heading.contains { $0.contains(type) }, "named, not dropped")
    }

    @Test(arguments: [
        ("begin group", "end group"), ("begin_group", "end_group"), ("Begin Group", "END GROUP"),
        ("begin repeat", "end repeat"), ("begin_repeat", "end_repeat"), ("begin  group", "end_group"),
        ("begin lgroup", "end lgroup"), ("begin loop over kinds", "end loop"),
    ])
    func groups(begin: String, end: String) throws {
        let form = SmallForm.adding("| \(begin) | g | 枠 | ${active} = 'yes' |")
            .adding("| text | inside | 中 |", to: "survey").adding("| \(end) | | |", to: "survey")
            .adding("| text | outside | 外 |", to: "survey")
        let questions = try form.questions()
        #expect(questions["inside"]?.askedIf == .chosen(question: "active", option: "yes"))
        #expect(questions["outside"]?.askedIf == nil)
    }

    @Test func disabledRowsRemarksAndEmptyRowsAreSkipped() throws {
        for row in [
            "| text | q | 問い | | | | | yes |", "| text | q | 問い | | | | | TRUE |", "| | | これは覚え書き |", "| | | |",
        ] {
            #expect(try SmallForm.adding(row).questions().count == 5, "\(row)")
        }
        #expect(try SmallForm.adding("| text | q | 問い | | | | | no |").questions()["q"] != nil)
    }

    @Test func aTextThatIsComputedIsNoQuestion() throws {
        #expect(try SmallForm.adding("| text | q | | | | | 1 + 1 | |").questions()["q"] == nil)
        #expect(try SmallForm.adding("| text | q | 合計 | | | | 1 + 1 | |").questions()["q"] != nil)
    }

    @Test func choicesThatADeviceLooksUpAreText() throws {
        let result = try SmallForm.adding("| select_one kinds | q | 学校 | | minimal search('schools') | | | |")
            .imported()
        #expect(result.draft.entries.last?.question.kind == .text)
        #expect(result.findings.map(\.problem.code) == [.formTakenAsText])
    }

    @Test func aFilterOfChoicesIsARemark() throws {
        let entry = try #require(
            try SmallForm.adding("| select_one kinds | q | 種類 | | | sort = ${scale} | | |").imported().draft.entries
                .last)
        #expect(entry.question.options.count == 3)
        #expect(entry.remarks.contains { $0.contains("choice_filter") })
    }

    @Test(arguments: ["or_other", "or other", "or specify other"]) func orOtherAddsAChoiceAndAText(words: String) throws
    {
        let form = SmallForm.adding("| select_multiple kinds \(words) | q | 種類 | ${active} = 'yes' |")
            .adding("| text | r | 次 | ${q_other} != '' and selected(${q}, 'other') |", to: "survey")
        let questions = try form.questions()
        #expect(questions["q"]?.options.map(\.id) == ["a", "b", "c", "other"])
        #expect(questions["q"]?.options.last?.label == "その他")
        #expect(questions["q_other"]?.kind == .text && questions["q_other"]?.label == "種類（その他）")
        #expect(questions["q_other"]?.askedIf == .chosen(question: "q", option: "other"))
        #expect(questions["r"]?.askedIf?.description == "any_answered(q_other) and q = other")
        #expect(try SmallForm.workbook.questions()["kinds"]?.options.count == 3, "the list itself stays")
    }

    @Test func aChoiceNamedOtherIsTheOneForOrOther() throws {
        let form = SmallForm.adding("| select_one kinds or_other | q | 種類 |")
            .adding("| kinds | other | それ以外 |", to: "choices")
        let options = try #require(try form.questions()["q"]?.options)
        #expect(options.map(\.label) == ["相談", "見守り", "配食", "それ以外"])
        #expect(try form.questions()["q_other"]?.askedIf == .chosen(question: "q", option: "other"))
    }

    @Test func theSameNameInTwoGroupsIsToldApart() throws {
        let form = SmallForm.adding("| begin group | g1 | 一 |").adding("| text | note1 | 備考 |", to: "survey")
            .adding("| end group | | |", to: "survey").adding("| begin group | g2 | 二 |", to: "survey")
            .adding("| text | note1 | 備考 |", to: "survey").adding("| end group | | |", to: "survey")
        #expect(try form.questions().keys.contains("g1/note1"))
        #expect(try form.questions().keys.contains("g2/note1"))
    }

    @Test func ofSeveralLanguagesTheOneWithJapaneseIsTaken() throws {
        let form = FormWorkbook(
            """
            survey
            | type | name | label::English | label | label::中文 |
            | text | q1 | Name | 団体の名称 | 名称 |
            | text | q2 | Only English | | |
            settings
            | default_language |
            | English |
            """)
        let questions = try form.questions()
        #expect(questions["q1"]?.label == "団体の名称")
        #expect(questions["q2"]?.label == "Only English", "better than none")
        #expect(try form.questions(labelLanguage: "中文")["q1"]?.label == "名称")
    }

    @Test func withoutJapaneseTheLanguageOfTheFormIsTaken() throws {
        let form = FormWorkbook(
            """
            survey
            | type | name | label::English (en) | label::Français (fr) |
            | text | q1 | Name | Nom |
            settings
            | default_language |
            | Français (fr) |
            """)
        #expect(try form.questions()["q1"]?.label == "Nom")
    }

    @Test func emptySheetsBesideTheSurveyCountAsNone() throws {
        let form = FormWorkbook(
            """
            survey
            | type | name |
            | text | q1 |
            """)
        let question = try #require(try form.questions()["q1"])
        #expect(question.label == "q1", "the name where there is no label")
    }
}
