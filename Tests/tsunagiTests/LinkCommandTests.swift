import Foundation
import Tabular
import TestSupport
import Testing

/// `tsunagi link`, as a shell sees it.
@Suite("Linking two files")
struct LinkCommandTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        let others = (1...60).map { "\(100 + $0),ちがう団体その\($0),熊本市東区東本町\($0),096-999-\(1000 + $0),," }
        let list =
            ["番号,団体名,所在地,電話番号,代表者名,法人番号"] + others + [
                "1,特定非営利活動法人ひかり学習支援ネットワーク,熊本県熊本市東区健軍1丁目2番3号,096-328-1111,山田 花子,3000012010001",
                "2,社会福祉法人 みどりの園,熊本市北区植木町岩野238-1,096-272-2222,佐藤一郎,",
                "3,みどりの園家族会,熊本市北区植木町岩野238-1,096-272-2222,佐藤一郎,",
            ]
        let answers = [
            "id,名称,住所,TEL,代表者", "a,NPO法人 ひかり学習支援ﾈｯﾄﾜｰｸ,東区健軍1-2-3,０９６（３２８）１１１１,理事長 山田花子",
            "b,みどりの園 家族会,植木町岩野238-1,0962722222,", "c,どこにもない会,,,", "d,,,,",
        ]
        try scratch.write(list.joined(separator: "\n") + "\n", to: "list.csv")
        try scratch.write(answers.joined(separator: "\r\n") + "\r\n", to: "answers.csv")
    }

    private func rows(_ text: String) throws -> [[String]] {
        let reader = try TableReader(bytes: Array(text.utf8), name: "output")
        var row = Row()
        var rows: [[String]] = []
        while try reader.next(into: &row) { rows.append((0..<row.count).map { row[$0] }) }
        return rows
    }

    @Test("how many are on neither list is estimated with its interval and its warnings, for two lists only")
    func neither() throws {
        let result = try Program.run(
            ["link", "list.csv", "answers.csv", "--neither", "--output", "out.csv"], in: scratch.url)
        #expect(result.status == 0)
        // 63 and 4 on the lists, 2 on both: 64 · 5 / 3 − 1 in all, and 65 of them seen.
        #expect(result.errors.contains("どちらかの名簿にある団体 65、どちらにもない団体の推定 41"), "\(result.errors)")
        #expect(result.errors.contains("無関係に作られたときだけ") && result.errors.contains("両方にある団体が少ない"))
        let json = try Program.run(
            ["link", "list.csv", "answers.csv", "--neither", "--output", "out.json.csv", "--json"], in: scratch.url)
        #expect(json.output.contains(#""on_neither_warnings":"few_shared"#))
        #expect(try Program.run(["link", "list.csv", "--neither"], in: scratch.url).status == 2)
    }

    @Test("partners are found by usual titles, with what each comparison says")
    func twoLists() throws {
        let result = try Program.run(["link", "list.csv", "answers.csv"], in: scratch.url)
        #expect(result.status == 0)
        let rows = try rows(result.output)
        #expect(
            rows[0] == [
                "id_a", "id_b", "probability", "weight_bits", "bits_prior", "bits_name", "bits_contact",
                "bits_representative", "bits_corporate_number", "bits_legal_form", "name", "contact",
            ])
        let links = rows.dropFirst().filter { (Double($0[2]) ?? 0) >= 0.5 }
        #expect(
            links.map { [$0[0], $0[1], $0[10], $0[11]] } == [
                ["1", "a", "same", "several"], ["3", "b", "same", "several"],
            ])
        for row in rows.dropFirst() {
            let bits = row[3..<10].compactMap(Double.init)
            #expect(abs(bits[0] - bits[1...].reduce(0, +)) < 0.05, "\(row)")
        }
        #expect(result.errors.contains("answers.csv 5行"), "\(result.errors)")
        #expect(result.errors.contains("うち同じ団体 2"), "\(result.errors)")
    }

    @Test("doubles of one list, the smaller id first")
    func oneList() throws {
        try scratch.write(
            "id,name,tel\nb,一般社団法人こもれび支援センター,0963111111\na,（一社）こもれび支援センター,096-311-1111\n", to: "doubles.csv")
        let rows = try rows(try Program.run(["link", "doubles.csv"], in: scratch.url).output)
        #expect(rows.count == 2 && rows[1][0..<2] == ["a", "b"] && rows[1][10] == "same")
    }

    @Test("columns that are called otherwise are named, and a file is written as a whole")
    func namedColumns() throws {
        try scratch.write("しるし,よび名,でんわ\nx,みどりの園,0962722222\n", to: "other.csv")
        let arguments = [
            "link", "list.csv", "other.csv", "--column", "id=番号", "--output", "pairs.csv",
        ]
        // A title that only one of the lists has is missing in the other one.
        let unknown = try Program.run(arguments, in: scratch.url)
        #expect(unknown.status == 2 && unknown.errors.contains("other.csv 1行：列「番号」が見つかりません"), "\(unknown.errors)")
        try scratch.write("番号,よび名,でんわ\nx,みどりの園,0962722222\n", to: "other.csv")
        try scratch.write("番号,よび名,でんわ\n2,社会福祉法人みどりの園,0962722222\n", to: "list.csv")
        let named = arguments + ["--column", "name=よび名", "--column", "tel=でんわ"]
        let result = try Program.run(named + ["--json"], in: scratch.url)
        #expect(result.status == 0 && result.output.contains(#""links":1"#), "\(result.output) \(result.errors)")
        let second = try Program.run(named, in: scratch.url)
        #expect(second.status == 2 && second.errors.contains("--force"))
        #expect(try Program.run(named + ["--force"], in: scratch.url).status == 0)
    }

    @Test(
        "what can't be done is said, and nothing is written",
        arguments: [
            (["list.csv", "none.csv"], "none.csv：ファイルがありません"),
            (["list.csv", "titles.csv"], "titles.csv 1行：列「団体名」が見つかりません"),
            (["list.csv", "--column", "nam=団体名"], "--column は 項目=見出し です"),
            (["list.csv", "--least", "2"], "--least は0から1の数です"),
            (["list.csv", "--json"], "--json には --output が必要です"),
            (["list.csv", "--output", "no/where.csv"], "no/where.csv：書き込めません"),
            (["list.csv", "--output", "list.csv", "--force"], "list.csv：取り込む一覧と同じファイルです"),
            (["list.csv", "--output", "./list.csv", "--force"], "list.csv：取り込む一覧と同じファイルです"),
            (["list.csv", "--model", "none.json"], "none.json：ファイルがありません"),
            (["list.csv", "--model", "list.csv"], "list.csv：JSON として読めません"),
            (["list.csv", "--model", ""], "ファイル名が空です"),
        ])
    func mistakes(arguments: [String], message: String) throws {
        try scratch.write("x,y\n1,2\n", to: "titles.csv")
        let before = try scratch.url.contents()
        let result = try Program.run(["link"] + arguments, in: scratch.url)
        #expect(result.status == 2 && result.output.isEmpty, "\(result.status) \(result.output)")
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try scratch.url.contents() == before)
    }

    // MARK: Odd lists

    @Test("an id that stands twice, and rows without one, are findings; every row is used")
    func identifiers() throws {
        try scratch.write(
            "番号,団体名,電話番号\n7,あおぞら学習支援ネットワーク,0963111111\n7,ひだまりの里,0963111112\n,こもれび支援センター,0963111113\n　7 ,山の子ども会,\n"
                + "7 8,川の子ども会,\n", to: "ids.csv")
        try scratch.write(
            "id,name,tel\nx,（特非）あおぞら学習支援ネットワーク,096-311-1111\ny,ひだまりの里,096-311-1112\nz,こもれび支援センター,096-311-1113\n"
                + "w,川の子ども会,\n", to: "other.csv")
        let result = try Program.run(["link", "ids.csv", "other.csv"], in: scratch.url)
        #expect(result.status == 0)
        let links = try rows(result.output).dropFirst().filter { (Double($0[2]) ?? 0) >= 0.5 }
        #expect(links.map { $0[0...1].joined(separator: "–") } == ["7–x", "7–y", "–z", "7 8–w"])
        #expect(
            result.errors.hasPrefix(
                """
                注意 ids.csv 3行：番号（id）「7」は 2行にもあります。どちらの行も比べますが、結果の番号では見分けられません
                注意 ids.csv 4行：番号（id）が空です。この行も比べますが、結果の番号も空欄になります
                注意 ids.csv 5行：番号（id）「7」は 2行にもあります。どちらの行も比べますが、結果の番号では見分けられません
                比べた組
                """), "\(result.errors)")
    }

    @Test("a file without rows, and one that is named twice, are findings")
    func oddFiles() throws {
        try scratch.write("id,name\n", to: "empty.csv")
        let empty = try Program.run(["link", "list.csv", "empty.csv"], in: scratch.url)
        #expect(try empty.status == 0 && rows(empty.output).count == 1)
        #expect(empty.errors.contains("注意 empty.csv：記入のある行が一つもありません"), "\(empty.errors)")
        let twice = try Program.run(["link", "list.csv", "./list.csv", "--lang", "en"], in: scratch.url)
        #expect(twice.status == 0)
        #expect(twice.errors.contains("warning list.csv: the same file was named twice"), "\(twice.errors)")
    }

    @Test("a name of ten thousand characters is compared like others")
    func longName() throws {
        let name = String(repeating: "長い名前の会", count: 1667)
        try scratch.write("id,name,tel\n1,\(name),0963111111\n2,会,0963111111\n3,\(name)東,\n", to: "long.csv")
        try scratch.write("id,name,tel\nx,社会福祉法人\(name),0963111111\n", to: "other.csv")
        let result = try Program.run(["link", "long.csv", "other.csv"], in: scratch.url)
        #expect(result.status == 0)
        let links = try rows(result.output).dropFirst().filter { (Double($0[2]) ?? 0) >= 0.5 }
        #expect(links.map { $0[0] } == ["1"])
    }
}
