import Foundation
import TestSupport
import Testing

@testable import Geo

@Suite("Outlines of areas")
struct AreaPolygonTests {
    @Test("rings are turned: outer ones counterclockwise, holes clockwise")
    func winding() {
        let outer = Drawing.box(0, 0, 10, 10)
        let hole = Drawing.box(2, 2, 4, 4)
        let polygons = [
            Drawing.area(outer, hole), Drawing.area(outer.reversed(), hole), Drawing.area(outer, hole.reversed()),
        ]
        #expect(polygons.allSatisfy { $0.points == Drawing.area(outer, hole).points || $0.squareKilometres > 0 })
        for polygon in polygons {
            #expect(polygon.rings.count == 2)
            let sizes = polygon.rings.map { ring in
                zip(ring, ring.dropFirst()).reduce(0.0) { sum, pair in
                    let (a, b) = (polygon.points[pair.0], polygon.points[pair.1])
                    return sum + (a.longitude - 130) * (b.latitude - 32) - (b.longitude - 130) * (a.latitude - 32)
                }
            }
            #expect(sizes[0] > 0 && sizes[1] < 0)
        }
    }

    @Test("rings that are open, too short or not on the globe are left out")
    func unusableRings() {
        let box = Drawing.box(0, 0, 1, 1)
        #expect(Drawing.area(Array(box.dropLast())).isEmpty)
        #expect(Drawing.area(Array(box.prefix(2)) + [box[0]]).isEmpty)
        #expect(Drawing.area([AreaPolygon.Point(longitude: .nan, latitude: 1)] + box).isEmpty)
        #expect(Drawing.area(box, [box[0]]).rings.count == 1)
    }

    @Test("the size is that on the ellipsoid")
    func size() {
        // The areas between two parallels, by adding up a²(1 − e²) cos φ / (1 − e² sin² φ)² in 20,000 steps on GRS 80.
        let degree = Drawing.area(Drawing.box(0, 0, 100, 100))
        #expect(abs(degree.squareKilometres - 10_421.476114) < 0.001)
        let box = Drawing.area(Drawing.box(0, 0, 1, 1))
        #expect(abs(box.squareKilometres - 1.047748261) < 0.000001)
        let withHole = Drawing.area(Drawing.box(0, 0, 100, 100), Drawing.box(0, 0, 50, 100))
        #expect(abs(withHole.squareKilometres / degree.squareKilometres - 0.5) < 1e-9)
    }

    @Test("of areas with a common border exactly one has each point, also on the border and in its corners")
    func partition() {
        // Nine boxes whose inner corners are moved about, so that borders are slanted.
        var generator = SeededGenerator(seed: 3)
        var corners: [[AreaPolygon.Point]] = []
        for row in 0...3 {
            corners.append(
                (0...3).map { column in
                    let isInner = (1...2).contains(row) && (1...2).contains(column)
                    let shift = isInner ? Double.random(in: -3...3, using: &generator) : 0
                    return Drawing.point(Double(column) * 10 + shift, Double(row) * 10 - shift)
                })
        }
        let cells = (0..<3).flatMap { row in
            (0..<3).map { column -> AreaPolygon in
                let ring = [
                    corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
                    corners[row + 1][column],
                ]
                return Drawing.area(ring + [ring[0]])
            }
        }
        let shapes = AreaShapes(cells.enumerated().map { (String($0), $1) })
        var points = corners.dropFirst().dropLast().flatMap { $0.dropFirst().dropLast() }
        for _ in 0..<500 {
            points.append(
                Drawing.point(
                    Double.random(in: 0.001..<29.999, using: &generator),
                    Double.random(in: 0.001..<29.999, using: &generator)))
        }
        for cell in cells {
            for (a, b) in zip(cell.points, cell.points.dropFirst()) {
                points.append(
                    AreaPolygon.Point(
                        longitude: (a.longitude + b.longitude) / 2, latitude: (a.latitude + b.latitude) / 2))
            }
        }
        for point in points {
            // On the outer border what lies north and east decides, and there is nothing.
            guard point.longitude > 130, point.latitude > 32, point.longitude < 130.3, point.latitude < 32.3 else {
                continue
            }
            #expect(shapes.codes(at: point).count == 1, "\(point)")
        }
        #expect(shapes.codes(at: Drawing.point(31, 5)).isEmpty)
    }

