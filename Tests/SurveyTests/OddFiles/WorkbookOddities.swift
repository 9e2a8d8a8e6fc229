import TestSupport

/// Workbooks: how programs write cells, parts and sheets.
enum WorkbookOddities {
    static let files = strings + cells + dialects + parts + sheets

    private static func file(
        _ oddity: String, file: String = "answers.xlsx", _ source: OddSource = OddSource(),
        records: [String] = OddSurvey.records, findings: [String] = [],
        make: @escaping @Sendable () throws -> OddWorkbook
    ) -> OddFile {
        OddFile(oddity, file: file, source, records: records, findings: findings) { try make().bytes }
    }

    /// The survey with every text in the shared strings, as `si` elements.
    private static func shared(_ item: (String) -> String) -> OddWorkbook {
        var texts: [String] = []
        let table = OddSurvey.table.map { row in
            row.map { text -> OddSheet.Cell in
                if text.isEmpty { return .empty }
                texts.append(item(OddSheet.escaped(text)))
                return .shared(texts.count - 1)
            }
        }
        var book = OddSheet.workbook(table)
        book.strings = texts.joined()
        return book
    }

    private static let strings = [
        file("inline strings") { OddSheet.workbook() },
        file("shared strings with furigana") {
            shared { "<si><t>\($0)</t><rPh sb=\"0\" eb=\"1\"><t>フリガナ</t></rPh><phoneticPr fontId=\"1\"/></si>" }
        },
        file("rich text in pieces, with furigana between") {
            shared { text in
                let (first, rest) = (text.prefix(1), text.dropFirst())
                return """
                    <si><r><rPr><b/></rPr><t>\(first)</t></r><rPh sb="0" eb="1"><t>フリ</t></rPh>\
                    <r><t xml:space="preserve">\(rest)</t></r></si>
                    """
            }
        },
        file("rich text in inline strings") {
            OddSheet.workbook(
                OddSurvey.table.map { row in
                    row.map { text in
                        text.isEmpty
                            ? .empty
                            : OddSheet.Cell(
                                "t=\"inlineStr\"",
                                "<is><r><t>\(OddSheet.escaped(text))</t></r><rPh sb=\"0\" eb=\"1\"><t>フリ</t></rPh></is>"
                            )
                    }
                })
        },
        file("line breaks as _x000D_ and LF") { shared { "<si><t>\($0.replacing("\n", with: "_x000D_\n"))</t></si>" } },
        file("texts as characters in numbers and in CDATA") {
            shared { text in
                text.hasPrefix("㈱") ? "<si><t>&#x3231;&#39641;&#27211;</t></si>" : "<si><t><![CDATA[\(text)]]></t></si>"
            }
        },
    ]

