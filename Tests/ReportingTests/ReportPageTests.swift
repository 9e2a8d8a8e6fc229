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

    @Test(arguments: ["report.html", "public/index.html", "meeting/index.html", "meeting/summary.html"])
    func aPageIsCompleteInItself(path: String) throws {
        let page = try WrittenEditions().text(path)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">"))
        #expect(page.contains("default-src 'none'"))
        for reference in ["http:", "https:", "src=", "@import", "<link", "fetch(", "XMLHttpRequest", "<iframe"] {
            #expect(!page.contains(reference), "\(reference)")
        }
        #expect(page.matches(of: /url\([^#]/).isEmpty, "no more than a pattern of the page itself")
        #expect(!page.contains("{{"))
    }

    @Test(arguments: ["report.html", "public/index.html", "meeting/index.html", "meeting/summary.html"])
    func tablesHaveCaptionsAndScopes(path: String) throws {
        let page = try WrittenEditions().text(path)
        let tables = page.components(separatedBy: "<table").dropFirst()
        #expect(!tables.isEmpty)
        for table in tables { #expect(table.prefix(1000).contains("<caption>"), "\(table.prefix(160))") }
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
            headings == [
                "決めること", "声掛け候補", "PFとのつながりマップ", "空白一覧", "聞き取り・督促候補", "つながりづくりの協力候補",
                "団体の困りごと・期待", "需要", "集計", "団体一覧", "データの質", "前回との比較", "方法と注意",
            ])
    }

    @Test func membersAndOthersAreCountedApart() throws {
        let page = try WrittenEditions().text("report.html")
        #expect(page.contains(">PF参加団体（n = 2、うち回答 2）</th>") && page.contains(">ほかの団体（n = 0、うち回答 0）</th>"))
        #expect(
            page.contains("<td class=\"numeric\">1（50.0%）</td>") && page.contains("<td class=\"numeric\">0（—）</td>"))
    }

    @Test func whatChangedStandsAtTheTop() throws {
        let report = TestReport.make()
        let top = try WrittenEditions(report).text("report.html").components(separatedBy: "</section>")[0]
        let sentences = WaveChangeWords(try #require(report.changes)).sentences
        #expect(!sentences.isEmpty && sentences.allSatisfy { top.contains(HTMLText.escaped($0)) })
    }

    @Test func theCaveatStandsWithEveryShortlist() throws {
        let editions = try WrittenEditions()
        for path in [
            "report.html", "planner.xlsx", "shortlist_summary.json", "meeting/index.html", "meeting/summary.html",
            "request_letter.md",
        ] {
            #expect(try editions.content(path).contains(Self.caveat), "\(path)")
        }
        #expect(try editions.rows("planner.xlsx", sheet: "声掛け候補").contains { $0.contains(Self.caveat) })
    }

    @Test func whoCouldCooperateIsSaidNotToBeRatedWhereverItIsListed() throws {
        let editions = try WrittenEditions()
        for path in ["report.html", "planner.xlsx", "cooperation.csv"] {
            let content = try editions.content(path)
            #expect(content.contains(FixedWording.cooperationCaveat), "\(path)")
            #expect(content.contains(FixedWording.needIsNoWish), "\(path)")
        }
        #expect(FixedWording.cooperationCaveat.contains("順位はありません。団体の評価ではなく"))
    }

    @Test func whoCouldCooperateIsGroupedWithWhatACallerShouldKnow() throws {
        let section = try cooperation(in: WrittenEditions().text("report.html"))
        #expect(section.contains("<h3 class=\"group-heading\"><bdi>内印分野</bdi>（1団体）</h3>"))
        #expect(section.contains("<h3 class=\"group-heading\"><bdi>普段の活動の回答なし</bdi>（1団体）</h3>"))
        #expect(section.contains("<dt>取り組む上での課題</dt><dd><ul><li>内印課題</li><li>その他</li></ul></dd>"))
        #expect(!section.contains("<dt>孤独・孤立対策の必要性"), "it stands among the reasons")
        #expect(section.contains("<dt>PF参加の意向</dt><dd>内印検討したい</dd>"))
        #expect(section.contains("<dt>自治体からの委託</dt><dd>なし</dd>"))
        #expect(section.contains("<li>つながりの会（活動内容が同じ：心の健康／地域が同じ：みほん市全域）</li>"))
        #expect(section.contains("<li>不同意の会（地域が同じ：西の区／公開の同意なし）</li>"))
        #expect(section.contains("根拠：内印.csv 2行"))
        #expect(section.components(separatedBy: "声を掛けるとき").count == 2, "nothing is known of the other")
        #expect(!section.contains("<ol"), "a list that is numbered looks like a ranking")
    }

    @Test func largeGroupsOfThoseWhoCouldCooperateAreFolded() throws {
        let full = TestReport.make()
        let many = TestReport.cooperation("内").prefix(1).flatMap { Array(repeating: $0, count: 9) }
        let report = RunReport(
            wave: full.wave, taxonomy: full.taxonomy, areas: full.areas, organizations: full.organizations, links: [],
            tables: full.tables, coverage: full.coverage, shortlist: full.shortlist,
            cooperation: many + full.cooperation.suffix(1), findings: [], doubtfulLinks: [], sources: [],
            assumptions: [])
        let section = try cooperation(in: WrittenEditions(report).text("report.html"))
        #expect(section.contains("<summary><h3 class=\"group-heading\"><bdi>内印分野</bdi>（9団体）</h3></summary>"))
        #expect(section.contains("<h3 class=\"group-heading\"><bdi>普段の活動の回答なし</bdi>（1団体）</h3>"))
        #expect(section.components(separatedBy: "<li class=\"partner\">").count == 11)
    }

    private func cooperation(in page: String) throws -> String {
        let start = try #require(page.range(of: "<section id=\"cooperation\" aria-labelledby=\"cooperation-heading\">"))
        return page[start.upperBound...].components(separatedBy: "</section>")[0]
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
