import TestSupport

/// Where the titles stand and how they are written.
enum HeaderOddities {
    static let files = places + twoRows + titles

    private static let notes = [
        ["令和６年度 リソース調査 回答一覧", "", ""], ["※確定版、\"速報\"とは異なります"], [], ["出力日", "2024/11/15"],
    ]

    private static let places = [
        OddFile("header in row 5 under a title and notes, in a CSV", OddSource("header_row: 5")) {
            try CP932.bytes(OddText.csv(notes + OddSurvey.table))
        },
        OddFile(
            "header in row 5 under a title and notes, in a workbook", file: "answers.xlsx", OddSource("header_row: 5")
        ) {
            var book = OddSheet.workbook(notes + OddSurvey.table)
            book.sheets[0].tail = "<mergeCells><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"A2:F2\"/></mergeCells>"
            return book.bytes
        },
        OddFile(
            "header in row 3 under empty rows that the file leaves out", file: "answers.xlsx",
            OddSource("header_row: 3")
        ) {
            OddSheet.workbook(from: 3).bytes
        },
        OddFile("empty rows between the header and the answers, and among them", file: "answers.xlsx") {
            let rows = OddSheet.cells(OddSurvey.table)
            return OddWorkbook(
                OddSheet.row(rows[0], number: 1) + "<row r=\"2\"/>" + OddSheet.row(rows[1], number: 3)
                    + OddSheet.row(rows[2], number: 40) + OddSheet.row(rows[3], number: 1_048_576)
            ).bytes
        },
        OddFile("columns in another order") { OddText.utf8(OddText.csv(OddSurvey.table.map { $0.reversed() })) },
        OddFile("columns without a title between the others") {
            OddText.utf8(OddText.csv(OddSurvey.table.map { [$0[0], "", $0[1], ""] + $0[2...] }))
        },
        OddFile("the header again in the middle, where two exports were joined", findings: ["info header_repeated 4"]) {
            OddText.utf8(
                OddText.csv(Array(OddSurvey.table.prefix(3)) + [OddSurvey.table[0]] + OddSurvey.table.dropFirst(3)))
        },
        OddFile(
            "a comma too many in a row", records: OddSurvey.records,
            findings: ["warning cell_without_title 3 余り → G"]
        ) {
            OddText.utf8(
                OddText.csv(OddSurvey.table.enumerated().map { $0 == 2 ? $1 + ["余り"] : $0 == 1 ? $1 + [" "] : $1 }))
        },
        OddFile(
            "columns that nobody mapped",
            findings: ["info column_not_mapped 1 ID", "info column_not_mapped 1 送信 元"]
        ) {
            OddText.utf8(
                OddText.csv(
                    OddSurvey.table.enumerated().map { [$0 == 0 ? "ID" : "\($0)"] + $1 + [$0 == 0 ? "送信\n元" : "x"] }))
        },
    ]

    private static let upper = ["団体", "", "受付", "回答", "", ""]

    private static let twoRows = [
        OddFile("two header rows in a CSV, the upper one over the first of its columns", OddSource("header_rows: 2")) {
            OddText.utf8(OddText.csv([upper] + OddSurvey.table))
        },
        OddFile("two header rows, upper one merged", file: "answers.xlsx", OddSource("header_rows: 2")) {
            var book = OddSheet.workbook([upper] + OddSurvey.table)
            book.sheets[0].tail = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"D1:F1\"/></mergeCells>"
            return book.bytes
        },
        OddFile(
            "two header rows, a column behind a merged title", file: "answers.xlsx",
            OddSource("header_rows: 2", answers: "{\"1-1\": 種類, \"2-2\": 活動内容, \"3-3\": 意見}")
        ) {
            var book = OddSheet.workbook([["団体", "", "受付", "回答", "", ""]] + OddSurvey.table)
            // 意見 belongs to no group.
            book.sheets[0].tail = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"D1:E1\"/></mergeCells>"
            return book.bytes
        },
        OddFile("two header rows, single columns merged downwards", file: "answers.xlsx", OddSource("header_rows: 2")) {
            let head = [["団体名", "郵便番号", "回答日時", "回答", "", ""], ["", "", "", "種類", "活動内容", "意見"]]
            var book = OddSheet.workbook(head + OddSurvey.rows)
            book.sheets[0].tail = """
                <mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:C2"/>\
                <mergeCell ref="D1:F1"/></mergeCells>
                """
            return book.bytes
        },
        OddFile(
            "two header rows whose lower titles are the same under several upper ones", file: "answers.xlsx",
            OddSource(
                "header_row: 3", "header_rows: 2", columns: "{name: 団体 / 名称, postal_code: 郵便番号, answered_at: 回答日時}"),
            findings: ["info column_not_mapped 4 担当者 / 名称"]
        ) {
            let head = [
                ["団体", "", "受付", "回答", "", "", "担当者"], ["名称", "郵便番号", "回答日時", "種類", "活動内容", "意見", "名称"],
            ]
            return OddSheet.workbook(head + OddSurvey.rows.map { $0 + ["担当"] }, from: 3).bytes
        },
        OddFile("two header rows under three rows of notes", OddSource("header_row: 5", "header_rows: 2")) {
            OddText.utf8(OddText.csv(notes + [upper] + OddSurvey.table))
        },
    ]

    private static func titled(_ oddity: String, _ titles: [String], _ source: OddSource = OddSource()) -> OddFile {
        OddFile(oddity, source) { OddText.utf8(OddText.csv([titles] + OddSurvey.rows)) }
    }

    private static let titles = [
        titled("titles with line breaks and spaces", ["団体\n名", " 郵便 番号 ", "回答\r\n日時", "種　類", "活動\n内容", "意見\n"]),
        titled(
            "titles in half-width katakana and full-width letters", ["ダンタイ", "ＴＥＬ２", "回答日時", "種類", "活動内容", "意見"],
            OddSource(columns: "{name: ﾀﾞﾝﾀｲ, postal_code: tel2, answered_at: 回答日時}")),
        titled(
            "titles with quotes and delimiters", ["団体名", "郵便番号", "回答日時", "種類", "問2, \"活動\"", "意見"],
            OddSource(answers: "{\"1-1\": 種類, \"2-2\": '問2, \"活動\"', \"3-3\": 意見}")),
        titled(
            "the same title twice, told apart by number", ["名称", "郵便番号", "回答日時", "名称", "活動内容", "意見"],
            OddSource(
                columns: "{name: 名称#1, postal_code: 郵便番号, answered_at: 回答日時}",
                answers: "{\"1-1\": 名称#2, \"2-2\": 活動内容, \"3-3\": 意見}")),
        OddFile(
            "titles that are numbers", file: "answers.xlsx",
            OddSource(answers: "{\"1-1\": \"1\", \"2-2\": \"2.5\", \"3-3\": 意見}")
        ) {
            var table = OddSheet.cells(OddSurvey.table)
            table[0][3] = .number("1")
            table[0][4] = .number("2.5000000000000000")
            return OddSheet.workbook(table).bytes
        },
        titled(
            "titles with characters that nobody sees",
            ["\u{FEFF}団体\u{200B}名", "郵便番号", "回答\u{A0}日時", "種類", "活動内容\u{200E}", "意見"]),
    ]
}
