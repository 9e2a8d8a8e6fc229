/// The outline of an area of the report, with islands and holes.
public struct AreaOutline: Sendable, Hashable {
    /// Degrees, JGD2011.
    public struct Point: Sendable, Hashable {
        public let longitude: Double
        public let latitude: Double

        public init(longitude: Double, latitude: Double) {
            self.longitude = longitude
            self.latitude = latitude
        }
    }

    /// A closed line: it ends with the point that it begins with.
    public typealias Ring = [Point]

    /// Each an outer ring, counterclockwise, then its holes, clockwise (RFC 7946, 3.1.6).
    public let polygons: [[Ring]]

    public init(polygons: [[Ring]]) { self.polygons = polygons }
}
