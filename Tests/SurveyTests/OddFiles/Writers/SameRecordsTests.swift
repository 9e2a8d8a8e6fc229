import Model
import Testing

/// One survey has the same records, whichever program wrote it down.
@Suite struct SameRecordsTests {
    static let files = WorkbookWriters.files + TextWriters.files

    @Test(arguments: files.map(\.program)) func everyProgramsFileHasTheSameRecords(program: String) throws {
        let file = try #require(Self.files.first { $0.program == program })
        let (records, findings) = try file.read()
        #expect(records == WrittenSurvey.records)
        #expect(findings.allSatisfy { $0.problem.code == .columnNotMapped }, "\(findings)")
    }
}
