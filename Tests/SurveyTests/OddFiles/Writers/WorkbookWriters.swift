import TestSupport

/// Programs that write workbooks, with the habits of each; seen in files that they wrote.
enum WorkbookWriters {
    static let files = [excel, libreOffice, openpyxl, microsoftForms]

    /// A cell as a program keeps it.
    private enum Value {
        case text(String)
        case number(String, style: Int)
        case boolean
        case empty
    }

    private static func text(_ text: String) -> Value { text.isEmpty ? .empty : .text(text) }

    private static func moment(_ answer: WrittenSurvey.Answer) -> String {
        guard answer.moment.second > 0 else { return "\(answer.moment.day)" }
        return "\(Double(answer.moment.day) + Double(answer.moment.second) / 86_400)"
    }

    /// What Excel makes of answers that are typed in: numbers, booleans, postcodes as numbers with a format.
    private static func typed(_ answer: WrittenSurvey.Answer) -> [Value] {
        let name: Value =
            switch answer.name {
            case "12": .number("12", style: 0)
            case "TRUE": .boolean
            default: .text(answer.name)
            }
        let postalCode = Int(answer.postalCode.replacing("-", with: "")).map { Value.number("\($0)", style: 2) }
        let members = Int(answer.members).map { Value.number("\($0)", style: 3) }
        return [
            name, postalCode ?? .empty, text(answer.telephone), .number(moment(answer), style: 1), text(answer.kind),
            text(answer.activities.joined(separator: ";")), text(answer.opinion), members ?? text(answer.members),
        ]
    }

    /// All as text but the moment, as form services write it.
    private static func plain(_ answer: WrittenSurvey.Answer, choices: String) -> [Value] {
        [
            text(answer.name), text(answer.postalCode), text(answer.telephone), .number(moment(answer), style: 1),
            text(answer.kind), text(choices), text(answer.opinion), text(answer.members),
        ]
    }

    /// Texts of a workbook, each once.
    private struct Strings {
        private(set) var texts: [String] = []
        private var places: [String: Int] = [:]

        mutating func place(of text: String) -> Int {
            if let place = places[text] { return place }
            places[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }
    }

    /// The rows of a sheet by a program's way of writing a row and a cell.
    private static func rows(
        _ table: [[Value]], row attributes: (Int) -> String, cell: (Value, String) -> String
    ) -> String {
        table.enumerated().map { index, values in
            let cells = values.enumerated().map { cell($1, "\(OddSheet.letters($0))\(index + 1)") }
            return "<row r=\"\(index + 1)\" \(attributes(index))>\(cells.joined())</row>"
        }.joined()
    }

    private static func escaped(_ text: String) -> String { OddSheet.escaped(text) }

    // MARK: - Excel

    private static let excel = WrittenFile(program: "Excel", name: "excel.xlsx", source: WrittenFile.plainSource) {
        var strings = Strings()
        let table = [WrittenFile.plainTitles.map(Value.text)] + WrittenSurvey.answers.map(typed)
        let written = rows(table) { _ in
            "spans=\"1:8\" ht=\"18.75\" x14ac:dyDescent=\"0.4\""
        } cell: { value, place in
            switch value {
            case .text(let text): "<c r=\"\(place)\" t=\"s\"><v>\(strings.place(of: text))</v></c>"
            case .number(let number, let style): "<c r=\"\(place)\" s=\"\(style)\"><v>\(number)</v></c>"
            case .boolean: "<c r=\"\(place)\" t=\"b\"><v>1</v></c>"
            case .empty: ""
            }
        }
        // Excel keeps the furigana of whatever was typed with an input method.
        let items = strings.texts.map { text in
            let space = text.contains("\n") || text.hasSuffix(" ") ? " xml:space=\"preserve\"" : ""
            return """
                <si><t\(space)>\(escaped(text))</t><rPh sb="0" eb="1"><t>カイトウ</t></rPh>\
                <phoneticPr fontId="1" type="noConversion"/></si>
                """
        }
        var book = OddWorkbook(written, strings: items.joined())
        book.formats = ["yyyy/m/d\\ h:mm;@", "[<=999]000;[<=9999]000\\-00;000\\-0000", "#,##0_ "]
        book.sheets[0].name = "回答"
        return book.bytes
    }

    // MARK: - LibreOffice

