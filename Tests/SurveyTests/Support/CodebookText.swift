import Model
import Survey

/// A short `codebook.yaml` whose lines tests replace or add to.
struct CodebookText {
    var lines = [
        "questions:",  // 1
        "  - id: \"1-1\"",
        "    label: 種類",
        "    kind: single",
        "    concept: organization_type",  // 5
        "    options:",
        "      - {code: 1, id: npo, label: NPO法人}",
        "      - {code: 2, id: voluntary, label: 任意団体}",
        "  - id: \"2-2\"",
        "    label: 活動内容",  // 10
        "    kind: multiple",
        "    concept: theme",
        "    options:",
        "      - {code: 1, id: children, label: こども, also_written: [子ども]}",
        "      - {code: 2, id: older_people, label: 高齢者}",  // 15
        "      - {code: 12, id: other, label: \"その他, 例外\"}",
        "  - id: \"2-3\"",
        "    label: 活動の種類",
        "    kind: multiple",
        "    concept: support_type",  // 20
        "    asked_if: any_answered(2-3, 3-1)",
        "    options:",
        "      - {code: 1, id: gathering_place, label: 居場所づくり}",
        "      - {code: 2, id: outreach, label: アウトリーチ支援}",
        "  - id: \"3-1\"",  // 25
        "    label: 事例",
        "    kind: single",
        "    concept: case_found",
        "    asked_if: any_answered(2-3, 3-1)",
        "    options:",  // 30
        "      - {code: 1, id: yes, label: ある}",
        "      - {code: 2, id: no, label: ない}",
        "  - id: \"3-3\"",
        "    label: 事例の内容",
        "    kind: text",  // 35
        "    concept: case_text",
        "    asked_if: 3-1 = yes",
    ]

    static let file = "codebook.yaml"

    static let taxonomy = Taxonomy(
        themes: ["children", "youth", "older_people", "other"].map {
            Theme(id: $0, label: $0, englishLabel: $0, isResidual: $0 == "other", withholdsLocation: false)
        },
        supportTypes: ["gathering_place", "outreach", "goods_and_food"].map {
            SupportType(id: $0, label: $0, englishLabel: $0, isResidual: false)
        })

    static func replacing(_ line: Int, with new: String...) -> CodebookText {
        var text = CodebookText()
        text.lines.replaceSubrange(line - 1..<line, with: new)
        return text
    }

    static func adding(_ new: String..., after line: Int) -> CodebookText {
        var text = CodebookText()
        text.lines.insert(contentsOf: new, at: line)
        return text
    }

    func read() throws -> Questionnaire {
        try CodebookReader.read(
            yaml: lines.joined(separator: "\n") + "\n", file: Self.file, taxonomy: Self.taxonomy)
    }

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
