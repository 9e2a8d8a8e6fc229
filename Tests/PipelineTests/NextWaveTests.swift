import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("The next wave")
struct NextWaveTests {
    @Test("the second wave runs with the first as its previous, and organisations keep their ids")
    func idsStay() throws {
        let runs = try DemoPair.runs()
        let (first, second, outcome) = (runs.first, runs.second, runs.secondOutcome)
        #expect(outcome.askedCount == 640 && outcome.answeredCount == 171 && outcome.memberCount == 34)
        let before = try ids(first)
        let after = try ids(second)
        let truth = try Self.stayed()
        let kept = truth.filter { before[$0.first] != nil && before[$0.first] == after[$0.second] }
        #expect(Double(kept.count) >= 0.99 * Double(truth.count), "\(kept.count) of \(truth.count)")
    }

    @Test("those who left the list are no organisations, and new ones take no id of theirs")
    func goneAndNew() throws {
        let runs = try DemoPair.runs()
        let (first, second) = (runs.first, runs.second)
        let (before, after) = (try ids(first), try ids(second))
        let (rowsBefore, rowsAfter) = (try Self.rows("frame1.csv"), try Self.rows("frame2.csv"))
        let idsBefore = Set(rowsBefore.values.compactMap { before[$0] })
        let new = rowsAfter.filter { rowsBefore[$0.key] == nil }
        #expect(new.count == 37)
        #expect(new.allSatisfy { entry in after[entry.value].map { !idsBefore.contains($0) } ?? false })
        let gone = rowsBefore.filter { rowsAfter[$0.key] == nil }
        #expect(gone.count == 16)
        let left = Set(after.values)
        #expect(gone.allSatisfy { entry in before[entry.value].map { !left.contains($0) } ?? false })
    }

    @Test("who skips a wave is known again, and the register says what it was called before")
    func skipped() throws {
        // Who isn't in the second wave is known by the first alone.
        let runs = try DemoPair.runs()
        let (first, second) = (runs.first, runs.second)
        let third = try DemoWave("r6")
        try third.edit("wave.yaml") { $0.replacing("id: r6", with: "id: r8").replacing("2024-", with: "2026-") }
        let outcome = try third.run(previous: second.output())
        #expect(outcome.askedCount == 619)
        let (before, after) = (try ids(first), try ids(third))
        let kept = try Self.rows("frame1.csv").values.filter { before[$0] != nil && before[$0] == after[$0] }
        #expect(kept.count == 619, "\(kept.count)")
    }

    @Test("a wave that is run again with its own output as the previous one keeps every id")
    func rerun() throws {
        let first = try DemoPair.runs().first
        let before = try ids(first)
        let wave = try DemoWave("r6")
        try wave.run(out: "again", previous: first.output())
        let after = Dictionary(
            try TableFile(wave.output("again").appending(path: "links.csv")).rows.map {
                ("\($0["source_file"] ?? "") \($0["source_row"] ?? "")", $0["organization_id"] ?? "")
            }, uniquingKeysWith: { first, _ in first })
        #expect(before == after)
    }

    @Test("a previous output without a register is refused by name")
    func noRegister() throws {
        let wave = try DemoWave("r7")
        #expect(throws: (any Error).self) { try wave.run(previous: wave.folder) }
        #expect(!FileManager.default.fileExists(atPath: wave.output().path))
    }

    /// Organisation by `file row`.
    private func ids(_ wave: DemoWave) throws -> [String: String] {
        Dictionary(
            try TableFile(wave.output().appending(path: "links.csv")).rows.map {
                ("\($0["source_file"] ?? "") \($0["source_row"] ?? "")", $0["organization_id"] ?? "")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// Rows of the two frames that speak of one organisation.
    private static func stayed() throws -> [(first: String, second: String)] {
        let first = try rows("frame1.csv")
        return try rows("frame2.csv").compactMap { entry in first[entry.key].map { ($0, entry.value) } }
    }

    /// `file row` by what it really speaks of.
    private static func rows(_ truth: String) throws -> [String: String] {
        let file = RepositoryFolder.root.appending(path: "Tests/Fixtures/truth").appending(path: truth)
        var rows: [String: String] = [:]
        for row in try TableFile(file).rows {
            let number = row["line"] ?? String((Int(row["row_no"] ?? "") ?? 0) + 4)
            rows[row["org"] ?? ""] = "01_調査対象名簿.xlsx \(number)"
        }
        return rows
    }
}
