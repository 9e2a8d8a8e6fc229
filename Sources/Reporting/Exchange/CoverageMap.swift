import Model

/// `coverage.geojson` (RFC 7946): one feature an area of the report, with what is known of each theme and each support type.
///
/// Positions are longitude and latitude of JGD2011, which is within centimetres of the WGS 84 that the format stands for. An
/// area that no file draws has no geometry.
struct CoverageMap {
    static let path = "coverage.geojson"
    private let presentation: Presentation
    /// Geometries are of one kind, as GIS programs want them.
    private let isOfSinglePolygons: Bool

    init(_ presentation: Presentation) {
        self.presentation = presentation
        isOfSinglePolygons = presentation.report.outlines.values.allSatisfy { $0.polygons.count == 1 }
    }

    var featureCount: Int { presentation.report.areas.count }

    /// One feature a line.
    var bytes: [UInt8] {
        var bytes = Array("{\"type\": \"FeatureCollection\", \"features\": [".utf8)
        for (index, area) in presentation.report.areas.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            let geometry = presentation.report.outlines[area.code].map(geometry) ?? "null"
            let feature = [
                ("type", JSONText.string("Feature")), ("id", JSONText.string(area.code)), ("geometry", geometry),
                ("properties", JSONText.line(properties(area))),
            ]
            bytes += JSONText.line(feature).utf8
        }
        return bytes + "\n]}\n".utf8
    }

    private func properties(_ area: Area) -> [(name: String, value: String)] {
        let report = presentation.report
        var properties = [
            ("area_code", JSONText.string(area.code)), ("area", JSONText.string(area.name)),
            ("kind", JSONText.string(area.kind.rawValue)), ("population", area.population.map { String($0) } ?? "null"),
        ]
        func add(_ subject: String, _ key: CellKey) {
            guard let cell = presentation.cell(key) else { return }
            properties += [
                ("\(subject)_gap", JSONText.string(cell.gap.rawValue)),
                ("\(subject)_members", String(cell.memberCount)),
                ("\(subject)_known", String(cell.knownCount)),
            ]
        }
        for theme in report.taxonomy.themes {
            add("theme_\(theme.id)", CellKey(areaCode: area.code, themeID: theme.id, supportTypeID: nil))
        }
        for type in report.taxonomy.supportTypes {
            add("support_type_\(type.id)", CellKey(areaCode: area.code, themeID: nil, supportTypeID: type.id))
        }
        return properties
    }

    private func geometry(_ outline: AreaOutline) -> String {
        func polygon(_ rings: [AreaOutline.Ring]) -> String {
            "[" + rings.map { "[" + $0.map(Self.position).joined(separator: ",") + "]" }.joined(separator: ",") + "]"
        }
        let polygons = outline.polygons.map(polygon)
        return JSONText.line([
            ("type", JSONText.string(isOfSinglePolygons ? "Polygon" : "MultiPolygon")),
            ("coordinates", isOfSinglePolygons ? polygons[0] : "[" + polygons.joined(separator: ",") + "]"),
        ])
    }

    /// To a centimetre.
    private static func position(_ point: AreaOutline.Point) -> String {
        func degrees(_ value: Double) -> String { JSONText.number((value * 1e7).rounded() / 1e7) }
        return "[\(degrees(point.longitude)),\(degrees(point.latitude))]"
    }
}
