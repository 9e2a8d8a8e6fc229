import Foundation
import Model
import Survey
import TestSupport
import Testing

/// The demonstration waves as they lie in `Data/demo`.
@Suite struct DemoWaveTests {
    @Test(
        arguments: [
            ("r6", [626, 89, 54, 7, 18], [Role.frame, .response, .response, .response, .member]),
            ("r7", [640, 171, 34, 18], [.frame, .response, .member, .invitation]),
        ] as [(String, [Int], [Role])])
    func everyRowBecomesARecord(id: String, counts: [Int], roles: [Role]) throws {
        let reading = try DemoWave.read(id)
        #expect(reading.results.map(\.records.count) == counts)
        #expect(reading.wave.sources.map(\.role) == roles)
        for (result, role) in zip(reading.results, roles) {
            #expect(result.records.allSatisfy { $0.role == role && !$0.name.isEmpty })
        }
    }

    @Test(arguments: ["r6", "r7"]) func nothingIsWorseThanAWarning(id: String) throws {
        let findings = try DemoWave.read(id).results.flatMap(\.findings)
        #expect(findings.filter { $0.severity > .warning } == [])
        #expect(findings.filter { $0.problem.code == .unknownChoice || $0.problem.code == .columnNotMapped } == [])
    }

    @Test(arguments: ["r6", "r7"]) func theDescriptionFitsTheCodebook(id: String) throws {
        let reading = try DemoWave.read(id)
        #expect(reading.wave.unknownQuestions(in: reading.questionnaire) == [])
    }

    @Test func theListStandsBelowATitleAndADate() throws {
        let list = try DemoWave.read("r6").results[0]
        #expect(list.sheet == "名簿")
        #expect(
            list.records.first?.reference == RecordReference(file: "01_調査対象名簿.xlsx", sheet: "名簿", row: 5))
        #expect(list.records.last?.reference.row == 630)
        #expect(list.records.first?.name == "帯山こども劇場")
        let numbers = (1...626).map { String($0) }
        #expect(list.records.map { $0[.listNumber] } == numbers)
        let notes = Dictionary(grouping: list.findings, by: \.problem.code).mapValues(\.count)
        #expect(notes == [.frameReturned: 4, .frameDormant: 6])
    }

    @Test func twoHeaderRowsMakeTheFirstRecordRow3() throws {
        let reading = try DemoWave.read("r6")
        #expect(reading.results[2].records.map(\.reference.row) == Array(3...56))
        #expect(reading.results[1].records.map(\.reference.row) == Array(2...90))
    }

    @Test func everyAnswerOfThePostHasADateInItsPeriod() throws {
        let reading = try DemoWave.read("r6")
        for result in reading.results[1...3] {
            #expect(
                result.records.allSatisfy { record in
                    record.date.map { reading.wave.wave.answerPeriod.contains($0.date) } ?? false
                })
        }
    }

    /// Worked out from the files apart from this code (Python's csv and openpyxl).
    @Test func theFourWaysOfWritingChoicesGiveOneKindOfAnswer() throws {
        let reading = try DemoWave.read("r6")
        #expect(
            reading.results[1].records[0].answers["2-2"]
                == .options(["bullying", "children", "child_rearing", "poverty"]))
        let asked = reading.results[1...3].map { result in
            result.records.count { !($0.answers["2-2"]?.isBlank ?? true) }
        }
        #expect(asked == [87, 51, 7])
    }

    @Test func relabelledChoicesKeepTheirMeaning() throws {
        let reading = try DemoWave.read("r7")
        let chosen = Set(reading.results[1].records.flatMap { $0.answers["2-2"]?.chosen ?? [] })
        #expect(chosen.isSuperset(of: ["disability", "older_people", "lgbtq", "young_carers"]))
        #expect(reading.questionnaire["2-4"] == nil && reading.questionnaire["5-1"]?.concept == .wishToJoin)
    }

    @Test(arguments: [("r6", 15, 3), ("r7", 34, 0)])
    func membersSayWhetherTheyMayBeNamed(id: String, agreed: Int, refused: Int) throws {
        let members = try DemoWave.read(id).results.flatMap(\.records).filter { $0.role == .member }
        let marks = members.map { $0.mark(.publicConsent) }
        #expect(marks.count { $0 == true } == agreed && marks.count { $0 == false } == refused)
        #expect(!marks.contains(nil))
    }

    @Test func aSheetThatIsNotThereIsAnsweredWithThoseThatAre() throws {
        let folder = RepositoryFolder.data.appending(path: "demo/r6")
        let yaml = try String(contentsOf: folder.appending(path: "wave.yaml"), encoding: .utf8)
        let wave = try WaveDescription(yaml: yaml.replacing("sheet: 名簿", with: "sheet: 名簿一覧"), file: "wave.yaml")
        let reader = SourceReader(wave: wave, questionnaire: Questionnaire(questions: []))
        let error = #expect(throws: StageError.self) {
            try reader.read(wave.sources[0], at: folder.appending(path: wave.sources[0].file).path)
        }
        let problem = try #require(error?.problems.first)
        #expect(problem.code == .sheetMissing && problem.found == "名簿一覧")
        #expect(problem.location.file == "01_調査対象名簿.xlsx" && problem.expected == "名簿, 凡例")
    }
}
