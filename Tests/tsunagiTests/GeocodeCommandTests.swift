import Foundation
import Tabular
import TestSupport
import Testing

/// `tsunagi geocode`, as a shell sees it.
@Suite("Geocoding a table")
struct GeocodeCommandTests {
    private let scratch: ScratchFolder
    private let gazetteer: URL
    private let input: URL

    private static let columns = [
        "prefecture", "municipality", "town", "block", "lot", "rest", "building", "level", "latitude", "longitude",
        "easting_m", "northing_m", "mesh_code", "confidence", "source", "alternatives",
    ]

    init() throws {
        scratch = try ScratchFolder()
        gazetteer = scratch.url.appending(path: "towns.csv")
        input = scratch.url.appending(path: "list.csv")
        // The points are the check points of the plane rectangular system: City Hall and the ward offices.
        try write(
            """
            municipality_code,municipality,town,latitude,longitude
            43101,熊本市中央区,手取本町,32.803078,130.707897
            43101,熊本市中央区,国府一丁目,32.79,130.72
            43101,熊本市中央区,国府二丁目,32.79,130.73
            43102,熊本市東区,東本町,32.78053,130.768061
            43105,熊本市北区,植木町岩野,32.903561,130.694263
            """, to: "towns.csv")
    }

    private func write(_ text: String, to name: String) throws {
        try text.write(to: scratch.url.appending(path: name), atomically: true, encoding: .utf8)
    }

    private func geocode(_ arguments: [String], standardInput: String? = nil) throws -> Program.Result {
        try Program.run(["geocode"] + arguments + ["--gazetteer", gazetteer.path], standardInput: standardInput)
    }

    private func rows(_ text: String) throws -> [[String]] {
        let reader = try TableReader(bytes: Array(text.utf8), name: "output")
        var row = Row()
        var rows: [[String]] = []
        while try reader.next(into: &row) { rows.append((0..<row.count).map { row[$0] }) }
        return rows
    }

