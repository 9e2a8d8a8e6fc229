import Reporting
import Testing

@Suite struct LinkReviewTests {
    @Test func theTitlesStandWhereTheLayoutSays() throws {
        let editions = try WrittenEditions()
        #expect(try editions.sheetNames(LinkReview.path).first == LinkReview.sheetName)
        let rows = try editions.numberedRows(LinkReview.path)
        let header = try #require(rows.first { $0.number == LinkReview.headerRow })
        #expect(header.cells == LinkReview.Column.allCases.map(\.rawValue))
        #expect(Set(header.cells).count == header.cells.count)
    }

    @Test func aPairStandsSideBySide() throws {
        let rows = try WrittenEditions().numberedRows(LinkReview.path).filter { $0.number > LinkReview.headerRow }
        #expect(rows.count == 2)
        let titles = LinkReview.Column.allCases
        let pair = Dictionary(uniqueKeysWithValues: zip(titles, try #require(rows.first).cells))
        #expect(pair[.decision] == "")
        #expect(pair[.note] == "")
        #expect(pair[.probability] == "62.5")
        #expect(pair[.nameA] == "つながりの会")
        #expect(pair[.nameB] == "不同意の会")
        #expect(pair[.telephoneA] == "内印電話")
        #expect(pair[.fileB] == "内印.csv")
        #expect(pair[.rowB] == "4")
        #expect(pair[.organizationIDA] == "omember000001")
    }
}
