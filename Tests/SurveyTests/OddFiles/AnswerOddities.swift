import TestSupport

/// How choices are written.
enum AnswerOddities {
    static let files = labels + codes + marks + missing

    /// A CSV with other cells under 活動内容.
    private static func csv(
        _ oddity: String, _ cells: [String], _ source: OddSource = OddSource(),
        themes: [String] = ["children, other", "older_people", "-"], findings: [String] = []
    ) -> OddFile {
        OddFile(oddity, source, records: OddSurvey.records(themes: themes), findings: findings) {
            OddText.utf8(OddText.csv(OddSurvey.table("活動内容", cells)))
        }
    }

    private static let options = "こども / 高齢者 / その他, 例外"

    private static let labels = [
        csv("choices joined by semicolons, with one at the end", ["こども;その他, 例外;", "高齢者;", ";"]),
        csv("choices joined by comma and space, as Google Forms does", ["こども, その他, 例外", "高齢者", ""]),
        csv(
            "choices joined by 、", ["こども、その他、例外", "高齢者", ""], themes: ["children", "older_people", "-"],
            findings: [
                "warning unknown_choice 2「活動内容」 その他 → \(options)", "warning unknown_choice 2「活動内容」 例外 → \(options)",
            ]),
        csv("choices joined by 、 around a label with a comma", ["こども、その他, 例外", "高齢者", ""]),
        csv("choices on lines of their own, as LoGoフォーム writes them", ["こども\nその他, 例外", "高齢者\n", "\r\n"]),
        csv("choices joined by vertical bars", ["こども|その他, 例外", "高齢者", "|"]),
        csv(
            "labels in other widths, cases and spaces", ["ｺﾄﾞﾓ；その他，例外", "高 齢 者", ""],
            OddSource("labels: {\"2-2\": {コドモ: children}}")),
        csv("labels with their numbers", ["1.こども;12.その他, 例外", "②高齢者", ""]),
        csv("labels that the codebook knows from other years", ["子ども;その他, 例外", "高齢者", ""]),
        csv("labels twice and in another order", ["その他, 例外;こども;こども", "高齢者;高齢者", ""]),
        csv(
            "a choice that is none", ["こども;動物;その他, 例外", "高齢者", ""],
            findings: ["warning unknown_choice 2「活動内容」 動物 → \(options)"]),
        OddFile(
            "several choices where one was asked",
            records: ["㈱髙橋 | 060-0806 | 2024-10-21T14:03:22+09:00 | - | children, other | 一行目⏎二行目"]
                + OddSurvey.records.dropFirst(),
            findings: ["warning several_chosen 2「種類」 NPO法人;任意団体"]
        ) { OddText.utf8(OddText.csv().replacing("NPO法人", with: "NPO法人;任意団体")) },
    ]

    private static let coded = OddSource(
        "coded_as: codes", answers: "{\"1-1\": {column: 種類, coded_as: labels}, \"2-2\": 活動内容, \"3-3\": 意見}")

    private static let codes = [
        csv("option numbers joined by commas", ["1,12", "2", ""], coded),
        csv("option numbers with spaces between", ["1 12", " 2 ", ""], coded),
        csv("option numbers in full width and in circles", ["１；⑫", "②", ""], coded),
        csv("option numbers and labels mixed", ["1;その他, 例外", "高齢者", ""], coded),
        csv(
            "a number that no option has", ["1,7,12", "2", ""], coded,
            findings: ["warning unknown_choice 2「活動内容」 7 → \(options)"]),
        OddFile("option numbers as numbers of a workbook", file: "answers.xlsx", coded) {
            OddSheet.workbook(OddSheet.cells("活動内容", [.text("1,12"), .number("2.0"), .empty])).bytes
        },
    ]

    /// The survey with a column for each option instead of 活動内容.
    private static func table(_ titles: [String], _ cells: [[String]]) -> [[String]] {
        zip(OddSurvey.table, [titles] + cells).map { row, own in row[..<4] + own + row[5...] }
    }

    private static func source(_ columns: String, _ settings: String...) -> OddSource {
        var source = OddSource(answers: "{\"1-1\": 種類, \"2-2\": \(columns), \"3-3\": 意見}")
        source.settings = settings
        return source
    }

