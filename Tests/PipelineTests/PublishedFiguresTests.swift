import Foundation
import TestSupport
import Testing

/// The tables that the report on the first survey prints, from its files as they lie.
@Suite("Published figures")
struct PublishedFiguresTests {
    @Test("every base, count and share is that of the report, to the digit")
    func figures() throws {
        let wave = try DemoPair.runs().first
        let rows = try TableFile(wave.output().appending(path: "tabulation.csv")).rows
        let published = try TableFile(
            RepositoryFolder.root.appending(path: "Tests/Fixtures/truth/published-r6.csv")
        ).rows
        #expect(published.count == 17)
        for figure in published {
            let found = rows.filter {
                $0["question_id"] == figure["question_id"] && $0["option"] == figure["option"]
            }
            try #require(found.count == 1, "\(figure)")
            #expect(found[0]["question"] == figure["question"])
            #expect(found[0]["base"] == figure["base"], "\(figure)")
            #expect(found[0]["count"] == figure["count"], "\(figure)")
            let (share, printed) = (found[0]["share_percent"] ?? "", figure["share_percent"] ?? "")
            #expect(Double(share) == Double(printed), "\(figure)")
        }
    }

    @Test("the cross-tables of the workbook divide the published bases")
    func crossTables() throws {
        let wave = try DemoPair.runs().first
        let table = try TableFile(
            wave.output().appending(path: "planner.xlsx"), sheet: "クロス集計", headerRow: 6)
        let bases = table.rows.filter { $0["選択肢"] == "n" }
        #expect(bases.map { $0["設問"] }.first == "1-1" && bases.count == 12)
        for row in bases {
            let parts = row.filter { $0.key.hasPrefix("団体の種類：") }.compactMap { Int($0.value) }
            guard row["設問"] != "1-1" else { continue }
            #expect(parts.count == 4 && parts.reduce(0, +) == Int(row["全体"] ?? ""), "\(row)")
        }
        #expect(table.titles.filter { $0.hasPrefix("支援につながる活動の種類：") }.count == 5)
    }

    @Test("every question of the questionnaire has its options, and no base is larger than those who answered")
    func completeness() throws {
        let wave = try DemoPair.runs().first
        let rows = try TableFile(wave.output().appending(path: "tabulation.csv")).rows
        let questions = Set(rows.compactMap { $0["question_id"] })
        #expect(
            questions == [
                "response", "1-1", "1-2", "2-1", "2-2", "2-3", "2-4", "2-5", "3-1", "3-2", "4-1", "4-3", "4-4",
            ])
        #expect(rows.filter { $0["question_id"] == "2-2" }.count == 25)
        for row in rows where row["question_id"] != "response" {
            #expect((Int(row["base"] ?? "") ?? 1000) <= 145)
            #expect((Int(row["count"] ?? "") ?? 1000) <= (Int(row["answered"] ?? "") ?? 0))
        }
    }
}
