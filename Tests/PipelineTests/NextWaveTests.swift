import Foundation
import Pipeline
import TestSupport
import Testing

@Suite("The next wave")
struct NextWaveTests {
    @Test("the second wave runs with the first as its previous, and organisations keep their ids")
    func idsStay() throws {
        let first = try DemoWave("r6")
        try first.run()
        let second = try DemoWave("r7")
        let outcome = try second.run(previous: first.output())
        #expect(outcome.memberCount == 34)
        let before = try ids(first)
        let after = try ids(second)
        let truth = try Self.stayed()
        let kept = truth.filter { before[$0.first] != nil && before[$0.first] == after[$0.second] }
        #expect(Double(kept.count) >= 0.97 * Double(truth.count), "\(kept.count) of \(truth.count)")
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
        let folder = RepositoryFolder.root.appending(path: "Tests/Fixtures/truth")
        var first: [String: String] = [:]
        for row in try TableFile(folder.appending(path: "frame1.csv")).rows {
            first[row["org"] ?? ""] = "01_調査対象名簿.xlsx \((Int(row["row_no"] ?? "") ?? 0) + 4)"
        }
        return try TableFile(folder.appending(path: "frame2.csv")).rows.compactMap { row in
            first[row["org"] ?? ""].map { ($0, "01_調査対象名簿.xlsx \(row["line"] ?? "")") }
        }
    }
}
