import Foundation
import Model
import TestSupport
import Text

@testable import Survey

/// The words and tables of the repository, and small tables made of texts.
enum DraftSupport {
    static let words = Result { try SurveyWords(path: RepositoryFolder.data.appending(path: SurveyWords.file).path) }
    static let reference = Result { try ReferenceData(dataFolder: RepositoryFolder.data) }

    static let city = KnownMunicipality(
        code: "43100", name: "熊本市", prefecture: "熊本県", areasFile: "areas/kumamoto.csv",
        areaKinds: [.ward, .schoolDistrict], gazetteerFiles: ["gazetteer/kumamoto_demo.csv"])

    /// - Parameter rows: as they stand in a file, blank rows too.
    static func sample(_ rows: [[String]], file: String = "回答.csv", sheet: String? = nil) -> TableSample {
        let lines = rows.enumerated().map { TableSample.Line(number: $0 + 1, cells: $1.map(Width.trimmed)) }
        return TableSample(file: file, sheet: sheet, lines: lines.filter { !$0.filled.isEmpty })
    }

    static func draft(_ samples: [TableSample], earlier: Questionnaire? = nil) throws -> SurveyDraft? {
        SurveyDrafter(
            words: try words.get(), reference: try reference.get(), municipalities: [city], earlier: earlier
        ).draft(samples)
    }

    /// What the draft says, read back.
    static func read(_ draft: SurveyDraft) throws -> (wave: WaveDescription, questionnaire: Questionnaire) {
        (
            try WaveDescription(yaml: draft.readable, file: "wave.yaml"),
            try CodebookReader.read(
                yaml: draft.codebook, file: "codebook.yaml", taxonomy: try reference.get().taxonomy)
        )
    }

    static func columns(_ rows: [[String]]) throws -> [DraftColumn] {
        let sample = sample(rows)
        guard let header = HeaderFinder(words: try words.get()).find(sample) else { return [] }
        return DraftColumn.columns(of: sample, header: header)
    }
}
