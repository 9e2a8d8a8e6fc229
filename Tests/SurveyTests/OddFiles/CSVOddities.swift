import TestSupport

/// Texts: their encodings, delimiters, quotes and line ends.
enum CSVOddities {
    static let files = encodings + mixtures + delimiters + lines + quotes + damages

    private static let csv = OddText.csv()
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static let encodings = [
        OddFile("UTF-8 without a byte order mark") { OddText.utf8(csv) },
        OddFile("UTF-8 with a byte order mark") { mark + OddText.utf8(csv) },
        OddFile("UTF-8 with two byte order marks and quotes behind them") {
            mark + mark + OddText.utf8(OddText.csv(quotesAll: true))
        },
        OddFile("CP932 with ㈱, 髙, ①, ～ and ―") { try CP932.bytes(csv) },
        OddFile("CP932 with characters of IBM and NEC", name: "﨑纊Ⅳ№㍻∥－￢") { table in
            try CP932.bytes(OddText.csv(table))
        },
        OddFile("CP932 that wave.yaml names", OddSource("encoding: cp932")) { try CP932.bytes(csv) },
        OddFile("CP932 behind the byte order mark of UTF-8") { try mark + CP932.bytes(csv) },
        OddFile("CP932 with kanji whose second byte is a backslash or a vertical bar", name: "表ソ能予十ポ") { table in
            try CP932.bytes(OddText.csv(table))
        },
        OddFile("CP932 with half-width katakana", name: "ﾋﾏﾜﾘﾉｶｲ ｶﾞﾝﾊﾞﾙ｡") { table in try CP932.bytes(OddText.csv(table))
        },
        OddFile("UTF-16 LE with tabs, Excel's Unicode text", file: "answers.txt") {
            OddText.utf16("\u{FEFF}" + OddText.csv(delimiter: "\t"))
        },
        OddFile("UTF-16 BE with a byte order mark") { OddText.utf16("\u{FEFF}" + csv, isBigEndian: true) },
        OddFile("UTF-16 LE without a byte order mark") { OddText.utf16(csv) },
        OddFile("UTF-16 BE without a byte order mark") { OddText.utf16(csv, isBigEndian: true) },
        OddFile("UTF-8 with kanji beyond the basic plane and variation selectors", name: "𠮷野家\u{E0100}の会") { table in
            OddText.utf8(OddText.csv(table))
        },
        OddFile("CSV under the name of an old workbook", file: "answers.xls") { OddText.utf8(csv) },
    ]

    private static let mixtures = [
        OddFile("a byte order mark in the middle, where two files were joined") {
            let lines = OddText.csv(OddSurvey.table, quotesAll: true)
            let second = OddText.csv([OddSurvey.rows[2]], quotesAll: true)
            return mark + OddText.utf8(String(lines.dropLast(second.count))) + mark + OddText.utf8(second)
        },
        OddFile(
            "a row in CP932 behind rows in UTF-8",
            findings: ["error undecodable_bytes 4 byte 281: 87 40 → cp932 → utf-8"]
        ) {
            try OddText.utf8(OddText.csv(Array(OddSurvey.table.dropLast())))
                + CP932.bytes(OddText.csv([OddSurvey.rows[2]]))
        },
        OddFile(
            "a row in UTF-8 behind rows in CP932",
            findings: ["error undecodable_bytes 4 byte 217: E2 91 A0 → utf-8 → cp932"]
        ) {
            try CP932.bytes(OddText.csv(Array(OddSurvey.table.dropLast())))
                + OddText.utf8(OddText.csv([OddSurvey.rows[2]]))
        },
    ]

    private static let delimiters = [
        OddFile("tabs in a file named csv") { OddText.utf8(OddText.csv(delimiter: "\t")) },
        OddFile("tabs, with notes above and commas in the cells", OddSource("header_row: 3")) {
            try CP932.bytes("調査の回答, 確定版\r\n\r\n" + OddText.csv(delimiter: "\t"))
        },
        OddFile("semicolons") { OddText.utf8(OddText.csv(delimiter: ";")) },
        OddFile("semicolons that a first line sep=; names") { OddText.utf8("sep=;\r\n" + OddText.csv(delimiter: ";")) },
        OddFile("vertical bars that a first line sep=| names, in CP932") {
            try CP932.bytes("sep=|\r\n" + OddText.csv(delimiter: "|"))
        },
        OddFile("a first line sep=, where commas would be taken anyway") { mark + OddText.utf8("sep=,\n" + csv) },
        OddFile("a delimiter behind the last cell of every row") {
            OddText.utf8(csv.replacing("\r\n", with: ",,,\r\n"))
        },
    ]

