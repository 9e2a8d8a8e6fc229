import Model
import Survey

/// A short `wave.yaml` whose lines tests replace one at a time.
struct WaveText {
    var lines = [
        "wave:",  // 1
        "  id: r6",
        "  label: 第1回調査",
        "  municipality: {code: \"43100\", name: 熊本市, prefecture: 熊本県}",
        "  answers_from: 2024-10-01",  // 5
        "  answers_until: 2024-11-12",
        "codebook: codebook.yaml",
        "areas: {file: areas.csv, report_by: ward}",
        "gazetteers: [gazetteer.csv]",
        "sources:",  // 10
        "  - file: answers.csv",
        "    role: response",
        "    columns:",
        "      name: 団体名",
        "      answered_at: 日時",  // 15
        "    answers:",
        "      \"1-1\": 種類",
    ]

    static let file = "wave.yaml"

    /// The text with one line, counted from 1, replaced by none, one or more.
    static func replacing(_ line: Int, with new: String...) -> WaveText {
        var text = WaveText()
        text.lines.replaceSubrange(line - 1..<line, with: new)
        return text
    }

    static func adding(_ new: String..., after line: Int) -> WaveText {
        var text = WaveText()
        text.lines.insert(contentsOf: new, at: line)
        return text
    }

    var yaml: String { lines.joined(separator: "\n") + "\n" }

    func read() throws -> WaveDescription { try WaveDescription(yaml: yaml, file: Self.file) }

    /// What is wrong with it; empty when nothing is.
    func problems() -> [Problem] {
        do {
            _ = try read()
            return []
        } catch let error as StageError {
            return error.problems
        } catch {
            return []
        }
    }
}

func at(_ row: Int?, _ column: String? = nil, file: String = WaveText.file) -> CellLocation {
    CellLocation(file: file, row: row, column: column)
}