    @Test("holes are outside, islands inside, and so is what two polygons of an area share")
    func holesAndIslands() {
        var polygon = Drawing.area(Drawing.box(0, 0, 10, 10), Drawing.box(4, 4, 6, 6))
        polygon.append(Drawing.area(Drawing.box(20, 0, 22, 2)))
        polygon.append(Drawing.area(Drawing.box(8, 8, 12, 12)))
        // A file may have a feature twice.
        polygon.append(Drawing.area(Drawing.box(20, 0, 22, 2)))
        #expect(polygon.polygonEnds.count == 3)
        let bands = EdgeBands(polygon)
        for (x, y, isInside) in [
            (1.0, 1.0, true), (5, 5, false), (21, 1, true), (9, 9, true), (11, 11, true), (15, 1, false), (4, 4, false),
            (6, 6, true), (0, 0, true), (10, 0, false), (0, 10, false),
        ] {
            #expect(bands.contains(Drawing.point(x, y)) == isInside, "\(x), \(y)")
        }
    }

    @Test("what a ring that crosses itself goes round is inside")
    func bowTie() {
        let bands = EdgeBands(
            Drawing.area([(0, 0), (10, 10), (10, 0), (0, 10), (0, 0)].map { Drawing.point($0.0, $0.1) }))
        #expect(bands.contains(Drawing.point(1, 5)) && bands.contains(Drawing.point(9, 5)))
        #expect(!bands.contains(Drawing.point(5, 1)) && !bands.contains(Drawing.point(5, 9)))
    }

    @Test("the bands find what looking at every edge finds", arguments: 0..<20)
    func bands(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 3...200, using: &generator)
        var ring = (0..<count).map { index in
            let angle = Double(index) / Double(count) * 2 * .pi
            let radius = Double.random(in: 2...10, using: &generator)
            return Drawing.point(radius * cos(angle), radius * sin(angle))
        }
        ring.append(ring[0])
        let bands = EdgeBands(Drawing.area(ring))
        for _ in 0..<200 {
            let point = Drawing.point(
                Double.random(in: -11...11, using: &generator), Double.random(in: -11...11, using: &generator))
            var isInside = false
            for (a, b) in zip(ring, ring.dropFirst())
            where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
                let slope = (b.longitude - a.longitude) / (b.latitude - a.latitude)
                if a.longitude + (point.latitude - a.latitude) * slope > point.longitude { isInside.toggle() }
            }
            #expect(bands.contains(point) == isInside)
            let isInRun = bands.runs(at: point.latitude).contains { $0.contains(point.longitude) }
            #expect(isInRun == isInside)
        }
    }
}

@Suite("Shares of areas")
struct OverlapTests {
    @Test("a box cut by others has the shares that its sides give")
    func boxes() {
        let shapes = AreaShapes([
            ("inner", Drawing.area(Drawing.box(0, 0, 10, 10))), ("half", Drawing.area(Drawing.box(5, -5, 20, 20))),
            ("corner", Drawing.area(Drawing.box(9, 9, 30, 30))), ("away", Drawing.area(Drawing.box(50, 50, 60, 60))),
            ("around", Drawing.area(Drawing.box(-1, -1, 11, 11), Drawing.box(2, 2, 4, 4))),
        ])
        let shares = shapes.shares(of: "inner", in: ["half", "corner", "away", "around", "unknown"])
        #expect(zip(shares, [0.5, 0.01, 0, 0.96, 0]).allSatisfy { abs($0 - $1) < 0.005 }, "\(shares)")
        #expect(shapes.shares(of: "unknown", in: ["half"]) == [0])
    }

    @Test("random triangles have the shares that clipping gives, to a hundredth", arguments: 0..<30)
    func triangles(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        func triangle() -> [AreaPolygon.Point] {
            while true {
                let points = (0..<3).map { _ in
                    Drawing.point(
                        Double.random(in: 0...10, using: &generator), Double.random(in: 0...10, using: &generator))
                }
                if abs(Clipping.size(points)) > 1e-4 { return Clipping.size(points) > 0 ? points : points.reversed() }
            }
        }
        let (a, b) = (triangle(), triangle())
        let shapes = AreaShapes([("a", Drawing.area(a + [a[0]])), ("b", Drawing.area(b + [b[0]]))])
        let exact = Clipping.size(Clipping.common(a, b)) / Clipping.size(a)
        #expect(abs(shapes.shares(of: "a", in: ["b"])[0] - exact) < 0.01)
    }
}

/// Sutherland and Hodgman 1974: what a polygon and a convex one have in common.
private enum Clipping {
    static func size(_ points: [AreaPolygon.Point]) -> Double {
        guard points.count > 2 else { return 0 }
        return points.indices.reduce(0) { sum, index in
            let (a, b) = (points[index], points[(index + 1) % points.count])
            return sum + ((a.longitude - 130) * (b.latitude - 32) - (b.longitude - 130) * (a.latitude - 32)) / 2
        }
    }

