/// Cells with few candidates that are not alike, and what is open after each set of them.
struct CellSubsets: Sendable {
    static let largest = 8
    private let starts: [Int32]
    private let open: [Double]
    /// The cells.
    let cells: [Int32]
    /// Cells that have several candidates and are not among them.
    let others: [Int32]
    /// Of looking at every cell once.
    let work: Int

    init(_ problem: CoverProblem) {
        var starts = [Int32](repeating: -1, count: problem.cellCount)
        var open: [Double] = []
        var (cells, others): ([Int32], [Int32]) = ([], [])
        for cell in 0..<problem.cellCount {
            let row = problem.byCell.row(cell)
            let values = problem.byCell.values
            guard row.count > 1, row.count <= Self.largest, let last = row.last, values[row.lowerBound] != values[last]
            else {
                if row.count > 1 { others.append(Int32(cell)) }
                continue
            }
            cells.append(Int32(cell))
            starts[cell] = Int32(open.count)
            open.append(1)
            for set in 1..<(1 << row.count) {
                open.append(
                    open[Int(starts[cell]) + set & (set - 1)] * (1 - values[row.lowerBound + set.trailingZeroBitCount]))
            }
        }
        (self.starts, self.open, self.cells, self.others) = (starts, open, cells, others)
        work = open.count + problem.pairCount
    }

    @inline(__always)
    func isTried(_ cell: Int) -> Bool { starts[cell] >= 0 }

    /// The set of a cell's candidates that is worth most above its prices; of equal ones the first.
    func best(_ cell: Int, _ weight: Double, _ prices: [Double], _ places: Range<Int>) -> (set: Int, gain: Double) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 1 << Self.largest) { costs in
            let start = Int(starts[cell])
            var (best, gain) = (0, 0.0)
            costs[0] = 0
            for set in 1..<(1 << places.count) {
                let cost = costs[set & (set - 1)] + prices[places.lowerBound + set.trailingZeroBitCount]
                costs[set] = cost
                let value = weight * (1 - open[start + set]) - cost
                if value > gain { (best, gain) = (set, value) }
            }
            return (best, gain)
        }
    }
}
