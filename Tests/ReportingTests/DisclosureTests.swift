import Foundation
import Model
import Testing

@testable import Reporting

/// What must not leave: withheld locations through any file, anything internal through `public/`.
@Suite struct DisclosureTests {
    @Test func noFileSaysWhereAWithheldLocationIs() throws {
        let editions = try WrittenEditions()
        for file in editions.files {
            let content = try editions.content(file.path)
            for marker in TestReport.withheldMarkers {
                #expect(!content.contains(marker), "\(marker) in \(file.path)")
            }
        }
    }

    @Test func theTestWouldNoticeAnAddress() throws {
        let editions = try WrittenEditions()
        for path in ["organizations.csv", "report.html", "planner.xlsx"] {
            #expect(try editions.content(path).contains("内印町"), "\(path)")
        }
        #expect(try editions.content("review/links.xlsx").contains("内印住所2-2"))
    }

    @Test func bothSidesOfADoubtfulPairLoseTheirAddress() throws {
        let rows = try WrittenEditions().content("review/links.xlsx")
        #expect(rows.contains("ひみつの家東"))
        #expect(rows.components(separatedBy: "所在地秘匿").count == 3, "both addresses")
    }

    @Test func nothingInternalIsPublic() throws {
        let editions = try WrittenEditions()
        let published = editions.files.map(\.path).filter { $0.hasPrefix("public/") }
        #expect(
            published == [
                "public/members.csv", "public/index.html", "public/directory.csv", "public/by_theme.html",
                "public/by_ward.html", "public/hsds.json",
            ])
        for path in published {
            let content = try editions.content(path)
            for marker in TestReport.internalMarkers { #expect(!content.contains(marker), "\(marker) in \(path)") }
            for kind in GapKind.allCases {
                #expect(!content.contains(kind.label) && !content.contains("gap-"), "\(kind) in \(path)")
            }
        }
    }

    @Test func theInternalEditionHoldsWhatThePublicOneLacks() throws {
        let editions = try WrittenEditions()
        let everything = try editions.files.map { try editions.content($0.path) }.joined()
        for marker in TestReport.internalMarkers { #expect(everything.contains(marker), "\(marker)") }
    }

    @Test func membersThatAgreedArePublicWithThemesAndServiceArea() throws {
        let page = try WrittenEditions().text("public/index.html")
        #expect(page.contains("つながりの会"))
        #expect(page.contains("かくれがの会"))
        #expect(page.contains("みほん市全域"))
        #expect(page.contains("公開に同意した2団体です"))
    }

    @Test func theConnectionMapCountsAllMembersInTwoClasses() throws {
        let page = try WrittenEditions().text("public/index.html")
        let cells = page.components(separatedBy: "<td class=\"cell ").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(cells == ["reach-member", "reach-member", "reach-open", "reach-open"])
    }

    @Test func finerAreasThanWardsAreNotPublic() throws {
        let report = TestReport.make()
        let districts = report.areas.map {
            Area(code: $0.code, name: "小学校区" + $0.name, kind: .schoolDistrict, parents: $0.parents)
        }
        let finer = RunReport(
            wave: report.wave, taxonomy: report.taxonomy, areas: districts, organizations: [], links: [],
            tables: SurveyTables(rows: [], responses: [], weighting: nil), coverage: report.coverage,
            shortlist: report.shortlist, findings: [], doubtfulLinks: [],
            sources: [], assumptions: [])
        let page = try WrittenEditions(finer).text("public/index.html")
        #expect(!page.contains("小学校区"))
        #expect(page.contains("<th scope=\"col\"><span>みほん市</span></th>"))
        #expect(page.components(separatedBy: "<td class=\"cell reach-member\">").count == 2)
    }

    @Test(arguments: TestReport.hostileNames) func namesOfThoseWhoCouldCooperateAreText(name: String) throws {
        let rows = try WrittenEditions(TestReport.make(candidateName: name)).rows("cooperation.csv").dropFirst()
        #expect(rows.contains { $0.contains { $0.hasSuffix(TestReport.printable(name)) } })
        #expect(rows.joined().allSatisfy { cell in !"=+-@".contains { cell.hasPrefix(String($0)) } }, "Excel runs it")
    }

    @Test(arguments: TestReport.hostileNames) func publicNamesAreText(name: String) throws {
        let editions = try WrittenEditions(TestReport.make(memberName: name))
        #expect(try editions.text("public/index.html").contains("<bdi class=\"name\">\(HTMLText.escaped(name))</bdi>"))
        let cells = try ["public/members.csv", "public/directory.csv", "directory/directory.csv"].map { path in
            try editions.rows(path).dropFirst().flatMap { $0 }
        }
        for cells in cells {
            #expect(cells.contains { $0.hasSuffix(TestReport.printable(name)) })
            #expect(cells.allSatisfy { cell in !"=+-@".contains { cell.hasPrefix(String($0)) } }, "Excel runs it")
        }
        for path in ["public/by_theme.html", "directory/by_ward.html"] {
            #expect(
                try editions.text(path).contains("<bdi class=\"name\">\(HTMLText.escaped(name))</bdi>"), "\(path)")
        }
        let document = try JSONSerialization.jsonObject(with: Data(editions.bytes("public/hsds.json")))
        let names = try #require(document as? [[String: Any]]).compactMap { $0["name"] as? String }
        #expect(names.contains { $0.unicodeScalars.elementsEqual(name.unicodeScalars) })
    }
}
