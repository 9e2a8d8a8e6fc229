internal import Geo
internal import Model

extension AreaOutline {
    init(_ polygon: AreaPolygon) {
        let rings = polygon.rings.map { range in
            polygon.points[range].map { Point(longitude: $0.longitude, latitude: $0.latitude) }
        }
        var start = 0
        self.init(
            polygons: polygon.polygonEnds.map { end in
                defer { start = end }
                return Array(rings[start..<end])
            })
    }

    /// The cell of a mesh; `nil` where there is no such code.
    init?(meshCode: String) {
        guard let (south, west, north, east) = Mesh.bounds(meshCode) else { return nil }
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        self.init(polygons: [[corners.map { Point(longitude: $0.0, latitude: $0.1) }]])
    }
}

extension WaveInputs {
    /// Of the areas of the report, by code; areas that no file draws have none.
    var outlines: [String: AreaOutline] {
        var outlines: [String: AreaOutline] = [:]
        for area in reportAreas {
            outlines[area.code] =
                areas.shapes[area.code].map { AreaOutline($0) }
                ?? (area.kind == .mesh ? AreaOutline(meshCode: area.code) : nil)
        }
        return outlines
    }
}
