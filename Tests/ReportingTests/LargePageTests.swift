import Foundation
import Model
import Testing

@testable import Reporting

/// What a page does where a wave has more than a page has room for.
@Suite struct LargePageTests {
    private static let towns = (0..<921).map { number in
        Area(code: "town-\(number)", name: "第\(number)町", kind: .town, parents: ["11101"])
    }

    private func page(_ report: RunReport) throws -> String {
        let value = ReportPage(Presentation(report, version: "1")).value
        return String(decoding: try PageRenderer().render("report", value), as: UTF8.self)
    }

    private func report(areas: [Area], organizations: [OrganizationProfile], picks: [CellKey]) -> RunReport {
        let full = TestReport.make()
        let coverage = areas.enumerated().flatMap { index, area in
            TestReport.themes.dropLast().map { theme in
                CoverageCell(
                    key: CellKey(areaCode: area.code, themeID: theme.id, supportTypeID: nil), need: nil,
                    counts: CellCounts(members: index.isMultiple(of: 9) ? 0 : 1, known: 1), expectedUnknown: 0,
                    expectedInterval: 0...0, probabilityOfNobody: 1, gap: index.isMultiple(of: 9) ? .absent : .thin,
                    isInferred: false)
            }
        }
        let pick = ExplainedShortlist.Pick(
            candidate: Candidate(
                rank: 1, organizationID: organizations.last?.organization.id ?? "", expectedGain: 1, cumulativeGain: 1,
                shareOfGapClosed: 1, newCells: picks),
            name: "最後の会", reasons: [], stability: nil)
        return RunReport(
            wave: full.wave, taxonomy: full.taxonomy, areas: areas, organizations: organizations, links: [],
            tables: full.tables, coverage: coverage,
            shortlist: ExplainedShortlist(
                shortlist: Shortlist(
                    candidates: [pick.candidate], objective: 1, upperBound: 1, method: "", size: 1),
                picks: [pick], preset: .balance),
            cooperation: (0..<500).map { number in
                CooperationCandidate(
                    organizationID: "oc\(number)", name: "協力の会\(number)",
                    group: TestReport.cooperation("内")[0].group, fields: [], reasons: ["理由"], withoutCell: .noTheme,
                    evidence: RecordReference(file: "f.csv", sheet: nil, row: 2), note: CallerNote())
            },
            findings: [], doubtfulLinks: [], sources: [], assumptions: [])
    }

    private func people(_ count: Int, in codes: [String]) -> [OrganizationProfile] {
        (0..<count).map { number in
            OrganizationProfile(
                organization: Organization(
                    id: "o" + String(10_000 + number), name: "第\(number)の会",
                    serviceArea: ServiceArea(kind: .part, codes: codes), isInFrame: true),
                organizationTypeLabel: nil, legalFormLabel: nil,
                themes: TestReport.themes.map {
                    AttributedLabel(id: $0.id, label: $0.label, origin: .selected, evidence: "")
                }, supportTypes: [])
        }
    }

    @Test func itThinsItselfAndNamesTheFilesThatHaveTheRest() throws {
        let codes = Self.towns.prefix(300).map(\.code)
        let keys = codes.map { CellKey(areaCode: $0, themeID: "mental_health", supportTypeID: nil) }
        let page = try page(report(areas: Self.towns, organizations: people(3100, in: codes), picks: keys))
        #expect(page.utf8.count < 3_000_000)
        #expect(page.contains("全3,100団体のうち、参加団体と声掛け候補を含む3,000団体。全団体は planner.xlsx と organizations.csv"))
        #expect(page.contains("第3099の会"), "a candidate is listed whatever else is cut")
        #expect(page.contains("全921地域のうち、参加団体のいないマスの多い100地域の表です"))
        #expect(page.contains("心の健康：第0町、第1町、第2町、第3町、第4町、第5町、第6町、第7町ほか292地域"))
        #expect(page.contains("ほか440団体は cooperation.csv"))
        #expect(page.components(separatedBy: "<strong>206</strong>マス").count == 2, "counts are those of all areas")
    }

    @Test func itIsWholeWhereThereIsRoom() throws {
        let page = try page(report(areas: Array(Self.towns.prefix(100)), organizations: people(20, in: []), picks: []))
        #expect(!page.contains("地域の表です") && !page.contains("団体のうち、参加団体"))
    }
}
