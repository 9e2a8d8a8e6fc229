import Foundation
import Model
import Survey
import TestSupport

/// A demonstration wave, read once for all tests.
struct DemoWave: Sendable {
    let wave: WaveDescription
    let questionnaire: Questionnaire
    /// By source.
    let results: [SourceReader.Result]

    static func read(_ id: String) throws -> DemoWave { try (id == "r6" ? r6 : r7).get() }

    private static let r6 = Result { try DemoWave("r6") }
    private static let r7 = Result { try DemoWave("r7") }

    private init(_ id: String) throws {
        let folder = RepositoryFolder.data.appending(path: "demo/\(id)")
        func text(_ name: String) throws -> String {
            try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        }
        let wave = try WaveDescription(yaml: text("wave.yaml"), file: "wave.yaml")
        let questionnaire = try CodebookReader.read(
            yaml: text("codebook.yaml"), file: "codebook.yaml",
            taxonomy: ReferenceData(dataFolder: RepositoryFolder.data).taxonomy)
        let reader = SourceReader(wave: wave, questionnaire: questionnaire)
        results = try wave.sources.map { try reader.read($0, at: folder.appending(path: $0.file).path) }
        (self.wave, self.questionnaire) = (wave, questionnaire)
    }
}
