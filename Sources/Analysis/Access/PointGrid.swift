/// Points sorted into bands of equal height and, within a band, into cells from west to east, so that all points of a
/// band between two cells stand side by side.
struct PointGrid {
    /// Of the points in the order of the grid; behind the last one stand `padding` points at infinity.
    private let x: Column<Double>
    private let y: Column<Double>
    /// The place of each point among those that were handed in.
    let order: [Int32]
    /// Where each cell begins, row by row from the south, and behind them the end of the last one.
    private let starts: Column<Int32>
    private let layout: GridLayout

    /// How many numbers a reader may take behind the last point.
    private static let padding = 4

    /// - Parameter catchment: the radius that neighbours are looked for in, metres, > 0.
    init(_ points: AccessPoints, catchment: Double) {
        let layout = GridLayout(points, catchment: catchment)
        let count = points.count
        // While points are put into their cells, each number stands one place further on than in the end.
        let starts = Column<Int32>(repeating: 0, count: layout.cellCount + 2)
        var cells = [Int32](repeating: 0, count: count)
        for point in 0..<count {
            let cell = layout.cell(points.x[point], points.y[point])
            cells[point] = Int32(truncatingIfNeeded: cell)
            starts[cell + 2] += 1
        }
        for cell in 0..<layout.cellCount { starts[cell + 2] += starts[cell + 1] }
        var order = [Int32](repeating: 0, count: count)
        for point in 0..<count {
            let cell = Int(cells[point])
            order[Int(starts[cell + 1])] = Int32(truncatingIfNeeded: point)
            starts[cell + 1] += 1
        }
        self.layout = layout
        self.starts = starts
        self.order = order
        x = Column(points.x, order: order, padding: Self.padding, of: .infinity)
        y = Column(points.y, order: order, padding: Self.padding, of: .infinity)
    }

    var count: Int { order.count }

    /// A number for each point, in the order of the grid, and zeros behind.
    func sorted(_ values: [Double]) -> Column<Double> {
        Column(values, order: order, padding: Self.padding, of: 0)
    }

    /// Zeros for each point, and behind.
    func zeros() -> Column<Double> { Column(repeating: 0, count: count + Self.padding) }

    /// For threads; whoever takes it keeps the grid until the last of them has ended.
    var view: View { View(x: x.view, y: y.view, starts: starts.view, layout: layout) }

    /// A grid without its memory.
    struct View: Sendable {
        let x: ColumnView<Double>
        let y: ColumnView<Double>
        fileprivate let starts: ColumnView<Int32>
        fileprivate let layout: GridLayout

        /// The bands that neighbours of a point at `y` can be in.
        @inline(__always)
        func bands(near y: Double) -> Range<Int> { layout.bands(near: y) }

        /// The places of all points of a band that may be in reach of a point; few others are among them.
        @inline(__always)
        func run(in band: Int, near x: Double, _ y: Double) -> Range<Int> {
            let cells = layout.cells(in: band, near: x, y)
            return Range(uncheckedBounds: (Int(starts[cells.lowerBound]), Int(starts[cells.upperBound])))
        }
    }
}

/// Where the cells of a grid are.
struct GridLayout: Sendable {
    private let origin: (x: Double, y: Double)
    /// Cells per metre, from west to east and from south to north.
    private let density: (x: Double, y: Double)
    /// Of a band, metres.
    private let height: Double
    private let columns: Int
    private let bands: Int
    private let catchment: Double
    /// Coordinates are rounded: no point may be lost by that.
    private let slack: Double

    /// The height of a band is the catchment over this, the width of a cell a quarter of that, if there are not too many
    /// cells then. Lower bands hug the circle, higher ones make longer runs.
    private static let bandsPerCatchment = 8.0
    private static let cellsPerBand = 4.0

    init(_ points: AccessPoints, catchment: Double) {
        let (west, east) = Self.range(points.x)
        let (south, north) = Self.range(points.y)
        var height = catchment / Self.bandsPerCatchment
        let mostCells = 1024 + 8 * Double(points.count)
        func cells(_ height: Double) -> Double {
            ((east - west) / (height / Self.cellsPerBand) + 1) * ((north - south) / height + 1)
        }
        while cells(height) > mostCells { height *= 2 }
        self.height = height
        origin = (west, south)
        density = (Self.cellsPerBand / height, 1 / height)
        columns = Int((east - west) * density.x) + 1
        bands = Int((north - south) * density.y) + 1
        self.catchment = catchment
        slack = catchment * 1e-9 + max(abs(west), abs(east), abs(south), abs(north)) * 1e-12
    }

    var cellCount: Int { columns * bands }

    /// The cell that a point of the grid is in.
    func cell(_ x: Double, _ y: Double) -> Int {
        Int((y - origin.y) * density.y) * columns + Int((x - origin.x) * density.x)
    }

    @inline(__always)
    func bands(near y: Double) -> Range<Int> {
        let reach = catchment + slack
        return Self.cells(from: y - reach - origin.y, to: y + reach - origin.y, density.y, bands)
    }

    /// The cells of a band that points in reach of a point can be in.
    @inline(__always)
    func cells(in band: Int, near x: Double, _ y: Double) -> Range<Int> {
        let south = origin.y + Double(band) * height
        let distance = max(0, max(south - y, y - (south + height)) - slack)
        let reach = catchment + slack
        let square = reach * reach - distance * distance
        guard square >= 0 else { return 0..<0 }
        let half = square.squareRoot() + slack
        let cells = Self.cells(from: x - half - origin.x, to: x + half - origin.x, density.x, columns)
        let row = band &* columns
        return Range(uncheckedBounds: (row &+ cells.lowerBound, row &+ cells.upperBound))
    }

    /// - Parameters:
    ///   - start: metres from the edge of the first cell.
    ///   - density: cells per metre.
    @inline(__always)
    private static func cells(from start: Double, to end: Double, _ density: Double, _ count: Int) -> Range<Int> {
        let first = start * density
        let last = end * density
        guard last >= 0, first < Double(count) else { return 0..<0 }
        // Towards zero, which is down here.
        let lower = Int(max(first, 0))
        return Range(uncheckedBounds: (lower, Int(min(last, Double(count &- 1))) &+ 1))
    }

    private static func range(_ values: [Double]) -> (least: Double, greatest: Double) {
        guard let first = values.first else { return (0, 0) }
        return values.reduce((first, first)) { (min($0.0, $1), max($0.1, $1)) }
    }
}
