import Foundation
import Tabular
import TestSupport
import Testing

/// Why records are one organisation, from the output of a run.
@Suite("tsunagi explain link") struct ExplainLinkCommandTests {
    /// A member whose name has a word more than that of an organisation in the same office.
    private func run() throws -> WaveFolder {
        let wave = try WaveFolder()
        try wave.append(
            "ケアーズ放課後クラブすこやか,熊本県熊本市東区御領六丁目23番14号,熊本市内全域,こども,,令和4年10月3日,○\n", to: "05_PF参加団体.csv")
        try #require(try Program.run(["run", wave.path, "--out", wave.out.path]).status == 0)
        return wave
    }

    private func id(_ name: String, in wave: WaveFolder) throws -> String {
        let file = wave.out.appending(path: "organizations.csv")
        let rows = try HeaderedTable(path: file.path, name: "organizations", requiring: ["organization_id", "name"])
        return try #require(rows.records.first { $0["name"] == name }?["organization_id"])
    }

    @Test("says what each comparison adds, and what came of it, in both languages")
    func twoOrganizations() throws {
        let wave = try run()
        let ids = try [id("ケアーズ放課後クラブ", in: wave), id("ケアーズ放課後クラブすこやか", in: wave)]
        let japanese = try Program.run(["explain", "link"] + ids + ["--out", wave.out.path])
        #expect(japanese.status == 0)
        for words in ["名称：一方に語が加わっている", "連絡先（電話・メール・番地）：一つが同じ", "人が確かめる", "05_PF参加団体.csv 20行"] {
            #expect(japanese.output.contains(words), "\(words)")
        }
        let english = try Program.run(["explain", "link"] + ids.reversed() + ["--out", wave.out.path, "--lang", "en"])
        #expect(
            english.output.contains("name: one has a word more") && english.output.contains("for a person to look at"))
    }

    @Test("with one id, says what holds its records together")
    func oneOrganization() throws {
        let wave = try run()
        let result = try Program.run(
            ["explain", "link", try id("ケアーズ放課後クラブ", in: wave), "--out", wave.out.path])
        #expect(result.status == 0)
        #expect(result.output.contains("同じ団体とした") && !result.output.contains("すこやか"))
    }

    @Test("as JSON, a line for each pair and one at the end")
    func json() throws {
        let wave = try run()
        let ids = try [id("ケアーズ放課後クラブ", in: wave), id("ケアーズ放課後クラブすこやか", in: wave)]
        let result = try Program.run(["explain", "link"] + ids + ["--out", wave.out.path, "--json"])
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].contains(#""agreement_name":"extended""#) && lines[0].contains(#""outcome":"review""#))
        #expect(lines[1] == #"{"event":"done","pairs":1}"#)
    }

    @Test("two that have nothing in common were not compared")
    func strangers() throws {
        let wave = try run()
        let ids = try [id("ケアーズ放課後クラブ", in: wave), id("あさぎり仮設住宅見守り隊くまもと", in: wave)]
        let result = try Program.run(["explain", "link"] + ids + ["--out", wave.out.path])
        #expect(result.status == 0 && result.output.contains("比べていません"))
    }

    @Test("an id that isn't there and a folder without a register are said, and nothing is explained")
    func mistakes() throws {
        let wave = try run()
        let unknown = try Program.run(["explain", "link", "onobody", "--out", wave.out.path])
        #expect(unknown.status == 2 && unknown.errors.contains("団体ID「onobody」はこの出力にありません"))
        let missing = try Program.run(["explain", "link", "onobody", "--out", wave.path])
        #expect(missing.status == 2 && missing.errors.contains("register.sqlite がありません"))
        #expect(try Program.run(["explain", "link", "", "--out", wave.out.path]).status == 2)
    }
}
