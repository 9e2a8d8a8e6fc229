import Foundation
import Model
import Survey
import TestSupport

/// One small file, read as `wave.yaml` describes it, against the questionnaire of ``CodebookText``.
struct SmallSource {
    static let file = "answers.csv"

    /// What stands under the source's `file:` in `wave.yaml`.
    var description: [String]
    var codebook = CodebookText()

    init(_ description: String..., codebook: CodebookText = CodebookText()) {
        self.description = description
        self.codebook = codebook
    }

    func read(_ text: String) throws -> SourceReader.Result { try read(bytes: Array(text.utf8)) }

    func read(bytes: [UInt8]) throws -> SourceReader.Result {
        var wave = WaveText()
        wave.lines.removeSubrange(9...)
        wave.lines += [
            "frame_notes: {returned: [返戻, 宛先不明], dormant: [休止], closed: [解散]}", "sources:",
            "  - file: \(Self.file)",
        ]
        wave.lines += description.map { "    \($0)" }
        let (described, questionnaire) = (try wave.read(), try codebook.read())
        let folder = try ScratchFolder()
        let path = try folder.write(bytes, to: Self.file).path
        return try SourceReader(wave: described, questionnaire: questionnaire).read(described.sources[0], at: path)
    }

    /// What keeps it from being read.
    func problems(_ text: String) -> [Problem] {
        do {
            _ = try read(text)
            return []
        } catch let error as StageError {
            return error.problems
        } catch {
            return []
        }
    }
}

func cell(_ row: Int?, _ column: String? = nil) -> CellLocation {
    CellLocation(file: SmallSource.file, row: row, column: column)
}
