import Foundation
import TestSupport
import Testing

/// `tsunagi tabulate`, as a shell sees it.
@Suite("Counting a wave in the terminal") struct TabulateCommandTests {
    private let scratch: ScratchFolder
    private let wave = RepositoryFolder.data.appending(path: "demo/r6").path

    init() throws { scratch = try ScratchFolder() }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program.run(["tabulate", wave] + arguments, in: scratch.url)
    }

    private func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("prints the table that a run leaves behind, and leaves nothing behind itself")
    func plain() throws {
        let result = try run()
        #expect(result.status == 0)
        let out = try Program.run(["run", wave, "--out", "out"], in: scratch.url)
        #expect(out.status == 0)
        let table = try String(contentsOf: scratch.url.appending(path: "out/tabulation.csv"), encoding: .utf8)
        #expect(result.output == table)
    }

    @Test("crosses questions: the cells of a choice add up to its own count")
    func crossed() throws {
        let result = try run("--by", "1-1")
        #expect(result.status == 0)
        let table = rows(result.output)
        let titles = try #require(table.first)
        #expect(
            titles == [
                "by_question_id", "by_question", "by_option", "by_option_id", "question_id", "question", "option",
                "option_id", "count", "base", "share_percent", "answered", "no_answer",
            ])
        let plain = rows(try run().output)
        let place = try #require(plain.first?.firstIndex(of: "count"))
        for (question, option) in [("4-1", "感じる"), ("2-4", "あり")] {
            let cells = table.filter { $0[4] == question && $0[6] == option }
            let all = try #require(plain.first { $0[0] == question && $0[2] == option })
            #expect(cells.count > 1)
            #expect(cells.reduce(0) { $0 + (Int($1[8]) ?? 0) } == Int(all[place]))
        }
        #expect(table.dropFirst().allSatisfy { (Int($0[8]) ?? 0) <= (Int($0[9]) ?? -1) })
    }

    @Test("writes a file once, and again only when told to; a summary as JSON")
    func file() throws {
        let first = try run("--by", "1-1", "--output", "by.csv", "--json")
        #expect(first.status == 0 && first.output.contains(#""event":"done""#))
        let again = try run("--by", "1-1", "--output", "by.csv")
        #expect(again.status == 2 && again.errors.contains("by.csv"))
        #expect(try run("--by", "1-1", "--output", "by.csv", "--force").status == 0)
    }

    @Test("a question that there isn't is named with those that there are")
    func mistakes() throws {
        let unknown = try run("--by", "9-9", "--output", "by.csv")
        #expect(unknown.status == 2 && unknown.errors.contains("9-9") && unknown.errors.contains("2-3"))
        #expect(try scratch.url.contents()["by.csv"] == nil)
        #expect(try run("--output", "").status == 2)
        #expect(try run("--json").status == 2)
        #expect(try Program.run(["tabulate", "nowhere"], in: scratch.url).status == 2)
    }
}
