/// The outline of an area, with islands and holes, in degrees. Flat arrays: a prefecture has millions of points.
public struct AreaPolygon: Sendable, Hashable {
    public struct Point: Sendable, Hashable {
        /// Degrees, JGD2011.
        public var longitude: Double
        public var latitude: Double

        public init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }

        var isOnGlobe: Bool { abs(longitude) <= 180 && abs(latitude) <= 90 }
    }

    /// The rings one behind the other. Each has at least four points and ends with the one that it begins with.
    public private(set) var points: [Point] = []
    /// Index behind the last point of each ring.
    public private(set) var ringEnds: [Int] = []
    /// Index behind the last ring of each polygon. The first ring of a polygon is its outer one and goes round it with
    /// the land on the left (counterclockwise); the others are holes and go the other way (RFC 7946, 3.1.6).
    public private(set) var polygonEnds: [Int] = []
    public private(set) var bounds = Bounds()

    public init() {}

    public var isEmpty: Bool { polygonEnds.isEmpty }

    /// Indexes of the points of each ring.
    public var rings: [Range<Int>] {
        ringEnds.indices.map { ($0 == 0 ? 0 : ringEnds[$0 - 1])..<ringEnds[$0] }
    }

    /// Adds a polygon; its rings are turned the right way round.
    ///
    /// - Parameter rings: the outer one first. Each closed, with at least four points, all of them on the globe; others
    ///   are left out, and with the outer one all of them.
    public mutating func append(_ rings: [ArraySlice<Point>]) {
        let firstRing = ringEnds.count
        for ring in rings {
            guard ring.count >= 4, ring.first == ring.last, ring.allSatisfy(\.isOnGlobe) else {
                if ringEnds.count == firstRing { return }
                continue
            }
            let isOuter = ringEnds.count == firstRing
            if (Self.turn(ring) >= 0) == isOuter {
                points.append(contentsOf: ring)
            } else {
                points.append(contentsOf: ring.reversed())
            }
            ringEnds.append(points.count)
            if isOuter { bounds.include(ring) }
        }
        if ringEnds.count > firstRing { polygonEnds.append(ringEnds.count) }
    }

    /// Adds the polygons of another outline, but for those that are here already: a file may have a feature twice.
    public mutating func append(_ other: AreaPolygon) {
        var known: Set<[Point]> = []
        for range in rings { known.insert(Array(points[range])) }
        var ring = 0
        for end in other.polygonEnds {
            let rings = (ring..<end).map { other.points[($0 == 0 ? 0 : other.ringEnds[$0 - 1])..<other.ringEnds[$0]] }
            ring = end
            if let outer = rings.first, !known.contains(Array(outer)) { append(rings) }
        }
    }

    /// Twice the area that a ring goes round, in square degrees; positive where it goes counterclockwise.
    private static func turn(_ ring: ArraySlice<Point>) -> Double {
        guard let origin = ring.first else { return 0 }
        var sum = 0.0
        for (a, b) in zip(ring, ring.dropFirst()) {
            // Seen from the first point: the differences are small, and so is what rounding does to them.
            sum +=
                (a.longitude - origin.longitude) * (b.latitude - origin.latitude)
                - (b.longitude - origin.longitude) * (a.latitude - origin.latitude)
        }
        return sum
    }
}

extension AreaPolygon {
    /// The smallest box around it, in degrees; turned inside out where there is nothing.
    public struct Bounds: Sendable, Hashable {
        public private(set) var west = Double.infinity
        public private(set) var south = Double.infinity
        public private(set) var east = -Double.infinity
        public private(set) var north = -Double.infinity

        public init() {}

        mutating func include(_ points: some Sequence<Point>) {
            for point in points {
                west = min(west, point.longitude)
                south = min(south, point.latitude)
                east = max(east, point.longitude)
                north = max(north, point.latitude)
            }
        }

        mutating func include(_ other: Bounds) {
            west = min(west, other.west)
            south = min(south, other.south)
            east = max(east, other.east)
            north = max(north, other.north)
        }

        public func contains(_ point: Point) -> Bool {
            point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north
        }

        /// Whether two boxes have a part in common, or lie no further apart than a distance.
        /// - Parameter distance: degrees.
        public func meets(_ other: Bounds, within distance: Double = 0) -> Bool {
            west <= other.east + distance && other.west <= east + distance
                && south <= other.north + distance && other.south <= north + distance
        }
    }
}
