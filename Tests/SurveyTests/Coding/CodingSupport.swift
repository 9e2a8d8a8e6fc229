import Foundation
import Model
import Survey
import Tabular
import TestSupport

/// Coders on the tables of the repository, made once.
enum Coders {
    static let themes = Result {
        ActivityCoder(try CodingVocabulary(.themes, dataFolder: RepositoryFolder.data))
    }
    static let supportTypes = Result {
        ActivityCoder(try CodingVocabulary(.supportTypes, dataFolder: RepositoryFolder.data))
    }

    static func themes(learned: [LearnedCode]) throws -> ActivityCoder {
        ActivityCoder(
            try CodingVocabulary(.themes, dataFolder: RepositoryFolder.data), learned: learned)
    }
}

/// Texts with the themes that a person gave them.
struct CodedSet {
    let rows: [(text: String, themes: Set<String>)]

    init(_ name: String) throws {
        let path = RepositoryFolder.input.appending(path: "coding/\(name).csv").path
        rows = try HeaderedTable(path: path, name: name, requiring: ["text", "theme_ids"]).records.map {
            ($0["text"], Set($0["theme_ids"].split(separator: ";").map(String.init)))
        }
    }

    /// Of what is assigned without review, over pairs of text and theme.
    func score(_ coder: ActivityCoder) -> (precision: Double, f1: Double, exact: Double) {
        var (right, wrong, missed, exact) = (0, 0, 0, 0)
        for row in rows {
            let assigned = Set(coder.code(row.text).assigned)
            right += assigned.intersection(row.themes).count
            wrong += assigned.subtracting(row.themes).count
            missed += row.themes.subtracting(assigned).count
            exact += assigned == row.themes ? 1 : 0
        }
        return (
            Double(right) / Double(right + wrong), Double(2 * right) / Double(2 * right + wrong + missed),
            Double(exact) / Double(rows.count)
        )
    }
}
