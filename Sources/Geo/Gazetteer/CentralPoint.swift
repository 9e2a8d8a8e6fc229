/// The place that stands for several: one of them, so that it lies where something is.
public enum CentralPoint {
    /// - Parameter points: degrees; none of them `nan`.
    /// - Returns: the one nearest to the median of both coordinates, which a single place far away doesn't move;
    ///   `nil` of none.
    public static func index(of points: [(latitude: Double, longitude: Double)]) -> Int? {
        guard !points.isEmpty else { return nil }
        let north = points.map(\.latitude).sorted()[points.count / 2]
        let east = points.map(\.longitude).sorted()[points.count / 2]
        func distance(_ index: Int) -> Double {
            let (y, x) = (points[index].latitude - north, (points[index].longitude - east) * 0.8)
            return y * y + x * x
        }
        return points.indices.min { (distance($0), $0) < (distance($1), $1) }
    }
}
