import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

/// Moves are told by what addresses say.
@Suite("Moved or spelled otherwise")
struct OfficeComparisonTests {
    private func offices() throws -> OfficeComparison {
        let wave = try AddressWave(frame: [])
        return OfficeComparison(
            try WaveInputs(
                options: RunOptions(
                    waveFolder: wave.folder, outputFolder: wave.output, tables: .shared, version: "test",
                    today: CivilDate(year: 2024, month: 12, day: 1)!)))
    }

    @Test(
        "spelling, missing parts and the other of two numberings are no move",
        arguments: [
            ("熊本市中央区本町一丁目2番3号", "熊本県熊本市中央区本町1-2-3"), ("熊本市中央区本町１丁目２－３", "中央区本町1丁目2番3号 ○○ビル2F"),
            ("熊本市中央区本町一丁目2番", "熊本市中央区本町一丁目2番3号"), ("熊本市中央区二又町27番4号", "熊本市中央区二又町999番地4"),
            ("熊本市中央区二又町27番4号", "熊本市中央区二又町999-4"), ("熊本市中央区しらぬ町3-1", "熊本市中央区しらぬまち3-1"),
        ])
    func same(before: String, now: String) throws {
        let offices = try self.offices()
        #expect(!offices.hasMoved(to: now, from: [before]) && !offices.hasMoved(to: before, from: [now]))
    }

    @Test(
        "another town, and other numbers of the same sort, are",
        arguments: [
            ("熊本市中央区本町一丁目2番3号", "熊本市中央区本町二丁目2番3号"), ("熊本市中央区二又町1-1", "熊本市東区二又町1-1"),
            ("熊本市中央区本町一丁目2番3号", "熊本市中央区本町1-5-8"), ("熊本市中央区二又町27番4号", "熊本市中央区二又町3番4号"),
            ("熊本市中央区二又町999番地4", "熊本市中央区二又町12番地"), ("熊本市中央区しらぬ町3-1", "熊本市中央区しらぬ町8-2"),
        ])
    func moved(before: String, now: String) throws {
        let offices = try self.offices()
        #expect(offices.hasMoved(to: now, from: [before]))
        // A second office that was known before is none.
        #expect(!offices.hasMoved(to: now, from: [before, now]))
    }

    @Test("where no address was known, nothing has moved")
    func unknown() throws {
        #expect(!(try offices().hasMoved(to: "熊本市中央区本町一丁目1番", from: [])))
    }
}
