import Model
import Tabular
import TestSupport
import Testing

private func firstRow(_ book: OddWorkbook, _ options: TableOptions = TableOptions()) throws -> [String] {
    try cells(book.bytes, name: "a.xlsx", options).first ?? []
}

@Suite("XLSX: cells")
struct CellTests {
    @Test("each type of cell")
    func types() throws {
        let book = OddWorkbook(
            """
            <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>直接</t></is></c>\
            <c r="C1" t="str"><f>A1&amp;"x"</f><v>式の結果</v></c><c r="D1"><f>1+1</f><v>2</v></c>\
            <c r="E1" t="b"><v>1</v></c><c r="F1" t="b"><v>0</v></c><c r="G1" t="e"><v>#N/A</v></c>\
            <c r="H1" t="n"><v>3.5</v></c><c r="I1" t="d"><v>2024-10-21T00:00:00</v></c>\
            <c r="J1" t="d"><v>2024-10-21T14:03:22.000Z</v></c></row>
            """, strings: "<si><t>零</t></si><si><t>一</t></si>")
        let expected = [
            "一", "直接", "式の結果", "2", "TRUE", "FALSE", "#N/A", "3.5", "2024-10-21", "2024-10-21T14:03:22",
        ]
        #expect(try firstRow(book) == expected)
    }

    @Test(
        "text of shared and inline strings",
        arguments: [
            ("plain", "<t>熊本</t>", "熊本"),
            ("rich", "<r><rPr><b/></rPr><t>熊</t></r><r><t>本</t></r>", "熊本"),
            ("furigana", "<t>熊本</t><rPh sb=\"0\" eb=\"2\"><t>クマモト</t></rPh><phoneticPr fontId=\"1\"/>", "熊本"),
            ("furigana in rich text", "<r><t>熊</t></r><rPh sb=\"0\" eb=\"1\"><t>クマ</t></rPh><r><t>本</t></r>", "熊本"),
            ("spaces", "<t xml:space=\"preserve\"> 熊　本 </t>", " 熊　本 "),
            ("white space between elements", "\n  <r>\n <t>熊</t>\n </r>\n", "熊"),
            ("escaped CR", "<t>a_x000D_&#10;b</t>", "a\r\nb"),
            ("escaped underscore", "<t>_x005F_x000D_</t>", "_x000D_"),
            ("escaped pair of surrogates", "<t>_xD867__xDE3D_</t>", "𩸽"),
            ("escaped NUL and half surrogate", "<t>_x0000_a_xD867_</t>", "\u{FFFD}a\u{FFFD}"),
            ("no escape", "<t>_x00_ _x000G_ _X000D_ x000D_ _x000</t>", "_x00_ _x000G_ _X000D_ x000D_ _x000"),
            ("entities", "<t>&lt;A&amp;B&gt; &#x9AD9;</t>", "<A&B> 髙"),
            ("CDATA", "<t><![CDATA[<a>]]></t>", "<a>"),
            ("empty", "<t/>", ""),
        ])
    func strings(name: String, item: String, expected: String) throws {
        let shared = OddWorkbook(
            "<row r=\"1\"><c t=\"s\"><v>0</v></c><c><v>1</v></c></row>", strings: "<si>\(item)</si>")
        #expect(try firstRow(shared) == [expected, "1"], "\(name)")
        let inline = OddWorkbook("<row r=\"1\"><c t=\"inlineStr\"><is>\(item)</is></c><c><v>1</v></c></row>")
        #expect(try firstRow(inline) == [expected, "1"], "\(name)")
    }

    @Test(
        "plain numbers in their shortest form",
        arguments: [
            ("5", "5"), ("5.0", "5"), ("-3", "-3"), ("0", "0"), ("-0", "0"), ("007", "7"), ("0.5", "0.5"),
            ("0.10000000000000001", "0.1"), ("1.1000000000000001", "1.1"), ("2234567890123", "2234567890123"),
            ("2.234567890123E+12", "2234567890123"), ("1E+20", "100000000000000000000"), ("1.5E-7", "0.00000015"),
            ("-1.25E-5", "-0.0000125"), ("1E-20", "1e-20"), ("12345678901234567890", "12345678901234567000"),
            ("0.33333333333333331", "0.3333333333333333"), ("1e400", "1e400"), ("abc", "abc"),
        ])
    func plainNumbers(source: String, expected: String) throws {
        #expect(try firstRow(OddWorkbook("<row r=\"1\"><c><v>\(source)</v></c></row>")) == [expected])
    }

