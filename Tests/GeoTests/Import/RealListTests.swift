import Foundation
import Model
import TestSupport
import Testing

@testable import Geo

/// Lists as their publishers deliver them.
@Suite(.enabled(if: RepositoryFolder.realData != nil, "needs lists that are not part of the package"))
struct RealListTests {
    private static func files(_ paths: [String]) throws -> [GazetteerImport.File] {
        let folder = try #require(RepositoryFolder.realData).appending(path: "gazetteer")
        return paths.map { GazetteerImport.File(path: folder.appending(path: $0).path, name: $0) }
    }

    @Test
    func wakayama() throws {
        let imported = try Imported(
            Self.files([
                "abr_30/mt_town_pref30.csv.zip", "abr_30/mt_town_pos_pref30.csv.zip",
                "abr_30/mt_rsdtdsp_rsdt_pref30.csv.zip", "abr_30/mt_rsdtdsp_rsdt_pos_pref30.csv.zip",
                "30000-17.0b_30_2023.csv",
            ]))
        #expect(imported.lists.map(\.rows) == [3544, 3537, 34015, 34016, 1918])
        #expect(imported.lists.allSatisfy { $0.addsUp })
        // 19 names stand twice in the registry, and all but one town of MLIT are in it (屛風丁 as 屏風丁).
        #expect(imported.lists.map(\.merged) == [19, 0, 0, 0, 1917])
        #expect(imported.lists[1].leftOut == 1516)
        let town = try #require(imported.town("葵町"))
        #expect((town.latitude, town.longitude) == (34.21348, 135.163085))
        let lot = try #require(imported.point("葵町", "1-1"))
        #expect((lot.latitude, lot.longitude) == (34.214456043, 135.165196745))
        #expect(imported.numbers("葵町").first == "1@7")
    }

    @Test
    func miyazaki() throws {
        let imported = try Imported(Self.files(["45000-17.0b_45_2023.csv"]))
        #expect(imported.lists.map(\.towns) == [1308])
        #expect(imported.town("青島二丁目")?.latitude == 31.801144)
        #expect(imported.gazetteer.findings.map(\.problem.code) == [.coordinateOperation])
    }

    @Test
    func kumamoto() throws {
        let imported = try Imported(Self.files(["geolonia_kumamoto_towns.csv", "abr_mt_town_43_2022-04.csv"]))
        #expect(imported.lists.map(\.rows) == [2496, 9125])
        #expect(imported.lists.allSatisfy { $0.addsUp })
        #expect(imported.findings(.pointsMissing).first?.found == "4")
        #expect(imported.findings(.koazaWithoutTown).map(\.found) == ["5162"])
        #expect(imported.towns.contains { $0.municipality == "熊本市中央区" && $0.name == "京町本丁" })
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["TSUNAGI_SLOW"] != nil, "takes long: set TSUNAGI_SLOW to run it"))
    func japan() throws {
        let imported = try Imported(Self.files(["geolonia_japan_towns.csv.gz"]))
        let list = try #require(imported.lists.first)
        #expect(list.rows == 277_207)
        #expect(list.addsUp)
        #expect(list.leftOut == 0)
        #expect(imported.image.municipalities.count == 1895)
        // Ten municipalities have no code in it, and no other list says one.
        #expect(imported.findings(.municipalityWithoutCode).count == 10)
        #expect(Set(imported.towns.map(\.code).filter { !MunicipalityBook.isOfficial($0) }).count == 10)
        #expect(imported.image.towns.allSatisfy { !$0.point.exists || !$0.point.easting.isNaN })
    }
}
