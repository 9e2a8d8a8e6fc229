import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// A planner works in the output while a run makes the next one.
@Suite("What is saved while a run goes on")
struct SavedWhileRunningTests {
    private let wave: AddressWave
    private let lost = "どこか3-4"

    init() throws {
        wave = try AddressWave(frame: [("甲の会", "熊本市二又町1-2"), ("乙の会", lost)])
        try wave.run()
    }

    /// Runs again; when the new output is being written, `save` happens.
    private func run(saving save: @escaping @Sendable () throws -> Void) throws {
        _ = try Run(
            RunOptions(
                waveFolder: wave.folder, outputFolder: wave.output, tables: .shared, version: "test",
                today: CivilDate(year: 2024, month: 12, day: 1)!,
                progress: { event in
                    guard case .began(.write) = event else { return }
                    do { try save() } catch { Issue.record(error) }
                })
        ).run()
    }

    private func refusal(saving save: @escaping @Sendable () throws -> Void) throws -> [Problem] {
        let before = try wave.output.contents()
        let error = #expect(throws: StageError.self) { try run(saving: save) }
        let changed = try wave.output.contents().filter { before[$0.key] != $0.value }.keys.sorted()
        #expect(changed == error?.problems.map { $0.found.isEmpty ? $0.location.file : $0.found })
        #expect(try FileManager.default.contentsOfDirectory(atPath: wave.scratch.url.path).sorted() == ["out", "wave"])
        return error?.problems ?? []
    }

    @Test("a decision keeps the output in its place, and the next run takes it in")
    func decision() throws {
        let (wave, lost) = (wave, lost)
        try ReviewWorkbook.fill("熊本市二又町1-2", [.decision: "候補1"], in: wave)
        let problems = try refusal { try ReviewWorkbook.fill(lost, [.decision: "不明"], in: wave) }
        #expect(problems == [Problem(.reviewChanged, at: CellLocation(file: AddressReview.path))])
        // What had been read by then is kept.
        #expect(try TableFile(wave.decisions).rows.map { $0["verdict"] } == ["place"])
        try wave.run()
        #expect(try TableFile(wave.decisions).rows.map { $0["verdict"] } == ["place", "unknown"])
        #expect(try ReviewWorkbook.addresses(in: wave.output).rows.isEmpty)
    }

    @Test("what is written into the ledger isn't lost either")
    func ledger() throws {
        let output = wave.output
        let problems = try refusal {
            var sheet = try LedgerSheet(in: output)
            sheet.cells.append(sheet.cells[0].map { $0 == "団体名" ? "甲の会" : $0 == "備考" ? "電話した" : "" })
            try sheet.save()
        }
        #expect(problems == [Problem(.reviewChanged, at: CellLocation(file: LedgerReview.path))])
        try wave.run()
        #expect(try TableFile(wave.decisions).rows.map { $0["note"] } == ["電話した"])
    }

    @Test("a review file saved as CSV is not lost either")
    func text() throws {
        let url = wave.output.appending(path: "review/addresses.csv")
        var review = EditedReview(try ReviewWorkbook.addresses(in: wave.output))
        review.fill(2, .decision, "不明")
        let filled = review
        #expect(try refusal { try filled.saveAsText(to: url) }.map(\.code) == [.reviewChanged])
        try wave.run()
        #expect(try TableFile(wave.decisions).rows.map { $0["verdict"] } == ["unknown"])
    }

    @Test("nor is a file of one's own")
    func otherFile() throws {
        let url = wave.output.appending(path: "会議メモ.txt")
        #expect(try refusal { try Data("x".utf8).write(to: url) }.map(\.code) == [.outputHoldsOthers])
    }

    @Test("a file that is saved unchanged, deleted or only open does not hold up the run")
    func harmless() throws {
        let review = wave.output.appending(path: AddressReview.path)
        let bytes = try Data(contentsOf: review)
        try run {
            try bytes.write(to: review)
            try FileManager.default.removeItem(at: review.deletingLastPathComponent().appending(path: "links.xlsx"))
            try Data("佐藤".utf8).write(to: review.deletingLastPathComponent().appending(path: "~$addresses.xlsx"))
        }
        #expect(FileManager.default.fileExists(atPath: wave.output.appending(path: "review/links.xlsx").path))
    }

    @Test(
        "a save between the last look and the exchange is noticed, and the output goes back", arguments: [true, false])
    func lastMoment(inOneStep: Bool) throws {
        let folder = try OutputFolder(wave.output, wave: nil)
        try Data("{}".utf8).write(to: folder.staging.appending(path: "a.json"))
        let review = wave.output.appending(path: AddressReview.path)
        let beside = wave.scratch.url.appending(path: "beside").path
        let before = try wave.output.contents().keys.sorted()
        var isSaved = false
        let error = #expect(throws: StageError.self) {
            _ = try folder.publish { new, old in
                if !isSaved { try? Data("判定".utf8).write(to: review) }
                isSaved = true
                guard inOneStep else { return EINVAL }
                for (from, to) in [(old, beside), (new, old), (beside, new)] { rename(from, to) }
                return 0
            }
        }
        #expect(error?.problems.map(\.code) == [.reviewChanged])
        #expect(try wave.output.contents().keys.sorted() == before)
        #expect(try String(contentsOf: review, encoding: .utf8) == "判定")
    }
}
