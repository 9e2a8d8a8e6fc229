import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("Cells of the demonstration and of small waves")
struct CoverageTests {
    /// The members of each cell were found in the register by eye; `wave1_cells.csv` names them.
    @Test("26 cells of the first wave are as they were worked out by hand")
    func handWorkedCells() throws {
        let wave = try DemoPair.runs().first
        let cells = try TableFile(wave.output().appending(path: "coverage.csv")).rows
        let expected = try TableFile(
            RepositoryFolder.root.appending(path: "Tests/Fixtures/truth/wave1_cells.csv")
        ).rows
        #expect(expected.count == 26)
        #expect(Set(expected.map { $0["gap_kind"] }) == ["covered", "thin", "recruitable", "check_member", "unknown"])
        for row in expected {
            let cell = try #require(
                cells.first { cell in
                    ["area_code", "theme", "support_type"].allSatisfy { cell[$0] == row[$0] }
                })
            for column in ["gap_kind", "member_count", "known_count", "member_blank_count"] {
                #expect(cell[column] == row[column], "\(row)")
            }
        }
        // The kinds that occur at all are among them.
        #expect(Set(cells.map { $0["gap_kind"] }) == Set(expected.map { $0["gap_kind"] }))

        let sensitivity = try TableFile(wave.output().appending(path: "sensitivity.csv")).rows
        #expect(
            sensitivity.compactMap { $0["assumption"] }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
                == ["stated", "case_mix", "less_inclined", "cases_only"])
        let ofThemes = cells.filter { $0["theme"] != "" && $0["support_type"] == "" }
        for row in sensitivity where row["assumption"] == "stated" {
            #expect(row["cell_count"] == "\(ofThemes.count { $0["gap_kind"] == row["gap_kind"] })")
        }
        for rows in Dictionary(grouping: sensitivity, by: { $0["assumption"] }).values {
            let sum = rows.reduce(0) { $0 + (Double($1["need_share"] ?? "") ?? 0) }
            #expect(abs(sum - 1) < 1e-5)
        }
        #expect(
            ofThemes.allSatisfy { cell in
                let bounds = ["need_low", "need", "need_high"].compactMap { Double(cell[$0] ?? "") }
                return bounds.count == 3 && bounds == bounds.sorted()
            })

        let followUps = try TableFile(wave.output().appending(path: "followup.csv"))
        let organizations = try TableFile(wave.output().appending(path: "organizations.csv")).rows
        let silent = Set(
            organizations.filter { $0["responded"] == "false" && $0["is_member"] == "false" }
                .compactMap { $0["organization_id"] })
        let listed = followUps.rows.compactMap { $0["organization_id"] }
        #expect(Set(listed).isSubset(of: silent) && Set(listed).count == listed.count)
        // Two letters came back, and others seem to have ceased.
        let unreachable = try TableFile(wave.output().appending(path: "findings.csv")).rows.count {
            ["frame_returned", "frame_dormant"].contains($0["code"])
        }
        #expect(unreachable > 0 && listed.count < silent.count && listed.count >= silent.count - unreachable)
        let shares = followUps.rows.map { Double($0["share_of_unknown_pair_need"] ?? "") ?? -1 }
        #expect(shares == shares.sorted(by: >) && shares.allSatisfy { 0 < $0 && $0 < 0.1 })
        #expect(!followUps.titles.contains { ["telephone", "email", "address", "representative"].contains($0) })
    }

    private static let answers: [SmallWave.Answer] = [
        .init(name: "甲の会", themes: ["女性", "いじめ"], types: ["相談窓口の開設"], caseFound: "ある", caseThemes: ["女性"]),
        .init(name: "乙の会", themes: ["女性", "いじめ"], types: ["相談窓口の開設"], caseFound: "ない"),
        .init(name: "丙の会", themes: ["女性"], types: ["居場所づくり"]),
    ]

    @Test("claims with and without a case are counted apart, and the kind that hangs on them is said")
    func cases() throws {
        let wave = try SmallWave(Self.answers, members: ["甲の会", "乙の会"])
        try wave.run()
        let women = try #require(try wave.cell("北区", "女性"))
        #expect(women["member_count"] == "2" && women["known_count"] == "3")
        #expect(women["member_with_case_count"] == "1" && women["known_with_case_count"] == "1")
        #expect(women["gap_kind"] == "covered" && women["gap_kind_with_cases_only"] == "thin")
        let bullying = try #require(try wave.cell("北区", "いじめ"))
        #expect(bullying["gap_kind"] == "covered" && bullying["gap_kind_with_cases_only"] == "check_member")
    }

    @Test("a stated weight of claims without a case decides the kind, and stands in manifest and method")
    func weightWithoutCase() throws {
        let wave = try SmallWave(
            Self.answers, members: ["甲の会", "乙の会"], settings: "gaps: {weight_without_case: 0.5}\n")
        try wave.run()
        #expect(try wave.cell("北区", "女性")?["gap_kind"] == "thin")
        #expect(try wave.cell("北区", "いじめ")?["gap_kind"] == "thin")
        let manifest = try String(contentsOf: wave.output.appending(path: "manifest.json"), encoding: .utf8)
        #expect(manifest.contains("\"weight_without_case\" : 0.5"))
        let page = try String(contentsOf: wave.output.appending(path: "report.html"), encoding: .utf8)
        #expect(page.contains("その分野に挙げなかった参加団体を0.5団体と数えています"))
    }

    @Test("a level for absent that the planner states is kept")
    func absentProbability() throws {
        let silent = (1...3).map { "沈黙\($0)の会" }
        let strict = try SmallWave(Self.answers, silent: silent, settings: "gaps: {absent_probability: 1}\n")
        try strict.run()
        #expect(try strict.cell("北区", "被災者")?["gap_kind"] == "unknown")
        let loose = try SmallWave(Self.answers, silent: silent, settings: "gaps: {absent_probability: 0}\n")
        try loose.run()
        #expect(try loose.cell("北区", "被災者")?["gap_kind"] == "absent")
        #expect(try loose.table("followup.csv").map { $0["rank"] } == ["1", "1", "1"])
        #expect(try loose.table("followup.csv").allSatisfy { (Double($0["expected_settled_need"] ?? "") ?? 0) > 0 })
        #expect(try loose.table("followup.csv").allSatisfy { $0["section"] == "A課" })
    }
}
