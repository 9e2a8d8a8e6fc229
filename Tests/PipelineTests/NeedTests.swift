import Foundation
import Model
import TestSupport
import Testing

@Suite("Need figures of the planner")
struct NeedTests {
    private func wave(_ need: String) throws -> DemoWave {
        let wave = try DemoWave()
        try need.write(to: wave.folder.appending(path: "need.csv"), atomically: true, encoding: .utf8)
        try wave.edit("wave.yaml") { $0 + "\nneed: {file: need.csv}\n" }
        return wave
    }

    @Test("weights are those of the file, and a cell without a figure has none")
    func figures() throws {
        let wave = try wave("area_code,theme,weight,source\n43101,いじめ,30,相談件数\n43102,bullying,10,相談件数\n")
        try wave.run()
        let cells = try TableFile(wave.output().appending(path: "coverage.csv")).rows.filter {
            $0["support_type"] == "" && $0["theme"] == "いじめ"
        }
        #expect(cells.map { $0["need"] } == ["0.75", "0.25", "", "", ""])
    }

    @Test("a wrong area, theme or weight is said with its row and column, and nothing is written")
    func mistakes() throws {
        let wave = try wave(
            "area_code,theme,weight,source\n43109,いじめ,1,x\n43101,いじわる,1,x\n43101,いじめ,-1,x\n43101,いじめ,1,x\n"
                + "43101,bullying,1,x\n")
        let error = #expect(throws: StageError.self) { try wave.run() }
        let problems = try #require(error?.problems)
        #expect(problems.map(\.code) == [.valueUnknown, .valueUnknown, .valueType, .keyDouble])
        #expect(problems.map(\.location.row) == [2, 3, 4, 6])
        #expect(problems.map(\.location.column) == ["area_code", "theme", "weight", "theme"])
        #expect(!FileManager.default.fileExists(atPath: wave.output().path))
    }
}
