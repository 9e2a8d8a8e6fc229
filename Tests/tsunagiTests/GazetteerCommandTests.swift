import Foundation
import Tabular
import TestSupport
import Testing

/// `tsunagi gazetteer import` and `gazetteer info`, as a shell sees them.
@Suite("Gazetteers")
struct GazetteerCommandTests {
    private let scratch: ScratchFolder
    private let output: URL

    private static let title = "municipality_code,municipality,town,latitude,longitude\n"
    private static let towns = title + "43101,熊本市中央区,健軍一丁目,32.79,130.75\n43403,菊池郡大津町,大字室,32.88,130.87\n"
    /// 位置参照情報 of a release, in CP932 as it comes.
    private static let mlit = """
        "都道府県コード","都道府県名","市区町村コード","市区町村名","大字町丁目コード","大字町丁目名","緯度","経度","原典資料コード","大字・字・丁目区分コード"
        "43","熊本県","43101","熊本市中央区","431010001001","手取本町","32.803078","130.707897","0","1"

        """

    init() throws {
        scratch = try ScratchFolder()
        output = scratch.url.appending(path: "町名.gazetteer")
        try scratch.write(Self.towns, to: "町名.csv")
        try scratch.write(try #require(Self.mlit.data(using: .shiftJIS)), to: "43000-17.0b.csv")
    }

    private func run(_ arguments: [String]) throws -> Program.Result {
        try Program.run(["gazetteer"] + arguments, in: scratch.url)
    }

    private func files() throws -> [String] { try scratch.url.contents().keys.sorted() }

    // MARK: What they do

    @Test("lists become a file, and what is in it is told")
    func importing() throws {
        let result = try run(["import", "町名.csv", "43000-17.0b.csv", "--output", "町名.gazetteer"])
        #expect(result.status == 0)
        #expect(
            result.errors == """
                参考 43000-17.0b.csv：座標変換：1 × JGD2000 to JGD2011 (2) (EPSG:6698)（精度 1.0 m）

                """)
        for line in [
            "町名.gazetteer　", "  都道府県 1（熊本県）、市区町村 2", "  町字 3（位置あり 3）、街区 0、号・地番 0", "一覧1 町名.csv\n  自分の表\n  2行：町字 2",
            "一覧2 43000-17.0b.csv\n  位置参照情報 大字・町丁目レベル、第17.0b版、位置参照情報利用約款\n  1行：町字 1",
            "座標変換（元は EPSG:4612） JGD2000 to JGD2011 (2) (EPSG:6698)：精度 1 m、1点",
            "結果を公開するときに書く出典\n  「位置参照情報」（国土交通省）を加工して作成",
        ] {
            #expect(result.output.contains(line), "\(line) is not in \(result.output)")
        }
        #expect(try files() == ["43000-17.0b.csv", "町名.csv", "町名.gazetteer"])

        let info = try run(["info", "町名.gazetteer"])
        #expect(info.status == 0 && info.errors.isEmpty)
        let told = result.output.split(separator: "\n").dropFirst()
        #expect(info.output.split(separator: "\n").dropFirst() == told)
    }

    @Test("a zip with two lists, and one beside it")
    func packed() throws {
        var zip = ZipBuilder()
        zip.add("data/a.csv", Array(Self.towns.utf8))
        zip.add("data/b.csv", Array((Self.title + "43101,熊本市中央区,桜町,32.80,130.70\n").utf8))
        zip.add("お読みください.txt", Array("説明\n".utf8))
        try scratch.write(zip.finished(), to: "all.zip")
        let result = try run(["import", "all.zip", "43000-17.0b.csv", "--output", "町名.gazetteer", "--lang", "en"])
        #expect(result.status == 0)
        #expect(result.errors.contains("info all.zip/お読みください.txt row 1: no list of addresses that is known"))
        #expect(result.output.contains("towns 4 (4 with a point)"))
        #expect(result.output.contains("list 2 all.zip/data/b.csv\n  a list of one's own\n  1 rows: towns 1"))
    }

