import Foundation
import Tabular
import TestSupport
import Testing

/// `tsunagi shortlist`, as a shell sees it.
@Suite("Choosing whom to invite from tables")
struct ShortlistCommandTests {
    private let scratch: ScratchFolder
    private static let caveat = "設定した重みのもとで空白を最も補う組合せです。団体の評価・順位ではなく、補助・委託の判断に使いません。"

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write("cell,area,weight\nc1,東,6\nc2,東,4\nc3,西,5\nc4,西,1\n", to: "cells.csv")
        try scratch.write(
            "org,name,ward,accept_p,cost\na,あおぞら,東,0.5,2\nb,ひだまり,東,1,1\nc,こもれび,西,0.8,1\nd,みどり,西,1,3\n", to: "orgs.csv")
        try scratch.write("org,cell,quality\na,c1,1\na,c2,\nb,c2,0.5\nb,c4,1\nc,c3,1\nd,c4,1\n", to: "pairs.csv")
    }

    private static let tables = ["--cells", "cells.csv", "--organizations", "orgs.csv", "--pairs", "pairs.csv"]

    private func run(_ arguments: [String]) throws -> Program.Result {
        try Program.run(["shortlist"] + Self.tables + arguments, in: scratch.url)
    }

    private func rows(_ text: String) throws -> [[String]] {
        let reader = try TableReader(bytes: Array(text.utf8), name: "output")
        var row = Row()
        var rows: [[String]] = []
        while try reader.next(into: &row) { rows.append((0..<row.count).map { row[$0] }) }
        return rows
    }

    private func document(_ result: Program.Result) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    private func picks(_ result: Program.Result) throws -> [String] {
        try (document(result)["picks"] as? [[String: Any]] ?? []).compactMap { $0["organization_id"] as? String }
    }

    @Test("picks come with what they add, in a table, and the sentence on how to read it")
    func table() throws {
        let result = try run(["-k", "3", "--acceptance", "1"])
        #expect(result.status == 0)
        let rows = try rows(result.output)
        #expect(
            rows == [
                [
                    "rank", "organization_id", "name", "expected_gain", "cumulative_gain", "share_of_gap_closed",
                    "new_cells", "tied_with",
                ],
                ["1", "a", "あおぞら", "10", "10", "0.625", "c1;c2", ""],
                ["2", "c", "こもれび", "5", "15", "0.9375", "c3", ""],
                ["3", "b", "ひだまり", "1", "16", "1", "c4", "d"],
            ])
        #expect(result.errors.contains(Self.caveat))
        #expect(result.errors.contains("候補 3、補う量 16（上限 16、最善との差は多くて 0%）"), "\(result.errors)")
        #expect(result.errors.contains("同じだけ補う団体がほかにもある候補 1"))
        let quiet = try run(["-k", "3", "--acceptance", "1", "--quiet"])
        #expect(quiet.errors.isEmpty && quiet.output == result.output)
    }

    @Test("the chance of joining is a number, a column, or the column accept_p")
    func acceptance() throws {
        // a: (6 + 4) · .5; then c: 5 · .8; b: 4 · (1 − .5) · .5 + 1.
        for arguments in [[], ["--acceptance", "accept_p"], ["--acceptance", "column"]] {
            let document = try document(try run(["-k", "3", "--json"] + arguments))
            #expect(document["objective"] as? Double == 11 && document["upper_bound"] as? Double == 11)
        }
        #expect(try document(try run(["-k", "2", "--json", "--acceptance", "0.1"]))["objective"] as? Double == 1.5)
        let unknown = try run(["-k", "2", "--acceptance", "acept_p"])
        #expect(unknown.status == 2 && unknown.errors.contains("orgs.csv 1行：列「acept_p」が見つかりません"), "\(unknown.errors)")
        #expect(try run(["-k", "2", "--acceptance", "1.5"]).status == 2)
    }

    @Test("a document says how good the list is, under which constraints, and what they cost")
    func json() throws {
        let result = try run(["-k", "2", "--acceptance", "1", "--must", "d", "--json", "--curve"])
        #expect(result.status == 0)
        let document = try document(result)
        #expect(document["objective"] as? Double == 11 && document["optimality_gap"] as? Double == 0)
        #expect(document["k"] as? Int == 2 && document["optimal"] as? Bool == true)
        #expect(document["note"] as? String == Self.caveat && document["method"] is String)
        #expect(document["constraints"] as? [String] == ["--must d"])
        let prices = document["prices"] as? [[String: Any]] ?? []
        #expect(prices.map { $0["constraint"] as? String } == ["-k 2", "--must d"])
        #expect(prices.map { $0["price"] as? Double } == [5, 4])
        #expect((document["curve"] as? [[String: Any]])?.map { $0["objective"] as? Double } == [1, 11])
        #expect(try picks(result) == ["a", "d"])
        #expect(result.errors.contains("条件 --must d がなければ 4 多く補えます"), "\(result.errors)")
    }

    @Test(
        "each constraint does what it says",
        arguments: [
            (["-k", "2"], ["a", "c"]), (["-k", "2", "--must-not", "a"], ["b", "c"]),
            (["-k", "2", "--must", "b"], ["a", "b"]), (["-k", "4", "--budget", "1"], ["c"]),
            (["-k", "4", "--budget", "3"], ["a", "c"]),
            (["-k", "2", "--at-most", "ward=東:0"], ["c", "d"]), (["-k", "1", "--at-least", "ward=西:1"], ["c"]),
            (["-k", "2", "--at-least", "ward=東:2"], ["a", "b"]),
        ])
    func constraints(arguments: [String], expected: [String]) throws {
        // Certain to join, b fills c2 by half.
        let result = try run(arguments + ["--acceptance", "1", "--json"])
        let ids = try picks(result)
        #expect(result.status == 0 && ids.sorted() == expected, "\(ids) \(result.errors)")
    }

    @Test("a curve has a row for each length, with its bound")
    func curve() throws {
        let rows = try rows(try run(["-k", "3", "--acceptance", "1", "--curve"]).output)
        #expect(
            rows == [
                ["k", "objective", "upper_bound", "optimality_gap"], ["1", "10", "10", "0"], ["2", "15", "15", "0"],
                ["3", "16", "16", "0"],
            ])
    }

    @Test(
        "methods and a limit on time give a list with a bound",
        arguments: [["--method", "greedy"], ["--method", "exact"], ["--time-limit", "20"]])
    func methods(arguments: [String]) throws {
        let document = try document(try run(["-k", "2", "--acceptance", "1", "--json"] + arguments))
        #expect(document["objective"] as? Double == 15 && document["time_limit_struck"] as? Bool == false)
    }

    @Test("a file is written as a whole, and not over another")
    func output() throws {
        let arguments = ["-k", "1", "--output", "list.csv"]
        #expect(try run(arguments).status == 0)
        let second = try run(arguments)
        #expect(second.status == 2 && second.errors.contains("--force"))
        #expect(try run(arguments + ["--force"]).status == 0)
        #expect(try run(["-k", "1", "--output", "cells.csv", "--force"]).status == 2)
    }

    @Test(
        "rows that can't be used are findings with their place, and the others are used",
        arguments: [
            ("cells.csv", "c5,南,-1", "エラー cells.csv 6行「weight」：この行は使えません：-1（必要なもの：≥ 0）"),
            ("cells.csv", "c5,南,", "エラー cells.csv 6行「weight」：この行は使えません（必要なもの：≥ 0）"),
            ("cells.csv", "c5,南,many", "エラー cells.csv 6行「weight」：この行は使えません：many"),
            ("cells.csv", "c1,南,3", "注意 cells.csv 6行「cell」：「c1」は 2行にもあります"),
            ("orgs.csv", "e,え,東,1.2,1", "エラー orgs.csv 6行「accept_p」：この行は使えません：1.2（必要なもの：0…1）"),
            ("orgs.csv", "e,え,東,,1", "エラー orgs.csv 6行「accept_p」：この行は使えません（必要なもの：0…1）"),
            ("orgs.csv", "a,え,東,1,1", "注意 orgs.csv 6行「org」：「a」は 2行にもあります"),
            ("orgs.csv", ",え,東,1,1", "エラー orgs.csv 6行「org」：この行は使えません"),
            ("pairs.csv", "z,c1,1", "エラー pairs.csv 8行「org」：「z」は orgs.csv の表にありません"),
            ("pairs.csv", "a,c9,1", "エラー pairs.csv 8行「cell」：「c9」は cell の表にありません"),
            ("pairs.csv", "a,c3,2", "エラー pairs.csv 8行「quality」：この行は使えません：2（必要なもの：0…1）"),
            ("pairs.csv", "a,c1,1", "注意 pairs.csv 8行「org」：「a, c1」は 2行にもあります"),
        ])
    func findings(file: String, row: String, message: String) throws {
        let url = scratch.url.appending(path: file)
        let before = try run(["-k", "4", "--json"])
        try (String(contentsOf: url, encoding: .utf8) + row + "\n").write(to: url, atomically: true, encoding: .utf8)
        let result = try run(["-k", "4", "--json"])
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.status == (message.hasPrefix("エラー") ? 1 : 0))
        #expect(try picks(result) == picks(before))
    }

    @Test("a list longer than the organisations is told")
    func fewOrganizations() throws {
        let result = try run(["-k", "9"])
        #expect(result.status == 0)
        #expect(result.errors.contains("注意 orgs.csv：指定した数（9）より、団体の数（4）が少なくなっています"), "\(result.errors)")
    }

    @Test(
        "what can't be done is said, and nothing is written",
        arguments: [
            (["-k", "0"], "-k は1以上の数です：0"), (["-k", "2", "--budget=-1"], "--budget は0以上の数です"),
            (["-k", "2", "--at-least", "ward:2"], "--at-least は 見出し=値:数 です"),
            (["-k", "2", "--at-least", "word=東:2"], "orgs.csv 1行：列「word」が見つかりません。近い見出し：ward"),
            (["-k", "2", "--at-least", "ward=南:2"], "orgs.csv「ward」：「南」という値はありません"),
            (["-k", "2", "--must", "zz"], "--must：「zz」という値はありません"),
            (["-k", "2", "--at-least", "ward=東:3"], "：--at-least ward=東:3"),
            (["-k", "1", "--must", "a", "--must", "b"], "：-k 1, --must a, --must b"),
            (["-k", "2", "--must", "d", "--budget", "2"], "：--budget 2, --must d"),
            (["-k", "2", "--time-limit", "0"], "--time-limit は正の秒数です"),
            (["-k", "2", "--output", "no/where.csv"], "no/where.csv：書き込めません"),
        ])
    func mistakes(arguments: [String], message: String) throws {
        let before = try scratch.url.contents()
        let result = try run(arguments)
        #expect(result.status == 2 && result.output.isEmpty, "\(result.status) \(result.output)")
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try scratch.url.contents() == before)
    }

    @Test("a budget needs a column of costs, and tables their columns")
    func columns() throws {
        try scratch.write("org\na\n", to: "orgs.csv")
        let budget = try run(["-k", "1", "--budget", "3"])
        #expect(budget.status == 2 && budget.errors.contains("orgs.csv 1行：列「cost」が見つかりません"), "\(budget.errors)")
        try scratch.write("cell\nc1\n", to: "cells.csv")
        let weight = try run(["-k", "1"])
        #expect(weight.status == 2 && weight.errors.contains("cells.csv 1行：列「weight」が見つかりません"), "\(weight.errors)")
    }

    @Test("the known optimum of the fixture is proven by the command", arguments: [(18, 4903.0), (50, 5359)])
    func fixture(size: Int, optimum: Double) throws {
        let folder = RepositoryFolder.input.appending(path: "cover")
        func path(_ name: String) -> String { folder.appending(path: "cover_s_\(name).csv").path }
        let result = try Program.run([
            "shortlist", "--cells", path("cells"), "--organizations", path("orgs"), "--pairs", path("pairs"),
            "-k", "\(size)", "--acceptance", "1", "--json",
        ])
        let document = try document(result)
        #expect(document["objective"] as? Double == optimum && document["optimality_gap"] as? Double == 0)
    }
}