    private static let lines = [
        OddFile("lines that end in LF") { OddText.utf8(OddText.csv(lineEnd: "\n")) },
        OddFile("lines that end in CR, from an old Macintosh") { OddText.utf8(OddText.csv(lineEnd: "\r")) },
        OddFile("lines that end in CR CR LF, converted twice") { OddText.utf8(OddText.csv(lineEnd: "\r\r\n")) },
        OddFile("lines that end in every way") {
            OddText.utf8(
                zip(OddSurvey.table, ["\r\n", "\n", "\r", "\n\n"]).map { OddText.csv([$0], lineEnd: $1) }.joined())
        },
        OddFile("no line end behind the last row") { OddText.utf8(String(csv.dropLast())) },
        OddFile("Ctrl-Z behind the last row") { OddText.utf8(csv + "\u{1A}") },
        OddFile("blank lines between and behind the rows") { OddText.utf8(OddText.csv(lineEnd: "\r\n\r\n\r\n")) },
        OddFile("form feeds between the rows") { OddText.utf8(OddText.csv(lineEnd: "\n\u{C}\n")) },
        OddFile("rows of delimiters, spaces and no-break spaces alone") {
            OddText.utf8(OddText.csv(lineEnd: "\n,, ,　,\u{A0},\n"))
        },
        OddFile("rows that end with their last answer") {
            OddText.utf8(csv.replacing(",,,\r\n", with: "\r\n"))
        },
        OddFile("a cell of a megabyte", name: String(repeating: "長い名前", count: 90_000)) { table in
            OddText.utf8(OddText.csv(table))
        },
    ]

    private static let quotes = [
        OddFile("quotes around every cell") { OddText.utf8(OddText.csv(quotesAll: true)) },
        OddFile("quotes in the middle of cells without quotes", name: "通称\"ひまわり\"の会") { table in
            OddText.utf8(OddText.csv(table).replacing("\"通称\"\"ひまわり\"\"の会\"", with: "通称\"ひまわり\"の会"))
        },
        OddFile("text behind a closing quote", name: "ひまわりの会 (新)") { table in
            OddText.utf8(OddText.csv(table).replacing("ひまわりの会 (新)", with: "\"ひまわりの会\" (新)"))
        },
        OddFile("formulas that keep Excel from taking zeros off") {
            OddText.utf8(
                csv.replacing("060-0806", with: "=\"060-0806\"").replacing("860-0806", with: "\"=\"\"860-0806\"\"\""))
        },
        OddFile("CR LF in cells") { OddText.utf8(csv.replacing("一行目\n", with: "一行目\r\n")) },
        OddFile("spaces of every kind around the cells") {
            OddText.utf8(csv.replacing("㈱髙橋,060-0806,", with: " 　㈱髙橋\t,\u{A0}060-0806 ,"))
        },
    ]

    private static let damages = [
        OddFile(
            "bytes that are no UTF-8", name: "ひまわり\u{FFFD}の会",
            findings: ["error undecodable_bytes 2 byte 76: E6 9C → utf-8"]
        ) { table in
            OddText.utf8(OddText.csv(table)).replacing([0xEF, 0xBF, 0xBD], with: [0xE6, 0x9C])
        },
        OddFile(
            "bytes that are no CP932", name: "ひまわり\u{FFFD}の会",
            findings: ["error undecodable_bytes 2 byte 53: FD → cp932"]
        ) { table in
            try CP932.bytes(OddText.csv(table).replacing("\u{FFFD}", with: "？")).replacing([0x81, 0x48], with: [0xFD])
        },
        OddFile(
            "a file cut off within a character",
            records: OddSurvey.records(themes: ["children, other", "older_people", "-"]).dropLast()
                + ["①こども食堂 | - | 2024-10-23T09:05:00+09:00 | - | - | \u{FFFD}"],
            findings: ["error undecodable_bytes 4 byte 319: E3 81 → utf-8"]
        ) { OddText.utf8(String(csv.dropLast())) + [0xE3, 0x81] },
        OddFile(
            "NUL in a cell", name: "ひまわり\u{FFFD}の会", findings: ["error undecodable_bytes 2 byte 76: 00 → utf-8"]
        ) { table in OddText.utf8(OddText.csv(table)).replacing([0xEF, 0xBF, 0xBD], with: [0x00]) },
        OddFile(
            "a quote that is never closed",
            records: OddSurvey.records.dropLast() + ["\"①こども食堂 | - | 2024-10-23T09:05:00+09:00 | - | - | -"],
            findings: ["error unclosed_quote 4"]
        ) { OddText.utf8(csv.replacing("①", with: "\"①")) },
    ]
}

extension OddFile {
    /// A file whose first organisation has another name.
    init(
        _ oddity: String, file: String = "answers.csv", _ source: OddSource = OddSource(), name: String,
        findings: [String] = [], make: @escaping @Sendable ([[String]]) throws -> [UInt8]
    ) {
        let table = OddSurvey.table(replacing: [1: [name] + OddSurvey.rows[0].dropFirst()])
        let record = "\(name) |" + OddSurvey.records[0].drop { $0 != "|" }.dropFirst()
        self.init(
            oddity, file: file, source, records: [record] + OddSurvey.records.dropFirst(), findings: findings
        ) { try make(table) }
    }
}