    private static let cells = [
        file("formulas with the values that Excel stored") {
            OddSheet.workbook(
                OddSurvey.table.map { row in
                    row.map { text in
                        text.isEmpty
                            ? OddSheet.Cell("t=\"str\"", "<f>\"\"</f><v></v>")
                            : OddSheet.Cell(
                                "t=\"str\"", "<f>VLOOKUP(A1,原簿!A:B,2,0)</f><v>\(OddSheet.escaped(text))</v>")
                    }
                })
        },
        file("postcodes as numbers whose format puts the zeros back") {
            var book = OddSheet.workbook(
                OddSheet.cells("郵便番号", [.number("600806", style: 1), .number("8600806", style: 1), .empty]))
            book.formats = ["000\\-0000"]
            return book
        },
        file(
            "whole numbers with a point and zeros behind it",
            records: ["12 | 600806 | 2024-10-21T14:03:22+09:00 | npo | children, other | 0.1"]
                + OddSurvey.records.dropFirst(),
            findings: ["warning postal_code_malformed 2「郵便番号」 600806 → 860-0001"]
        ) {
            var table = OddSheet.cells(OddSurvey.table)
            table[1][0] = .number("12.0")
            table[1][1] = .number("6.00806E5")
            table[1][5] = .number("0.10000000000000001")
            return OddSheet.workbook(table)
        },
        file(
            "booleans and error cells",
            records: ["TRUE | - | 2024-10-21T14:03:22+09:00 | npo | children, other | -"]
                + OddSurvey.records.dropFirst(),
            findings: ["warning cell_error 2「意見」 #N/A"]
        ) {
            var table = OddSheet.cells(OddSurvey.table)
            table[1][0] = OddSheet.Cell("t=\"b\"", "<v>1</v>")
            table[1][1] = .empty
            table[1][5] = OddSheet.Cell("t=\"e\"", "<f>NA()</f><v>#N/A</v>")
            return OddSheet.workbook(table)
        },
        file("cells of nothing but spaces, also in rows of their own") {
            var table = OddSheet.cells(OddSurvey.table)
            table[3] = table[3].map { $0.content.isEmpty ? .text(" 　\n") : $0 }
            table.append([.text(" "), .text("　"), .text("\u{A0}")])
            return OddSheet.workbook(table)
        },
        file("borders and colours a thousand rows below the table") {
            var book = OddSheet.workbook()
            book.sheets[0].rows += (5...1_000).map { "<row r=\"\($0)\" s=\"1\"><c r=\"A\($0)\" s=\"1\"/></row>" }
                .joined()
            return book
        },
        file("cells out of order within their rows") {
            var book = OddWorkbook("")
            book.sheets[0].rows = OddSurvey.table.enumerated().map { index, row in
                let cells = row.enumerated().map { column, text in
                    text.isEmpty
                        ? ""
                        : "<c r=\"\(OddSheet.letters(column))\(index + 1)\" t=\"inlineStr\"><is><t>\(OddSheet.escaped(text))</t></is></c>"
                }
                return "<row r=\"\(index + 1)\">\(cells.reversed().joined())</row>"
            }.joined()
            return book
        },
        file("rows out of order", records: [OddSurvey.records[2], OddSurvey.records[0], OddSurvey.records[1]]) {
            let table = OddSheet.cells(OddSurvey.table)
            return OddWorkbook(
                OddSheet.row(table[0], number: 1) + OddSheet.row(table[3], number: 9)
                    + OddSheet.rows(Array(table[1...2]), from: 2))
        },
        file("rows and cells that don't say where they are") {
            let rows = OddSurvey.table.map { row in
                "<row>" + row.map { "<c t=\"inlineStr\"><is><t>\(OddSheet.escaped($0))</t></is></c>" }.joined()
                    + "</row>"
            }
            return OddWorkbook(rows.joined())
        },
    ]

    private static let dialects = [
        file("elements with a prefix, as the Open XML SDK writes them") {
            var book = shared { "<si><t>\($0)</t></si>" }
            for (path, text) in book.allParts where path.hasPrefix("xl/") && !path.hasSuffix(".rels") {
                book.parts[path] = OddSheet.prefixed(text)
            }
            return book
        },
        file("strict Open XML, with other namespaces and days as text") {
            var book = OddSheet.workbook(
                OddSheet.cells(
                    "回答日時",
                    [
                        OddSheet.Cell("t=\"d\" s=\"1\"", "<v>2024-10-21T14:03:22</v>"),
                        OddSheet.Cell("t=\"d\" s=\"1\"", "<v>2024-10-22</v>"),
                        OddSheet.Cell("t=\"d\" s=\"1\"", "<v>2024-10-23T09:05:00.000</v>"),
                    ]))
            book.formats = ["yyyy/m/d h:mm"]
            for (path, text) in book.allParts {
                book.parts[path] = text.replacing(
                    "schemas.openxmlformats.org/spreadsheetml/2006/main", with: "purl.oclc.org/ooxml/spreadsheetml/main"
                ).replacing(
                    "schemas.openxmlformats.org/officeDocument/2006", with: "purl.oclc.org/ooxml/officeDocument")
            }
            return book
        },
        file("a comment that looks like the end of the rows") {
            var book = OddSheet.workbook()
            book.sheets[0].rows = "<!-- </sheetData> -->" + book.sheets[0].rows
            return book
        },
        file("extensions of later versions around the rows") {
            var book = OddSheet.workbook()
            book.sheets[0].tail = """
                <extLst><ext uri="{05C60535}" xmlns:x14="urn:x"><x14:sparklineGroups><x14:row r="99"/><x14:c><x14:v>1</x14:v>\
                </x14:c></x14:sparklineGroups></ext></extLst>
                """
            return book
        },
    ]

