import Foundation
import TestSupport

@testable import Geo

/// Outlines and files drawn by hand for tests. Distances are in hundredths of a degree from 130° E, 32° N.
enum Drawing {
    static func point(_ x: Double, _ y: Double) -> AreaPolygon.Point {
        AreaPolygon.Point(longitude: 130 + x / 100, latitude: 32 + y / 100)
    }

    static func box(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [AreaPolygon.Point] {
        [point(west, south), point(east, south), point(east, north), point(west, north), point(west, south)]
    }

    static func area(_ rings: [AreaPolygon.Point]...) -> AreaPolygon {
        var polygon = AreaPolygon()
        polygon.append(rings.map { $0[...] })
        return polygon
    }

    // MARK: GeoJSON

    static func ring(_ points: [AreaPolygon.Point]) -> String {
        "[" + points.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",") + "]"
    }

    static func feature(_ properties: String, _ rings: [AreaPolygon.Point]...) -> String {
        let coordinates = rings.map(ring).joined(separator: ",")
        return """
            {"type":"Feature","properties":{\(properties)},"geometry":{"type":"Polygon","coordinates":[\(coordinates)]}}
            """
    }

    static func collection(_ features: [String], more: String = "") -> String {
        "{\"type\":\"FeatureCollection\",\(more)\"features\":[\n" + features.joined(separator: ",\n") + "\n]}\n"
    }

    static func read(
        _ features: [String], more: String = "", name: String = "a.geojson", own: OwnPolygonLayout? = nil
    ) throws -> PolygonFile {
        try PolygonFile.read(utf8: Array(collection(features, more: more).utf8), name: name, own: own)
    }

    /// A ward of the city 乙市 in 甲県, as N03 has it from 2024 on.
    static func ward(_ code: String, _ name: String, _ rings: [AreaPolygon.Point]...) -> String {
        let properties =
            #""N03_001":"甲県","N03_002":null,"N03_003":null,"N03_004":"乙市","N03_005":"\#(name)","N03_007":"\#(code)""#
        let coordinates = rings.map(ring).joined(separator: ",")
        return """
            {"type":"Feature","properties":{\(properties)},"geometry":{"type":"Polygon","coordinates":[\(coordinates)]}}
            """
    }

    static func district(_ code: String, _ name: String, in municipality: String, _ outline: [AreaPolygon.Point])
        -> String
    {
        feature(
            #""A27_001":"\#(municipality)","A27_002":"乙市立","A27_003":"\#(code)","A27_004":"\#(name)","A27_005":"1-1""#,
            outline)
    }
}
