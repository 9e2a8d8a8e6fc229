import Foundation
import Model
import Survey
import TestSupport
import Testing
import Text

@Suite struct ReferenceDataTests {
    private func copy(without name: String? = nil) throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for file in ReferenceData.files where file != name {
            try folder.write(try Data(contentsOf: RepositoryFolder.data.appending(path: file)), to: file)
        }
        return folder
    }

    @Test func theTablesOfTheRepositoryAreRead() throws {
        let reference = try ReferenceData(dataFolder: RepositoryFolder.data)
        #expect(reference.taxonomy.themes.count == 26 && reference.taxonomy.supportTypes.count == 5)
        #expect(reference.taxonomy.theme("other")?.isResidual == true)
        #expect(
            reference.taxonomy.themes.filter(\.withholdsLocation).map(\.id)
                == ["domestic_sexual_violence", "crime_victims"])
        #expect(reference.taxonomy.excludedPairs.contains(["suicide_prevention", "goods_and_food"]))
        #expect(reference.legalFormLabels["specified_nonprofit"] == "特定非営利活動法人")
        #expect(reference.names.normalize("（特非）髙森の会").core == "高森の会")
        #expect(reference.variants.standardized("渡邊") == "渡辺")
    }

    @Test func everyExcludedPairIsOfTheTaxonomy() throws {
        let taxonomy = try ReferenceData(dataFolder: RepositoryFolder.data).taxonomy
        for pair in taxonomy.excludedPairs {
            #expect(taxonomy.theme(pair[0]) != nil && taxonomy.supportType(pair[1]) != nil, "\(pair)")
        }
        #expect(Set(taxonomy.themes.map(\.id)).count == taxonomy.themes.count)
        #expect(Set(taxonomy.themes.map(\.label)).count == taxonomy.themes.count)
    }

    @Test(arguments: ReferenceData.files) func aTableThatIsMissingIsNamed(name: String) throws {
        let folder = try copy(without: name)
        let error = #expect(throws: StageError.self) {
            _ = try ReferenceData(dataFolder: folder.url)
            // Read only where lists of addresses are.
            _ = try ReferenceData.placeVariants(dataFolder: folder.url)
        }
        #expect(
            error?.problems == [Problem(.dataMissing, at: CellLocation(file: folder.url.path), found: name)])
    }

    @Test func aTableThatLacksAColumnIsSaid() throws {
        let folder = try copy(without: "text/kanji_variants.csv")
        try folder.write("variant,form\n髙,高\n", to: "text/kanji_variants.csv")
        let error = #expect(throws: StageError.self) { try ReferenceData(dataFolder: folder.url) }
        #expect(error?.problems.map(\.code) == [.columnMissing])
        #expect(error?.problems.map(\.found) == ["standard"])
        #expect(error?.problems.map(\.location) == [CellLocation(file: "text/kanji_variants.csv", row: 1)])
    }
}

@Suite struct UnknownQuestionTests {
    private func problems(_ source: String...) throws -> [Problem] {
        var wave = WaveText()
        wave.lines.replaceSubrange(15..., with: source.map { "    \($0)" })
        return try wave.read().unknownQuestions(in: CodebookText().read())
    }

    @Test func questionsThatTheCodebookLacksAreSaidWithTheNearest() throws {
        let found = try problems("answers: {\"1-1\": 種類, \"2-9\": 活動, \"1-10\": 範囲}")
        #expect(found.map(\.code) == [.valueUnknown, .valueUnknown])
        #expect(found.map(\.found) == ["1-10", "2-9"])
        #expect(found.map(\.location) == [at(16, "answers"), at(16, "answers")], "at the line that names it")
        #expect(found[0].expected.hasPrefix("1-1") && found[1].expected.hasPrefix("2-2"))
    }

    @Test func wordingsNeedAQuestionAndAnOptionThatAreThere() throws {
        let found = try problems("labels: {\"2-2\": {児童: childern, 老人: older_people}, \"2-20\": {a: b}}")
        #expect(found.map(\.found) == ["childern", "2-20"])
        #expect(found.map(\.location) == [at(16, "labels"), at(16, "labels")])
        #expect(found[0].expected.hasPrefix("children") && found[1].expected.hasPrefix("2-2"))
    }

    @Test func optionsThatColumnsAreGivenToMustBeThere() throws {
        let found = try problems("answers:", "  \"1-1\": 種類", "  \"2-2\": {columns: {A: children, B: yuoth}}")
        #expect(found.map(\.found) == ["yuoth"] && found.map(\.location) == [at(18, "answers")])
    }

    @Test func whatFitsIsNoProblem() throws {
        #expect(try problems("answers: {\"1-1\": 種類}", "labels: {\"2-2\": {児童: children}}").isEmpty)
    }

    @Test func anOptionIsFoundByItsWrittenLabel() throws {
        let question = try #require(try CodebookText().read()["2-2"])
        #expect(question.option(written: "子 ども")?.id == "children")
        #expect(question.option(written: "その他，例外")?.id == "other")
        #expect(question.option(written: "こ") == nil)
    }
}
