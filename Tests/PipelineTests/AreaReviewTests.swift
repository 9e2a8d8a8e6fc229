import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("Service areas that a person decides")
struct AreaReviewTests {
    typealias Column = AreaReview.Column

    private func wave() throws -> SmallWave {
        try SmallWave([
            .init(name: "全国の会", range: "その他", places: "全国", themes: ["いじめ"], types: ["相談窓口の開設"]),
            .init(name: "なぞの会", range: "熊本市内の一部地域", places: "ほげほげ地区", themes: ["不登校"], types: ["居場所づくり"]),
            .init(name: "東区の会", range: "熊本市内の一部地域", places: "東区", themes: ["女性"], types: ["居場所づくり"]),
            .init(name: "無記名の会", range: "熊本市内の一部地域", themes: ["女性"], types: ["居場所づくり"]),
        ])
    }

    private func fill(_ name: String, _ cells: [Column: String], in wave: SmallWave) throws {
        var review = try ReviewWorkbook.areas(in: wave.output)
        for index in review.rows.indices where review.rows[index][Column.name.rawValue] == name {
            for (column, text) in cells { review.rows[index][column.rawValue] = text }
        }
        try review.save()
    }

    private func known(_ theme: String, in wave: SmallWave) throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try wave.table("coverage.csv").filter {
                $0["theme"] == theme && $0["support_type"] == ""
            }.map { ($0["area"] ?? "", $0["known_count"] ?? "") })
    }

    private func codes(in wave: SmallWave) throws -> [String] {
        try wave.table("findings.csv").compactMap { $0["code"] }.filter { $0.hasPrefix("area_") }.sorted()
    }

    @Test("wide areas and areas that were not understood are listed, with what is counted till then")
    func listed() throws {
        let wave = try wave()
        try wave.run()
        let rows = try ReviewWorkbook.areas(in: wave.output).rows
        #expect(rows.map { $0[Column.name.rawValue] } == ["全国の会", "なぞの会", "無記名の会"])
        #expect(rows.map { $0[Column.choice.rawValue] } == ["その他", "熊本市内の一部地域", "熊本市内の一部地域"])
        #expect(rows.map { $0[Column.text.rawValue] } == ["全国", "ほげほげ地区", ""])
        #expect(rows[1][Column.notUnderstood.rawValue] == "ほげほげ地区")
        #expect(rows.allSatisfy { $0[Column.areas.rawValue] == "" && $0[Column.file.rawValue] == "回答.csv" })
        #expect(try codes(in: wave) == ["area_not_named", "area_not_understood", "area_wide"])
        let cell = try #require(try wave.cell("東区", "いじめ"))
        #expect(cell["known_count"] == "0" && cell["wide_count"] == "1")
    }

    @Test("words of an organisation whose place is withheld are not shown, for they can hold its address")
    func withheld() throws {
        let wave = try SmallWave([
            .init(name: "ひみつの家", range: "熊本市内の一部地域", places: "隠れ町9-9のあたり", themes: ["DV・性暴力"])
        ])
        try wave.run()
        let row = try #require(try ReviewWorkbook.areas(in: wave.output).rows.first)
        #expect(row[Column.name.rawValue] == "ひみつの家" && row[Column.choice.rawValue] == "熊本市内の一部地域")
        #expect(row[Column.text.rawValue] == "" && row[Column.notUnderstood.rawValue] == "")
        for file in ["findings.csv", "report.html"] {
            let text = try String(contentsOf: wave.output.appending(path: file), encoding: .utf8)
            #expect(!text.contains("隠れ町"), "\(file)")
        }
    }

    @Test("what was decided fills the areas from the next run on, and nothing is left to decide")
    func decided() throws {
        let wave = try wave()
        try wave.run()
        try fill("全国の会", [.decision: "市全域", .note: "電話で確認"], in: wave)
        try fill("なぞの会", [.correction: "中央区と西区"], in: wave)
        try fill("無記名の会", [.decision: "このとおり"], in: wave)
        try wave.run()
        #expect(try known("いじめ", in: wave) == ["中央区": "1", "東区": "1", "西区": "1", "南区": "1", "北区": "1"])
        #expect(try known("不登校", in: wave) == ["中央区": "1", "東区": "0", "西区": "1", "南区": "0", "北区": "0"])
        #expect(try known("女性", in: wave)["東区"] == "1")
        #expect(try wave.cell("東区", "いじめ")?["wide_count"] == "0")
        #expect(try codes(in: wave).isEmpty)
        #expect(try ReviewWorkbook.areas(in: wave.output).rows.isEmpty)
        let saved = try TableFile(wave.decisions).rows
        #expect(saved.map { $0["kind"] } == ["area", "area", "area"])
        #expect(saved.map { $0["verdict"] } == ["city", "areas", "as_read"])
        #expect(saved[0]["note"] == "電話で確認" && saved[1]["subject_b"] == "中央区と西区")
        // And from then on.
        try wave.run()
        #expect(try known("いじめ", in: wave)["北区"] == "1")
        let row = try #require(try wave.table("organizations.csv").first { $0["name"] == "全国の会" })
        #expect(row["service_area_kind"] == "wider" && row["service_area_codes"] == "43101;43102;43103;43104;43105")
    }

    @Test("an organisation that works nowhere in the city fills nothing and is no longer counted apart")
    func nowhere() throws {
        let wave = try wave()
        try wave.run()
        try fill("全国の会", [.decision: "市内では活動しない"], in: wave)
        try wave.run()
        #expect(try known("いじめ", in: wave).values.allSatisfy { $0 == "0" })
        #expect(try wave.cell("東区", "いじめ")?["wide_count"] == "0")
    }

    @Test("places that nobody knows are asked for again")
    func notUnderstood() throws {
        let wave = try wave()
        try wave.run()
        try fill("なぞの会", [.correction: "むにゃむにゃ地区"], in: wave)
        try wave.run()
        let review = try ReviewWorkbook.areas(in: wave.output).rows
        let row = try #require(review.first { $0[Column.name.rawValue] == "なぞの会" })
        #expect(row[Column.reason.rawValue]?.contains("むにゃむにゃ地区") == true)
        #expect(try codes(in: wave).contains("area_answer_not_understood"))
    }

    @Test(
        "what can't be taken in stops the run and says where",
        arguments: [
            ([Column.decision: "たぶん"], ProblemCode.decisionUnreadable, Column.decision),
            ([.decision: "地域を書く"], .decisionIncomplete, .correction),
            ([.decision: "市全域", .row: "99"], .decisionUnmatched, .decision),
        ])
    func mistakes(cells: [Column: String], code: ProblemCode, column: Column) throws {
        let wave = try wave()
        try wave.run()
        try fill("全国の会", cells, in: wave)
        let error = #expect(throws: StageError.self) { try wave.run() }
        let problem = try #require(error?.problems.first)
        #expect(problem.code == code && problem.location.column == column.rawValue)
        #expect(problem.location.file == AreaReview.path && problem.location.row != nil)
    }
}
