import Foundation
import Model
import Reporting
import Tabular
import TestSupport
import Testing

@testable import Pipeline

@Suite("A review of addresses that was filled in badly")
struct AddressReviewMistakeTests {
    private let split = "熊本市二又町1-2"
    private let lost = "どこか3-4"

    private func wave() throws -> AddressWave {
        let wave = try AddressWave(frame: [("甲の会", split), ("乙の会", lost)])
        try wave.run()
        return wave
    }

    /// Runs again, and gives back why it stopped; nothing was written.
    private func refusal(_ wave: AddressWave) throws -> [Problem] {
        let before = try wave.scratch.url.contents()
        let error = #expect(throws: StageError.self) { try wave.run() }
        #expect(try wave.scratch.url.contents() == before)
        return error?.problems ?? []
    }

    private func cell(_ row: Int, _ column: AddressReview.Column) -> CellLocation {
        CellLocation(
            file: AddressReview.path, sheet: AddressReview.sheetName, row: row, column: column.rawValue)
    }

    @Test("is refused with every row and what can stand there")
    func unreadable() throws {
        let wave = try wave()
        try ReviewWorkbook.fill(split, [.decision: "候補3"], in: wave)
        var review = try ReviewWorkbook(AddressReview.path, sheet: "判定", headerRow: 1, in: wave.output)
        review.rows[1][AddressReview.Column.decision.rawValue] = "たぶん"
        try review.save()
        #expect(
            try refusal(wave) == [
                Problem(
                    .decisionUnreadable, at: cell(2, .decision), found: "候補3",
                    expected: "候補1 / 候補2 / このとおり / 不明 / 別の所"),
                Problem(.decisionUnreadable, at: cell(3, .decision), found: "たぶん", expected: "不明 / 別の所"),
            ])
    }

    @Test("別の所 without the place is refused")
    func halfFilled() throws {
        let wave = try wave()
        try ReviewWorkbook.fill(lost, [.decision: "別の所"], in: wave)
        #expect(
            try refusal(wave) == [
                Problem(.decisionIncomplete, at: cell(3, .correction), found: "別の所", expected: "正しい住所")
            ])
    }

    @Test("an address that was written over is no longer known")
    func writtenOver() throws {
        let wave = try wave()
        try ReviewWorkbook.fill(lost, [.decision: "このとおり", .address: "熊本市中央区本町一丁目1"], in: wave)
        #expect(
            try refusal(wave) == [Problem(.decisionUnmatched, at: cell(3, .decision), found: "熊本市中央区本町一丁目1")])
    }

    @Test(
        "is refused without the columns that it needs",
        arguments: [AddressReview.Column.correction, .address, .candidate1])
    func columnTakenOut(column: AddressReview.Column) throws {
        let wave = try wave()
        var review = try ReviewWorkbook.addresses(in: wave.output)
        review.titles.removeAll { $0 == column.rawValue }
        try review.save()
        #expect(try refusal(wave).map(\.found) == [column.rawValue])
    }

    @Test("what is wrong in both review files is said at once, and neither is taken in")
    func bothFiles() throws {
        let wave = try wave()
        try ReviewWorkbook.fill(split, [.decision: "候補1"], in: wave)
        let writer = try WorkbookWriter(
            path: wave.output.appending(path: LinkReview.path).path, name: LinkReview.path)
        let titles = LinkReview.Column.allCases.map(\.rawValue)
        try writer.addSheet(WorkbookSheet(name: "判定", columns: titles.map { WorkbookColumn($0) }))
        try writer.row([.text("たぶん")])
        try writer.close()
        var review = try ReviewWorkbook(AddressReview.path, sheet: "判定", headerRow: 1, in: wave.output)
        review.rows[1][AddressReview.Column.decision.rawValue] = "きっと"
        try review.save()
        let problems = try refusal(wave)
        #expect(problems.map(\.location.file) == [LinkReview.path, AddressReview.path])
        #expect(problems.map(\.found) == ["たぶん", "きっと"])
    }

    @Test("sorted, with its columns moved, is understood")
    func moved() throws {
        let wave = try wave()
        try ReviewWorkbook.fill(split, [.decision: "1"], in: wave)
        var review = try ReviewWorkbook(AddressReview.path, sheet: "判定", headerRow: 1, in: wave.output)
        review.rows.reverse()
        review.titles.reverse()
        try review.save()
        try wave.run()
        #expect(try wave.organization("甲の会")?["municipality_code"] == "43101")
        #expect(try ReviewWorkbook.addresses(in: wave.output).column(.address) == [lost])
    }

    @Test(
        "a text in the place of the workbook, or beside it without its columns, is refused", arguments: ["xlsx", "csv"])
    func text(ending: String) throws {
        let wave = try wave()
        let file = "review/addresses.\(ending)"
        try Data("判定,正しい住所,書かれた所在地\r\n不明,,\(lost)\r\n".utf8).write(to: wave.output.appending(path: file))
        let problem = try #require(try refusal(wave).first)
        #expect(problem.code == (ending == "csv" ? .columnMissing : .formatNotSupported))
        #expect(problem.location.file == file)
    }
}
