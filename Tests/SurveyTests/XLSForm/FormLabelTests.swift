import Model
import Testing

@testable import Survey

/// Labels as plain text, and the numbers before them.
@Suite struct FormLabelTests {
    @Test(arguments: [
        ("活動の種類", "活動の種類"), ("**活動**の種類", "活動の種類"), ("__活動__の _種類_", "活動の 種類"), ("# 活動", "活動"),
        ("### 活動\n## 種類", "活動 種類"), ("*必須* 活動", "必須 活動"), ("* 活動", "* 活動"), ("3*4 の *5", "3*4 の *5"),
        ("[市の頁](https://example.jp/a)を見る", "市の頁を見る"), ("a_b_c", "a_b_c"), ("\\*そのまま\\*", "*そのまま*"),
        ("<span style=\"color:red\">活動</span>の種類", "活動の種類"), ("活動<br>種類", "活動 種類"), ("活動<BR />種類", "活動 種類"),
        ("<p>活動</p><p>種類</p>", "活動 種類"), ("3 < 4 と 5 > 2", "3 < 4 と 5 > 2"), ("A &amp; B", "A & B"),
        ("&lt;活動&gt;", "<活動>"), ("&#27963;&#x52D5;", "活動"), ("&nbsp;活動&bogus;", "活動&bogus;"), ("&#0;活動", "活動"),
        ("  活動 \n\n 種類\t", "活動 種類"), ("<!-- 覚え書き -->活動", "活動"), ("", ""), ("&", "&"),
    ])
    func markupGoes(label: String, text: String) {
        #expect(LabelText(label).text == text)
        #expect(!LabelText(label).showsAnswers)
    }

    @Test func anAnswerInALabelBecomesDots() {
        let label = LabelText("**${name}**さんの${ place }での活動")
        #expect(label.text == "…さんの…での活動" && label.showsAnswers)
    }

    @Test(
        arguments: [
            ("問2-2 活動内容", "2-2", "活動内容"), ("問２－２　活動内容", "2-2", "活動内容"), ("問2の3活動", "2-3", "活動"),
            ("問２ー２ー１ 活動", "2-2-1", "活動"),
            ("2-2 活動内容", "2-2", "活動内容"), ("Q3. 活動", "3", "活動"), ("Q3活動", "3", "活動"), ("q10：活動", "10", "活動"),
            ("【問1】活動", "1", "活動"), ("（1）活動", "1", "活動"), ("1．団体の種類", "1", "団体の種類"), ("1、団体", "1", "団体"),
            ("1.2024年の活動", "1", "2024年の活動"), ("設問 4 活動", "4", "活動"), ("質問5）活動", "5", "活動"), ("No. 6 活動", "6", "活動"),
            ("Question 7: activity", "7", "activity"), ("問2-2a 活動", "2-2a", "活動"), ("①活動 ②種類", nil, nil),
            ("② 活動", "2", "活動"),
            ("活動内容", nil, nil), ("2024年の活動", nil, nil), ("3つ以上の活動", nil, nil), ("10人以上ですか", nil, nil),
            ("NPO法人ですか", nil, nil), ("問題はありますか", nil, nil), ("問1", nil, nil), ("", nil, nil), ("12月の活動", nil, nil),
        ] as [(String, String?, String?)])
    func aNumberIsTakenWhereItIsOne(label: String, id: String?, rest: String?) {
        let number = PrintedNumber(label)
        #expect(number?.id == id && number?.rest == rest)
    }

    @Test func numbersBecomeIdsWhereEveryQuestionHasItsOwn() throws {
        let form = FormWorkbook(
            """
            survey
            | type | name | label | relevant |
            | note | intro | はじめに | |
            | select_one yesno or_other | q_1 | 問1-1 活動していますか | |
            | text | q_2 | 問1-2 なぜですか | ${q_1} = 'yes' |
            choices
            | list_name | name | label |
            | yesno | yes | はい |
            | yesno | no | いいえ |
            """)
        let questions = try form.questions()
        #expect(questions.keys.sorted() == ["1-1", "1-1-other", "1-2"])
        #expect(questions["1-1"]?.label == "活動していますか" && questions["1-1-other"]?.label == "活動していますか（その他）")
        #expect(questions["1-2"]?.askedIf == .chosen(question: "1-1", option: "yes"))
        #expect(questions["1-1-other"]?.askedIf == .chosen(question: "1-1", option: "other"))
    }

    @Test(arguments: ["| text | q_3 | 問1-2 別の問い | |", "| text | q_3 | 自由意見 | |"])
    func namesAreTheIdsWhereANumberIsMissingOrStandsTwice(row: String) throws {
        let form = FormWorkbook(
            """
            survey
            | type | name | label | relevant |
            | text | q_1 | 問1-1 名称 | |
            | text | q_2 | 問1-2 所在地 | |
            """
        ).adding(row, to: "survey")
        let questions = try form.questions()
        #expect(questions.keys.sorted() == ["q_1", "q_2", "q_3"])
        #expect(questions["q_1"]?.label == "問1-1 名称")
    }

    @Test(arguments: [("not", "not_"), ("any_answered", "any_answered_"), ("ｑ１", "q1"), ("問 1", "問 1"), ("a\"b", "ab")])
    func namesThatConditionsCannotSayAreChanged(name: String, id: String) throws {
        let form = FormWorkbook(
            """
            survey
            | type | name | label | relevant |
            | text | \(name) | 名称 | |
            | text | next | 次 | ${\(name)} != '' |
            """)
        let result = try form.imported()
        #expect(result.draft.entries.map(\.question.id) == [id, "next"])
        #expect(result.draft.entries[1].question.askedIf == .anyAnswered([id]))
        #expect(try result.draft.readBack() == result.draft.entries.map(\.question))
    }
}
