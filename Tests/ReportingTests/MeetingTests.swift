import Foundation
import Model
import Testing

@testable import Reporting

/// 会議用: what may be laid before members and other sections, and be asked for as a public record.
@Suite struct MeetingTests {
    private static let paths = ["meeting/index.html", "meeting/summary.html"]

    @Test(arguments: paths) func nothingInternalComesToTheMeeting(path: String) throws {
        let page = try WrittenEditions().text(path)
        #expect(page.contains("声掛けの会"), "the name of a candidate is what the meeting is about")
        for marker in TestReport.internalMarkers + TestReport.withheldMarkers where marker != "声掛けの会" {
            #expect(!page.contains(marker), "\(marker)")
        }
        for word in ["辞退", "候補に残る", "ひみつの家", "data-member", "planner.xlsx"] { #expect(!page.contains(word), "\(word)") }
    }

    @Test func candidatesStandByFieldAndNameWithReasonsFromTheirCells() throws {
        let page = try WrittenEditions().text("meeting/index.html")
        let start = try #require(page.range(of: "<section id=\"candidates\""))
        let section = page[start.upperBound...].components(separatedBy: "</section>")[0]
        #expect(section.contains("<h3>相談窓口の開設（1団体）</h3>"))
        #expect(section.contains("<li>「相談窓口の開設」：すべての地域で活動。今は参加団体がいません。</li>"))
        #expect(section.contains("所在地を秘匿している1団体は、この資料には名称を載せていません"))
        #expect(!section.contains("心の健康"), "that was read out of a free text")
        #expect(!section.contains("<ol"), "a list that is numbered looks like a ranking")
        #expect(section.contains(FixedWording.shortlistCaveat))
    }

    @Test(arguments: paths) func namesAreShownAsText(path: String) throws {
        let calm = try WrittenEditions().text(path).components(separatedBy: "<").count
        for name in TestReport.hostileNames {
            let page = try WrittenEditions(TestReport.make(candidateName: name)).text(path)
            #expect(page.components(separatedBy: "<").count == calm, "\(name.prefix(20))")
        }
    }

    @Test func areasFinerThanWardsTellNoNumbersAndNoThemeThatMustNotBeFound() throws {
        let full = TestReport.make()
        let towns = full.areas.map { Area(code: $0.code, name: $0.name, kind: .town, parents: $0.parents) }
        let report = RunReport(
            wave: full.wave, taxonomy: full.taxonomy, areas: towns, outlines: full.outlines,
            organizations: full.organizations, links: [], tables: full.tables, coverage: full.coverage,
            shortlist: full.shortlist, findings: [], doubtfulLinks: [], sources: [], assumptions: [])
        let (wards, fine) = (
            try WrittenEditions().text("meeting/index.html"), try WrittenEditions(report).text("meeting/index.html")
        )
        #expect(wards.contains("<span class=\"counts-in-cell\">2／3</span>") && wards.contains(">DV・性暴力</th>"))
        #expect(!fine.contains("counts-in-cell\">"))
        let gaps = fine.components(separatedBy: "<section id=\"gaps\"")[1].components(separatedBy: "</section>")[0]
        #expect(!gaps.contains("DV・性暴力"))
    }

    @Test func theSummaryNamesThirtyAndSaysHowManyMore() throws {
        let full = TestReport.make()
        let people = (1...40).map { number -> OrganizationProfile in
            OrganizationProfile(
                organization: Organization(id: "o\(number)", name: "第\(number)の会", isInFrame: true),
                organizationTypeLabel: nil, legalFormLabel: nil, themes: [], supportTypes: [])
        }
        let picks = people.enumerated().map { index, profile in
            ExplainedShortlist.Pick(
                candidate: Candidate(
                    rank: index + 1, organizationID: profile.organization.id, expectedGain: 0, cumulativeGain: 0,
                    shareOfGapClosed: 0, newCells: []),
                name: profile.organization.name, reasons: [], stability: nil)
        }
        let report = RunReport(
            wave: full.wave, taxonomy: full.taxonomy, areas: full.areas, organizations: people, links: [],
            tables: full.tables, coverage: full.coverage,
            shortlist: ExplainedShortlist(
                shortlist: Shortlist(
                    candidates: picks.map(\.candidate), objective: 0, upperBound: 0, method: "", size: 40),
                picks: picks, preset: .balance),
            findings: [], doubtfulLinks: [], sources: [], assumptions: [])
        let page = try WrittenEditions(report).text("meeting/summary.html")
        #expect(page.components(separatedBy: "の会</bdi>").count == 31)
        #expect(page.contains("ほか10団体は、会議用の資料にあります"))
    }
}
