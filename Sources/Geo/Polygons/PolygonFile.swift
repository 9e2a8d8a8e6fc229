public import Model
import Tabular

/// A GeoJSON file of areas, read and understood.
public struct PolygonFile: Sendable {
    /// How messages and results speak of it.
    public let name: String
    public let layout: PolygonLayout
    public internal(set) var findings: [Finding]
    /// In the order of the file.
    let areas: [PolygonArea]

    /// How many areas the file has.
    public var areaCount: Int { areas.count }

    /// Codes and names of its municipalities and wards, such as 99101 乙市丙区.
    public var municipalities: [String] {
        areas.filter { [.municipality, .ward, nil].contains($0.kind) }.map { "\($0.code) \($0.city ?? "")\($0.name)" }
    }

    /// Reads a FeatureCollection of polygons: UTF-8 with or without a byte order mark, CP932 or UTF-16; longitude and
    /// latitude of JGD2011, JGD2000 or WGS 84 (which are one here: they differ by less than a metre, by 6 m at most where
    /// the earthquake of 2011 moved the ground), or any system of ``ReferenceSystem`` that a member `crs` names.
    ///
    /// Features with one code are one area. What a feature has wrong is a finding, and it is left out.
    ///
    /// - Parameters:
    ///   - path: where the file is.
    ///   - name: what messages call it.
    ///   - own: names of properties, or the kind of all areas, where the file doesn't say.
    ///   - grids: folder with grids for the Tokyo Datum.
    /// - Throws: `StageError` for a file that is no GeoJSON, has a layout that isn't known, or no feature that can be used.
    public static func read(
        path: String, name: String, own: OwnPolygonLayout? = nil, grids: String? = nil
    ) throws(StageError) -> PolygonFile {
        let text = try WholeText(path: path, name: name) { head throws(StageError) in
            try GeoJSONFormat.check(head, name: name)
        }
        return try read(utf8: text.bytes, name: name, own: own, grids: grids)
    }

    /// - Parameter utf8: valid UTF-8.
    public static func read(
        utf8: [UInt8], name: String, own: OwnPolygonLayout? = nil, grids: String? = nil
    ) throws(StageError) -> PolygonFile {
        let location = CellLocation(file: name)
        let parsed: Result<GeoJSONCollection, JSONFault> = utf8.withUnsafeBufferPointer { bytes in
            do throws(JSONFault) { return .success(try GeoJSONCollection(bytes)) } catch { return .failure(error) }
        }
        let collection: GeoJSONCollection
        switch parsed {
        case .success(let value): collection = value
        case .failure(let fault): throw fault.error(in: utf8, name: name)
        }
        guard collection.type == "FeatureCollection", let features = collection.features else {
            throw StageError(
                .valueType, at: location.column("type"), found: collection.type ?? "", expected: "FeatureCollection")
        }
        var properties: Set<String> = []
        for feature in features { for property in feature.properties { properties.insert(property.name) } }
        guard !features.isEmpty else {
            throw StageError(
                .valueType, at: location.column("features"), found: "[]", expected: "Polygon, MultiPolygon")
        }
        guard let layout = PolygonLayout(properties: properties, own: own) else {
            throw StageError(
                .polygonLayoutUnknown, at: location, found: properties.sorted().joined(separator: ", "),
                expected: PolygonLayout.known)
        }
        if case .own(let own) = layout { try check(own, properties, at: location) }
        var reader = PolygonFeatureReader(
            collection, layout: layout, kind: own?.kind, name: name, text: utf8)
        return try reader.read(features, grids: grids)
    }

    private static func check(
        _ own: OwnPolygonLayout, _ properties: Set<String>, at location: CellLocation
    ) throws(StageError) {
        let missing = [own.code, own.name, own.population].compactMap(\.self).filter { !properties.contains($0) }
        guard missing.isEmpty else {
            throw StageError(
                missing.map {
                    Problem(
                        .propertyMissing, at: location, found: $0,
                        expected: properties.sorted().joined(separator: ", "))
                })
        }
    }
}

extension JSONFault {
    fileprivate func error(in text: [UInt8], name: String) -> StageError {
        let end = min(offset, text.count)
        var found = "…"
        if end < text.count {
            // A byte may be the middle of a character.
            found = String(String(decoding: text[end..<min(end + 24, text.count)], as: UTF8.self).prefix(8))
        }
        return StageError(
            .jsonSyntax, at: CellLocation(file: name, row: text.lineNumber(at: end)),
            found: "\(found) ← \(expected)")
    }
}

extension [UInt8] {
    /// From 1.
    func lineNumber(at offset: Int) -> Int {
        1 + self[..<Swift.min(offset, count)].count { $0 == UInt8(ascii: "\n") }
    }
}
