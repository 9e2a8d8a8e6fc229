import Foundation
import Model
import Pipeline
import TestSupport

/// A wave whose files a test writes, and its runs.
protocol WrittenWave {
    /// Of `wave.yaml`.
    var folder: URL { get }
    var output: URL { get }
}

extension WrittenWave {
    @discardableResult
    func run(isCancelled: @escaping @Sendable () -> Bool = { false }) throws -> RunOutcome {
        try Run(
            RunOptions(
                waveFolder: folder, outputFolder: output, tables: .shared, version: "test",
                today: CivilDate(year: 2024, month: 12, day: 1)!, isCancelled: isCancelled)
        ).run()
    }

    func write(_ text: String, _ name: String) throws {
        try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    func edit(_ name: String, _ change: (String) -> String) throws {
        try write(change(try String(contentsOf: folder.appending(path: name), encoding: .utf8)), name)
    }

    /// Makes the folder, with the questionnaire of a wave of the demonstration.
    func makeFolder(codebook: String = "r6") throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: RepositoryFolder.data.appending(path: "demo/\(codebook)/codebook.yaml"),
            to: folder.appending(path: "codebook.yaml"))
    }
}
