/// The respondents as a table of cells: those of one cell are alike in all margins, so raking multiplies their base
/// weights by one factor. Fitting cells instead of respondents is what makes a jackknife cheap.
struct RakingTable: Sendable {
    /// How a fit ended.
    struct Fit: Sendable {
        let rounds: Int
        let converged: Bool
        /// |sum of weights / population − 1|, the largest over all groups of all margins.
        let largestDeviation: Double
    }

    /// The cell of each respondent.
    let cellOfRespondent: [Int]
    /// Sum of the base weights by cell.
    let cellTotals: [Double]
    /// Cells × margins, row by row: the position of the cell's group in `populations`.
    private let positions: [Int]
    /// Populations of the groups of the first margin, then of the second …
    private let populations: [Double]
    /// Where each margin begins in `populations`, and where the last one ends.
    private let starts: [Int]

    /// - Parameter categories: respondents × margins, row by row.
    init(baseWeights: [Double], categories: [Int], groups: [CategoryGroups]) {
        populations = groups.flatMap(\.populations)
        let starts = groups.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.populations.count) }
        self.starts = starts
        var cells = [Int](repeating: 0, count: baseWeights.count)
        var positions: [[Int]] = [[]]
        for margin in groups.indices {
            // A cell so far and a group of this margin make a cell; numbered anew, so that the numbers stay small.
            var known = [Int](repeating: -1, count: positions.count * groups[margin].populations.count)
            var split: [[Int]] = []
            for respondent in cells.indices {
                let group = groups[margin].groupOfCategory[categories[respondent * groups.count + margin]]
                let key = cells[respondent] * groups[margin].populations.count + group
                if known[key] < 0 {
                    known[key] = split.count
                    split.append(positions[cells[respondent]] + [starts[margin] + group])
                }
                cells[respondent] = known[key]
            }
            positions = split
        }
        cellOfRespondent = cells
        self.positions = positions.flatMap(\.self)
        var totals = [Double](repeating: 0, count: positions.count)
        for (cell, weight) in zip(cells, baseWeights) { totals[cell] += weight }
        cellTotals = totals
    }

    private var marginCount: Int { starts.count - 1 }

    /// Multiplies the factors until the table has the margins, or the rounds are used up.
    ///
    /// A group whose total is 0 can't have its population. It is passed over; then the weights fall short of the margins,
    /// but keep the right proportions to each other.
    /// - Parameters:
    ///   - totals: sum of base weights by cell, ≥ 0; a jackknife takes one respondent out.
    ///   - factors: by cell, > 0; 0 on return where the total is 0. All that are products of one factor per group lead
    ///     to the same weights, so those of nearly the same table are a good start.
    func fit(_ totals: [Double], factors: inout [Double], tolerance: Double, maximumRounds: Int) -> Fit {
        for cell in totals.indices where totals[cell] <= 0 { factors[cell] = 0 }
        var deviation = largestDeviation(sums(totals, factors))
        var rounds = 0
        while deviation > tolerance, rounds < maximumRounds {
            for margin in 0..<marginCount { adjust(margin, totals, &factors) }
            rounds += 1
            deviation = largestDeviation(sums(totals, factors))
        }
        return Fit(rounds: rounds, converged: deviation <= tolerance, largestDeviation: deviation)
    }

    private func adjust(_ margin: Int, _ totals: [Double], _ factors: inout [Double]) {
        let first = starts[margin]
        var ratios = [Double](repeating: 0, count: starts[margin + 1] - first)
        for cell in totals.indices {
            ratios[positions[cell * marginCount + margin] - first] += totals[cell] * factors[cell]
        }
        for group in ratios.indices {
            ratios[group] = ratios[group] > 0 ? populations[first + group] / ratios[group] : 1
        }
        for cell in totals.indices { factors[cell] *= ratios[positions[cell * marginCount + margin] - first] }
    }

    /// Weights by group, of all margins.
    private func sums(_ totals: [Double], _ factors: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: populations.count)
        for cell in totals.indices {
            let weight = totals[cell] * factors[cell]
            for margin in 0..<marginCount { sums[positions[cell * marginCount + margin]] += weight }
        }
        return sums
    }

    private func largestDeviation(_ sums: [Double]) -> Double {
        var largest = 0.0
        for group in sums.indices where sums[group] > 0 {
            largest = max(largest, abs(sums[group] / populations[group] - 1))
        }
        return largest
    }
}
