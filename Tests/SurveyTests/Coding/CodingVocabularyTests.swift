import Foundation
import Model
import Survey
import Tabular
import TestSupport
import Testing

@Suite struct CodingVocabularyTests {
    private func rows(_ name: String, _ columns: [String]) throws -> [HeaderedTable.Record] {
        try HeaderedTable(
            path: RepositoryFolder.data.appending(path: "taxonomy/\(name)").path, name: name,
            requiring: columns
        ).records
    }

    @Test(arguments: [
        ("theme_phrases.csv", "theme_id"), ("support_type_phrases.csv", "support_type_id"),
    ])
    func everyPhraseHasASourceAndStandsOncePerCode(name: String, column: String) throws {
        let rows = try rows(name, ["phrase", column, "kind", "weight", "source"])
        #expect(rows.allSatisfy { !$0["phrase"].isEmpty && !$0["source"].isEmpty })
        #expect(Set(rows.map { [$0["phrase"], $0[column]] }).count == rows.count)
        // A weight says what its kind may do.
        for row in rows where row["kind"] == "hint" {
            #expect(Double(row["weight"]) ?? 1 < 0.8, "\(row["phrase"])")
        }
        for row in rows where row["kind"] == "exact" {
            #expect(Double(row["weight"]) ?? 0 >= 0.8, "\(row["phrase"])")
        }
    }

    @Test func everyCodeButTheResidualOneHasPhrases() throws {
        let themes = try rows("themes.csv", ["theme_id", "is_residual", "definition"])
        let phrases = Set(try rows("theme_phrases.csv", ["theme_id"]).map { $0["theme_id"] })
        for theme in themes where theme["is_residual"] != "true" {
            #expect(phrases.contains(theme["theme_id"]))
        }
        #expect(themes.allSatisfy { !$0["definition"].isEmpty })
    }

    @Test func noThemeGivesWayToOneThatGivesWayToIt() throws {
        let pairs = Set(
            try rows("precedence.csv", ["theme_id", "yields_to"]).map {
                [$0["theme_id"], $0["yields_to"]]
            })
        #expect(pairs.count > 100)
        for pair in pairs { #expect(!pairs.contains([pair[1], pair[0]]), "\(pair)") }
    }

    @Test func theFieldsOfTheLawAreTwenty() throws {
        let fields = try rows(
            "npo_fields.csv", ["field_id", "number", "label", "label_en", "legal_wording", "source"])
        let numbers = (1...20).map { String($0) }
        #expect(fields.map { $0["number"] } == numbers)
        #expect(Set(fields.map { $0["field_id"] }).count == 20)
        #expect(fields.allSatisfy { $0["legal_wording"].hasSuffix("活動") })
    }

    /// A copy of the tables with one row more.
    private func folder(adding line: String, to name: String) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for file in CodingVocabulary.files {
            var data = try Data(contentsOf: RepositoryFolder.data.appending(path: file))
            if file == name { data += Data("\(line)\n".utf8) }
            try folder.write(data, to: file)
        }
        return folder
    }

    @Test(arguments: [
        ("taxonomy/theme_phrases.csv", "語,no_such_theme,exact,1,,,出典", "theme_id", "no_such_theme"),
        ("taxonomy/theme_phrases.csv", "語,children,certain,1,,,出典", "kind", "certain"),
        ("taxonomy/theme_phrases.csv", "語,children,exact,1.5,,,出典", "weight", "1.5"),
        ("taxonomy/theme_phrases.csv", "語,children,exact,1,somewhere,,出典", "position", "somewhere"),
        ("taxonomy/theme_phrases.csv", "語,children,exact,1,,childern,出典", "excludes", "childern"),
        ("taxonomy/theme_phrases.csv", "語,children,none,1,,,出典", "theme_id", "children"),
        ("taxonomy/precedence.csv", "children,childern,理由", "yields_to", "childern"),
        ("taxonomy/context_words.csv", "before,語,,注,出典", "use", "before"),
    ])
    func aRowThatCannotBeMeantIsSaidWithItsPlace(
        file: String, line: String, column: String, found: String
    ) throws {
        let folder = try folder(adding: line, to: file)
        let error = #expect(throws: StageError.self) {
            try CodingVocabulary(.themes, dataFolder: folder.url)
        }
        #expect(error?.problems.map(\.code) == [.valueUnknown])
        #expect(error?.problems.map(\.found) == [found])
        #expect(
            error?.problems.first?.location.file == file
                && error?.problems.first?.location.column == column)
        #expect((error?.problems.first?.location.row ?? 0) > 100)
    }

    @Test func aTableThatIsMissingIsNamed() throws {
        let folder = try ScratchFolder()
        for file in CodingVocabulary.files where file != "taxonomy/precedence.csv" {
            try folder.write(try Data(contentsOf: RepositoryFolder.data.appending(path: file)), to: file)
        }
        let error = #expect(throws: StageError.self) {
            try CodingVocabulary(.themes, dataFolder: folder.url)
        }
        #expect(error?.problems.map(\.code) == [.dataMissing])
    }
}
