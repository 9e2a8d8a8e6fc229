/// The edges of an outline by bands of latitude, so that a point or a line is compared only with those at its height.
///
/// What is inside is what the rings go round more often counterclockwise than clockwise (non-zero winding): parts that
/// two polygons of an area share stay inside, and so does what a ring that crosses itself goes round.
struct EdgeBands: Sendable {
    private struct Edge {
        let lower: AreaPolygon.Point
        let upper: AreaPolygon.Point
        /// 1 where the ring goes north, -1 where it goes south.
        let winding: Int

        /// Where the edge is at a latitude. The ends are always taken in the same order, so that two areas with a
        /// common border agree to the last bit on which side of it a point lies.
        func longitude(at latitude: Double) -> Double {
            lower.longitude
                + (latitude - lower.latitude) * (upper.longitude - lower.longitude) / (upper.latitude - lower.latitude)
        }
    }

    private let edges: [Edge]
    /// Of each band and one behind the last: where its edges begin in `members`.
    private let starts: [Int32]
    private let members: [Int32]
    private let south: Double
    private let bandHeight: Double
    let bounds: AreaPolygon.Bounds

    init(_ polygon: AreaPolygon) {
        bounds = polygon.bounds
        var edges: [Edge] = []
        edges.reserveCapacity(polygon.points.count)
        for ring in polygon.rings {
            for index in ring.dropLast() {
                let (a, b) = (polygon.points[index], polygon.points[index + 1])
                // Level edges are passed by: those that lead to them say what they have to say.
                if a.latitude < b.latitude {
                    edges.append(Edge(lower: a, upper: b, winding: 1))
                } else if a.latitude > b.latitude {
                    edges.append(Edge(lower: b, upper: a, winding: -1))
                }
            }
        }
        let count = max(1, min(edges.count / 4, 4096))
        let (south, north) = (polygon.bounds.south, polygon.bounds.north)
        let height = max((north - south) / Double(count), 1e-12)
        func band(_ latitude: Double) -> Int { max(0, min(count - 1, Int((latitude - south) / height))) }
        var starts = [Int32](repeating: 0, count: count + 1)
        for edge in edges {
            for band in band(edge.lower.latitude)...band(edge.upper.latitude) { starts[band + 1] += 1 }
        }
        for band in 0..<count { starts[band + 1] += starts[band] }
        var members = [Int32](repeating: 0, count: Int(starts[count]))
        var filled = starts
        for (index, edge) in edges.enumerated() {
            for band in band(edge.lower.latitude)...band(edge.upper.latitude) {
                members[Int(filled[band])] = Int32(index)
                filled[band] += 1
            }
        }
        self.edges = edges
        self.starts = starts
        self.members = members
        self.south = south
        bandHeight = height
    }

    /// Whether a point lies inside. One on a border belongs to what lies north and east of it, so that of areas with a
    /// common border exactly one has it.
    func contains(_ point: AreaPolygon.Point) -> Bool {
        guard bounds.contains(point) else { return false }
        var winding = 0
        forEachEdge(at: point.latitude) { edge in
            if edge.longitude(at: point.latitude) > point.longitude { winding += edge.winding }
        }
        return winding != 0
    }

    /// What of a line of latitude lies inside: runs of longitudes from west to east.
    func runs(at latitude: Double) -> [ClosedRange<Double>] {
        guard latitude >= bounds.south, latitude <= bounds.north else { return [] }
        var crossings: [(longitude: Double, winding: Int)] = []
        forEachEdge(at: latitude) { crossings.append(($0.longitude(at: latitude), $0.winding)) }
        crossings.sort { ($0.longitude, $0.winding) < ($1.longitude, $1.winding) }
        var runs: [ClosedRange<Double>] = []
        var (winding, start) = (0, 0.0)
        for crossing in crossings {
            if winding == 0 { start = crossing.longitude }
            winding += crossing.winding
            if winding == 0, crossing.longitude > start { runs.append(start...crossing.longitude) }
        }
        return runs
    }

    private func forEachEdge(at latitude: Double, _ body: (Edge) -> Void) {
        guard !edges.isEmpty else { return }
        let band = max(0, min(starts.count - 2, Int((latitude - south) / bandHeight)))
        for member in members[Int(starts[band])..<Int(starts[band + 1])] {
            let edge = edges[Int(member)]
            if edge.lower.latitude <= latitude, latitude < edge.upper.latitude { body(edge) }
        }
    }
}
