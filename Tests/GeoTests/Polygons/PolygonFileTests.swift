import Foundation
import Model
import TestSupport
import Testing

@testable import Geo

@Suite("Files of polygons")
struct PolygonFileTests {
    private let box = Drawing.box(0, 0, 10, 10)

    // MARK: Layouts

    struct Layout: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let properties: String
        var own: OwnPolygonLayout?
        let kind: Area.Kind?
        let code: String
        let name: String
        var city: String?
        var municipality: String?
        var population: Int?
    }

    @Test(
        "published layouts are known by their properties",
        arguments: [
            Layout(
                testDescription: "N03 before 2024, a ward",
                properties: #""N03_001":"甲県","N03_002":"","N03_003":"乙市","N03_004":"中央区","N03_007":"43101""#,
                kind: .ward,
                code: "43101", name: "中央区", city: "乙市"),
            Layout(
                testDescription: "N03 before 2024, a town",
                properties: #""N03_001":"甲県","N03_002":null,"N03_003":"丙郡","N03_004":"丁町","N03_007":"43443""#,
                kind: .municipality, code: "43443", name: "丁町"),
            Layout(
                testDescription: "N03 before 2024, a ward of Tokyo",
                properties: #""N03_001":"東京都","N03_002":null,"N03_003":null,"N03_004":"港区","N03_007":"13103""#,
                kind: .municipality, code: "13103", name: "港区"),
            Layout(
                testDescription: "N03 from 2024 on, a ward",
                properties:
                    #""N03_001":"甲県","N03_002":null,"N03_003":null,"N03_004":"乙市","N03_005":"東区","N03_007":"43102""#,
                kind: .ward, code: "43102", name: "東区", city: "乙市"),
            Layout(
                testDescription: "N03 from 2024 on, a city",
                properties:
                    #""N03_001":"甲県","N03_002":null,"N03_003":null,"N03_004":"戊市","N03_005":null,"N03_007":"43202""#,
                kind: .municipality, code: "43202", name: "戊市"),
            Layout(
                testDescription: "A27 of 2010 and 2016",
                properties: #""A27_005":"43101","A27_006":"乙市立","A27_007":"出水小学校","A27_008":"乙市1-1""#,
                kind: .schoolDistrict, code: "", name: "出水", municipality: "43101"),
            Layout(
                testDescription: "A27 numbered from 1",
                properties: #""A27_001":"43101","A27_002":"乙市立","A27_003":"出水小学校","A27_004":"乙市1-1""#,
                kind: .schoolDistrict, code: "", name: "出水", municipality: "43101"),
            Layout(
                testDescription: "A27 of 2021 and 2023",
                properties:
                    #""A27_001":"43101","A27_002":"乙市立","A27_003":"B143210000123","A27_004":"乙市立出水小学校","A27_005":"1-1""#,
                kind: .schoolDistrict, code: "B143210000123", name: "出水", municipality: "43101"),
            Layout(
                testDescription: "the real estate library's A27",
                properties: #""A27_001":"43101","A27_003":"B143210000123","A27_004_ja":"出水南小学校""#,
                kind: .schoolDistrict, code: "B143210000123", name: "出水南", municipality: "43101"),
            Layout(
                testDescription: "towns of the census",
                properties: #""KEY_CODE":"43101001001","PREF":"43","CITY":"101","S_NAME":"出水１丁目","JINKO":1234"#,
                kind: .town, code: "43101001001", name: "出水1丁目", municipality: "43101", population: 1234),
            Layout(
                testDescription: "plain",
                properties: #""code":"A1","name":"出水校区","kind":"school_district","population":1234.0"#,
                kind: .schoolDistrict, code: "A1", name: "出水", population: 1234),
            Layout(
                testDescription: "plain, as the table of areas has it",
                properties: #""area_code":"A1","area":"新町","kind":"town","parent_codes":"43101""#, kind: .town,
                code: "A1",
                name: "新町"),
            Layout(
                testDescription: "plain, with the parts of the name",
                properties: #""code":"43101","pref":"甲県","city":"乙市","ward":"中央区","name":"甲県乙市中央区""#, kind: .ward,
                code: "43101", name: "中央区", city: "乙市"),
            Layout(
                testDescription: "a code that is a number", properties: #""code":43443,"name":"丁町""#, kind: nil,
                code: "43443", name: "丁町"),
            Layout(
                testDescription: "said by hand", properties: #""SCHOOL_ID":7,"SCHOOL_NAME":"出水小学校""#,
                own: OwnPolygonLayout(kind: .schoolDistrict, code: "SCHOOL_ID", name: "SCHOOL_NAME"),
                kind: .schoolDistrict,
                code: "7", name: "出水"),
        ])
    func layouts(layout: Layout) throws {
        let file = try Drawing.read([Drawing.feature(layout.properties, box)], own: layout.own)
        #expect(file.findings.isEmpty, "\(file.findings)")
        let area = try #require(file.areas.first)
        #expect(area.kind == layout.kind)
        #expect(area.code == layout.code && area.name == layout.name)
        #expect(area.city == layout.city && area.municipality == layout.municipality)
        #expect(area.population == layout.population)
        #expect(area.polygon == Drawing.area(box))
    }

    @Test("properties that no layout has are listed, and so are those that a layout of one's own lacks")
    func unknownLayouts() throws {
        let feature = Drawing.feature(#""ID":1,"LABEL":"x""#, box)
        let error = #expect(throws: StageError.self) { try Drawing.read([feature]) }
        #expect(error?.problems.map(\.code) == [.polygonLayoutUnknown])
        #expect(error?.problems.first?.found == "ID, LABEL")
        let other = #expect(throws: StageError.self) {
            try Drawing.read([feature], own: OwnPolygonLayout(kind: .town, code: "ID", name: "NAME"))
        }
        #expect(other?.problems.map(\.code) == [.propertyMissing])
        #expect(other?.problems.first?.found == "NAME")
        #expect(other?.problems.first?.expected == "ID, LABEL")
    }

    // MARK: Features

    @Test("features with one code are one area, and a feature that stands twice counts once")
    func islands() throws {
        let file = try Drawing.read([
            Drawing.ward("43101", "中央区", box), Drawing.ward("43101", "中央区", Drawing.box(20, 0, 21, 1)),
            Drawing.ward("43102", "東区", Drawing.box(10, 0, 20, 10)), Drawing.ward("43101", "中央区", box),
        ])
        #expect(file.areas.map(\.code) == ["43101", "43102"])
        #expect(file.areas[0].polygon.polygonEnds.count == 2)
    }

    @Test("several polygons of a feature, holes, a third coordinate and coordinates before the type are read")
    func multiPolygons() throws {
        let coordinates =
            "[[\(Drawing.ring(box)),\(Drawing.ring(Drawing.box(2, 2, 3, 3)))],[\(Drawing.ring(Drawing.box(20, 0, 21, 1)))]]"
            .replacingOccurrences(of: "[130.0,32.0]", with: "[130.0,32.0,12.5]")
        let file = try Drawing.read(
            [
                #"{"geometry":{"coordinates":\#(coordinates),"type":"MultiPolygon"},"id":7,"properties":{"code":"43101","name":"甲","x":[1,{"y":2}]},"type":"Feature"}"#
            ], more: #""name":"甲","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6668"}},"#)
        #expect(file.areas.first?.polygon.polygonEnds == [2, 3])
        #expect(file.areas.first?.polygon.rings.count == 3)
    }

    @Test("land whose municipality isn't settled is told and left out")
    func unsettledLand() throws {
        let file = try Drawing.read([
            Drawing.ward("43101", "中央区", box),
            Drawing.feature(#""N03_001":"甲県","N03_004":"所属未定地","N03_007":null"#, box),
            Drawing.feature(#""N03_001":"甲県","N03_004":"所属未定地","N03_007":"43000""#, box),
        ])
        #expect(file.areas.count == 1)
        #expect(file.findings.map(\.problem.code) == [.polygonCodeMissing, .polygonCodeMissing])
        #expect(file.findings.allSatisfy { $0.severity == .info })
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let feature: String
        let code: ProblemCode
        let property: String
        var found: String?
    }

    @Test("a ward that doesn't say its city is left out: no city is made without a name")
    func wardWithoutCity() throws {
        let lost = Drawing.ward("43101", "中央区", box).replacing(#""N03_004":"乙市""#, with: #""N03_004":null"#)
        let file = try Drawing.read([lost, Drawing.ward("43102", "東区", Drawing.box(10, 0, 20, 10))])
        #expect(file.areas.map(\.code) == ["43102"])
        #expect(file.findings.map(\.problem.code) == [.polygonNameMissing])
        #expect(file.findings.first?.problem.location.column == "N03_004")
    }

    @Test(
        "what a feature has wrong is a finding with its number, line and property, and the others are read",
        arguments: [
            Mistake(
                testDescription: "a point",
                feature: #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[130,32]}}"#,
                code: .valueType, property: "geometry", found: "Point"),
            Mistake(
                testDescription: "no geometry", feature: #"{"type":"Feature","properties":{},"geometry":null}"#,
                code: .valueType, property: "geometry", found: "null"),
            Mistake(
                testDescription: "a polygon nested like several",
                feature:
                    #"{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[[130,32]]]]}}"#,
                code: .valueType, property: "geometry", found: "Polygon"),
            Mistake(
                testDescription: "no code",
                feature: Drawing.feature(#""code":null,"name":"甲""#, Drawing.box(0, 0, 1, 1)),
                code: .polygonCodeMissing, property: "code", found: "甲"),
            Mistake(
                testDescription: "no name",
                feature: Drawing.feature(#""code":"43102","name":" ""#, Drawing.box(0, 0, 1, 1)),
                code: .polygonNameMissing, property: "name", found: "43102"),
            Mistake(
                testDescription: "another name for the same code",
                feature: Drawing.feature(#""code":"43101","name":"乙""#, Drawing.box(0, 0, 1, 1)),
                code: .polygonNameDiffers,
                property: "name", found: "乙"),
            Mistake(
                testDescription: "a kind that is none",
                feature: Drawing.feature(#""code":"43101","name":"甲","kind":"district""#, Drawing.box(0, 0, 1, 1)),
                code: .valueType, property: "kind", found: "district"),
            Mistake(
                testDescription: "a population that is none",
                feature: Drawing.feature(#""code":"43101","name":"甲","population":"many""#, Drawing.box(0, 0, 1, 1)),
                code: .valueType, property: "population", found: "many"),
            Mistake(
                testDescription: "latitude first",
                feature: Drawing.feature(
                    #""code":"43102","name":"乙""#,
                    Drawing.box(0, 0, 1, 1).map { AreaPolygon.Point(longitude: $0.latitude, latitude: $0.longitude) }),
                code: .coordinatesSwapped, property: "coordinates", found: "[32.0, 130.0]"),
            Mistake(
                testDescription: "metres",
                feature: Drawing.feature(
                    #""code":"43102","name":"乙""#,
                    Drawing.box(0, 0, 1, 1).map { AreaPolygon.Point(longitude: $0.longitude * 1000, latitude: 0) }),
                code: .polygonOutsideJapan, property: "coordinates"),
            Mistake(
                testDescription: "a ring that is open",
                feature: Drawing.feature(#""code":"43102","name":"乙""#, Array(Drawing.box(0, 0, 1, 1).dropLast())),
                code: .ringOpen, property: "coordinates"),
            Mistake(
                testDescription: "a ring of two points",
                feature: Drawing.feature(#""code":"43102","name":"乙""#, Array(Drawing.box(0, 0, 1, 1).prefix(2))),
                code: .ringOpen, property: "coordinates"),
            Mistake(
                testDescription: "no ring",
                feature:
                    #"{"type":"Feature","properties":{"code":"43102","name":"乙"},"geometry":{"type":"MultiPolygon","coordinates":[[[]]]}}"#,
                code: .valueType, property: "geometry"),
        ])
    func mistakes(mistake: Mistake) throws {
        let file = try Drawing.read([Drawing.feature(#""code":"43101","name":"甲""#, box), mistake.feature])
        #expect(file.areas.first?.code == "43101")
        let finding = try #require(file.findings.first)
        #expect(finding.problem.code == mistake.code)
        let location = finding.problem.location
        #expect(location.sheet == "feature 2" && location.row == 3 && location.column == mistake.property)
        if let found = mistake.found { #expect(finding.problem.found == found) }
    }

    @Test("a ring that is open is closed by a straight line, and one with too few points is left out")
    func openRings() throws {
        let file = try Drawing.read([
            Drawing.feature(#""code":"43101","name":"甲""#, Array(box.dropLast())),
            Drawing.feature(#""code":"43102","name":"乙""#, box, Array(box.prefix(2))),
        ])
        #expect(file.areas.map(\.polygon) == [Drawing.area(box), Drawing.area(box)])
        #expect(Set(file.findings.map(\.problem.code)) == [.ringOpen, .ringBroken])
    }

    @Test("of a hundred thousand mistakes of one kind a hundred are told, and how many more there are")
    func manyMistakes() throws {
        let wrong = Drawing.feature(#""code":"","name":"乙""#, Drawing.box(0, 0, 1, 1))
        let file = try Drawing.read(
            [Drawing.feature(#""code":"43101","name":"甲""#, box)] + Array(repeating: wrong, count: 250))
        #expect(file.findings.count == 101)
        #expect(file.findings.last?.problem.found == "+150")
    }

    @Test("a file of which nothing can be used is refused with its mistakes")
    func nothingUsable() throws {
        let swapped = box.map { AreaPolygon.Point(longitude: $0.latitude, latitude: $0.longitude) }
        let error = #expect(throws: StageError.self) {
            try Drawing.read([Drawing.feature(#""code":"43101","name":"甲""#, swapped)])
        }
        #expect(error?.problems.map(\.code) == [.coordinatesSwapped])
    }

    // MARK: Files

    @Test(
        "texts that are no FeatureCollection are refused",
        arguments: [
            (#"{"type":"Feature","properties":{},"geometry":null}"#, ProblemCode.valueType, "Feature"),
            (#"{"type":"Topology","objects":{}}"#, .valueType, "Topology"), ("{}", .valueType, ""),
            (#"{"type":"FeatureCollection"}"#, .valueType, "FeatureCollection"),
            (#"{"type":"FeatureCollection","features":[]}"#, .valueType, "[]"),
            (#"{"type":"FeatureCollection","features":{}}"#, .jsonSyntax, nil),
            (#"{"type":"FeatureColl"#, .jsonSyntax, nil),
            (#"{"type":"FeatureCollection","features":[{]}"#, .jsonSyntax, nil),
            (#"{"type":"FeatureCollection","features":[]} {}"#, .jsonSyntax, nil),
        ] as [(String, ProblemCode, String?)])
    func noCollections(text: String, code: ProblemCode, found: String?) throws {
        let error = #expect(throws: StageError.self) { try PolygonFile.read(utf8: Array(text.utf8), name: "a.json") }
        #expect(error?.problems.map(\.code) == [code])
        if let found { #expect(error?.problems.first?.found == found) }
    }

    @Test(
        "files of other formats are named",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 1, 2], "a.zip", "ZIP"), ([0x1F, 0x8B, 8], "a.gz", "gzip"),
            ([0, 0, 0x27, 0x0A, 0, 0], "a.shp", "Shapefile (.shp)"), ([3, 1, 2, 3], "a.DBF", "Shapefile (.dbf)"),
            (Array("SQLite format 3\0".utf8), "a.gpkg", "GeoPackage"), ([], "a.geojson", "0 bytes"),
            (Array(" \n".utf8), "a.geojson", "0 bytes"),
            (Array("<?xml version=\"1.0\"?><kml xmlns=\"\">".utf8), "a.kml", "KML"),
            (Array("<!DOCTYPE html><html>".utf8), "a.geojson", "HTML"),
            (Array("code,name\n".utf8), "a.csv", "code,name\n"),
        ] as [([UInt8], String, String)])
    func otherFormats(bytes: [UInt8], name: String, kind: String) throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(bytes, to: name)
        let error = #expect(throws: StageError.self) { try PolygonFile.read(path: file.path, name: name) }
        #expect(error?.problems.map(\.code) == [.geojsonWanted])
        #expect(error?.problems.first?.found == kind)
    }

    @Test("UTF-8 with and without a mark, CP932 and UTF-16 are read alike")
    func encodings() throws {
        let text = Drawing.collection([Drawing.feature(#""code":"43101","name":"中央区""#, box)])
            .replacingOccurrences(of: "中央区", with: "三境市")
        let scratch = try ScratchFolder()
        let encoded: [(String, [UInt8])] = [
            ("utf8", Array(text.utf8)), ("mark", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
            ("cp932", try CP932.bytes(text)),
            ("utf16", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        ]
        for (name, bytes) in encoded {
            let file = try scratch.write(bytes, to: name + ".geojson")
            let read = try PolygonFile.read(path: file.path, name: name)
            #expect(read.areas.map(\.name) == ["三境市"], "\(name)")
            #expect(read.areas.first?.polygon == Drawing.area(box))
        }
    }

    @Test("a file that isn't there or is a folder is said to be so")
    func missingFiles() throws {
        let scratch = try ScratchFolder()
        let path = scratch.url.appending(path: "a.geojson").path
        let missing = #expect(throws: StageError.self) { try PolygonFile.read(path: path, name: "a.geojson") }
        #expect(missing?.problems.map(\.code) == [.fileMissing])
        let folder = #expect(throws: StageError.self) {
            try PolygonFile.read(path: scratch.url.path, name: "a.geojson")
        }
        #expect(folder?.problems.map(\.code) == [.fileUnreadable])
    }

    // MARK: Reference systems

    @Test(
        "the Tokyo Datum is moved by some 400 m and said; other systems of degrees stay",
        arguments: [
            ("urn:ogc:def:crs:EPSG::4301", true), ("EPSG:4301", true), ("urn:ogc:def:crs:EPSG::4612", false),
            ("urn:ogc:def:crs:EPSG::6668", false), ("EPSG:4326", false), ("urn:ogc:def:crs:OGC:1.3:CRS84", false),
        ])
    func datums(name: String, isMoved: Bool) throws {
        let file = try Drawing.read(
            [Drawing.feature(#""code":"43101","name":"甲""#, box)],
            more: #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#)
        let first = try #require(file.areas.first?.polygon.points.first)
        let metres = (abs(first.latitude - 32) + abs(first.longitude - 130)) * 1e5
        #expect(isMoved ? (300...900).contains(metres) : metres == 0)
        #expect(file.findings.map(\.problem.code) == (isMoved ? [.coordinateOperation] : []))
    }

    @Test("a plane zone is turned into degrees")
    func planeZones() throws {
        // The origin of zone II is at 33° N, 131° E; 94 km west and 110 km south of it.
        let metres = [(-94_000.0, -110_000.0), (-93_000, -110_000), (-93_000, -109_000), (-94_000, -110_000)]
            .map { AreaPolygon.Point(longitude: $0.0, latitude: $0.1) }
        let file = try Drawing.read(
            [Drawing.feature(#""code":"43101","name":"甲""#, metres)],
            more: #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::6670"}},"#)
        let first = try #require(file.areas.first?.polygon.points.first)
        #expect(abs(first.latitude - 32) < 0.02 && abs(first.longitude - 130) < 0.02)
    }

    @Test("a system that isn't known is refused", arguments: ["urn:ogc:def:crs:EPSG::3857", "unknown"])
    func unknownSystems(name: String) throws {
        let error = #expect(throws: StageError.self) {
            try Drawing.read(
                [Drawing.feature(#""code":"43101","name":"甲""#, box)],
                more: #""crs":{"type":"name","properties":{"name":"\#(name)"}},"#)
        }
        #expect(error?.problems.map(\.code) == [.valueUnknown])
        #expect(error?.problems.first?.location.column == "crs")
    }
}
