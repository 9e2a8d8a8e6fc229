import Foundation
import Model
import TestSupport
import Testing
import Text

@testable import Geo

/// What is named as a service area, in areas of the report of any kind.
@Suite("Service areas in areas of the report")
struct AreaLocationTests {
    /// Four districts: 西 and 出水 in the western ward, 境 across the border, 龍田 in the eastern one.
    private static func districts() throws -> PolygonFile {
        try Drawing.read(
            [
                Drawing.district("D1", "西小学校", in: "43101", Drawing.box(0, 0, 8, 5)),
                Drawing.district("D2", "出水小学校", in: "43101", Drawing.box(0, 5, 8, 10)),
                Drawing.district("D3", "境小学校", in: "43101", Drawing.box(8, 0, 12, 10)),
                Drawing.district("D4", "龍田小学校", in: "43102", Drawing.box(12, 0, 20, 10)),
            ], name: "districts.geojson")
    }

    private static func reader(
        _ kind: Area.Kind, mesh: Mesh.Level? = nil, table: String = "t1,出水,town,43101;43102,,,,\n",
        withDistricts: Bool = true
    ) throws -> (reader: ServiceAreaReader, outcome: AreaCompletion.Outcome, locations: AreaLocations) {
        let base =
            "43,甲県,prefecture,,,,,\n43100,乙市,municipality,43,,,,\n43101,中央区,ward,43100,,,,\n"
            + "43102,東区,ward,43100,,,,\n43443,丁町,municipality,43,,,,\n" + table
        let gazetteers = [try AreaCompletionTests.towns()]
        let files = [try Drawing.read(AreaCompletionTests.wards)] + (withDistricts ? [try districts()] : [])
        let outcome = try AreaCompletionTests.complete(
            base, files, gazetteers: gazetteers, mesh: mesh, addsTowns: kind == .town)
        let variants = CharacterVariants(pairs: [])
        let locations = AreaLocations(
            outcome, gazetteers: gazetteers, variants: variants, home: "43100", reportKind: kind)
        let reader = ServiceAreaReader(
            hierarchy: outcome.hierarchy, gazetteers: gazetteers, locations: locations, variants: variants,
            home: "43100", reportKind: kind)
        return (reader, outcome, locations)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        var codes: [String] = []
        var notPlaced: String?
        var notUnderstood: String?
        var testDescription: String { text }
    }

    @Test(
        "by school district",
        arguments: [
            Example(text: "市内全域", codes: ["D1", "D2", "D3", "D4"]), Example(text: "中央区", codes: ["D1", "D2", "D3"]),
            Example(text: "東区", codes: ["D3", "D4"]), Example(text: "出水校区", codes: ["D2"]),
            // The name of a district and of a town is the district's, but for its 丁目.
            Example(text: "出水", codes: ["D2"]), Example(text: "出水一丁目", codes: ["D1"]),
            Example(text: "出水2丁目", codes: ["D2"]), Example(text: "出水四丁目", codes: ["D4"]),
            Example(text: "新町", codes: ["D2", "D4"]), Example(text: "中央区の新町", codes: ["D1", "D2", "D3"]),
            Example(text: "植木町平野", codes: ["D4"]), Example(text: "植木", codes: ["D4"]),
            Example(text: "沖島", notPlaced: "沖島"), Example(text: "東区を除く市内全域", codes: ["D1", "D2", "D3"]),
            Example(text: "境校区を除く市内全域", codes: ["D1", "D2", "D4"]), Example(text: "どこか", notUnderstood: "どこか"),
        ])
    func districts(example: Example) throws {
        try check(example, Self.reader(.schoolDistrict).reader)
    }

