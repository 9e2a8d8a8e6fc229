import Glibc

extension AreaPolygon {
    /// Area on the ellipsoid GRS 80, in square kilometres; parts that two of its polygons share count twice.
    ///
    /// The points are laid out by Lambert's cylindrical equal-area projection (Snyder 1987, "Map projections: a working
    /// manual", equations 3-12, 10-14 and 10-15 with the equator as the standard parallel), where the area of a ring is
    /// that of plane geometry. A line between two points is straight there and not on the ground: over 10 km that is less
    /// than 0.0001 % of the area, and borders have points every few metres.
    public var squareKilometres: Double {
        var sum = 0.0
        for ring in rings {
            guard let first = ring.first else { continue }
            let origin = points[first].longitude
            var last = (x: 0.0, y: Self.authalic(points[first].latitude))
            for index in ring.dropFirst() {
                let next = (x: points[index].longitude - origin, y: Self.authalic(points[index].latitude))
                sum += last.x * next.y - next.x * last.y
                last = next
            }
        }
        let radians = Double.pi / 180
        return sum / 2 * radians * Self.semiMajorAxis * Self.semiMajorAxis / 1e6
    }

    private static let semiMajorAxis = 6_378_137.0
    private static let squaredEccentricity = 0.006_694_380_022_903_42

    /// Half of q in Snyder's equation 3-12: northing of the projection, in units of the semi-major axis.
    private static func authalic(_ latitude: Double) -> Double {
        let sine = sin(latitude * .pi / 180)
        let e = squaredEccentricity.squareRoot()
        return (1 - squaredEccentricity)
            * (sine / (1 - squaredEccentricity * sine * sine) + log((1 + e * sine) / (1 - e * sine)) / (2 * e)) / 2
    }
}
