import Foundation
import Model
import Reporting
import Tabular
import TestSupport
import Testing

@testable import Pipeline

@Suite("Decisions of people")
struct DecisionTests {
    /// Fills the verdict of the first doubtful pair, as a person would, and gives back its two organisations.
    private func decide(_ verdict: String, in wave: DemoWave) throws -> (a: String, b: String) {
        var review = try ReviewWorkbook.links(in: wave.output())
        let pair = try #require(review.rows.first)
        review.rows[0][LinkReview.Column.decision.rawValue] = verdict
        try review.save()
        return (
            try #require(pair[LinkReview.Column.organizationIDA.rawValue]),
            try #require(pair[LinkReview.Column.organizationIDB.rawValue])
        )
    }

    private func organizations(of wave: DemoWave) throws -> Set<String> {
        Set(
            try TableFile(wave.output().appending(path: "organizations.csv")).rows
                .compactMap { $0["organization_id"] })
    }

    @Test("同一 in the review workbook merges two organisations in the next run, and is kept in decisions.csv")
    func merge() throws {
        let wave = try DemoWave.withDoubtfulMember()
        let before = try organizations(of: wave).count
        let pair = try decide("同一", in: wave)
        let after = try wave.run()
        #expect(after.organizationCount == before - 1)
        let left = try organizations(of: wave)
        #expect(left.contains(pair.a) != left.contains(pair.b))
        let (kept, gone) = left.contains(pair.a) ? (pair.a, pair.b) : (pair.b, pair.a)
        let aliases = try TableFile(wave.output().appending(path: "id_aliases.csv")).rows
        #expect(aliases == [["alias_id": gone, "organization_id": kept]])
        let decisions = try TableFile(wave.folder.appending(path: Decisions.file))
        #expect(decisions.titles == Decisions.columns)
        #expect(decisions.rows.count == 1)
        #expect(decisions.rows[0]["verdict"] == "same")
        #expect(decisions.rows[0]["decided_on"] == "2024-12-01")
        #expect(decisions.rows[0]["taken_from"] == LinkReview.path)

        // The review workbook is gone from the new output; the decision stands.
        try FileManager.default.removeItem(at: wave.output())
        #expect(try wave.run().organizationCount == after.organizationCount)
    }

    @Test("別 takes a pair out of the review for good")
    func separate() throws {
        let wave = try DemoWave.withDoubtfulMember()
        let doubts = try TableFile(wave.output().appending(path: LinkReview.path), headerRow: LinkReview.headerRow)
        let pair = try decide("別", in: wave)
        try wave.run()
        let review = try TableFile(wave.output().appending(path: LinkReview.path), headerRow: LinkReview.headerRow)
        #expect(review.rows.count == doubts.rows.count - 1)
        #expect(try organizations(of: wave).isSuperset(of: [pair.a, pair.b]))
    }

