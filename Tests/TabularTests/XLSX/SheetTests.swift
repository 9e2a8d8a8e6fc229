import Foundation
import Model
import Tabular
import TestSupport
import Testing

@Suite("XLSX: sheets and merged cells")
struct SheetTests {
    private static let book = OddWorkbook(sheets: [
        OddWorkbook.Sheet(name: "内部", rows: row("h"), state: "hidden"),
        OddWorkbook.Sheet(name: "設定", rows: row("v"), state: "veryHidden"),
        OddWorkbook.Sheet(name: "ﾒｲﾎﾞ　２", rows: row("m")),
        OddWorkbook.Sheet(name: "凡例", rows: row("l")),
    ])

    private static func row(_ text: String) -> String {
        "<row r=\"1\"><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
    }

    @Test("visible sheets come first")
    func names() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(Self.book.bytes, to: "a.xlsx")
        #expect(try TableReader.sheets(path: file.path, name: "a.xlsx") == ["ﾒｲﾎﾞ　２", "凡例", "内部", "設定"])
        let text = try folder.write("a,b\n", to: "a.csv")
        #expect(try TableReader.sheets(path: text.path, name: "a.csv").isEmpty)
    }

    @Test(
        "by name, whatever its width and spaces; else the first visible one",
        arguments: [
            (nil, "ﾒｲﾎﾞ　２", "m"), ("メイボ2", "ﾒｲﾎﾞ　２", "m"), ("ﾒｲﾎﾞ　２", "ﾒｲﾎﾞ　２", "m"), (" 凡 例", "凡例", "l"),
            ("内部", "内部", "h"), ("設定", "設定", "v"),
        ] as [(String?, String, String)])
    func chosen(wanted: String?, name: String, content: String) throws {
        let reader = try TableReader(bytes: Self.book.bytes, name: "a.xlsx", options: TableOptions(sheet: wanted))
        #expect(reader.sheet == name)
        #expect(try cells(reader) == [[content]])
    }

    @Test("a sheet that isn't there")
    func missing() throws {
        let problem = refusal { _ = try cells(Self.book.bytes, name: "a.xlsx", TableOptions(sheet: "名簿")) }
        #expect(
            problem
                == Problem(.sheetMissing, at: CellLocation(file: "a.xlsx"), found: "名簿", expected: "ﾒｲﾎﾞ　２, 凡例"))
    }

    static let merged = OddWorkbook(
        """
        <row r="1"><c r="A1" t="inlineStr"><is><t>受付</t></is></c><c r="B1" t="inlineStr"><is><t>問1</t></is></c>\
        <c r="C1" s="0"/></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="E2"><v>3</v></c></row>\
        <row r="3"><c r="B3"><v>4</v></c><c r="C3"><v>5</v></c></row>
        """,
        tail: """
            <mergeCells count="5"><mergeCell ref="B1:D1"/><mergeCell ref="A1:A2"/><mergeCell ref="B2:C3"/>\
            <mergeCell ref="F1:G1"/><mergeCell ref="wrong"/></mergeCells>
            """)

    @Test("a merged value is repeated to the right within the first row of its range")
    func spread() throws {
        let reader = try TableReader(bytes: Self.merged.bytes, name: "a.xlsx")
        #expect(
            try cells(reader) == [["受付", "問1", "問1", "問1"], ["1", "2", "2", "", "3"], ["", "4", "5"]])
        #expect(
            reader.mergedRanges == [
                CellRange(rows: 1...1, columns: 2...4), CellRange(rows: 1...2, columns: 1...1),
                CellRange(rows: 2...3, columns: 2...3), CellRange(rows: 1...1, columns: 6...7),
            ])
    }

    @Test("or not")
    func notSpread() throws {
        let options = TableOptions(spreadsMergedCells: false)
        #expect(try cells(Self.merged.bytes, name: "a.xlsx", options)[0] == ["受付", "問1"])
    }

    @Test(
        "merged ranges behind more rows than a chunk holds, and behind a misleading comment",
        arguments: [1, 100, 3_000, 20_000])
    func mergesFarBehind(count: Int) throws {
        let rows = (1...count).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
        let plain = OddWorkbook(rows, tail: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
        #expect(try cells(plain.bytes, name: "a.xlsx").first == ["1", "1"])
        let odd = OddWorkbook(
            "<!-- </sheetData> -->" + rows, tail: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>")
        #expect(try cells(odd.bytes, name: "a.xlsx").first == ["1", "1"])
    }

    @Test("a long text merged over a whole row takes no more room than once")
    func wideMerge() throws {
        let text = String(repeating: "長", count: 30_000)
        let rows = (1...20).map { "<row r=\"\($0)\"><c t=\"s\"><v>0</v></c></row>" }.joined()
        let merges = (1...20).map { "<mergeCell ref=\"A\($0):XFD\($0)\"/>" }.joined()
        let book = OddWorkbook(rows, tail: "<mergeCells>\(merges)</mergeCells>", strings: "<si><t>\(text)</t></si>")
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        var row = Row()
        var count = 0
        while try reader.next(into: &row) {
            #expect(row.count == 16_384 && row.withBytes(at: 16_383) { $0.count } == 90_000)
            count += 1
        }
        #expect(count == 20)
    }

    @Test("hidden rows and columns are read and counted")
    func hidden() throws {
        var book = OddWorkbook("")
        book.parts["xl/worksheets/sheet0.xml"] = """
            <worksheet><cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/>\
            <col min="5" max="16384" hidden="true"/><col min="7" max="6" hidden="1"/></cols><sheetData>\
            <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c><v>3</v></c></row>\
            </sheetData></worksheet>
            """
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        #expect(try cells(reader) == [["1", "2"], ["3"]])
        #expect(reader.hiddenRows == 1 && reader.hiddenColumns == [2...3, 5...16_384])
    }

    /// ISO/IEC 29500-1 strict: other namespaces, other types of relationships, days as text.
    @Test("the strict dialect")
    func strict() throws {
        var book = OddWorkbook(
            "<row r=\"1\"><c r=\"A1\" t=\"d\" s=\"1\"><v>2024-10-21</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>",
            strings: "<si><t>熊本</t></si>")
        book.formats = ["yyyy/m/d"]
        for (path, text) in book.allParts {
            book.parts[path] = text.replacing(
                "http://schemas.openxmlformats.org/officeDocument/2006",
                with: "http://purl.oclc.org/ooxml/officeDocument"
            ).replacing(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
        }
        #expect(try cells(book.bytes, name: "a.xlsx") == [["2024-10-21", "熊本"]])
    }

    @Test(
        "parts under names that other systems write",
        arguments: [
            "xl\\worksheets\\sheet0.xml", "/xl/worksheets/sheet0.xml", "./xl/worksheets/Sheet0.xml",
            "XL/WORKSHEETS/SHEET0.XML",
        ])
    func partNames(name: String) throws {
        var zip = ZipBuilder()
        for (path, text) in OddWorkbook(Self.row("t")).allParts {
            zip.add(path == "xl/worksheets/sheet0.xml" ? name : path, Array(text.utf8))
        }
        #expect(try cells(zip.finished(), name: "a.xlsx") == [["t"]])
    }

    @Test("all parts with backslashes")
    func backslashes() throws {
        var zip = ZipBuilder()
        for (path, text) in OddWorkbook(Self.row("t")).allParts {
            zip.add(path.replacing("/", with: "\\"), Array(text.utf8))
        }
        #expect(try cells(zip.finished(), name: "a.xlsx") == [["t"]])
    }

    @Test("a visible sheet whose part isn't known is not passed over for another")
    func lostSheet() throws {
        var book = OddWorkbook(sheets: [
            OddWorkbook.Sheet(name: "回答", rows: Self.row("a")), OddWorkbook.Sheet(name: "凡例", rows: Self.row("l")),
        ])
        let path = "xl/_rels/workbook.xml.rels"
        book.parts[path] = book.allParts[path]?.replacing("Id=\"rId1\"", with: "Id=\"x\"")
        #expect(refusal { _ = try cells(book.bytes, name: "a.xlsx") }?.code == .fileDamaged)
        book.sheets[0].state = "veryHidden"
        #expect(try cells(book.bytes, name: "a.xlsx") == [["l"]])
    }

    @Test("a chart sheet is no sheet with cells")
    func chartSheet() throws {
        var book = OddWorkbook(sheets: [
            OddWorkbook.Sheet(name: "図", rows: ""), OddWorkbook.Sheet(name: "表", rows: Self.row("t")),
        ])
        let path = "xl/_rels/workbook.xml.rels"
        let relationships = try #require(book.allParts[path])
        let first = try #require(relationships.range(of: "relationships/worksheet"))
        book.parts[path] = relationships.replacingCharacters(in: first, with: "relationships/chartsheet")
        let reader = try TableReader(bytes: book.bytes, name: "a.xlsx")
        #expect(reader.sheet == "表")
    }

    @Test(
        "targets of every form",
        arguments: [
            "/xl/worksheets/sheet0.xml", "./worksheets/sheet0.xml", "../xl/worksheets/sheet0.xml",
            "Worksheets/Sheet0.xml", "worksheets\\sheet0.xml", "\\xl\\worksheets\\sheet0.xml",
        ])
    func targets(target: String) throws {
        var book = OddWorkbook(Self.row("t"))
        let path = "xl/_rels/workbook.xml.rels"
        book.parts[path] = book.allParts[path]?.replacing("worksheets/sheet0.xml", with: target)
        #expect(try cells(book.bytes, name: "a.xlsx") == [["t"]])
    }
}
