import Analysis
import TestSupport
import Testing

@Suite("A plan of tiles")
struct TilePlanTests {
    @Test("lies as the points do: one in the middle of four")
    func cross() {
        let tiles = TilePlan.tiles(for: [(0, 0), (0, 1), (1, 0), (0, -1), (-1, 0)])
        #expect(tiles.map { [$0.column, $0.row] } == [[1, 1], [1, 0], [2, 1], [1, 2], [0, 1]])
    }

    @Test("has one tile for each point, however close they are", arguments: 0...12)
    func noTwoAlike(count: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let spread = (0..<count).map { _ in
            (x: Double.random(in: 130...131, using: &generator), y: Double.random(in: 32...33, using: &generator))
        }
        for points in [spread, Array(repeating: (x: 130, y: 32), count: count)] {
            let tiles = TilePlan.tiles(for: points)
            #expect(tiles.count == count && Set(tiles).count == count)
            #expect(count == 0 || (tiles.map(\.column).min() == 0 && tiles.map(\.row).min() == 0))
        }
    }
}
