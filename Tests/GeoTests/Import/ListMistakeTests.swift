import Foundation
import Model
import TestSupport
import Testing

@testable import Geo

/// Lists that can't be used as they are, and reference systems that don't fit them.
struct ListMistakeTests {
    // MARK: Nothing is left

    /// The reasons are those of the rows.
    @Test(arguments: [
        ("municipality_code,municipality,town,latitude,longitude\n", ProblemCode.sourceEmpty, nil as Int?),
        ("municipality_code,municipality,town,latitude,longitude\n99,どこか市,町,32.79,130.75\n", .valueType, 2),
        (SampleList.registryTownPoints, .pointsUnmatched, 2),
        // Points of nothing, without coordinates.
        ("lg_code,machiaza_id,rep_lat,rep_lon\n431010,0001001,,\n", .sourceEmpty, nil), ("", .headerMissing, nil),
        ("\n\n", .headerMissing, nil),
    ])
    func listsWithoutTownsAreRefused(text: String, code: ProblemCode, row: Int?) throws {
        let error = try #require(throws: StageError.self) { try Imported(text) }
        #expect(error.problems.first?.code == code)
        #expect(error.problems.first?.location.row == row)
    }

    @Test
    func anEmptyListBesideOthersIsAFinding() throws {
        let empty = "municipality_code,municipality,town,latitude,longitude\n"
        let imported = try Imported([("a.csv", Array(empty.utf8)), ("b.csv", Array(SampleList.plain.utf8))])
        #expect(imported.findings(.sourceEmpty).map(\.location.file) == ["a.csv"])
    }

    @Test
    func theProblemsOfAllFilesAreTold() throws {
        let error = try #require(throws: StageError.self) {
            try Imported([("a.csv", []), ("b.csv", Array("氏名,住所\n".utf8)), ("c.csv", Array(SampleList.plain.utf8))])
        }
        #expect(error.problems.map(\.code) == [.headerMissing, .listUnknown])
        #expect(error.problems.map(\.location.file) == ["a.csv", "b.csv"])
    }

    // MARK: Reference systems

    /// A plane zone needs northing and easting, and these need a zone.
    @Test(arguments: [
        ("latitude,longitude", "32.79,130.75", 6670 as Int?, ProblemCode.columnMissing),
        ("northing_m,easting_m", "-21799.22,-27355.76", nil, .planeZoneMissing),
        ("northing_m,easting_m", "-21799.22,-27355.76", 4301, .planeZoneMissing),
    ])
    func coordinatesThatDontFitTheirSystem(titles: String, cells: String, epsg: Int?, code: ProblemCode) throws {
        let text = "municipality_code,municipality,town,\(titles)\n43101,熊本市中央区,手取本町,\(cells)\n"
        let error = try #require(throws: StageError.self) {
            try Imported(text, system: epsg.flatMap(ReferenceSystem.init))
        }
        #expect(error.problems.map(\.code) == [code])
        #expect(error.problems.first?.location.row == 1)
    }

    @Test
    func rowsWithoutAZoneAreFindings() throws {
        let imported = try Imported(
            """
            municipality_code,municipality,town,northing_m,easting_m,epsg
            43101,熊本市中央区,手取本町,-21799.22,-27355.76,6670
            43101,熊本市中央区,桜町,-21799.22,-27355.76,
            43101,熊本市中央区,新町,-21799.22,-27355.76,4301
            43101,熊本市中央区,上通町,,,

            """)
        #expect(imported.findings(.planeZoneMissing).map(\.location.row) == [3, 4])
        #expect(imported.image.towns.count { $0.point.exists } == 1)
    }

    @Test(arguments: [(6670, 6670), (2444, 2444), (30162, 30162)])
    func planeZonesOfOnesOwnList(epsg: Int, told: Int) throws {
        let imported = try Imported(
            "municipality_code,municipality,town,northing_m,easting_m\n43101,熊本市中央区,手取本町,-21799.22,-27355.76\n",
            system: ReferenceSystem(epsg: epsg))
        let town = try #require(imported.town("手取本町"))
        #expect(abs(town.latitude - 32.803078) < (epsg == 30162 ? 0.01 : 1e-6))
        #expect(imported.lists.map(\.systems) == [[told]])
    }

    /// MLIT's list says where it is; the other one doesn't.
    @Test
    func aGivenSystemIsForListsWithoutOne() throws {
        let mlit = ("mlit.csv", try cp932(SampleList.mlitTowns))
        let imported = try Imported(
            [mlit, ("own.csv", Array(SampleList.plain.utf8))], system: ReferenceSystem(epsg: 4301))
        #expect(imported.lists.map(\.systems) == [[4612], [4301]])
        let error = try #require(throws: StageError.self) { try Imported([mlit], system: ReferenceSystem(epsg: 4301)) }
        #expect(error.problems.map(\.code) == [.systemKnown])
    }

    /// Not a character that anybody could read: worse than a row that is left out.
    @Test
    func bytesThatAreNoTextAreErrors() throws {
        let bytes = Array(SampleList.plain.utf8) + Array("43101,熊本市中央区,".utf8) + [0xE7, 0x86, 0x2C, 0x2C, 0x0A]
        let imported = try Imported([("a.csv", bytes)])
        let finding = try #require(imported.gazetteer.findings.first { $0.problem.code == .undecodableBytes })
        #expect(finding.severity == .error)
        #expect(finding.problem.location.row == 4)
    }
}
