import Testing

/// Every odd file is read to the records that it holds, or refused with what is wrong with it.
@Suite struct OddFileTests {
    static let all =
        CSVOddities.files + WorkbookOddities.files + HeaderOddities.files + AnswerOddities.files + DateOddities.files
        + RefusedFiles.files

    @Test(arguments: all) func anOddFileIsReadOrRefused(file: OddFile) throws {
        switch (try file.read(), file.outcome) {
        case (.read(let records, let findings), .read(let expectedRecords, let expectedFindings)):
            #expect(records == expectedRecords)
            #expect(findings == expectedFindings)
        case (.refused(let problems), .refused(let expected)): #expect(problems == expected)
        case (let outcome, _): Issue.record("\(outcome)")
        }
    }

    @Test func everyOddityIsNamedOnce() {
        #expect(Set(Self.all.map(\.oddity)).count == Self.all.count)
        #expect(Self.all.count >= 60)
    }
}