    private static let marks = [
        OddFile("0 and 1 in numbered columns", source("{columns: \"Q2_*\"}")) {
            OddText.utf8(
                OddText.csv(table(["Q2_1", "Q2_2", "Q2_12"], [["1", "0", "1"], ["0", "1", "0"], ["0", "0", "0"]])))
        },
        OddFile("circles of every kind in columns named by label", source("{columns: \"問2:*\"}")) {
            OddText.utf8(
                OddText.csv(
                    table(["問２：こども", "問２：高齢者", "問２：その他, 例外"], [["○", "", "◯"], ["×", "〇", ""], ["", "", ""]])))
        },
        OddFile("the option's own number for a mark", source("{columns: \"Q2_*\"}")) {
            OddText.utf8(
                OddText.csv(table(["Q2_1", "Q2_2", "Q2_12"], [["1", "", "12"], ["", "2", ""], ["", "", ""]])))
        },
        OddFile(
            "marks in columns under a merged title", file: "answers.xlsx",
            source("{columns_under: 問2 活動内容}", "header_rows: 2")
        ) {
            let lower = table(["こども", "高齢者", "その他, 例外"], [["1", "0", "1"], ["0", "1", "0"], ["0", "0", "0"]])
            var book = OddSheet.workbook([["", "", "", "", "問2　活動内容", "", "", "問3"]] + lower)
            book.sheets[0].tail = "<mergeCells><mergeCell ref=\"E1:G1\"/></mergeCells>"
            return book.bytes
        },
        OddFile(
            "booleans of a workbook in columns named by option", file: "answers.xlsx",
            source("{columns: {児: children, 老: older_people, 他: other}}")
        ) {
            let (yes, no) = (OddSheet.Cell("t=\"b\"", "<v>1</v>"), OddSheet.Cell("t=\"b\"", "<v>0</v>"))
            let cells: [[OddSheet.Cell]] = [["児", "老", "他"], [yes, no, yes], [no, yes, no], [no, no, no]]
            return OddSheet.workbook(zip(OddSheet.cells(OddSurvey.table), cells).map { $0[..<4] + $1 + $0[5...] }).bytes
        },
        OddFile("first and second answer in columns of their own", source("{columns: [第1, 第2], coded_as: labels}")) {
            OddText.utf8(OddText.csv(table(["第1", "第2"], [["その他, 例外", "こども"], ["高齢者", ""], ["", ""]])))
        },
        OddFile(
            "a mark that is none", source("{columns: \"Q2_*\"}"), findings: ["warning unknown_choice 3「Q2_1」 ? → 1 / 0"]
        ) {
            OddText.utf8(
                OddText.csv(table(["Q2_1", "Q2_2", "Q2_12"], [["1", "0", "1"], ["?", "1", "0"], ["0", "0", "0"]])))
        },
        OddFile(
            "a column of marks for an option that the codebook lacks", source("{columns: \"Q2_*\"}"),
            findings: ["warning unknown_choice 1「Q2_動物」 動物 → \(options)"]
        ) {
            OddText.utf8(
                OddText.csv(
                    table(
                        ["Q2_1", "Q2_2", "Q2_12", "Q2_動物"],
                        [["1", "0", "1", "0"], ["0", "1", "0", "1"], ["0", "0", "0", "0"]])))
        },
    ]

    private static let missing = [
        csv("99 for no answer", ["1,12", "2", "99"], coded.adding("no_answer: [\"99\"]")),
        csv("words for no answer", ["こども;その他, 例外", "高齢者", "無回答"], OddSource("no_answer: [無回答, 非該当]")),
        csv(
            "-1 and -9999 of a scanner, which the codebook knows", ["1,12", "-9999", "-1"],
            coded.knowing("no_answer: [\"-1\"]", "unreadable: [\"-9999\"]"), themes: ["children, other", "-", "-"],
            findings: ["warning answer_unreadable 3「活動内容」 -9999"]),
        csv(
            "-1 that nobody named", ["1,12", "2", "-1"], coded,
            findings: ["warning unknown_choice 4「活動内容」 -1 → \(options)"]),
        OddFile("-1 in columns of marks", source("{columns: \"Q2_*\"}", "no_answer: [\"-1\"]")) {
            OddText.utf8(
                OddText.csv(
                    table(["Q2_1", "Q2_2", "Q2_12"], [["1", "0", "1"], ["0", "1", "0"], ["-1", "-1", "-1"]])))
        },
    ]
}

extension OddSource {
    fileprivate func adding(_ setting: String) -> OddSource {
        var copy = self
        copy.settings.append(setting)
        return copy
    }

    fileprivate func knowing(_ lines: String...) -> OddSource {
        var copy = self
        copy.codebook += lines
        return copy
    }
}
