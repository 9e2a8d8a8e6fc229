import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Store

/// The requirements of OGC 12-128r17 that a file of ours can miss, and what must not be in it.
@Suite("GeoPackage")
struct GeoPackageTests {
    private static let square = [(130.0, 32.0), (131, 32), (131, 33), (130, 33), (130, 32)].map {
        AreaOutline.Point(longitude: $0.0, latitude: $0.1)
    }
    private static let hole = [(130.5, 32.5), (130.5, 32.75), (130.75, 32.5), (130.5, 32.5)].map {
        AreaOutline.Point(longitude: $0.0, latitude: $0.1)
    }

    private func report() throws -> RunReport {
        let day = try #require(CivilDate(year: 2024, month: 11, day: 30))
        func profile(_ name: String, isWithheld: Bool, place: Place?) -> OrganizationProfile {
            OrganizationProfile(
                organization: Organization(
                    id: name, name: name, address: "\(name)の住所", place: place, isLocationWithheld: isWithheld),
                organizationTypeLabel: nil, legalFormLabel: nil, themes: [], supportTypes: [])
        }
        let place = Place(level: .town, town: "丁目", latitude: 32.8, longitude: 130.7, meshCode: "49307500")
        let keys = [("A1", GapKind.covered), ("A1", .unknown), ("A2", .thin)]
        return RunReport(
            wave: Wave(
                id: "w1", label: "", municipality: Wave.Municipality(code: "43100", name: "市", prefecture: "県"),
                answerPeriod: day...day, asOf: day),
            taxonomy: Taxonomy(
                themes: [
                    Theme(id: "t1", label: "こども", englishLabel: "", isResidual: false, withholdsLocation: false)
                ], supportTypes: []),
            areas: ["A1", "A2"].map { Area(code: $0, name: "区\($0)", kind: .ward, parents: []) },
            outlines: ["A1": AreaOutline(polygons: [[Self.square, Self.hole]])],
            organizations: [
                profile("o1", isWithheld: false, place: place), profile("o2", isWithheld: true, place: place),
                profile("o3", isWithheld: false, place: nil),
            ],
            links: [], tables: SurveyTables(rows: [], responses: [], weighting: nil),
            coverage: keys.map {
                CoverageCell(
                    key: CellKey(areaCode: $0.0, themeID: "t1", supportTypeID: nil), need: 0.5, counts: CellCounts(),
                    expectedUnknown: 1, expectedInterval: 0...2, probabilityOfNobody: 0.5, gap: $0.1, isInferred: false)
            },
            shortlist: ExplainedShortlist(
                shortlist: Shortlist(candidates: [], objective: 0, upperBound: 0, method: "", size: 1), picks: [],
                preset: .balance), findings: [], doubtfulLinks: [], sources: [], assumptions: [])
    }

    private func written() throws -> (folder: ScratchFolder, url: URL) {
        let scratch = try ScratchFolder()
        let url = scratch.url.appending(path: GeoPackage.name)
        #expect(try GeoPackage(report()).write(to: url.path) == 8)
        return (scratch, url)
    }

