import Foundation
import Model
import Reports
import Testing

@testable import Reporting

@Suite struct MapSectionTests {
    private func section(_ report: RunReport) throws -> String {
        let value: PageValue = ["map": MapSection(Presentation(report, version: "1")).value]
        return String(decoding: try PageRenderer().render("sections/map", value), as: UTF8.self)
    }

    private func report(outlines: [String: AreaOutline] = [:], tiles: [AreaTile] = []) -> RunReport {
        let full = TestReport.make()
        return RunReport(
            wave: full.wave, taxonomy: full.taxonomy, areas: full.areas, outlines: outlines, tiles: tiles,
            organizations: full.organizations, links: [], tables: full.tables, coverage: full.coverage,
            shortlist: full.shortlist, findings: [], doubtfulLinks: [], sources: [], assumptions: [])
    }

    @Test func anAreaThatNoFileDrawsIsNamed() throws {
        let map = try section(TestReport.make())
        #expect(map.contains("data-name=\"東の区\"") && !map.contains("<path class=\"map-covered\""))
        #expect(map.contains("位置の分からない地域は描いていません（西の区）"))
        #expect(map.contains("縮尺は図の目盛りのとおり（50 km）"))
        #expect(map.contains("data-themes=\"15\" data-types=\"23\" data-pairs=\"2---\""))
    }

    @Test func theFirstThingShownIsWhatTheFewestAreasHave() throws {
        #expect(try section(TestReport.make()).contains("「DV・性暴力」の空白の種類"))
    }

    @Test func whoseLocationIsWithheldIsDrawnAtNoPlace() throws {
        let map = try section(TestReport.make())
        #expect(map.contains("<title>つながりの会（PF参加団体）</title>"))
        #expect(map.contains("<title>声掛けの会（声掛け候補）</title>"))
        for name in ["ひみつの家", "かくれがの会"] { #expect(!map.contains(name)) }
        #expect(map.components(separatedBy: "<title>").count == 3)
    }

    @Test func aPlanOfTilesSaysThatItIsNoMapAndShowsNobody() throws {
        let map = try section(
            report(tiles: [
                AreaTile(areaCode: "11101", column: 1, row: 0), AreaTile(areaCode: "11102", column: 0, row: 0),
            ]))
        #expect(map.contains("縮尺のある地図ではありません"))
        #expect(map.contains("viewBox=\"0 0 396 204\"") && map.contains("d=\"M204 12h180v180h-180z\""))
        #expect(!map.contains("area-scale") && !map.contains("member-point"))
    }

    @Test(arguments: GapKind.allCases) func everyKindHasAPatternOfItsOwn(kind: GapKind) throws {
        let name = kind.mapStyleName
        #expect(try section(TestReport.make()).contains("<pattern id=\"\(name)\""))
        #expect(Template.templatesReportStyle.text.contains(".\(name) { fill: url(#\(name)); }"))
    }

    @Test func withoutAPlaceForAnyAreaThereIsNoMap() throws {
        #expect(!(try section(report())).contains("<section"))
    }

    @Test func aMapStaysSmallHoweverFineItsOutlinesAre() throws {
        // A saw with sixty thousand teeth.
        let teeth = (0..<60_000).map { step in
            AreaOutline.Point(longitude: 135 + Double(step) / 60_000, latitude: step.isMultiple(of: 2) ? 35 : 35.9)
        }
        let ring = teeth + [AreaOutline.Point(longitude: 136, latitude: 34.5), teeth[0]]
        let map = try section(report(outlines: ["11101": AreaOutline(polygons: [[ring]])]))
        #expect(map.utf8.count < 700_000)
    }
}
