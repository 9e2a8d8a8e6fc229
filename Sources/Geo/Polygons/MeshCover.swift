/// The meshes of one size that areas reach into, and how much of each lies in which area.
struct MeshCover {
    struct Cell {
        /// JIS X 0410
        let code: String
        /// What of the cell lies in each area, by the area's index: 1 for all of it, 0 where an area only reaches into it.
        let parts: [Int: Double]

        /// The same for all areas.
        var share: Double { parts.values.reduce(0, +) }
    }

    /// Lines of latitude that each cell is cut by.
    private static let lines = 8

    private let level: Mesh.Level
    /// Degrees.
    private let height: Double
    private let width: Double
    private var parts: [Place: [Int: Double]] = [:]

    private struct Place: Hashable {
        let row: Int
        let column: Int
    }

    /// More cells than any municipality has: 35,000 of 250 m are the most. One stray point of a border makes millions.
    static let limit = 300_000

    /// - Returns: the cells of which any part lies in an area, by their codes; `nil` for more than ``limit``.
    static func cells(of areas: [AreaPolygon], level: Mesh.Level) -> [Cell]? {
        var cover = MeshCover(level)
        for (index, area) in areas.enumerated() {
            cover.addInside(EdgeBands(area), index)
            cover.addBorder(area, index)
            if cover.parts.count > limit { return nil }
        }
        return cover.parts.compactMap { place, parts in
            Mesh.code(
                latitude: (Double(place.row) + 0.5) * cover.height,
                longitude: 100 + (Double(place.column) + 0.5) * cover.width, level: level
            ).map { Cell(code: $0, parts: parts.mapValues { $0 / (cover.width * Double(lines)) }) }
        }.sorted { $0.code < $1.code }
    }

    private init(_ level: Mesh.Level) {
        self.level = level
        height = Double(level.quarters) / 480
        width = Double(level.quarters) / 320
    }

    private mutating func addInside(_ bands: EdgeBands, _ area: Int) {
        guard bands.bounds.south <= bands.bounds.north else { return }
        for row in row(bands.bounds.south)...row(bands.bounds.north) where parts.count <= Self.limit {
            for line in 0..<Self.lines {
                let latitude = (Double(row) + (Double(line) + 0.5) / Double(Self.lines)) * height
                for run in bands.runs(at: latitude) {
                    for column in column(run.lowerBound)...column(run.upperBound) {
                        let west = 100 + Double(column) * width
                        let part = min(run.upperBound, west + width) - max(run.lowerBound, west)
                        if part > 0 { parts[Place(row: row, column: column), default: [:]][area, default: 0] += part }
                    }
                }
            }
        }
    }

    /// A cell that an area reaches into between two of the lines has a piece of its border.
    private mutating func addBorder(_ area: AreaPolygon, _ index: Int) {
        for ring in area.rings {
            for point in ring.dropLast() where parts.count <= Self.limit {
                addEdge(area.points[point], area.points[point + 1], index)
            }
        }
    }

    private mutating func addEdge(_ a: AreaPolygon.Point, _ b: AreaPolygon.Point, _ area: Int) {
        let from = (x: (a.longitude - 100) / width, y: a.latitude / height)
        let to = (x: (b.longitude - 100) / width, y: b.latitude / height)
        // Along the side of a cell nothing reaches into either.
        if isSide(from.x, to.x) || isSide(from.y, to.y) { return }
        var cuts = [0.0, 1.0]
        for (start, end) in [(from.x, to.x), (from.y, to.y)] where start.rounded(.down) != end.rounded(.down) {
            for side in Int(min(start, end).rounded(.up))...Int(max(start, end).rounded(.down)) {
                cuts.append((Double(side) - start) / (end - start))
            }
        }
        cuts.sort()
        for (first, second) in zip(cuts, cuts.dropFirst()) where second - first > 1e-9 {
            let middle = (first + second) / 2
            let place = Place(
                row: Int((from.y + (to.y - from.y) * middle).rounded(.down)),
                column: Int((from.x + (to.x - from.x) * middle).rounded(.down)))
            parts[place, default: [:]][area, default: 0] += 0
        }
    }

    private func isSide(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 && abs(a - a.rounded()) < 1e-9 }

    private func row(_ latitude: Double) -> Int { Int((latitude / height).rounded(.down)) }

    private func column(_ longitude: Double) -> Int { Int(((longitude - 100) / width).rounded(.down)) }
}
