import Model

/// The areas of a report as shapes of one drawing: to scale where there are outlines, else as a plan of tiles.
struct AreaDrawing {
    struct Shape {
        let area: Area
        /// Data of a path (SVG 2, 9.3).
        let path: String
        /// Middle of its largest part.
        let middle: (x: Int, y: Int)
    }

    /// Of all paths together: more points are drawn on a coarser grid, so that the page opens for everybody.
    private static let mostPathBytes = 600_000
    private static let tileSize = 180
    private static let tileGap = 12

    let width: Int
    let height: Int
    let shapes: [Shape]
    /// Areas that no file draws.
    let missing: [Area]
    /// `nil` for a plan of tiles, which has no scale.
    let frame: MapFrame?

    /// - Returns: `nil` where nothing tells where the areas are.
    init?(_ report: RunReport) {
        if let frame = MapFrame(report.areas.compactMap { report.outlines[$0.code] }) {
            self.init(report, frame)
        } else {
            self.init(tiles: report)
        }
    }

    private init(_ report: RunReport, _ frame: MapFrame) {
        let drawn = report.areas.compactMap { area in report.outlines[area.code].map { (area, $0) } }
        var shapes: [Shape] = []
        for grid in [1, 2, 4, 8] {
            shapes = drawn.map { Self.shape($0, $1, frame, grid: grid) }
            if shapes.reduce(0, { $0 + $1.path.utf8.count }) <= Self.mostPathBytes { break }
        }
        self.shapes = shapes
        (width, height) = (MapFrame.width, frame.height)
        missing = report.areas.filter { report.outlines[$0.code] == nil }
        self.frame = frame
    }

    private init?(tiles report: RunReport) {
        let tiles = Dictionary(report.tiles.map { ($0.areaCode, $0) }, uniquingKeysWith: { first, _ in first })
        let drawn = report.areas.compactMap { area in tiles[area.code].map { (area, $0) } }
        guard !drawn.isEmpty else { return nil }
        let step = Self.tileSize + Self.tileGap
        shapes = drawn.map { area, tile in
            let (x, y) = (tile.column * step + Self.tileGap, tile.row * step + Self.tileGap)
            return Shape(
                area: area, path: "M\(x) \(y)h\(Self.tileSize)v\(Self.tileSize)h-\(Self.tileSize)z",
                middle: (x + Self.tileSize / 2, y + Self.tileSize / 2))
        }
        width = ((drawn.map(\.1.column).max() ?? 0) + 1) * step + Self.tileGap
        height = ((drawn.map(\.1.row).max() ?? 0) + 1) * step + Self.tileGap
        missing = report.areas.filter { tiles[$0.code] == nil }
        frame = nil
    }

    private static func shape(_ area: Area, _ outline: AreaOutline, _ frame: MapFrame, grid: Int) -> Shape {
        var path = ""
        var largest: (size: Double, middle: (x: Int, y: Int)) = (-1, (0, 0))
        for polygon in outline.polygons {
            for (index, ring) in polygon.enumerated() {
                let points = ring.map(frame.place)
                path += PathText.ring(points, grid: grid)
                guard index == 0 else { continue }
                let found = middle(points)
                if found.size > largest.size { largest = found }
            }
        }
        return Shape(area: area, path: path, middle: largest.middle)
    }

    /// Area and centroid of a ring (the shoelace formula).
    private static func middle(_ points: [(x: Double, y: Double)]) -> (size: Double, middle: (x: Int, y: Int)) {
        var (doubled, x, y) = (0.0, 0.0, 0.0)
        for (a, b) in zip(points, points.dropFirst()) {
            let cross = a.x * b.y - b.x * a.y
            doubled += cross
            x += (a.x + b.x) * cross
            y += (a.y + b.y) * cross
        }
        guard doubled != 0 else { return (0, points.first.map { (Int($0.x), Int($0.y)) } ?? (0, 0)) }
        return (abs(doubled) / 2, (Int((x / (3 * doubled)).rounded()), Int((y / (3 * doubled)).rounded())))
    }
}

/// A ring on a grid. Points of a common border fall on the same place, so that neighbours stay neighbours.
private enum PathText {
    /// Empty for one that is smaller than the grid.
    static func ring(_ points: [(x: Double, y: Double)], grid: Int) -> String {
        let size = Double(grid)
        var places: [(x: Int, y: Int)] = []
        for point in points {
            let place = (x: Int((point.x / size).rounded()) * grid, y: Int((point.y / size).rounded()) * grid)
            if let last = places.last, last == place { continue }
            places.append(place)
        }
        if let first = places.first, let last = places.last, places.count > 1, first == last { places.removeLast() }
        guard let first = places.first, places.count > 2 else { return "" }
        var text = "M\(first.x) \(first.y)l"
        for (from, to) in zip(places, places.dropFirst()) {
            let (x, y) = (to.x - from.x, to.y - from.y)
            text += (text.hasSuffix("l") || x < 0 ? "" : " ") + "\(x)" + (y < 0 ? "" : " ") + "\(y)"
        }
        return text + "z"
    }
}
