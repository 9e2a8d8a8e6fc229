import Foundation
import TestSupport
import Testing

/// The tables of a wave against those of the wave before.
@Suite("Wave against wave") struct WaveComparisonTests {
    private func compared(_ change: ((DemoWave) throws -> Void)? = nil) throws -> [[String: String]] {
        let runs = try DemoPair.runs()
        var second = runs.second
        if let change {
            second = try DemoWave("r7")
            try change(second)
            try second.run(previous: runs.first.output())
        }
        return try TableFile(second.output().appending(path: "tabulation_change.csv")).rows
    }

    private func row(_ question: String, _ option: String, in rows: [[String: String]]) throws -> [String: String] {
        try #require(rows.first { $0["question_id"] == question && $0["option_id"] == option })
    }

    @Test("says what was relabelled, what is new, and what one of the two waves did not ask")
    func declared() throws {
        let rows = try compared()
        let relabelled = try row("2-2", "disability", in: rows)
        #expect(relabelled["comparability"] == "relabelled" && relabelled["earlier_count"] == "57")
        #expect(relabelled["change_points"] != "")
        let new = try row("2-2", "young_carers", in: rows)
        #expect(new["comparability"] == "new" && new["earlier_count"] == "" && new["change_points"] == "")
        #expect(try row("5-1", "wants", in: rows)["comparability"] == "not_asked_before")
        let gone = try row("2-1", "social_education", in: rows)
        #expect(gone["comparability"] == "not_asked_now" && gone["earlier_count"] == "19" && gone["count"] == "")
    }

    @Test("a question that others are asked than before is marked, and no change is given")
    func otherBase() throws {
        // Wave 2 asks neither 2-4 nor 2-5, on which it depended in wave 1 who was asked.
        let row = try row("2-3", "consultation", in: try compared())
        #expect(row["comparability"] == "other_base" && row["change_points"] == "" && row["panel_size"] == "")
        #expect(row["earlier_count"] == "45")
    }

    @Test("merged choices are compared with their sum, split ones with nothing")
    func mergedAndSplit() throws {
        let options = [
            (#"id: npo, label: "NPO法人""#, "[npo]"), (#"id: social_welfare, label: "社会福祉法人""#, "[npo]"),
            (#"id: voluntary, label: "任意団体""#, "[voluntary, other]"), (#"id: other, label: "その他""#, "[none_of_these]"),
        ]
        let rows = try compared { wave in
            try wave.edit("codebook.yaml") { text in
                options.reduce(text) { text, option in
                    text.replacing(option.0, with: "\(option.0), was: \(option.1)", maxReplacements: 1)
                }
            }
        }
        for option in ["npo", "social_welfare"] {
            let row = try row("1-1", option, in: rows)
            #expect(row["comparability"] == "split" && row["earlier_count"] == "" && row["change_points"] == "")
        }
        let merged = try row("1-1", "voluntary", in: rows)
        #expect(merged["comparability"] == "merged" && merged["earlier_count"] == "49" && merged["change_points"] != "")
        #expect(try row("1-1", "other", in: rows)["comparability"] == "new")
        #expect(
            rows.contains { $0["option"] == "社会福祉法人" && $0["comparability"] == "gone" && $0["earlier_count"] == "8" })
    }

    @Test("those who answered both times are compared among themselves, the interval holding the change")
    func panel() throws {
        for row in try compared() where row["change_points"] != "" {
            let size = try #require(Int(row["panel_size"] ?? ""))
            let (before, after) = (Int(row["panel_earlier_count"] ?? "") ?? -1, Int(row["panel_count"] ?? "") ?? -1)
            #expect((0...size).contains(before) && (0...size).contains(after))
            let points = try ["", "panel_"].map { prefix in
                try ["change_points", "change_low_points", "change_high_points"].map { name in
                    try #require(Double(row[prefix + name] ?? ""))
                }
            }
            for change in points { #expect(change[1] <= change[0] && change[0] <= change[2]) }
            #expect(abs(points[1][0] - Double(after - before) / Double(size) * 100) < 0.06)
        }
    }

    @Test("without an earlier wave there is no comparison")
    func firstWave() throws {
        #expect(try DemoPair.runs().first.output().contents()["tabulation_change.csv"] == nil)
    }
}
