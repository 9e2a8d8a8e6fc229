/// Lays points out as tiles of a square grid that lie to each other roughly as the points do.
///
/// The grid has as many columns and rows as it takes to hold all points. Those nearest to the middle of a tile get it first;
/// one whose tile is taken gets the nearest that is free.
public enum TilePlan {
    public struct Tile: Sendable, Hashable {
        /// From the west.
        public let column: Int
        /// From the north.
        public let row: Int
    }

    /// - Parameter points: in any unit; x to the east, y to the north.
    /// - Returns: a tile for each point, no two alike; columns and rows begin with 0, and none of the first is empty.
    public static func tiles(for points: [(x: Double, y: Double)]) -> [Tile] {
        guard !points.isEmpty else { return [] }
        let side = Int(Double(points.count).squareRoot().rounded(.up))
        let ideals = zip(scaled(points.map(\.x), to: side - 1), scaled(points.map { -$0.y }, to: side - 1))
            .map { (x: $0, y: $1) }
        func distance(_ point: Int, _ tile: Tile) -> Double {
            let (x, y) = (ideals[point].x - Double(tile.column), ideals[point].y - Double(tile.row))
            return x * x + y * y
        }
        var free = (0..<side).flatMap { row in (0..<side).map { Tile(column: $0, row: row) } }
        var tiles = [Tile?](repeating: nil, count: points.count)
        for _ in points {
            var best: (point: Int, place: Int, distance: Double)?
            for point in points.indices where tiles[point] == nil {
                for (place, tile) in free.enumerated() {
                    let found = distance(point, tile)
                    if found < best?.distance ?? .infinity { best = (point, place, found) }
                }
            }
            guard let best else { break }
            tiles[best.point] = free.remove(at: best.place)
        }
        return trimmed(tiles.compactMap { $0 })
    }

    /// Over 0…end; the middle where all are the same.
    private static func scaled(_ values: [Double], to end: Int) -> [Double] {
        guard let low = values.min(), let high = values.max(), high > low else {
            return values.map { _ in Double(end) / 2 }
        }
        return values.map { ($0 - low) / (high - low) * Double(end) }
    }

    private static func trimmed(_ tiles: [Tile]) -> [Tile] {
        let (column, row) = (tiles.map(\.column).min() ?? 0, tiles.map(\.row).min() ?? 0)
        return tiles.map { Tile(column: $0.column - column, row: $0.row - row) }
    }
}