    @Test("a verdict in other words is refused with its row, and the workbook stays as it is")
    func unreadable() throws {
        let wave = try DemoWave.withDoubtfulMember()
        _ = try decide("たぶん", in: wave)
        let before = try wave.output().contents()
        let error = #expect(throws: StageError.self) { try wave.run() }
        #expect(
            error?.problems == [
                Problem(
                    .decisionUnreadable,
                    at: CellLocation(file: LinkReview.path, sheet: LinkReview.sheetName, row: 2, column: "判定"),
                    found: "たぶん", expected: "同一 / 別 / 保留")
            ])
        #expect(try wave.output().contents() == before)
        #expect(!FileManager.default.fileExists(atPath: wave.folder.appending(path: Decisions.file).path))
    }

    @Test("保留 keeps the pair in the review, and says so in decisions.csv once")
    func undecided() throws {
        let wave = try DemoWave.withDoubtfulMember()
        for _ in 0..<2 {
            let review = wave.output().appending(path: LinkReview.path)
            let pairs = try TableFile(review, headerRow: LinkReview.headerRow).rows.count
            _ = try decide("保留", in: wave)
            try wave.run()
            #expect(try TableFile(review, headerRow: LinkReview.headerRow).rows.count == pairs)
        }
        let decisions = try TableFile(wave.folder.appending(path: Decisions.file))
        #expect(decisions.rows.map { $0["verdict"] } == ["undecided"])
    }

    @Test("a review workbook without the columns that say which rows are meant is refused, and nothing is overwritten")
    func columnsTakenOut() throws {
        let wave = try DemoWave.withDoubtfulMember()
        let url = wave.output().appending(path: LinkReview.path)
        let writer = try WorkbookWriter(path: url.path, name: LinkReview.path)
        _ = try writer.addSheet(WorkbookSheet(name: "判定", columns: ["判定", "名称 A"].map { WorkbookColumn($0) }))
        _ = try writer.row([.text("同一"), .text("x")])
        try writer.close()
        let before = try wave.output().contents()
        let error = #expect(throws: StageError.self) { try wave.run() }
        #expect(error?.problems.contains { $0.code == .columnMissing && $0.found == "行 A" } == true)
        #expect(try wave.output().contents() == before)
    }

    @Test("a row of decisions.csv that can't be read is a finding with its row")
    func unreadableRow() throws {
        let wave = try DemoWave.few()
        try """
        kind,verdict,subject_a,subject_b,note,decided_on,taken_from
        link,same,なし|x,なし|y,,2024-12-01,hand
        link,maybe,a|,b|,,2024-12-01,hand

        """.write(to: wave.folder.appending(path: Decisions.file), atomically: true, encoding: .utf8)
        let outcome = try wave.run()
        let finding = try #require(outcome.findings.first { $0.problem.code == .decisionUnreadable })
        #expect(finding.problem.location == CellLocation(file: "decisions.csv", row: 3, column: "verdict"))
    }

    @Test("columns of one's own and the file's own rows stay as they are when a decision is added")
    func ownColumns() throws {
        let wave = try DemoWave.withDoubtfulMember()
        let file = wave.folder.appending(path: Decisions.file)
        let before = "kind,verdict,subject_a,subject_b,note,decided_on,taken_from,担当\nlink,undecided,甲|x,乙|y,,,手,佐藤\n"
        try before.write(to: file, atomically: true, encoding: .utf8)
        _ = try decide("別", in: wave)
        let outcome = try wave.run()
        let after = try String(contentsOf: file, encoding: .utf8)
        #expect(after.hasPrefix(before))
        #expect(after.dropFirst(before.count).hasPrefix("link,different,"))
        #expect(after.dropFirst(before.count).hasSuffix(",\n"))
        let unmatched = outcome.findings.filter { $0.problem.code == .decisionUnmatched }
        #expect(unmatched.map(\.problem.found) == ["乙 = 甲"] || unmatched.map(\.problem.found) == ["甲 = 乙"])
    }

    @Test("a file that Excel saved in its own encoding keeps its rows")
    func savedByExcel() throws {
        let wave = try DemoWave.withDoubtfulMember()
        let file = wave.folder.appending(path: Decisions.file)
        // 甲 and 乙 in CP932.
        let head = "kind,verdict,subject_a,subject_b,note,decided_on,taken_from\r\nlink,undecided,"
        var bytes = Data(head.utf8)
        for part in [Data([0x8D, 0x62]), Data("|x,".utf8), Data([0x89, 0xB3]), Data("|y,,,\r\n".utf8)] { bytes += part }
        try bytes.write(to: file)
        _ = try decide("別", in: wave)
        try wave.run()
        let rows = try TableFile(file).rows
        #expect(rows.map { $0["subject_a"]?.hasPrefix("甲|") } == [true, false])
        #expect(rows.map { $0["verdict"] } == ["undecided", "different"])
    }

    @Test("a file with bytes that can't be read stops the run, and stays as it is")
    func undecodable() throws {
        let wave = try DemoWave.few()
        let file = wave.folder.appending(path: Decisions.file)
        let bytes =
            Data("kind,verdict,subject_a,subject_b,note,decided_on,taken_from\nlink,same,あ".utf8) + [0xFF]
            + Data("|x,い|y,,,\n".utf8)
        try bytes.write(to: file)
        let error = #expect(throws: StageError.self) { try wave.run() }
        #expect(error?.problems.first?.code == .undecodableBytes)
        #expect(try Data(contentsOf: file) == bytes)
    }
}