    static func common(_ subject: [AreaPolygon.Point], _ convex: [AreaPolygon.Point]) -> [AreaPolygon.Point] {
        var points = subject
        for index in convex.indices {
            let (a, b) = (convex[index], convex[(index + 1) % convex.count])
            func side(_ p: AreaPolygon.Point) -> Double {
                (b.longitude - a.longitude) * (p.latitude - a.latitude)
                    - (b.latitude - a.latitude) * (p.longitude - a.longitude)
            }
            var kept: [AreaPolygon.Point] = []
            for index in points.indices {
                let (p, q) = (points[index], points[(index + 1) % points.count])
                if side(p) >= 0 { kept.append(p) }
                if (side(p) >= 0) != (side(q) >= 0) {
                    let part = side(p) / (side(p) - side(q))
                    kept.append(
                        AreaPolygon.Point(
                            longitude: p.longitude + (q.longitude - p.longitude) * part,
                            latitude: p.latitude + (q.latitude - p.latitude) * part))
                }
            }
            points = kept
        }
        return points
    }
}

@Suite("Meshes that areas reach into")
struct MeshCoverTests {
    /// Third meshes are 1/120° high and 1/80° wide.
    private func meshBox(_ columns: ClosedRange<Double>, _ rows: ClosedRange<Double>) -> AreaPolygon {
        func point(_ column: Double, _ row: Double) -> AreaPolygon.Point {
            AreaPolygon.Point(longitude: 130 + column / 80, latitude: 32 + row / 120)
        }
        let (w, e, s, n) = (columns.lowerBound, columns.upperBound, rows.lowerBound, rows.upperBound)
        return Drawing.area([point(w, s), point(e, s), point(e, n), point(w, n), point(w, s)])
    }

    @Test("more cells than any municipality has are refused")
    func tooMany() {
        let japan = Drawing.area(Drawing.box(-700, -1100, 2300, 1300))
        #expect(MeshCover.cells(of: [japan], level: .quarter) == nil)
        #expect(MeshCover.cells(of: [japan], level: .second) != nil)
    }

    @Test("an area along the sides of meshes has those inside it, and no others")
    func exact() throws {
        let cells = try #require(MeshCover.cells(of: [meshBox(0...2, 0...1)], level: .third))
        #expect(cells.map(\.code) == ["48300000", "48300001"])
        #expect(cells.allSatisfy { abs($0.share - 1) < 1e-6 })
        #expect(MeshCover.cells(of: [meshBox(0...1, 0...1)], level: .half)?.count == 4)
        #expect(MeshCover.cells(of: [meshBox(0...1, 0...1)], level: .quarter)?.count == 16)
    }

    @Test("a cell that an area only reaches into is one of its cells, also between two lines")
    func slivers() throws {
        let cells = try #require(MeshCover.cells(of: [meshBox(0.5...1.5, 0...1.001)], level: .third))
        #expect(cells.map(\.code) == ["48300000", "48300001", "48300010", "48300011"])
        #expect(zip(cells.map(\.share), [0.5, 0.5, 0, 0]).allSatisfy { abs($0 - $1) < 0.01 })
    }

    @Test("what of a cell lies in which area is told")
    func parts() throws {
        let cells = try #require(
            MeshCover.cells(of: [meshBox(0...0.75, 0...1), meshBox(0.75...1, 0...1)], level: .third))
        #expect(cells.count == 1)
        #expect(abs((cells.first?.parts[0] ?? 0) - 0.75) < 1e-6 && abs((cells.first?.parts[1] ?? 0) - 0.25) < 1e-6)
    }

    @Test("every cell with a point of the area is there, and none far from it", arguments: 0..<10)
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var ring = (0..<12).map { index in
            let angle = Double(index) / 12 * 2 * .pi
            let radius = Double.random(in: 1...6, using: &generator)
            return Drawing.point(radius * cos(angle), radius * sin(angle))
        }
        ring.append(ring[0])
        let area = Drawing.area(ring)
        let codes = Set(try #require(MeshCover.cells(of: [area], level: .third)).map(\.code))
        let bands = EdgeBands(area)
        for _ in 0..<2000 {
            let point = Drawing.point(
                Double.random(in: -7...7, using: &generator), Double.random(in: -7...7, using: &generator))
            guard bands.contains(point) else { continue }
            let code = Mesh.code(latitude: point.latitude, longitude: point.longitude, level: .third)
            #expect(code.map(codes.contains) ?? false)
        }
        for code in codes {
            guard let bounds = Mesh.bounds(code) else { continue }
            #expect(bounds.east > area.bounds.west && bounds.west < area.bounds.east)
            #expect(bounds.north > area.bounds.south && bounds.south < area.bounds.north)
        }
    }
}
