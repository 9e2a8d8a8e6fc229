import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

/// 100 m of latitude are about 0.0009 degrees.
@Suite("Reach of stated venues in a run")
struct ReachTests {
    private static let settings =
        "reach: {demand: 人口.csv, venues: 場所.csv, catchment: 1000, measures: [e2sfca, count, nearest], weights: \"step:1000=1\", floor: 0.02}\n"

    private static let demand = """
        id,latitude,longitude,population,area_code
        近い,32.8000,130.7000,100,43101
        遠い,32.8500,130.7000,300,43101
        市外,32.8005,130.7000,100,43443

        """

    private func wave(_ venues: String, settings: String = settings, demand: String = demand) throws -> SmallWave {
        let wave = try SmallWave(
            [
                .init(name: "甲の会", themes: ["女性", "いじめ"], types: ["相談窓口の開設"]),
                .init(name: "乙の会", themes: ["女性"], types: ["居場所づくり"]),
                .init(name: "ひみつの家", themes: ["DV・性暴力"], types: ["居場所づくり"]),
            ], members: ["甲の会"], settings: settings)
        try wave.write(venues, "場所.csv")
        try wave.write(demand, "人口.csv")
        return wave
    }

    private func row(
        _ wave: SmallWave, _ scope: String, theme: String = "", type: String = "", _ measure: String
    ) throws -> [String: String]? {
        try wave.table("reach.csv").first {
            $0["scope"] == scope && $0["theme"] == theme && $0["support_type"] == type && $0["measure"] == measure
        }
    }

    @Test("by theme and support type for members and for all known, worked out by hand")
    func measures() throws {
        let wave = try wave(
            "organization,latitude,longitude,capacity\n甲の会,32.8000,130.7000,10\n乙の会,32.8000,130.7000,\n")
        try wave.run()
        // 10 places for the 100 inside and the 100 beyond the border.
        let members = try #require(try row(wave, "members", "e2sfca"))
        #expect(members["venue_count"] == "1" && members["capacity"] == "10" && members["reached_share"] == "0.25")
        let mean = 0.05 * 100 / 400
        #expect(Double(members["mean"] ?? "") == mean)
        #expect(members["floor"] == "0.02" && members["share_below_floor"] == "0.75")
        #expect(members["shortfall_depth"] == "0.75")
        let women = try #require(try row(wave, "known", theme: "女性", "count"))
        #expect(women["venue_count"] == "2" && women["mean"] == "0.5")
        #expect(try row(wave, "members", theme: "女性", "count")?["mean"] == "0.25")
        #expect(try row(wave, "known", type: "居場所づくり", "count")?["venue_count"] == "1")
        #expect(try row(wave, "members", type: "居場所づくり", "count") == nil)
        #expect(try row(wave, "known", theme: "不登校", "count") == nil)
        let nearest = try #require(try row(wave, "known", "nearest"))
        #expect(nearest["mean"] == "0" && nearest["gini"] == "")
        let points = try wave.table("reach_points.csv").filter {
            $0["scope"] == "members" && $0["theme"] == "" && $0["support_type"] == ""
        }
        #expect(points.map { $0["id"] } == ["近い", "遠い"])
        #expect(points.map { $0["e2sfca"] } == ["0.05", "0"] && points.map { $0["nearest"] } == ["0", ""])
        #expect(try wave.table("findings.csv").allSatisfy { !($0["source_file"] ?? "").contains("場所") })
    }

    @Test("a venue may serve less than its organisation does, and is found by its address")
    func themesOfTheVenue() throws {
        let wave = try wave(
            "organization,address,theme\n甲の会,熊本市中央区上水前寺一丁目,いじめ\n", demand: Self.demand)
        try wave.run()
        #expect(try row(wave, "known", theme: "いじめ", "count")?["venue_count"] == "1")
        #expect(try row(wave, "known", theme: "女性", "count") == nil)
    }

    @Test("the place of an organisation that withholds it is not used, so that no value tells where it is")
    func withheld() throws {
        let wave = try wave("organization,latitude,longitude\nひみつの家,32.8000,130.7000\n")
        try wave.run()
        #expect(try wave.table("reach.csv").isEmpty)
        #expect(try wave.table("findings.csv").count { $0["code"] == "venue_withheld" } == 1)
        let sheet = try TableFile(wave.output.appending(path: "planner.xlsx"), sheet: "届き方", headerRow: 1)
        #expect(sheet.titles.first == "届き方（場所の表にある場所だけ）")
    }

    @Test(
        "what is wrong with a row is said with its row and column, and the others are used",
        arguments: [
            ("だれかの会,32.8,130.7,1,", "value_unknown", "organization"),
            ("甲の会,130.7,32.8,1,", "number_wanted", "latitude"),
            ("甲の会,32.8,130.7,-1,", "number_wanted", "capacity"), ("甲の会,32.8,130.7,1,いじわる", "value_unknown", "theme"),
        ])
    func mistakes(row: String, code: String, column: String) throws {
        let wave = try wave("organization,latitude,longitude,capacity,theme\n\(row)\n乙の会,32.8,130.7,1,\n")
        let outcome = try wave.run()
        #expect(outcome.hasErrors)
        let finding = try #require(try wave.table("findings.csv").first { $0["source_file"] == "場所.csv" })
        #expect(finding["code"] == code && finding["column"] == column && finding["source_row"] == "2")
        #expect(try self.row(wave, "known", "count")?["venue_count"] == "1")
    }

    @Test("a doubled point, exchanged degrees and a negative number of people are left out and said")
    func demandMistakes() throws {
        let wave = try wave(
            "organization,latitude,longitude\n甲の会,32.8,130.7\n",
            demand: Self.demand + "近い,32.8,130.7,5,\nx,130.7,32.8,5,\ny,32.8,130.7,-5,\n")
        try wave.run()
        let findings = try wave.table("findings.csv").filter { $0["source_file"] == "人口.csv" }
        #expect(findings.map { $0["code"] } == ["key_double", "number_wanted", "number_wanted", "number_wanted"])
        #expect(findings.map { $0["source_row"] } == ["5", "6", "6", "7"])
    }

    @Test(
        "a setting that can't be read is said with its line, and nothing is written",
        arguments: ["weights: gaussian", "measures: [e3sfca]", "floor: few", "catchment: far", "radius: 5"])
    func settings(wrong: String) throws {
        let wave = try wave(
            "organization,latitude,longitude\n甲の会,32.8,130.7\n",
            settings: "reach:\n  demand: 人口.csv\n  venues: 場所.csv\n"
                + (wrong.hasPrefix("catchment") ? "" : "  catchment: 1000\n") + "  \(wrong)\n")
        let error = #expect(throws: StageError.self) { try wave.run() }
        let problem = try #require(error?.problems.first)
        #expect(problem.location.file == "wave.yaml" && problem.location.row != nil)
        #expect(!FileManager.default.fileExists(atPath: wave.output.path))
    }

    @Test("a table that isn't there stops the run")
    func missing() throws {
        let wave = try wave("organization,latitude,longitude\n甲の会,32.8,130.7\n")
        try FileManager.default.removeItem(at: wave.folder.appending(path: "人口.csv"))
        let error = #expect(throws: StageError.self) { try wave.run() }
        #expect(error?.problems.first?.code == .fileMissing)
    }
}
