import Foundation
import Model
import Reports
import Testing

@testable import Reporting

@Suite struct ReportPageTests {
    static let caveat = "設定した重みのもとで空白を最も補う組合せです。団体の評価・順位ではなく、補助・委託の判断に使いません。"

    @Test(arguments: TestReport.hostileNames) func namesAreShownAsText(name: String) throws {
        let editions = try WrittenEditions(TestReport.make(candidateName: name))
        let (page, calm) = (try editions.text("report.html"), try WrittenEditions().text("report.html"))
        #expect(page.contains(HTMLText.escaped(name)))
        #expect(tags(of: page) == tags(of: calm), "a name added, removed or changed a tag")
    }

    @Test func escapingLooksAtBytes() {
        #expect(HTMLText.escaped("<a&\"'>") == "&lt;a&amp;&quot;&#39;&gt;")
        #expect(HTMLText.escaped("\"\u{301}") == "&quot;\u{301}")
        #expect(HTMLText.escaped("<\u{FE0F}b") == "&lt;\u{FE0F}b")
        #expect(HTMLText.escaped("a\u{0}\tb\n") == "a\u{FFFD}\tb\n")
        #expect(HTMLText.escaped("ふつうの名前") == "ふつうの名前")
    }

    @Test(arguments: Template.all.filter { $0.name.hasSuffix(".mustache") })
    func everyTemplateLeavesTheEscapingToUs(template: Template) {
        #expect(template.text.hasPrefix("{{% CONTENT_TYPE:TEXT}}"))
        #expect(!template.text.contains("{{{") && !template.text.contains("{{&"))
    }

    @Test(arguments: ["report.html", "public/index.html"]) func aPageIsCompleteInItself(path: String) throws {
        let page = try WrittenEditions().text(path)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">"))
        #expect(page.contains("default-src 'none'"))
        for reference in ["http:", "https:", "src=", "url(", "@import", "<link", "fetch(", "XMLHttpRequest", "<iframe"]
        {
            #expect(!page.contains(reference), "\(reference)")
        }
        #expect(!page.contains("{{"))
    }

    @Test(arguments: ["report.html", "public/index.html"]) func tablesHaveCaptionsAndScopes(path: String) throws {
        let page = try WrittenEditions().text(path)
        let tables = page.components(separatedBy: "<table").dropFirst()
        #expect(!tables.isEmpty)
        for table in tables { #expect(table.prefix(120).contains("<caption>"), "\(table.prefix(120))") }
        let headings = page.components(separatedBy: "<th").dropFirst().filter { !$0.hasPrefix("ead") }
        #expect(headings.allSatisfy { $0.hasPrefix(" scope=\"") })
        #expect(page.components(separatedBy: "<h1").count == 2)
    }

    @Test func theSectionsComeInOrder() throws {
        let page = try WrittenEditions().text("report.html")
        let headings = page.components(separatedBy: "<h2 id=").dropFirst().compactMap { part in
            part.split(separator: ">", maxSplits: 1).last?.split(separator: "<", maxSplits: 1).first.map(String.init)
        }
        #expect(
            headings == ["決めること", "声掛け候補", "空白一覧", "聞き取り・督促候補", "需要", "集計", "団体一覧", "データの質", "方法と注意"])
    }

    @Test func theCaveatStandsWithEveryShortlist() throws {
        let editions = try WrittenEditions()
        for path in ["report.html", "planner.xlsx", "shortlist_summary.json"] {
            #expect(try editions.content(path).contains(Self.caveat), "\(path)")
        }
        #expect(try editions.rows("planner.xlsx", sheet: "声掛け候補").contains { $0.contains(Self.caveat) })
    }

    @Test func gapsAreToldByWordsAndSigns() throws {
        let page = try WrittenEditions().text("report.html")
        for kind in GapKind.allCases {
            #expect(page.contains("<td class=\"cell \(kind.styleName)\"><span class=\"sign\">\(kind.sign)</span>"))
        }
        #expect(Set(GapKind.allCases.map(\.sign)).count == GapKind.allCases.count)
        #expect(Set(GapKind.allCases.map(\.word)).count == GapKind.allCases.count)
    }

    @Test func inferredKindsAreCountedAmongTheCellsOfBoth() throws {
        let page = try WrittenEditions().text("report.html")
        #expect(page.contains("活動の種類の 1マスは、coverage.csv と planner.xlsx にあります。そのうち 1マスの空白の種類は"))
        #expect(page.contains("\(PairReview.path) で団体ごとに決められます"))
    }

    @Test func newCellsAreGroupedByWhatIsDone() throws {
        let page = try WrittenEditions().text("report.html")
        #expect(page.contains("<li>相談窓口の開設：すべての地域</li>"))
        #expect(page.contains("<li>心の健康 × 相談窓口の開設：東の区</li>"))
    }

    /// Names of the tags in their order, with the names of their attributes.
    private func tags(of page: String) -> [String] {
        page.matches(of: /<[\/!a-z][^>]*>/).map { match in
            String(match.output).replacing(/"[^"]*"/, with: "\"\"")
        }
    }
}