    @Test("sparse rows and cells keep their places")
    func sparse() throws {
        let book = OddWorkbook(
            """
            <row r="3"><c r="C3"><v>1</v></c></row><row r="4"/><row r="5" spans="1:9"><c r="A5" s="0"/></row>\
            <row r="10" hidden="1"><c r="AB10"><v>2</v></c><c r="AC10" s="0"/></row>
            """)
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        #expect(try numbered(reader) == [3: ["", "", "1"], 10: [String](repeating: "", count: 27) + ["2"]])
        #expect(reader.hiddenRows == 1)
    }

    @Test("rows and cells without references follow one another")
    func withoutReferences() throws {
        let book = OddWorkbook(
            "<row><c><v>1</v></c><c r=\"C1\"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>")
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        #expect(try numbered(reader) == [1: ["1", "", "2", "3"], 2: ["4"]])
    }

    @Test("cells out of order stand in their columns, rows out of order keep their numbers")
    func outOfOrder() throws {
        let book = OddWorkbook(
            """
            <row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>\
            <row r="5"><c r="A5"><v>5</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>
            """)
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        #expect(try numbered(reader) == [1: ["1", "", "3"], 5: ["5"], 3: ["", "4"]])
    }

    @Test("a boolean in words, and one without a value")
    func booleans() throws {
        let book = OddWorkbook(
            "<row r=\"1\"><c t=\"b\"><v>true</v></c><c t=\"b\"><v>false</v></c><c t=\"b\"><v/></c><c><v>1</v></c></row>"
        )
        #expect(try firstRow(book) == ["TRUE", "FALSE", "", "1"])
    }

    @Test("formulas that were never calculated are listed, those with an empty text for a value are not")
    func uncalculated() throws {
        let book = OddWorkbook(
            """
            <row r="2"><c r="A2"><f>1+1</f></c><c r="B2"><f>1+1</f><v></v></c><c r="C2"><f>1+1</f><v>2</v></c>\
            <c r="D2" t="str"><f>""</f><v></v></c><c r="E2" s="0"/></row>
            """)
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        #expect(try numbered(reader) == [2: ["", "", "2"]])
        #expect(
            reader.uncalculatedCells == [
                CellRange(rows: 2...2, columns: 1...1), CellRange(rows: 2...2, columns: 2...2),
            ])
    }

    @Test("elements with a prefix")
    func prefixed() throws {
        var book = OddWorkbook("")
        book.parts["xl/worksheets/sheet0.xml"] = """
            <x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>\
            <x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>値</x:t></x:is></x:c></x:row></x:sheetData>\
            <x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>
            """
        #expect(try firstRow(book) == ["値", "値"])
    }

    @Test("a sheet larger than a chunk", arguments: [1, 7, 63])
    func manyRows(columns: Int) throws {
        var rows = ""
        for row in 1...5_000 {
            rows += "<row r=\"\(row)\">"
            for column in 0..<columns { rows += "<c t=\"inlineStr\"><is><t>値\(row * column)</t></is></c>" }
            rows += "</row>"
        }
        let reader = try TableReader(bytes: OddWorkbook(rows).bytes, name: "a.xlsx")
        let all = try numbered(reader)
        #expect(all.count == 5_000)
        #expect((1...5_000).allSatisfy { row in all[row] == (0..<columns).map { "値\(row * $0)" } })
    }

    @Test("text outside of cells and values counts for nothing")
    func strayText() throws {
        let book = OddWorkbook(
            "x<row r=\"1\">y<c r=\"A1\">z<v>1</v>w</c><c r=\"B1\" t=\"s\"><v/></c></row><!-- <c><v>9</v></c> -->")
        #expect(try firstRow(book) == ["1"])
    }
}
