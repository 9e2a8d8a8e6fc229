import Model
import Testing

@testable import Reporting

@Suite struct NeedTests {
    @Test func thePageShowsWhatEachThemeWeighsAndItsCases() throws {
        let page = try WrittenEditions().text("report.html")
        #expect(page.contains("<a href=\"#need\">需要</a>"))
        #expect(
            page.contains(
                "<tr><th scope=\"row\">心の健康</th><td>重点</td><td class=\"numeric\">75.0%</td>"
                    + "<td class=\"numeric\">1,234.5人</td><td>内印指標</td><td class=\"numeric\">3</td>"
                    + "<td class=\"numeric\">42.9%（n=7）</td></tr>"))
        #expect(page.contains("<li>内印需要：仮の値です。</li>") && page.contains(HTMLText.escaped(NeedWords.caseCaveat)))
        #expect(page.contains("問3-2 支援ケースの分類"))
    }

    @Test func theCasesComeWithTheSentenceThatTheyAreNoWeight() throws {
        let sheet = try WrittenEditions().rows("planner.xlsx", sheet: "需要と事例")
        #expect(sheet.contains { $0.first == NeedWords.caseCaveat })
        #expect(sheet.contains { $0.prefix(4) == ["心の健康", "○", "75", "1"] && $0.suffix(3) == ["3", "7", "42.9"] })
    }

    @Test func everyCellSaysWhatItRestsOn() throws {
        let sheet = try WrittenEditions().rows("planner.xlsx", sheet: "需要")
        for basis in [Need.Basis.split, .equal, .withheld, .noFigure] {
            #expect(sheet.contains { $0.contains(basis.word) }, "\(basis)")
        }
        #expect(Set(Need.Basis.allCases.map(\.word)).count == Need.Basis.allCases.count)
    }

    @Test func withoutNeedAndCasesThereIsNoSection() throws {
        let full = TestReport.make()
        let report = RunReport(
            wave: full.wave, taxonomy: full.taxonomy, areas: full.areas, organizations: full.organizations,
            links: full.links, tables: full.tables, coverage: full.coverage, shortlist: full.shortlist,
            findings: full.findings, doubtfulLinks: [], sources: full.sources, assumptions: full.assumptions)
        #expect(!(try WrittenEditions(report).text("report.html")).contains("id=\"need\""))
    }

    @Test(arguments: [
        (1234.5, "人", "1,234.5人"), (0, "件", "0件"), (0.96, "", "1"), (12.34, "", "12.3"),
        (1e12, "", "1,000,000,000,000"),
    ])
    func figuresAreWrittenInGroups(figure: Double, unit: String, words: String) {
        #expect(NeedWords.figure(figure, unit) == words)
        #expect(NeedWords.figure(nil, unit) == "—")
    }
}