    @Test("the input's columns come first, and the rows keep their order")
    func standardOutput() throws {
        try write(
            """
            番号,所在地,備考
            3,〒860-0808 熊本市中央区手取本町１−１（市役所,"a ""b"", c"
            1,,空欄
            2,熊本県熊本市北区植木町岩野238-1 区役所2階,
            9,どこにもない町,
            """, to: "list.csv")
        let result = try geocode([input.path])
        #expect(result.status == 0)
        let rows = try rows(result.output)
        #expect(rows[0] == ["番号", "所在地", "備考"] + Self.columns)
        #expect(
            rows[1] == [
                "3", "〒860-0808 熊本市中央区手取本町１−１（市役所", "a \"b\", c", "熊本県", "熊本市中央区", "手取本町", "1", "1",
                "１−１（市役所", "（市役所", "3", "32.803078", "130.707897", "-27355.76", "-21799.22", "49301566", "1.00",
                "towns.csv", "",
            ])
        #expect(rows[2] == ["1", "", "空欄"] + Self.columns.map { _ in "" })
        #expect(rows[3][3...9] == ["熊本県", "熊本市北区", "植木町岩野", "238", "1", "238-1 区役所2階", "区役所2階"])
        #expect(rows[3][15] == "49302585")
        #expect(rows[4][3...10] == ["", "", "", "", "", "どこにもない町", "", "0"])
        #expect(
            result.errors
                == "4件：地番・住居番号 0、街区 0、町 2、市区町村 0、都道府県 0、不明 1、空欄 1。候補が分かれたもの 0\n")
    }

    @Test("a name that the input has gets geo_ in front")
    func takenNames() throws {
        try write("住所,town,source,geo_source\n熊本市手取本町1,x,y,z\n", to: "list.csv")
        let rows = try rows(try geocode([input.path]).output)
        #expect(rows[0][0..<4] == ["住所", "town", "source", "geo_source"])
        #expect(
            rows[0].dropFirst(4)
                == Self.columns.map { ["town": "geo_town", "source": "geo_geo_source"][$0] ?? $0 }[...])
        #expect(rows[1][4..<7] == ["熊本県", "熊本市中央区", "手取本町"])
    }

    @Test("standard input is read, in CP932 too, and the prior places a town without its city")
    func standardInput() throws {
        let text = "所在地\n東本町16-30\n"
        let result = try geocode(["-", "--municipality", "43100", "-q"], standardInput: text)
        #expect(result.errors == "")
        #expect(try rows(result.output)[1][1..<4] == ["熊本県", "熊本市東区", "東本町"])

        // 所在地 and 国府１丁目５－３, each with CR LF.
        let cp932: [UInt8] = [
            0x8F, 0x8A, 0x8D, 0xDD, 0x92, 0x6E, 0x0D, 0x0A, 0x8D, 0x91, 0x95, 0x7B, 0x82, 0x50, 0x92, 0x9A,
            0x96, 0xDA, 0x82, 0x54, 0x81, 0x7C, 0x82, 0x52, 0x0D, 0x0A,
        ]
        try Data(cp932).write(to: input)
        let other = try geocode([input.path, "--municipality", "43100"])
        #expect(try rows(other.output)[1][0..<6] == ["国府１丁目５－３", "熊本県", "熊本市中央区", "国府一丁目", "5", "3"])
    }

    @Test("titles may stand below a heading, and an address in several columns")
    func severalColumns() throws {
        try write(
            "支援団体一覧,,\n,,\n団体名,市区町村,町名番地\nA会,熊本市東区,東本町16\nB会,,手取本町\n", to: "list.csv")
        let result = try geocode([
            input.path, "--column", "市区町村", "--column", "町名番地", "--municipality", "43100",
        ])
        let rows = try rows(result.output)
        #expect(rows.count == 3 && rows[0][0..<3] == ["団体名", "市区町村", "町名番地"])
        #expect(rows[1][4..<6] == ["熊本市東区", "東本町"] && rows[2][4..<6] == ["熊本市中央区", "手取本町"])
        let numbered = try geocode([input.path, "--column", "3", "--municipality", "43100"])
        #expect(try self.rows(numbered.output)[2][5] == "手取本町")
    }

    @Test("a column is found by its number where titles repeat")
    func columnNumber() throws {
        try write("団体,住所,住所\nA,手取本町1,東本町2\n", to: "list.csv")
        let unclear = try geocode([input.path])
        #expect(unclear.status == 2 && unclear.errors.contains("--column 2, --column 3"), "\(unclear.errors)")
        let result = try geocode([input.path, "--column", "3", "--municipality", "43100"])
        #expect(try rows(result.output)[1][5] == "東本町")
    }

    @Test("what was perhaps meant is in alternatives")
    func alternatives() throws {
        try write("住所\n熊本市中央区国府9-1\n", to: "list.csv")
        let row = try rows(try geocode([input.path]).output)[1]
        #expect(row[8] == "2" && row.last == "43101 国府一丁目; 43101 国府二丁目")
    }

    @Test("a workbook is read and written")
    func workbook() throws {
        let book = scratch.url.appending(path: "list.xlsx")
        let writer = try WorkbookWriter(path: book.path, name: "list")
        try writer.addSheet(WorkbookSheet(name: "名簿", columns: [WorkbookColumn("所在地"), WorkbookColumn("人数")]))
        try writer.row([.text("熊本市中央区手取本町1-1"), .integer(5)])
        try writer.close()
        let output = scratch.url.appending(path: "located.xlsx")
        let result = try geocode([book.path, "--sheet", "名簿", "--output", output.path])
        #expect(result.status == 0 && result.output.isEmpty)
        let reader = try TableReader(path: output.path, name: "located")
        var row = Row()
        _ = try reader.next(into: &row)
        #expect((0..<row.count).map { row[$0] } == ["所在地", "人数"] + Self.columns)
        _ = try reader.next(into: &row)
        #expect(row[1] == "5" && row[4] == "手取本町" && row[9] == "3" && row[14] == "49301566")
        #expect(try scratch.url.contents().keys.sorted() == ["list.xlsx", "located.xlsx", "towns.csv"])
    }

    @Test("values without a title move nothing, and are told of")
    func longRows() throws {
        try write("住所,団体\n手取本町1,A,余り\n", to: "list.csv")
        let result = try geocode([input.path, "--municipality", "43100"])
        let rows = try rows(result.output)
        #expect(rows[1].count == rows[0].count + 1 && rows[1].last == "余り" && rows[1][4] == "手取本町")
        #expect(result.errors.contains("cell_without_title"), "\(result.errors)")
    }

    @Test("a file is written as a whole, with the mark that Excel needs, and not written over without --force")
    func outputFile() throws {
        try write("住所\n手取本町1\n", to: "list.csv")
        let output = scratch.url.appending(path: "located.csv")
        let arguments = [input.path, "--municipality", "43100", "--output", output.path]
        #expect(try geocode(arguments + ["--json"]).output.contains(#""level_3":1"#))
        let written = try Data(contentsOf: output)
        #expect(written.starts(with: [0xEF, 0xBB, 0xBF]))

        try "mine".write(to: output, atomically: true, encoding: .utf8)
        let second = try geocode(arguments)
        #expect(second.status == 2 && second.errors.contains("--force"))
        #expect(try String(contentsOf: output, encoding: .utf8) == "mine")
        #expect(try geocode(arguments + ["--force"]).status == 0)
        #expect(try Data(contentsOf: output) == written)
        #expect(try scratch.url.contents().keys.sorted() == ["list.csv", "located.csv", "towns.csv"])
    }

    @Test(
        "what can't be done is said, and nothing is written",
        arguments: [
            (["list.csv", "--column", "住処"], "list.csv 1行：列「住処」が見つかりません。近い見出し：住所"),
            (["none.csv"], "none.csv：ファイルがありません"),
            (["list.csv", "--gazetteer", "none.gazetteer"], "none.gazetteer：ファイルがありません"),
            (["list.csv", "--municipality", "13101"], "--municipality：「13101」"),
            (["list.csv", "--municipality", "4310"], "--municipality は5桁の数字です：4310"),
            (["list.csv", "--output", "no/where.csv"], "no/where.csv：書き込めません"),
            (["list.csv", "--json"], "--json には --output が必要です"),
            (["empty.csv"], "empty.csv"),
        ])
    func mistakes(arguments: [String], message: String) throws {
        try write("住所,団体\n手取本町1,A\n", to: "list.csv")
        try write("", to: "empty.csv")
        let before = try scratch.url.contents()
        let result = try Program.run(
            ["geocode"] + arguments + ["--gazetteer", gazetteer.path], in: scratch.url)
        #expect(result.status == 2 && result.output.isEmpty, "\(result.status) \(result.output)")
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try scratch.url.contents() == before)
    }

    @Test("without a gazetteer there is nothing to look up")
    func noGazetteer() throws {
        try write("住所\n手取本町1\n", to: "list.csv")
        let result = try Program.run(["geocode", input.path])
        #expect(result.status == 2 && result.errors.contains("--gazetteer で地名の表を指定してください"))
    }
}