    @Test(
        "by town",
        arguments: [
            Example(text: "東区", codes: ["43102-town-出水四丁目", "43102-town-新町", "43102-town-植木町平野", "43102-town-沖島"]),
            Example(text: "新町", codes: ["43101-town-新町", "43102-town-新町"]),
            Example(text: "出水", codes: ["43101-town-出水一丁目", "43101-town-出水二丁目", "43102-town-出水四丁目"]),
            Example(text: "出水１～２丁目", codes: ["43101-town-出水一丁目", "43101-town-出水二丁目"]),
            Example(text: "出水校区", codes: ["43101-town-出水二丁目", "43101-town-新町"]),
            Example(text: "境校区", notPlaced: "境校区"), Example(text: "植木町", codes: ["43102-town-植木町平野"]),
            Example(text: "境校区、植木町", codes: ["43102-town-植木町平野"], notPlaced: "境校区"),
        ])
    func towns(example: Example) throws {
        try check(example, Self.reader(.town).reader)
    }

    @Test("by mesh: all of a ward, those that a district overlaps, and the one with a town's point")
    func meshes() throws {
        let (reader, outcome, _) = try Self.reader(.mesh, mesh: .third)
        let all = outcome.hierarchy.areas(of: .mesh, in: "43100").map(\.code)
        #expect(reader.reading("市内全域", chosen: .part).area.codes == all)
        let ward = reader.reading("中央区", chosen: .part).area.codes
        #expect(ward == all.filter { outcome.hierarchy.contains("43101", $0) } && !ward.isEmpty)
        let district = reader.reading("境校区", chosen: .part)
        #expect(district.notPlaced == nil && district.notUnderstood == nil)
        #expect(!district.area.codes.isEmpty && district.area.codes.count < ward.count)
        for code in district.area.codes {
            #expect(outcome.shapes.shares(of: code, in: ["D3"])[0] > 0.04)
        }
        let town = reader.reading("出水四丁目", chosen: .part).area.codes
        #expect(town == [Mesh.code(latitude: 32.01, longitude: 130.12, level: .third)].compactMap(\.self))
        #expect(reader.reading("出水", chosen: .part).area.codes.count == 3)
    }

    @Test("by ward a district across the border is both of its wards, as before")
    func wards() throws {
        let reader = try Self.reader(.ward).reader
        #expect(reader.reading("境校区", chosen: .part).area.codes == ["43101", "43102"])
        #expect(reader.reading("出水四丁目", chosen: .part).area.codes == ["43102"])
        #expect(reader.reading("龍田校区", chosen: nil).area == ServiceArea(kind: .part, codes: ["43102"]))
    }

    @Test("a town whose district nobody knows is told as such, and not taken for a place outside")
    func unplaced() throws {
        // Districts of the table alone, without outlines.
        let table = "D1,西,school_district,43101,,,,\nD2,境,school_district,43101,,,,\nt1,出水,town,43101;43102,,,,\n"
        let reader = try Self.reader(.schoolDistrict, table: table, withDistricts: false).reader
        for (text, chosen) in [("出水", ServiceAreaKind?.some(.part)), ("新町", .part), ("出水", nil)] {
            let reading = reader.reading(text, chosen: chosen)
            #expect(reading.notPlaced == text && reading.notUnderstood == nil, "\(reading)")
            #expect(reading.area == ServiceArea(kind: .part))
            #expect(reader.read(text, chosen: chosen).notUnderstood == text)
        }
        #expect(reader.reading("丁町", chosen: .part).area.outsideCodes == ["43443"])
    }

    @Test("towns in no area of the report are counted")
    func outside() throws {
        let locations = try Self.reader(.schoolDistrict).locations
        #expect(locations.townsOutside?.count == 1 && locations.townsOutside?.example == "沖島")
        #expect(try Self.reader(.ward).locations.townsOutside == nil)
    }

    private func check(_ example: Example, _ reader: ServiceAreaReader) throws {
        let reading = reader.reading(example.text, chosen: .part)
        #expect(reading.area.codes == example.codes.sorted())
        #expect(reading.notPlaced == example.notPlaced)
        #expect(reading.notUnderstood == example.notUnderstood)
        #expect(reading.area.outsideCodes.isEmpty)
    }
}