    @Test("a list of one's own may be a workbook")
    func workbook() throws {
        let writer = try WorkbookWriter(path: scratch.url.appending(path: "町名.xlsx").path, name: "町名.xlsx")
        let rows = Self.towns.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        try writer.addSheet(WorkbookSheet(name: "町名", columns: rows[0].map { WorkbookColumn($0) }, hasFilter: false))
        for row in rows.dropFirst() { try writer.row(row.map { .text($0) }) }
        try writer.close()
        let result = try run(["import", "町名.xlsx", "--output", "町名.gazetteer"])
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(result.output.contains("町字 2（位置あり 2）"))
    }

    @Test("what was imported can be used by a run")
    func usable() throws {
        let wave = try WaveFolder()
        let gazetteer = wave.url.appending(path: "町名.gazetteer").path
        let list = RepositoryFolder.data.appending(path: "gazetteer/kumamoto_demo.csv").path
        #expect(try run(["import", list, "--output", gazetteer]).status == 0)
        func tables() throws -> [String: Data] {
            let result = try Program.run(["run", wave.path, "--out", wave.out.path])
            #expect(result.status == 0, "\(result.errors)")
            // Findings name the file that places come from.
            return try wave.out.contents().filter { $0.key.hasSuffix(".csv") && $0.key != "findings.csv" }
        }
        let fromList = try tables()
        try wave.edit("wave.yaml") { text in
            text.replacing(/gazetteers:.*\n(  - .*\n)*/, with: "gazetteers: [町名.gazetteer]\n")
        }
        #expect(try tables() == fromList)
    }

    @Test("a file is not written over without --force")
    func force() throws {
        let arguments = ["import", "町名.csv", "--output", "町名.gazetteer"]
        #expect(try run(arguments).status == 0)
        let written = try Data(contentsOf: output)
        try "mine".write(to: output, atomically: true, encoding: .utf8)
        let second = try run(arguments)
        #expect(second.status == 2 && second.output.isEmpty)
        #expect(second.errors == "エラー 町名.gazetteer：すでにあります。書き換えるには --force を付けてください\n")
        #expect(try String(contentsOf: output, encoding: .utf8) == "mine")
        #expect(try run(arguments + ["--force"]).status == 0)
        #expect(try Data(contentsOf: output) == written)
    }