    /// All attributes in full, the type of every cell, formats with backslashes.
    private static let libreOffice = WrittenFile(
        program: "LibreOffice", name: "calc.xlsx", source: WrittenFile.plainSource
    ) {
        var strings = Strings()
        let table = [WrittenFile.plainTitles.map(Value.text)] + WrittenSurvey.answers.map(typed)
        let written = rows(table) { _ in
            "customFormat=\"false\" ht=\"15\" hidden=\"false\" customHeight=\"false\" outlineLevel=\"0\" collapsed=\"false\""
        } cell: { value, place in
            switch value {
            case .text(let text): "<c r=\"\(place)\" s=\"0\" t=\"s\"><v>\(strings.place(of: text))</v></c>"
            case .number(let number, let style): "<c r=\"\(place)\" s=\"\(style)\" t=\"n\"><v>\(number)</v></c>"
            case .boolean: "<c r=\"\(place)\" s=\"0\" t=\"b\"><f aca=\"false\">TRUE()</f><v>1</v></c>"
            case .empty: "<c r=\"\(place)\" s=\"0\"/>"
            }
        }
        let items = strings.texts.map {
            "<si><t xml:space=\"preserve\">\(escaped($0).replacing("\n", with: "&#10;"))</t></si>"
        }
        var book = OddWorkbook(written, strings: items.joined())
        book.formats = ["yyyy\\-mm\\-dd\\ h:mm:ss", "000\\-0000", "General"]
        book.sheets[0].name = "回答"
        return book.bytes
    }

    // MARK: - openpyxl

    /// Inline strings, no style where there is none, targets from the root.
    private static let openpyxl = WrittenFile(
        program: "openpyxl", name: "openpyxl.xlsx", source: WrittenFile.plainSource
    ) {
        let table = [WrittenFile.plainTitles.map(Value.text)] + WrittenSurvey.answers.map(typed)
        let written = rows(table) { _ in
            ""
        } cell: { value, place in
            switch value {
            case .text(let text): "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
            case .number(let number, 0): "<c r=\"\(place)\" t=\"n\"><v>\(number)</v></c>"
            case .number(let number, let style): "<c r=\"\(place)\" s=\"\(style)\" t=\"n\"><v>\(number)</v></c>"
            case .boolean: "<c r=\"\(place)\" t=\"b\"><v>1</v></c>"
            case .empty: ""
            }
        }
        var book = OddWorkbook(written)
        book.formats = ["yyyy-mm-dd h:mm:ss", "000-0000", "General"]
        book.sheets[0].name = "回答"
        let path = "xl/_rels/workbook.xml.rels"
        book.parts[path] = book.allParts[path]?.replacing("Target=\"worksheets", with: "Target=\"/xl/worksheets")
        return book.bytes
    }

    // MARK: - Microsoft Forms

    /// Elements with a prefix, columns of its own in front, a semicolon behind the last choice as well.
    private static let microsoftForms = WrittenFile(
        program: "Microsoft Forms", name: "forms.xlsx",
        source: WrittenFile.plainSource.replacing("回答日時", with: "完了時刻")
    ) {
        var strings = Strings()
        let titles = ["ID", "開始時刻", "完了時刻", "メール", "名前", "団体名", "郵便番号", "電話番号", "団体の種類", "活動内容", "意見", "会員数"]
        let answers = WrittenSurvey.answers.enumerated().map { index, answer in
            let cells = plain(answer, choices: answer.activities.map { $0 + ";" }.joined())
            let first: [Value] = [
                .number("\(index + 1)", style: 0), .number("\(answer.moment.day - 1)", style: 1), cells[3],
                .text("anonymous"), .empty,
            ]
            return first + cells[..<3] + cells[4...]
        }
        let written = rows([titles.map(Value.text)] + answers) { _ in
            ""
        } cell: { value, place in
            switch value {
            case .text(let text): "<c r=\"\(place)\" t=\"s\"><v>\(strings.place(of: text))</v></c>"
            case .number(let number, let style): "<c r=\"\(place)\" s=\"\(style)\"><v>\(number)</v></c>"
            case .boolean, .empty: "<c r=\"\(place)\"/>"
            }
        }
        var book = OddWorkbook(
            written, tail: "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>",
            strings: strings.texts.map { "<si><t xml:space=\"preserve\">\(escaped($0))</t></si>" }.joined())
        book.formats = ["m/d/yy h:mm:ss"]
        for (path, text) in book.allParts where path.hasPrefix("xl/") && !path.hasSuffix(".rels") {
            book.parts[path] = OddSheet.prefixed(text)
        }
        return book.bytes
    }
}
