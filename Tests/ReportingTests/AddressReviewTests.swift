import Model
import Reporting
import Testing

@Suite struct AddressReviewTests {
    private func rows() throws -> [[AddressReview.Column: String]] {
        try WrittenEditions().numberedRows(AddressReview.path).filter { $0.number > AddressReview.headerRow }.map {
            Dictionary(uniqueKeysWithValues: zip(AddressReview.Column.allCases, $0.cells))
        }
    }

    @Test func theTitlesStandWhereTheLayoutSays() throws {
        let editions = try WrittenEditions()
        #expect(try editions.sheetNames(AddressReview.path) == [AddressReview.sheetName])
        let all = try editions.numberedRows(AddressReview.path)
        let header = try #require(all.first { $0.number == AddressReview.headerRow })
        #expect(header.cells == AddressReview.Column.allCases.map(\.rawValue))
        #expect(Set(header.cells).count == header.cells.count)
    }

    @Test func whatAPersonFillsInIsBlank() throws {
        for row in try rows() {
            #expect(row[.decision] == "" && row[.correction] == "" && row[.note] == "")
        }
    }

    @Test func manyRecordsAreCountedAndTheFirstOnesNamed() throws {
        let row = try rows()[1]
        #expect(row[.count] == "8")
        #expect(row[.names]?.hasSuffix("不同意の会14\nほか3団体") == true)
        #expect(row[.places]?.hasPrefix("内印.csv 10行\n内印.csv 11行") == true)
        #expect(row[.candidate3] == "みほん県みほん市西の区内印町西")
    }

    @Test func withheldOrganisationsHaveNoRow() throws {
        #expect(TestReport.doubtfulAddresses.count == 5)
        #expect(try rows().count == 4)
    }

    @Test func everyCandidateThatCanBeChosenHasItsColumn() {
        #expect(AddressReview.Decision.allCases.compactMap(\.candidate) == AddressReview.Column.candidates)
        for decision in AddressReview.Decision.allCases {
            if let column = decision.candidate { #expect(column.rawValue == decision.rawValue) }
        }
    }

    @Test func thePlannerIsSentToTheReview() throws {
        let editions = try WrittenEditions()
        #expect(try editions.text("report.html").contains("場所を確かめる所在地：4件"))
        #expect(try editions.content("planner.xlsx").contains(AddressReview.path))
    }
}
