/// Prices of budget and groups, one for each finite bound of a row.
struct RowPrices: Sendable {
    private var prices: [Double]
    private var direction: [Double]
    private(set) var best: [Double]
    private let scales: [Double]
    private let lower: [Double]
    private let upper: [Double]

    /// - Parameter start: prices to start with, upper and lower of each row; empty for none.
    init(_ cover: ReducedCover, start: [Double]) {
        let rows = cover.rows
        prices = start.isEmpty ? [Double](repeating: 0, count: 2 * rows.count) : start
        direction = [Double](repeating: 0, count: prices.count)
        best = prices
        (lower, upper) = (rows.lower, rows.upper)
        var largest = [Double](repeating: 0, count: rows.count)
        for (row, value) in zip(rows.byCandidate.indices, rows.byCandidate.values) {
            largest[Int(row)] = max(largest[Int(row)], value)
        }
        let total = cover.problem.weights.reduce(0, +)
        scales = largest.map { total / Double(max(1, rows.size)) / max($0, 1e-300) }
    }

    mutating func keep() { best = prices }
    mutating func restore() { prices = best }

    /// Takes the prices off the profits.
    ///
    /// - Returns: what the bounds of the rows add.
    func apply(to profits: inout [Double], _ rows: ConstraintRows) -> Double {
        guard rows.count > 0 else { return 0 }
        var value = 0.0
        for row in 0..<rows.count {
            if prices[2 * row] > 0 { value += prices[2 * row] * upper[row] }
            if prices[2 * row + 1] > 0 { value -= prices[2 * row + 1] * lower[row] }
        }
        for candidate in profits.indices {
            for place in rows.byCandidate.row(candidate) {
                let row = Int(rows.byCandidate.indices[place])
                profits[candidate] -= (prices[2 * row] - prices[2 * row + 1]) * rows.byCandidate.values[place]
            }
        }
        return value
    }

    mutating func turn(_ picks: [Int], _ rows: ConstraintRows) {
        guard rows.count > 0 else { return }
        var sums = [Double](repeating: 0, count: rows.count)
        for pick in picks {
            for place in rows.byCandidate.row(pick) {
                sums[Int(rows.byCandidate.indices[place])] += rows.byCandidate.values[place]
            }
        }
        for row in sums.indices {
            let up = upper[row].isFinite ? upper[row] - sums[row] : 0
            let down = lower[row].isFinite ? sums[row] - lower[row] : 0
            direction[2 * row] = up + SubgradientSteps.memory * direction[2 * row]
            direction[2 * row + 1] = down + SubgradientSteps.memory * direction[2 * row + 1]
        }
    }

    var norm: Double {
        prices.indices.reduce(0) { sum, place in
            if prices[place] <= 0, direction[place] > 0 { return sum }
            return sum + direction[place] * direction[place] * scales[place / 2]
        }
    }

    mutating func move(_ length: Double) {
        for place in prices.indices {
            prices[place] = max(0, prices[place] - length * direction[place] * scales[place / 2])
        }
    }
}
