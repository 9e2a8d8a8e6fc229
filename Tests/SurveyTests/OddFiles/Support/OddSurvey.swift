import Foundation
import Model
import Survey

/// The small survey that every odd file holds, and how its records and findings are written down.
enum OddSurvey {
    static let header = ["団体名", "郵便番号", "回答日時", "種類", "活動内容", "意見"]

    /// As a form service would write them.
    static let rows = [
        ["㈱髙橋", "060-0806", "2024/10/21 14:03:22", "NPO法人", "こども;その他, 例外", "一行目\n二行目"],
        ["ひまわりの会～熊本―", "860-0806", "2024-10-22", "任意団体", "高齢者", "「引用」と\"quote\"と,コンマ"],
        ["①こども食堂", "", "2024/10/23 9:05", "", "", ""],
    ]

    static let table = [header] + rows

    static let records = [
        "㈱髙橋 | 060-0806 | 2024-10-21T14:03:22+09:00 | npo | children, other | 一行目⏎二行目",
        "ひまわりの会～熊本― | 860-0806 | 2024-10-22 | voluntary | older_people | 「引用」と\"quote\"と,コンマ",
        "①こども食堂 | - | 2024-10-23T09:05:00+09:00 | - | - | -",
    ]

    /// The table with some rows replaced, from 0 for the header.
    static func table(replacing replacements: [Int: [String]]) -> [[String]] {
        table.enumerated().map { replacements[$0] ?? $1 }
    }

    /// The table with other cells in a column, from the first row on.
    static func table(_ title: String, _ cells: [String]) -> [[String]] {
        let column = header.firstIndex(of: title)
        return table.enumerated().map { index, row in
            row.enumerated().map { index > 0 && $0 == column ? cells[index - 1] : $1 }
        }
    }

    /// The usual records with other dates.
    static func records(answered dates: [String]) -> [String] { replacing(2, with: dates) }

    /// The usual records with other answers to 2-2.
    static func records(themes: [String]) -> [String] { replacing(4, with: themes) }

    private static func replacing(_ place: Int, with values: [String]) -> [String] {
        zip(records, values).map { record, value in
            var parts = record.components(separatedBy: " | ")
            parts[place] = value
            return parts.joined(separator: " | ")
        }
    }

    static func questionnaire(_ more: [String]) throws -> Questionnaire {
        let yaml = """
            questions:
              - id: "1-1"
                label: 種類
                kind: single
                concept: organization_type
                options:
                  - {code: 1, id: npo, label: NPO法人}
                  - {code: 2, id: voluntary, label: 任意団体}
              - id: "2-2"
                label: 活動内容
                kind: multiple
                concept: theme
                options:
                  - {code: 1, id: children, label: こども, also_written: [子ども]}
                  - {code: 2, id: older_people, label: 高齢者}
                  - {code: 12, id: other, label: "その他, 例外"}
              - id: "3-3"
                label: 意見
                kind: text

            """
        let text = more.map { "\($0)\n" }.joined() + yaml
        return try CodebookReader.read(yaml: text, file: "codebook.yaml", taxonomy: CodebookText.taxonomy)
    }

    // MARK: - In words

    /// `name | postcode | date | 1-1 | 2-2 | 3-3`, `-` for what is blank and ⏎ for a line break.
    static func line(_ record: Record) -> String {
        func shown(_ text: String?) -> String {
            guard let text, !text.isEmpty else { return "-" }
            return text.replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").replacing("\r", with: "⏎")
        }
        let answers = ["1-1", "2-2", "3-3"].map { id -> String? in
            record.answers[id].map { $0.text ?? $0.chosen.joined(separator: ", ") }
        }
        return ([record.name, record[.postalCode], record.date?.description] + answers).map(shown)
            .joined(separator: " | ")
    }

    /// `severity code row「column」 found → expected`, without what is empty.
    static func line(_ finding: Finding) -> String { "\(finding.severity.rawValue) \(line(finding.problem))" }

    static func line(_ problem: Problem) -> String {
        var parts = [problem.code.rawValue]
        let (row, column) = (
            problem.location.row.map(String.init) ?? "", problem.location.column.map { "「\($0)」" } ?? ""
        )
        if row + column != "" { parts.append(row + column) }
        if !problem.found.isEmpty { parts.append(problem.found) }
        if !problem.expected.isEmpty { parts.append("→ \(problem.expected)") }
        return parts.joined(separator: " ")
    }
}
