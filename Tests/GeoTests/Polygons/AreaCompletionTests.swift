import Foundation
import Model
import TestSupport
import Testing
import Text

@testable import Geo

@Suite("Areas completed by polygons")
struct AreaCompletionTests {
    /// 乙市 with two wards side by side, and 丁町 east of them.
    static let wards = [
        Drawing.ward("43101", "中央区", Drawing.box(0, 0, 10, 10)),
        Drawing.ward("43102", "東区", Drawing.box(10, 0, 20, 10)),
    ]
    static let town = Drawing.feature(
        #""N03_001":"甲県","N03_003":"丙郡","N03_004":"丁町","N03_005":null,"N03_007":"43443""#, Drawing.box(20, 0, 30, 10))

    static func table(_ rows: String) throws -> AreaHierarchy {
        let folder = try ScratchFolder()
        let header = "area_code,area,kind,parent_codes,population,population_as_of,area_km2,source\n"
        let file = try folder.write(header + rows, to: "areas.csv")
        return try AreaHierarchy.load(path: file.path, name: "areas.csv")
    }

    static func complete(
        _ base: String = "", _ files: [PolygonFile], gazetteers: [Gazetteer] = [], home: String? = "43100",
        mesh: Mesh.Level? = nil, addsTowns: Bool = false
    ) throws -> AreaCompletion.Outcome {
        AreaCompletion(
            base: base.isEmpty ? AreaHierarchy(areas: []) : try table(base), name: "areas.csv", files: files,
            gazetteers: gazetteers, variants: CharacterVariants(pairs: [("竜", "龍")]), home: home, mesh: mesh,
            addsTowns: addsTowns
        ).run()
    }

    @Test("wards, their city and the prefecture come from N03, and municipalities around it as names")
    func administrative() throws {
        let far = Drawing.feature(
            #""N03_001":"遠県","N03_003":null,"N03_004":"遠市","N03_005":null,"N03_007":"01202""#,
            Drawing.box(900, 900, 910, 910))
        let outcome = try Self.complete(
            "",
            [try Drawing.read(Self.wards + [Self.town, far, Drawing.ward("43103", "西区", Drawing.box(-5, 0, 0, 5))])])
        let hierarchy = outcome.hierarchy
        #expect(hierarchy.areas.map(\.code) == ["43", "43100", "43443", "43101", "43102", "43103"])
        #expect(hierarchy["43100"]?.name == "乙市" && hierarchy["43100"]?.parents == ["43"])
        #expect(hierarchy["43101"]?.parents == ["43100"] && hierarchy["43101"]?.kind == .ward)
        #expect(outcome.shapes.codes == ["43101", "43102", "43103"])
        #expect(hierarchy.details(of: "43101")?.squareKilometres == 104.72)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.added.contains("43101"))
    }

    @Test(
        "a city's code is that of the table, else what comes before its first ward",
        arguments: [
            ("27102", "27127", "", "27100"), ("27141", "27147", "", "27140"), ("01101", "01110", "", "01100"),
            ("22138", "22140", "22130,乙市,municipality,,,,,", "22130"),
        ])
    func cityCodes(first: String, last: String, base: String, city: String) throws {
        let outcome = try Self.complete(
            base,
            [
                try Drawing.read([
                    Drawing.ward(last, "東区", Drawing.box(10, 0, 20, 10)),
                    Drawing.ward(first, "中央区", Drawing.box(0, 0, 10, 10)),
                ])
            ], home: city)
        #expect(outcome.hierarchy[first]?.parents == [city] && outcome.hierarchy[last]?.parents == [city])
        #expect(outcome.hierarchy.areas(of: .ward, in: city).count == 2)
    }

    @Test("without a municipality all areas of a file are told")
    func everything() throws {
        let outcome = try Self.complete("", [try Drawing.read(Self.wards + [Self.town])], home: nil)
        #expect(outcome.shapes.codes == ["43101", "43102", "43443"])
    }

    static let base = """
        43,甲県,prefecture,,,,,
        43100,乙市,municipality,43,100,,,
        43101,中央区,ward,43100,60,2022-12-01,99,市
        43102,東区,ward,43100,40,,,市
        d1,出水,school_district,43101,11,,,市
        d2,龍田,school_district,43102,12,,,市

        """

    @Test("rows of the table stay, and lend their names and codes to the outlines")
    func listed() throws {
        let districts = try Drawing.read([
            Drawing.district("B1", "出水小学校", in: "43101", Drawing.box(0, 0, 9, 9)),
            Drawing.district("B2", "竜田小学校", in: "43102", Drawing.box(12, 0, 19, 9)),
            Drawing.district("B3", "境小学校", in: "43101", Drawing.box(8, 0, 12, 9)),
            Drawing.district("B4", "触小学校", in: "43101", Drawing.box(0, 0, 10.1, 9)),
            Drawing.district("B5", "出水小学校", in: "43443", Drawing.box(22, 0, 29, 9)),
        ])
        let outcome = try Self.complete(Self.base, [try Drawing.read(Self.wards), districts])
        let hierarchy = outcome.hierarchy
        #expect(hierarchy.areas.map(\.code) == ["43", "43100", "43101", "43102", "d1", "d2", "B3", "B4"])
        #expect(hierarchy["d1"]?.population == 11 && hierarchy["d1"]?.parents == ["43101"])
        #expect(outcome.shapes["d1"] == Drawing.area(Drawing.box(0, 0, 9, 9)))
        #expect(outcome.shapes["d2"] != nil)
        // A district in two wards has both; what only touches the border has one.
        #expect(hierarchy["B3"]?.parents == ["43101", "43102"])
        #expect(hierarchy["B4"]?.parents == ["43101"])
        #expect(hierarchy.details(of: "43101")?.squareKilometres == 99)
        #expect(hierarchy.details(of: "43102")?.squareKilometres == 104.72)
        #expect(hierarchy.details(of: "43102")?.source == "市")
        #expect(outcome.findings.isEmpty)
    }

    @Test("an area of the table without an outline is told, with names like it")
    func withoutOutline() throws {
        let districts = try Drawing.read([
            Drawing.district("B1", "出水小学校", in: "43101", Drawing.box(0, 0, 9, 9)),
            Drawing.district("B2", "龍田西小学校", in: "43102", Drawing.box(12, 0, 19, 9)),
        ])
        let outcome = try Self.complete(Self.base, [try Drawing.read(Self.wards), districts])
        #expect(outcome.findings.map(\.problem.code) == [.areaWithoutPolygon])
        #expect(outcome.findings.first?.problem.found == "d2 龍田")
        #expect(outcome.findings.first?.problem.expected == "龍田西")
    }

    @Test("a school district without a code gets that of its municipality and its name, and keeps it")
    func madeCodes() throws {
        func district(_ name: String) -> String {
            Drawing.feature(
                #""A27_005":"43101","A27_006":"乙市立","A27_007":"\#(name)","A27_008":"""#, Drawing.box(0, 0, 9, 9))
        }
        for names in [["碩台小学校", "黒髪小学校"], ["黒髪小学校", "碩台小学校"]] {
            let outcome = try Self.complete("", [try Drawing.read(Self.wards), try Drawing.read(names.map(district))])
            let codes = outcome.hierarchy.areas(of: .schoolDistrict, in: "43100").map(\.code)
            #expect(Set(codes) == ["43101-碩台", "43101-黒髪"])
        }
    }

    @Test("areas of other places are not taken, and a file that has only such is told")
    func elsewhere() throws {
        let outcome = try Self.complete(
            "",
            [
                try Drawing.read(Self.wards + [Self.town]),
                try Drawing.read(
                    [Drawing.district("B5", "出水小学校", in: "43443", Drawing.box(22, 0, 29, 9))], name: "b.geojson"),
            ])
        #expect(outcome.hierarchy["B5"] == nil)
        #expect(outcome.findings.map(\.problem.code) == [.polygonsElsewhere])
        #expect(outcome.findings.first?.problem.location.file == "b.geojson")
    }

    @Test("a district that two editions have is one")
    func editions() throws {
        let older = try Drawing.read(
            [Drawing.feature(#""A27_005":"43101","A27_007":"出水小学校""#, Drawing.box(0, 0, 9, 9))], name: "2016.geojson")
        let newer = try Drawing.read(
            [Drawing.district("B1", "出水小学校", in: "43101", Drawing.box(0, 0, 8, 8))], name: "2023.geojson")
        let outcome = try Self.complete("", [try Drawing.read(Self.wards), newer, older])
        #expect(outcome.hierarchy.areas(of: .schoolDistrict, in: "43100").map(\.code) == ["B1"])
    }

    @Test("polygons of another city alone are told")
    func anotherCity() throws {
        let outcome = try Self.complete(Self.base, [try Drawing.read([Self.town])])
        #expect(outcome.findings.map(\.problem.code) == [.polygonsElsewhere])
        #expect(outcome.shapes.isEmpty && outcome.hierarchy["43443"] != nil)
    }

    // MARK: Meshes

    @Test("meshes that the municipality reaches into have the wards that they overlap")
    func meshes() throws {
        let outcome = try Self.complete("", [try Drawing.read(Self.wards)], mesh: .third)
        let meshes = outcome.hierarchy.areas(of: .mesh, in: "43100")
        // 0.2° of longitude are 16 cells, 0.1° of latitude are 12.
        #expect(meshes.count == 16 * 12)
        #expect(meshes.map(\.code) == meshes.map(\.code).sorted())
        #expect(meshes.allSatisfy { $0.name == $0.code && !$0.parents.isEmpty })
        // The border at 130.1° is that of two columns: no cell lies in both wards.
        #expect(meshes.allSatisfy { $0.parents.count == 1 })
        #expect(outcome.shapes[meshes[0].code] != nil)
        let finer = try Self.complete("", [try Drawing.read(Self.wards)], mesh: .quarter)
        #expect(finer.hierarchy.areas(of: .mesh, in: "43100").count == 16 * 12 * 16)
    }

    @Test("without outlines the meshes are those with the point of a town")
    func meshesOfTowns() throws {
        let towns = try gazetteer(of: [
            (
                "t",
                """
                municipality_code,municipality,town,latitude,longitude
                43101,乙市中央区,新町,32.001,130.001
                43102,乙市東区,新町,32.001,130.002
                43102,乙市東区,遠町,32.5,130.5
                43443,丙郡丁町,外,33,131

                """
            )
        ])
        let outcome = try Self.complete(Self.base, [], gazetteers: [towns], mesh: .third)
        let meshes = outcome.hierarchy.areas(of: .mesh, in: "43100")
        #expect(meshes.map(\.code) == ["48300000", "48306400"])
        #expect(meshes[0].parents == ["43101", "43102"] && meshes[1].parents == ["43102"])
        let none = try Self.complete(Self.base, [], mesh: .third)
        #expect(none.findings.map(\.problem.code) == [.areaWithoutPolygon])
        #expect(none.hierarchy.reportAreas(kind: .mesh, in: "43100").map(\.code) == ["43100"])
    }

    // MARK: Towns

    static func towns() throws -> Gazetteer {
        try gazetteer(of: [
            (
                "t",
                """
                municipality_code,municipality,town,latitude,longitude
                43101,乙市中央区,出水一丁目,32.01,130.01
                43101,乙市中央区,出水二丁目,32.08,130.01
                43102,乙市東区,出水四丁目,32.01,130.12
                43101,乙市中央区,新町,32.05,130.05
                43102,乙市東区,新町,32.05,130.15
                43102,乙市東区,植木町平野,32.09,130.19
                43102,乙市東区,沖島,32.5,130.5
                43443,丙郡丁町,外,32.05,130.25

                """
            )
        ])
    }

    @Test("towns of the gazetteers are areas in their wards, where the table lists none with its population")
    func townsOfGazetteers() throws {
        let base = Self.base + "t1,出水,town,43101;43102,,,,\nt2,植木町,town,43102,,,,\n"
        let outcome = try Self.complete(base, [], gazetteers: [try Self.towns()], addsTowns: true)
        let report = outcome.hierarchy.reportAreas(kind: .town, in: "43100")
        #expect(
            report.map(\.code).sorted() == [
                "43101-town-出水一丁目", "43101-town-出水二丁目", "43101-town-新町", "43102-town-出水四丁目", "43102-town-新町",
                "43102-town-植木町平野", "43102-town-沖島",
            ])
        #expect(outcome.hierarchy["43102-town-出水四丁目"]?.parents == ["43102"])
        let full = try Self.complete(
            Self.base + "t1,出水,town,43101,5,,,\n", [], gazetteers: [try Self.towns()], addsTowns: true)
        #expect(full.hierarchy.reportAreas(kind: .town, in: "43100").map(\.code) == ["t1"])
    }
}
