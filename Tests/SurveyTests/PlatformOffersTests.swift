import Foundation
import Model
import Survey
import TestSupport
import Testing

@Suite struct PlatformOffersTests {
    private static let header = "concept,option_id,is_cooperation,offer\n"

    private func read(_ table: String) throws -> PlatformOffers {
        let folder = try ScratchFolder()
        try folder.write(table, to: PlatformOffers.files[0])
        return try PlatformOffers(dataFolder: folder.url)
    }

    @Test func aSentenceIsFoundByConceptAndOption() throws {
        let offers = try read(
            Self.header + "difficulty,staff,false,人は出せません\nexpectation,staff,true,\nactivity_field,help,true,\n")
        #expect(offers.offer(.difficulty, "staff") == "人は出せません")
        #expect(offers.offer(.expectation, "staff") == nil && offers.offer(.difficulty, "other") == nil)
        #expect(offers.isCooperation(.expectation, "staff") && offers.isCooperation(.activityField, "help"))
        #expect(!offers.isCooperation(.difficulty, "staff") && !offers.isCooperation(.expectation, "money"))
    }

    @Test func everyRowThatCannotBeUsedIsSaid() throws {
        let error = #expect(throws: StageError.self) {
            _ = try read(
                Self.header + "need_felt,yes,true,\ndifficulty,staff,はい,\ndifficulty,start,false,A\n"
                    + "difficulty,start,false,B\n")
        }
        #expect(error?.problems.map(\.code) == [.valueUnknown, .valueUnknown, .keyDouble])
        #expect(error?.problems.map(\.found) == ["need_felt", "はい", "start"])
        #expect(error?.problems.map(\.location.row) == [2, 3, 5])
        #expect(error?.problems.map(\.location.column) == ["concept", "is_cooperation", "option_id"])
    }

    @Test func aTableThatIsMissingIsNamed() throws {
        let folder = try ScratchFolder()
        let error = #expect(throws: StageError.self) { _ = try PlatformOffers(dataFolder: folder.url) }
        #expect(error?.problems.map(\.code) == [.dataMissing])
        #expect(error?.problems.map(\.found) == PlatformOffers.files)
    }

    /// その他 can mean anything: nothing is offered for it.
    @Test(arguments: ["r6", "r7"]) func theTableOfTheRepositoryAnswersEveryChoiceOfTheDemonstration(wave: String) throws
    {
        let offers = try PlatformOffers(dataFolder: RepositoryFolder.data)
        let questionnaire = try CodebookReader.read(
            yaml: String(
                contentsOf: RepositoryFolder.data.appending(path: "demo/\(wave)/codebook.yaml"), encoding: .utf8),
            file: "codebook.yaml", taxonomy: ReferenceData(dataFolder: RepositoryFolder.data).taxonomy)
        for concept in [QuestionConcept.difficulty, .expectation] {
            let options = try #require(questionnaire.first(concept)).options
            #expect(options.filter { offers.offer(concept, $0.id) == nil }.map(\.id) == ["other"])
        }
        for option in try #require(questionnaire.first(.expectation)).options {
            #expect(offers.offer(.expectation, option.id)?.hasSuffix("。") != true)
        }
        #expect(offers.isCooperation(.expectation, "public_private"))
        #expect(!offers.isCooperation(.expectation, "people_and_money"))
        #expect(offers.isCooperation(.activityField, "intermediary"))
    }
}
