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