    private func values(_ url: URL, _ sql: String) throws -> [[DatabaseValue]] {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: url.path, configuration: configuration).read { db in
            try Row.fetchAll(db, sql: sql).map { Array($0.databaseValues) }
        }
    }

    @Test("the file says that it is a GeoPackage, and SQLite finds it sound")
    func header() throws {
        let (folder, url) = try written()
        let bytes = try Data(contentsOf: url)
        #expect(bytes.prefix(16) == Data("SQLite format 3\0".utf8))
        #expect(Array(bytes[68..<72]) == Array("GPKG".utf8))
        #expect(Array(bytes[60..<64]) == [0, 0, 0x28, 0x3C], "version 1.3.0")
        #expect(try values(url, "pragma integrity_check") == [["ok".databaseValue]])
        #expect(try values(url, "pragma foreign_key_check").isEmpty)
        withExtendedLifetime(folder) {}
    }

    @Test("contents, geometry columns and reference systems name each other and every layer")
    func contents() throws {
        let (folder, url) = try written()
        let systems = try values(url, "select srs_id from gpkg_spatial_ref_sys order by srs_id")
        #expect(systems.map { $0[0] } == [-1, 0, 4326, 6668].map(\.databaseValue))
        let layers = try values(
            url,
            """
            select table_name, data_type, geometry_type_name, c.srs_id, g.srs_id, z, m, last_change
            from gpkg_contents c join gpkg_geometry_columns g using (table_name) order by table_name
            """)
        #expect(
            layers.map { $0[0] } == ["areas", "coverage", "gaps", "organizations"].map(\.databaseValue))
        for layer in layers {
            #expect(layer[1] == "features".databaseValue && layer[3] == layer[4] && layer[5] == layer[6])
            #expect(layer[7] == "2024-11-30T00:00:00.000Z".databaseValue, "no clock")
        }
        let box = try values(url, "select min_x, min_y, max_x, max_y from gpkg_contents where table_name = 'coverage'")
        #expect(box == [[130, 32, 131, 33].map { Double($0).databaseValue }])
        withExtendedLifetime(folder) {}
    }

    @Test("geometries are GeoPackage binary: header, box, then longitude before latitude, rings as they were given")
    func geometry() throws {
        let (folder, url) = try written()
        let outlines = try values(url, "select geom from areas order by fid")
        #expect(outlines[1][0].isNull)
        let blob = try #require(Data.fromDatabaseValue(outlines[0][0]))
        #expect(Array(blob[0..<4]) == [0x47, 0x50, 0, 3])
        #expect(integer(blob, 4) == 6668)
        #expect((0..<4).map { double(blob, 8 + $0 * 8) } == [130, 131, 32, 33])
        // Order, kind and count of the collection, then of its one polygon, then of its outer ring.
        #expect(blob[40] == 1 && integer(blob, 41) == 6 && integer(blob, 45) == 1)
        #expect(blob[49] == 1 && integer(blob, 50) == 3 && integer(blob, 54) == 2 && integer(blob, 58) == 5)
        #expect((0..<10).map { double(blob, 62 + $0 * 8) } == Self.square.flatMap { [$0.longitude, $0.latitude] })
        #expect(blob.count == 62 + 10 * 8 + 4 + 8 * 8)
        let point = try #require(
            Data.fromDatabaseValue(try values(url, "select geom from organizations where name = 'o1'")[0][0]))
        #expect(integer(point, 41) == 1 && double(point, 45) == 130.7 && double(point, 53) == 32.8 && point.count == 61)
        withExtendedLifetime(folder) {}
    }

    @Test("an organisation whose location is withheld is drawn at no place")
    func withheld() throws {
        let (folder, url) = try written()
        let rows = try values(
            url,
            "select geom, address, municipality_code, town, mesh_code, location_withheld from organizations order by fid"
        )
        #expect(rows.map { $0[0].isNull } == [false, true, true])
        #expect(rows[1].dropLast().allSatisfy(\.isNull) && rows[1].last == 1.databaseValue)
        #expect(!String(decoding: try Data(contentsOf: url), as: UTF8.self).contains("o2の住所"))
        withExtendedLifetime(folder) {}
    }

    @Test("gaps are the cells that are not covered, with the outline of their area")
    func gaps() throws {
        let (folder, url) = try written()
        #expect(try values(url, "select * from coverage").count == 3)
        let gaps = try values(url, "select area_code, gap_kind, theme, geom is null from gaps order by ogc_fid")
        #expect(
            gaps == [
                ["A1", "unknown", "こども"].map(\.databaseValue) + [0.databaseValue],
                ["A2", "thin", "こども"].map(\.databaseValue) + [1.databaseValue],
            ])
        withExtendedLifetime(folder) {}
    }

    @Test("the same report gives the same bytes, and a place that can't be written is named")
    func repeatability() throws {
        let (first, second) = (try written(), try written())
        #expect(try Data(contentsOf: first.url) == Data(contentsOf: second.url))
        let error = #expect(throws: StageError.self) {
            try GeoPackage(report()).write(to: first.folder.url.appending(path: "none/x.gpkg").path)
        }
        #expect(error?.problems.first?.code == .outputUnwritable)
        #expect(error?.problems.first?.location.file == GeoPackage.name)
    }

    private func integer(_ data: Data, _ offset: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(data[data.startIndex + offset + $1]) << (8 * UInt32($1)) }
    }

    private func double(_ data: Data, _ offset: Int) -> Double {
        Double(
            bitPattern: (0..<8).reduce(UInt64(0)) {
                $0 | UInt64(data[data.startIndex + offset + $1]) << (8 * UInt64($1))
            })
    }
}