    @Test("--json gives an object a line")
    func json() throws {
        func events(_ arguments: [String]) throws -> [[String: Any]] {
            try run(arguments + ["--json"]).output.split(separator: "\n").map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            }
        }
        let imported = try events(["import", "町名.csv", "43000-17.0b.csv", "--output", "町名.gazetteer"])
        #expect(
            imported.map { $0["event"] as? String } == ["finding", "list", "operation", "list", "operation", "done"])
        #expect(imported[0]["code"] as? String == "coordinate_operation")
        #expect(imported[3]["format"] as? String == "mlit_towns" && imported[3]["version"] as? String == "17.0b")
        #expect((imported[3]["sha256"] as? String)?.count == 64)
        #expect(imported[4]["accuracy_m"] as? Double == 1 && imported[4]["from"] as? String == "EPSG:4612")
        #expect(imported[5]["towns"] as? Int == 3 && imported[5]["output"] as? String == "町名.gazetteer")
        let told = try events(["info", "町名.gazetteer"])
        #expect(told.map { $0["event"] as? String } == ["gazetteer", "list", "operation", "list", "operation", "done"])
        #expect(told[0]["municipalities"] as? Int == 2 && told[0]["prefectures"] as? Int == 1)
        #expect(told[5]["files"] as? Int == 1)
    }

    @Test("ten findings of a kind are shown, and then how many there are")
    func manyFindings() throws {
        let rows = (0..<1200).map { "99,どこか市,町\($0),32.79,130.75\n" }.joined()
        try scratch.write(Self.towns + rows, to: "町名.csv")
        let result = try run(["import", "町名.csv", "--output", "町名.gazetteer"])
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 11)
        #expect(lines.first == "注意 町名.csv 4行「municipality_code」：値「99」の形が違います。必要な形：13101")
        #expect(lines.last == "注意 value_type　ほか1,190件")
        let english = try run(["import", "町名.csv", "--output", "町名.gazetteer", "--force", "--lang", "en"])
        #expect(english.errors.hasSuffix("warning value_type, 1,190 more\n"))
    }

    @Test("--epsg says where the points of one's own list are")
    func referenceSystem() throws {
        let result = try run(["import", "町名.csv", "--output", "町名.gazetteer", "--epsg", "4301"])
        #expect(result.status == 0)
        #expect(result.errors.hasPrefix("注意 町名.csv：座標変換：2 × Tokyo to JGD2000 (1) (EPSG:15483)"))
        #expect(result.output.contains("座標変換（元は EPSG:4301） Tokyo to JGD2000 (1) (EPSG:15483)"))
        #expect(result.output.contains("：精度 9.1 m、2点"))
    }

    @Test("characters that can't be read are errors, and the rest is written")
    func undecodable() throws {
        try scratch.write(Array((Self.towns + "43101,熊本市中央区,").utf8) + [0xE7, 0x86, 0x2C, 0x2C, 0x0A], to: "町名.csv")
        let result = try run(["import", "町名.csv", "--output", "町名.gazetteer"])
        #expect(result.status == 1)
        #expect(result.errors.hasPrefix("エラー 町名.csv 4行：文字コード utf-8 として読めないバイトがあります"))
        #expect(FileManager.default.fileExists(atPath: output.path))
    }

    // MARK: Mistakes

    /// Files that are no lists, by what makes them.
    private func makeFiles() throws {
        var zip = ZipBuilder()
        zip.add("a.csv", Array((Self.towns + String(repeating: "43101,熊本市中央区,町,32.79,130.75\n", count: 500)).utf8))
        let packed = zip.finished()
        try scratch.write(packed.prefix(packed.count / 2), to: "half.zip")
        try scratch.write(try GzipBuilder.packed(Array(Self.towns.utf8)).dropLast(20), to: "half.csv.gz")
        var document = ZipBuilder()
        document.add("a.pdf", Array("%PDF-1.4\n".utf8))
        try scratch.write(document.finished(), to: "pdf.zip")
        try scratch.write("", to: "empty.csv")
        try scratch.write(Self.title, to: "header.csv")
        try scratch.write(Self.title + "43101,熊本市中央区\n43101\n", to: "few.csv")
        try scratch.write("氏名,住所\n山田,熊本市\n", to: "names.csv")
        try scratch.write(
            Self.title.replacing("latitude,longitude", with: "northing_m,easting_m")
                + "43101,熊本市中央区,手取本町,-21799,-27355\n",
            to: "plane.csv")
        #expect(try run(["import", "町名.csv", "--output", "old.gazetteer"]).status == 0)
    }

    @Test(
        "lists that can't be used, and nothing is written",
        arguments: [
            (["half.zip"], "half.zip：ファイルが壊れています"), (["half.csv.gz"], "half.csv.gz：ファイルが壊れています"),
            (["pdf.zip"], "pdf.zip：圧縮ファイルの中に表（CSV・Excel）がありません"),
            (["empty.csv"], "エラー empty.csv：見出し行（1行目）がありません"),
            (["header.csv"], "エラー header.csv：記入のある行が一つもありません"),
            (["names.csv"], "エラー names.csv 1行：住所の一覧として知られていない表です（見出し：氏名, 住所）"),
            (["町目.csv"], "エラー 町目.csv：ファイルがありません。近い名前：町名.csv"), (["."], "ファイルを読めません（フォルダです）"),
            (["empty.csv", "names.csv"], "エラー names.csv 1行"), (["old.gazetteer"], "old.gazetteer：取り込み済みの地名辞典です"),
            (["町名.csv", "./町名.csv"], "エラー ./町名.csv：「町名.csv」が二度あります"),
            (["plane.csv"], "エラー plane.csv 1行：平面直角座標の系がわかりません"),
            (["町名.csv", "--epsg", "6670"], "エラー 町名.csv 1行：列「northing_m」が見つかりません"),
            (["町名.csv", "--epsg", "3857"], "エラー --epsg：「3857」という値はありません。近い値：4301, 4612, 6668, 4326"),
            (["町名.csv", "--epsg", "熊本"], "'--epsg <code>' に '熊本' は使えません"),
            (["43000-17.0b.csv", "--epsg", "4301"], "エラー 43000-17.0b.csv：--epsg 4301 を使う一覧がありません"),
            (["町名.csv", "--grids", "nowhere"], "エラー nowhere：ファイルがありません"),
            (["町名.csv", "--grids", "町名.csv"], "エラー 町名.csv：ファイルを読めません（フォルダではありません）"),
            ([], "引数 <list> ... が足りません"), ([""], "ファイル名が空です"),
        ])
    func unusable(arguments: [String], message: String) throws {
        try makeFiles()
        let before = try scratch.url.contents()
        let result = try run(["import"] + arguments + ["--output", "町名.gazetteer"])
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try scratch.url.contents() == before)
    }

    @Test("rows with too few cells are findings")
    func shortRows() throws {
        try makeFiles()
        let result = try run(["import", "few.csv", "町名.csv", "--output", "町名.gazetteer"])
        #expect(result.status == 0)
        #expect(result.errors.contains("注意 few.csv 3行「municipality」：この行は使えません"))
    }

    @Test(
        "a place that can't be written to, or that is one of the lists",
        arguments: [
            ("町名.csv", "町名.csv：取り込む一覧と同じファイルです"), ("./町名.csv", "./町名.csv：取り込む一覧と同じファイルです"),
            ("nowhere/a.gazetteer", "nowhere/a.gazetteer：書き込めません（その場所がありません）"),
            ("町名.csv/a.gazetteer", "町名.csv/a.gazetteer：書き込めません（フォルダではありません）"),
            (".", "書き込めません（フォルダです）"), ("", "ファイル名が空です"),
            // Not even the superuser may write there.
            ("/sys/a.gazetteer", "/sys/a.gazetteer：書き込めません"),
        ])
    func noPlace(path: String, message: String) throws {
        let before = try scratch.url.contents()
        let result = try run(["import", "町名.csv", "--output", path, "--force"])
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try scratch.url.contents() == before)
    }

    @Test("gazetteers that are none, or damaged", arguments: ["info", "run"])
    func damaged(command: String) throws {
        try makeFiles()
        let wave = try WaveFolder()
        let whole = try Data(contentsOf: scratch.url.appending(path: "old.gazetteer"))
        var flipped = whole
        flipped[whole.count / 2] ^= 1
        var newer = whole
        newer[15] = 200
        let files: [(name: String, bytes: Data, message: String)] = [
            ("half.gazetteer", whole.prefix(whole.count / 2), "half.gazetteer：ファイルが壊れています（sections）"),
            ("header.gazetteer", whole.prefix(100), "header.gazetteer：ファイルが壊れています（header）"),
            ("flipped.gazetteer", flipped, "flipped.gazetteer：ファイルが壊れています（checksum）"),
            ("newer.gazetteer", newer, "newer.gazetteer：この形式（gazetteer）は読めません"),
        ]
        for file in files {
            let path = try scratch.write(file.bytes, to: file.name).path
            let arguments =
                command == "run"
                ? ["run", wave.path, "--out", wave.out.path, "--gazetteer", path]
                : ["gazetteer", "info", path]
            let result = try Program.run(arguments)
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.errors.contains(file.message), "\(result.errors)")
        }
        guard command == "info" else { return }
        for (path, message) in [
            ("町名.csv", "町名.csv：地名辞典（.gazetteer）ではありません"), ("nowhere", "nowhere：ファイルがありません"),
            (".", "ファイルを読めません（フォルダです）"), ("empty.csv", "empty.csv：ファイルが壊れています（0 bytes）"),
        ] {
            let result = try run(["info", "old.gazetteer", path])
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.errors.contains(message), "\(result.errors)")
        }
    }
}
