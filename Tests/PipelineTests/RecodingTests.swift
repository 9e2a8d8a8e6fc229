import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// What the free text beside その他 adds to the themes of an organisation.
@Suite("Free texts as themes") struct RecodingTests {
    private func themes(_ wave: DemoWave) throws -> [[String: String]] {
        try TableFile(wave.output().appending(path: "themes.csv")).rows
    }

    @Test(
        "texts of the demonstration get the theme that they really mean, or rightly none, with their words as evidence")
    func demonstration() throws {
        let wave = try DemoPair.runs().first
        let truth = RepositoryFolder.root.appending(path: "Tests/Fixtures/truth")
        let answers = try TableFile(truth.appending(path: "answers1.csv")).rows.filter { $0["other"] != "" }
        #expect(answers.count > 30)
        var place: [String: String] = [:]
        for row in try TableFile(truth.appending(path: "responses1.csv")).rows where row["counts"] == "1" {
            place[row["org"] ?? ""] = "\(row["file"] ?? "") \(row["line"] ?? "")"
        }
        var organization: [String: String] = [:]
        for row in try TableFile(wave.output().appending(path: "links.csv")).rows {
            organization["\(row["source_file"] ?? "") \(row["source_row"] ?? "")"] = row["organization_id"]
        }
        let themes = Dictionary(grouping: try themes(wave)) { $0["organization_id"] ?? "" }
        for answer in answers {
            let row = try #require(place[answer["org"] ?? ""])
            let id = try #require(organization[row])
            let all = themes[id] ?? []
            let recoded = all.filter { $0["origin"] == "recoded" }
            if let meant = answer["other_code"], !meant.isEmpty {
                #expect(all.contains { $0["theme"] == meant }, "\(answer["other"] ?? "")")
                #expect(recoded.allSatisfy { $0["theme"] == meant }, "\(answer["other"] ?? "")")
            } else {
                #expect(recoded.isEmpty, "\(answer["other"] ?? "")")
            }
            #expect(recoded.allSatisfy { ($0["evidence"] ?? "").contains("「") })
        }
    }

    @Test("a printed share counts what was ticked, whatever the text says")
    func counts() throws {
        let wave = try DemoWave.few()
        try wave.run()
        let before = try Data(contentsOf: wave.output().appending(path: "tabulation.csv"))
        try wave.edit("04_メール回答.csv") { text in
            ["聴覚しょうがい者の支援", "ペットの保護", "DV被害"].reduce(text) { $0.replacing($1, with: "路上生活者") }
        }
        try wave.run(out: "again")
        #expect(try Data(contentsOf: wave.output("again").appending(path: "tabulation.csv")) == before)
    }

    @Test("a text that names a theme which protects withholds the place")
    func protection() throws {
        let wave = try DemoWave.few()
        try wave.edit("04_メール回答.csv") {
            $0 + "2024/11/10,あかねDVを考える会,熊本県熊本市中央区新屋敷1丁目2-3,,1,2,,1,25,DV被害者の保護,5,2,1,2,,1,2,1\n"
        }
        try wave.run()
        let rows = try TableFile(wave.output().appending(path: "organizations.csv")).rows
        let row = try #require(rows.first { $0["name"] == "あかねDVを考える会" })
        #expect(row["location_withheld"] == "true" && row["address"] == "")
    }

    @Test("a text that isn't clear is a finding with what it is near to, and codes nothing")
    func doubtful() throws {
        let wave = try DemoWave.few()
        try wave.edit("04_メール回答.csv") {
            $0 + "2024/11/10,あかね会,熊本県熊本市中央区新屋敷1丁目2-3,,1,2,,1,25,ニート,5,2,1,2,,1,2,1\n"
        }
        let outcome = try wave.run()
        let finding = try #require(outcome.findings.first { $0.problem.code == .themeTextDoubtful })
        #expect(finding.problem.found == "ニート" && finding.problem.expected.contains("就労"))
        let id = try #require(
            try TableFile(wave.output().appending(path: "organizations.csv")).rows.first { $0["name"] == "あかね会" })
        #expect(
            try themes(wave).allSatisfy { $0["organization_id"] != id["organization_id"] || $0["origin"] != "recoded" })
    }
}
