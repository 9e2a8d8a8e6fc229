import Foundation
import Model
import Tabular
import TestSupport
import Testing

@Suite("Workbook out")
struct WorkbookWriterTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private var path: String { folder.url.appending(path: "a.xlsx").path }

    /// Writes one sheet and returns its rows as they are read again.
    private func written(_ sheet: WorkbookSheet, _ rows: [[WorkbookCell]]) throws -> [Int: [String]] {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        try writer.addSheet(sheet)
        for row in rows { try writer.row(row) }
        try writer.close()
        return try numbered(TableReader(path: path, name: "a.xlsx"))
    }

    @Test("title, notes, header and rows stand where they should")
    func layout() throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        let sheet = WorkbookSheet(
            name: "判定", title: "団体の照合", notes: ["黄色い欄に記入", "別々のときは×"],
            columns: [WorkbookColumn("団体名"), WorkbookColumn("判定")])
        #expect(try writer.addSheet(sheet) == "判定")
        #expect(try writer.row([.text("ひまわり"), .blank]) == 6)
        #expect(try writer.row([.text("たんぽぽ"), .text("○")]) == 7)
        try writer.close()
        let reader = try TableReader(path: path, name: "a.xlsx")
        #expect(reader.sheet == "判定")
        #expect(
            try numbered(reader) == [
                1: ["団体の照合"], 2: ["黄色い欄に記入"], 3: ["別々のときは×"], 5: ["団体名", "判定"], 6: ["ひまわり"],
                7: ["たんぽぽ", "○"],
            ])
        #expect(writer.problems.isEmpty)
    }

    @Test("values of every kind come back")
    func kinds() throws {
        let day = try #require(CivilDate(year: 2024, month: 10, day: 21))
        let columns: [WorkbookColumn] = [
            WorkbookColumn("a", .text), WorkbookColumn("b", .integer), WorkbookColumn("c", .decimal(digits: 2)),
            WorkbookColumn("d", .percent), WorkbookColumn("e", .date), WorkbookColumn("f", .boolean),
            WorkbookColumn("g", .boolean), WorkbookColumn("h", .decimal(digits: 1)),
        ]
        let rows = try written(
            WorkbookSheet(name: "s", columns: columns),
            [
                [
                    .text("x"), .integer(12_345), .number(0.125), .number(12.3), .date(day), .boolean(true),
                    .boolean(false), .number(.nan),
                ],
                [.integer(7), .text("n"), .date(day), .blank, .text("不明"), .number(1.5), .text("×"), .number(-0.5)],
            ])
        #expect(rows[1] == ["a", "b", "c", "d", "e", "f", "g", "h"])
        #expect(rows[2] == ["x", "12345", "0.125", "12.3", "2024-10-21", "○"])
        #expect(rows[3] == ["7", "n", "2024-10-21", "", "不明", "1.5", "×", "-0.5"])
    }

    @Test(
        "days at the edges of Excel's calendar",
        arguments: ["1899-12-31", "1900-01-01", "1900-02-28", "1900-03-01", "2024-02-29", "9999-12-31"])
    func dates(day: String) throws {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
        let rows = try written(WorkbookSheet(name: "s", columns: [WorkbookColumn("d", .date)]), [[.date(date)]])
        #expect(rows[2] == [day])
    }

    @Test(
        "text stays text, whatever it looks like",
        arguments: [
            "=1+1", "+81-96", "-1", "@SUM(A1)", "\t=1", "0860806", "1E5", "TRUE", "#N/A", "2024/10/21", "{=1}", "'a",
            "http://example.jp/", "mailto:a@example.jp", "_x000D_", "_x005F_", " 前後 ", "𩸽\u{20BB7}", "一\n二",
            "<a>&\"b\"",
        ])
    func text(_ text: String) throws {
        let sheet = WorkbookSheet(name: "s", columns: [WorkbookColumn("t"), WorkbookColumn("n", .integer)])
        #expect(try written(sheet, [[.text(text), .text(text)]])[2] == [text, text])
        let xml = try #require(part("xl/worksheets/sheet1.xml", of: path))
        #expect(!xml.contains("<f>") && !xml.contains("<hyperlink"))
    }

    @Test(
        "what XML can't hold is shown as such; line breaks become LF",
        arguments: [
            ("a\u{0}b", "a\u{FFFD}b"), ("\u{1}\u{1F}\u{B}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\r\nb\rc", "a\nb\nc"),
            ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"), ("\r\u{2}", "\n\u{FFFD}"),
        ])
    func controlCharacters(text: String, expected: String) throws {
        #expect(try written(WorkbookSheet(name: "s", columns: [WorkbookColumn("t")]), [[.text(text)]])[2] == [expected])
    }

    @Test("texts at the limit of a cell", arguments: [("長", 32_767), ("𩸽", 16_383), ("_x0041_", 2_500)])
    func longText(piece: String, count: Int) throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        try writer.addSheet(WorkbookSheet(name: "s", columns: [WorkbookColumn("t")]))
        let text = String(repeating: piece, count: count)
        try writer.row([.text(text)])
        #expect(writer.problems.isEmpty)
        try writer.row([.text(text + text)])
        #expect(writer.problems.map(\.code) == [.textCut])
        #expect(writer.problems.first?.location == CellLocation(file: "a.xlsx", sheet: "s", row: 3, column: "t"))
        try writer.close()
        let rows = try numbered(TableReader(path: path, name: "a.xlsx"))
        #expect(rows[2] == [text])
        let cut = try #require(rows[3]?.first)
        #expect(cut.hasSuffix("…（以下略）") && cut.hasPrefix(text.prefix(9_000)) && cut.utf16.count <= 32_767)
    }

    @Test(
        "names of sheets are made such as Excel takes",
        arguments: [
            (["区/校区:一覧[1]*?\\"], ["区／校区：一覧［1］＊？＼"]), ([""], ["_"]), (["'a'"], ["a"]), (["History"], ["History_"]),
            ([String(repeating: "長", count: 40)], [String(repeating: "長", count: 31)]),
            ([String(repeating: "𩸽", count: 20)], [String(repeating: "𩸽", count: 15)]),
            (["表", "表", "表"], ["表", "表 (2)", "表 (3)"]), (["abc", "ABC"], ["abc", "ABC (2)"]),
            (["_choices"], ["_choices (2)"]),
            (
                [String(repeating: "a", count: 31), String(repeating: "a", count: 31)],
                [String(repeating: "a", count: 31), String(repeating: "a", count: 27) + " (2)"]
            ), (["a\nb\u{1}"], ["a b"]),
        ])
    func sheetNames(wanted: [String], given: [String]) throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        for name in wanted {
            try writer.addSheet(WorkbookSheet(name: name, columns: [WorkbookColumn("t")]))
            try writer.row([.text(name)])
        }
        try writer.close()
        #expect(try TableReader.sheets(path: path, name: "a.xlsx") == given)
        for (name, title) in zip(wanted, given) where name != "" && !name.contains("\n") {
            let reader = try TableReader(path: path, name: "a.xlsx", options: TableOptions(sheet: title))
            #expect(try numbered(reader)[2] == [name])
        }
    }

    @Test("the same calls give the same bytes")
    func reproducible() throws {
        func write(_ path: String) throws -> Data {
            let writer = try WorkbookWriter(
                path: path, name: "a.xlsx", created: CivilDate(year: 2025, month: 3, day: 1))
            try writer.addSheet(
                WorkbookSheet(name: "s", columns: [WorkbookColumn("t"), WorkbookColumn("n", .integer)]))
            for number in 1...50 {
                try writer.row([.text("値\(number)"), .integer(number)], styles: [0: CellStyle(.strong)])
            }
            try writer.add(WorkbookChart(.bars, title: "図", labelColumn: 0, valueColumn: 1))
            try writer.close()
            return try Data(contentsOf: URL(fileURLWithPath: path))
        }
        #expect(try write(path) == write(path + "2"))
        #expect(part("docProps/core.xml", of: path)?.contains("2025-03-01T00:00:00Z") == true)
    }

    @Test("the sheet is ready to be filled in and printed")
    func furniture() throws {
        let columns = [
            WorkbookColumn("団体名", width: 30),
            WorkbookColumn("判定", choices: ["同じ", "別"]),
            WorkbookColumn("テーマ", choices: (1...80).map { "長い選択肢、その\($0)" }, takesOtherValues: true),
            WorkbookColumn("カンマ", choices: ["a,b", "c"]),
        ]
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        try writer.addSheet(WorkbookSheet(name: "s", title: "題", columns: columns, frozenColumns: 1))
        try writer.row([.text("a")], styles: [0: CellStyle(.muted, fill: .alarm), 1: CellStyle(fill: .input)])
        try writer.row([.text("b")])
        try writer.addSheet(WorkbookSheet(name: "t", columns: [WorkbookColumn("x")], hasFilter: false))
        try writer.close()
        let xml = try #require(part("xl/worksheets/sheet1.xml", of: path))
        let expected = [
            #"<autoFilter ref="A3:D5"/>"#, #"xSplit="1" ySplit="3" topLeftCell="B4""#, #"paperSize="9""#,
            #"orientation="landscape""#, #"fitToHeight="0""#, #"<pageSetUpPr fitToPage="1"/>"#, #"sqref="B4:B5""#,
            #"<formula1>"同じ,別"</formula1>"#, #"<formula1>'_choices'!$A$1:$A$80</formula1>"#,
            #"<formula1>'_choices'!$B$1:$B$2</formula1>"#, #"numberStoredAsText="1""#,
        ]
        for piece in expected { #expect(xml.contains(piece), "\(piece)") }
        #expect(part("xl/workbook.xml", of: path)?.contains("<definedName name=\"_xlnm.Print_Titles\"") == true)
        #expect(part("xl/worksheets/sheet2.xml", of: path)?.contains("autoFilter") == false)
        #expect(try TableReader.sheets(path: path, name: "a.xlsx") == ["s", "t", "_choices"])
        #expect(part("xl/workbook.xml", of: path)?.contains("name=\"_choices\" sheetId=\"3\" state=\"hidden\"") == true)
    }

    @Test("a wide table is printed on two sheets of paper, with the names on both", arguments: [(20, 1), (40, 2)])
    func wideTable(columns: Int, sheets: Int) throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        let titles = (0..<columns).map { WorkbookColumn("c\($0)", width: 10) }
        try writer.addSheet(WorkbookSheet(name: "s", columns: titles, frozenColumns: 2))
        try writer.row([.text("a")])
        try writer.close()
        let xml = try #require(part("xl/worksheets/sheet1.xml", of: path))
        #expect(xml.contains(#"<pageSetup paperSize="9""#) && xml.contains(#"fitToWidth="2""#) == (sheets == 2))
        #expect(part("xl/workbook.xml", of: path)?.contains("$A:$B,") == (sheets == 2))
    }

    @Test("charts stand beside the table one below the other, and below it one beside the other")
    func charts() throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        try writer.addSheet(
            WorkbookSheet(name: "表 '1'", columns: [WorkbookColumn("t"), WorkbookColumn("n", .percent)]))
        for number in 1...4 { try writer.row([.text("値\(number)"), .number(Double(number))]) }
        try writer.add(WorkbookChart(.bars, title: "図一", labelColumn: 0, valueColumn: 1))
        try writer.add(WorkbookChart(.bars, title: "図二", labelColumn: 0, valueColumn: 1, rows: 3...4))
        try writer.add(WorkbookChart(.curve, .below, title: "図三", labelColumn: 0, valueColumn: 1))
        try writer.add(WorkbookChart(.bars, .below, title: "図四", labelColumn: 0, valueColumn: 1))
        try writer.close()
        #expect(part("xl/charts/chart1.xml", of: path)?.contains("$B$2:$B$5") == true)
        #expect(part("xl/charts/chart2.xml", of: path)?.contains("$A$3:$A$4") == true)
        #expect(part("xl/charts/chart2.xml", of: path)?.contains("図二") == true)
        #expect(part("xl/charts/chart3.xml", of: path)?.contains("scatterChart") == true)
        let drawing = try #require(part("xl/drawings/drawing1.xml", of: path))
        let corners = drawing.matches(of: /<xdr:from><xdr:col>(\d+)<.*?<xdr:row>(\d+)</).map { "\($0.1):\($0.2)" }
        #expect(corners == ["3:0", "3:11", "0:6", "6:6"])
    }

    @Test("bars behind numbers, and counts among shares")
    func bars() throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        try writer.addSheet(WorkbookSheet(name: "s", columns: [WorkbookColumn("割合", .percent, fullBar: 100)]))
        try writer.row([.number(12.5)])
        try writer.row([.integer(7)])
        try writer.addSheet(WorkbookSheet(name: "t", columns: [WorkbookColumn("割合", .percent, fullBar: 100)]))
        try writer.close()
        let xml = try #require(part("xl/worksheets/sheet1.xml", of: path))
        #expect(xml.contains(#"<conditionalFormatting sqref="A2:A3"><cfRule type="dataBar""#))
        #expect(xml.contains(#"<cfvo type="num" val="0"/><cfvo type="num" val="100"/>"#))
        #expect(part("xl/worksheets/sheet2.xml", of: path)?.contains("dataBar") == false)
        #expect(try numbered(TableReader(path: path, name: "a.xlsx")) == [1: ["割合"], 2: ["12.5"], 3: ["7"]])
    }

    @Test("a place that can't be written to")
    func unwritable() throws {
        let writer = try WorkbookWriter(path: "/no/such/folder/a.xlsx", name: "out/a.xlsx")
        try writer.addSheet(WorkbookSheet(name: "s", columns: [WorkbookColumn("t")]))
        let problem = refusal { try writer.close() }
        #expect(problem?.code == .outputUnwritable && problem?.location == CellLocation(file: "out/a.xlsx"))
    }

    @Test("a row before any sheet")
    func withoutSheet() throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        #expect(refusal { try writer.row([.blank]) }?.code == .outputUnwritable)
    }

    @Test("closed twice")
    func closedTwice() throws {
        let writer = try WorkbookWriter(path: path, name: "a.xlsx")
        try writer.addSheet(WorkbookSheet(name: "s", columns: [WorkbookColumn("t", choices: ["a,b"])]))
        try writer.close()
        try writer.close()
        #expect(refusal { try writer.row([.blank]) }?.code == .outputUnwritable)
        #expect(try TableReader.sheets(path: path, name: "a.xlsx") == ["s", "_choices"])
    }

    @Test("a writer that is let go leaves no file")
    func abandoned() throws {
        do {
            let writer = try WorkbookWriter(path: path, name: "a.xlsx")
            try writer.addSheet(WorkbookSheet(name: "s", columns: [WorkbookColumn("t")]))
            try writer.row([.text("a")])
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("random tables come back", arguments: 0..<20 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let table = RoundTripTests.table(seed: seed).map { row in
            row.map(lineFeeds)
        }
        let sheet = WorkbookSheet(name: "s", columns: (0..<6).map { WorkbookColumn("c\($0)") })
        let numbers = table.map { _ in Double.random(in: -1e9...1e9, using: &generator) }
        let rows = try written(
            sheet, zip(table, numbers).map { row, number in row.map { .text($0) } + [.number(number)] })
        for (index, row) in table.enumerated() {
            let read = rows[index + 2] ?? []
            #expect(Array(read.dropLast()) == row)
            // libxlsxwriter writes 16 digits.
            #expect(abs((read.last.flatMap { Double($0) } ?? .nan) - numbers[index]) <= abs(numbers[index]) * 1e-15)
        }
    }
}

/// CRLF and CR as LF.
private func lineFeeds(_ text: String) -> String {
    text.map { $0.isNewline ? "\n" : String($0) }.joined()
}