    private static let parts = [
        file("a workbook with macros", file: "answers.xlsm") { OddSheet.workbook() },
        file("a template", file: "answers.xltx") { OddSheet.workbook() },
        file("a workbook named csv", file: "answers.csv") { OddSheet.workbook() },
        file("no styles and no list of content types") {
            var book = OddSheet.workbook()
            book.parts["xl/styles.xml"] = .some(nil)
            book.parts["[Content_Types].xml"] = .some(nil)
            return book
        },
        file("targets from the root of the package") {
            var book = OddSheet.workbook()
            let path = "xl/_rels/workbook.xml.rels"
            book.parts[path] = book.allParts[path]?.replacing("Target=\"", with: "Target=\"/xl/")
            return book
        },
        OddFile("backslashes in the names of the parts", file: "answers.xlsx") {
            var zip = ZipBuilder()
            for (path, text) in OddSheet.workbook().allParts {
                zip.add(path.replacing("/", with: "\\"), OddText.utf8(text))
            }
            return zip.finished()
        },
        OddFile("names of the parts in capitals", file: "answers.xlsx") {
            var zip = ZipBuilder()
            for (path, text) in OddSheet.workbook().allParts { zip.add(path.uppercased(), OddText.utf8(text)) }
            return zip.finished()
        },
        OddFile("a sheet in UTF-16", file: "answers.xlsx") {
            var zip = ZipBuilder()
            for (path, text) in OddSheet.workbook().allParts {
                let wide = path.hasSuffix("sheet0.xml")
                zip.add(path, wide ? OddText.utf16("\u{FEFF}" + text) : OddText.utf8(text))
            }
            return zip.finished()
        },
    ]

    private static func sheet(_ name: String, _ table: [[String]], state: String = "visible") -> OddWorkbook.Sheet {
        OddWorkbook.Sheet(name: name, rows: OddSheet.rows(OddSheet.cells(table)), state: state)
    }

    private static let sheets = [
        file("hidden sheets before the one with the answers") {
            OddWorkbook(sheets: [
                sheet("設定", [["団体名"], ["x"]], state: "veryHidden"), sheet("原本", [["団体名"]], state: "hidden"),
                sheet("回答", OddSurvey.table), sheet("凡例", [["1", "NPO法人"]]),
            ])
        },
        file("a sheet named in other widths and with other spaces", OddSource("sheet: 回答 1（確定）")) {
            OddWorkbook(sheets: [sheet("表紙", [["調査"]]), sheet("回答　１(確定) ", OddSurvey.table)])
        },
        file("a hidden sheet that wave.yaml names", OddSource("sheet: 原本")) {
            OddWorkbook(sheets: [sheet("表紙", [["調査"]]), sheet("原本", OddSurvey.table, state: "hidden")])
        },
        file("a chart sheet in front") {
            var book = OddWorkbook(sheets: [sheet("図", []), sheet("回答", OddSurvey.table)])
            let path = "xl/_rels/workbook.xml.rels"
            book.parts[path] = book.allParts[path]?.replacing(
                "worksheet\" Target=\"worksheets/sheet0", with: "chartsheet\" Target=\"worksheets/sheet0")
            return book
        },
        file("rows that a filter hides", findings: ["info rows_hidden 2"]) {
            var book = OddSheet.workbook()
            for row in 3...4 {
                book.sheets[0].rows = book.sheets[0].rows.replacing(
                    "<row r=\"\(row)\">", with: "<row r=\"\(row)\" hidden=\"1\">")
            }
            return book
        },
        file(
            "a formula that was never calculated",
            records: ["ひまわりの会 | - | 2024-10-21T14:03:22+09:00 | npo | children, other | -"],
            findings: ["warning formula_not_calculated B2"]
        ) {
            var table = OddSheet.cells(Array(OddSurvey.table.prefix(2)))
            table[1][0] = .text("ひまわりの会")
            table[1][1] = OddSheet.Cell("", "<f>TEXT(8600806,&quot;000-0000&quot;)</f>")
            table[1][5] = .empty
            return OddSheet.workbook(table)
        },
        file(
            "cells of two answers merged downwards",
            findings: ["warning cells_merged D3:D4"]
        ) {
            var book = OddSheet.workbook()
            book.sheets[0].tail = "<mergeCells><mergeCell ref=\"D3:D4\"/></mergeCells>"
            return book
        },
        file("hidden columns", findings: ["info columns_hidden B–E"]) {
            var book = OddSheet.workbook()
            let path = "xl/worksheets/sheet0.xml"
            book.parts[path] = book.allParts[path]?.replacing(
                "<sheetData>", with: "<cols><col min=\"2\" max=\"5\" hidden=\"1\"/></cols><sheetData>")
            return book
        },
        file("a table that begins in column C and row 4", OddSource("header_row: 4")) {
            OddSheet.workbook(OddSurvey.table.map { ["", ""] + $0 }, from: 4)
        },
    ]
}
