/// An upper bound by Lagrangian relaxation, with what each candidate would have to gain to belong to a better set.
///
/// Every cell is split from the sets: with prices λ_jc ≥ 0 for candidate j in cell c,
///
///     L(λ) = Σ_c max_T [w_c (1 − Π_{j ∈ T} (1 − a_jc)) − Σ_{j ∈ T} λ_jc] + max_x Σ_j x_j Σ_c λ_jc ≥ the best value,
///
/// where T is any set of the cell's candidates, and x keeps to the size; budget and groups have prices of their own.
///
/// - Where a cell's candidates are many or alike, λ_jc = w_c v_c a_jc. The best T is then a beginning of the candidates in
///   descending order of a_jc, since exchanging one for a larger a_jc never loses: it ends where the open part is not
///   above v_c. With every a_jc = 1 this is the usual relaxation of the maximum cover.
/// - Where they are few, each has a price of its own and T is found by trying all.
///
/// Prices are improved by subgradient steps (Held, Wolfe and Crowder 1974), along a direction that remembers the last
/// one (Camerini, Fratta and Maffioli 1975), with larger steps for cells of larger weight.
struct LagrangianBound: Sendable {
    let cover: ReducedCover
    private(set) var steps: SubgradientSteps
    /// v_c by cell, for those with one price.
    private var prices: [Double]
    private var direction: [Double]
    /// λ_jc by entry, for cells whose candidates have prices of their own.
    private var pairPrices: [Double]
    private var pairDirection: [Double]
    private var rowPrices: RowPrices
    /// The best prices of the rows.
    var bestRowPrices: [Double] { rowPrices.best }
    private let subsets: CellSubsets
    /// Of the reduced problem, without its base.
    private(set) var bound = Double.infinity
    /// Σ_c λ_jc less the prices of rows, at the best prices.
    private(set) var profits: [Double]
    private var bestPrices: [Double]
    private var bestPairPrices: [Double]
    /// A best x at the last prices, ascending.
    private(set) var picks: [Int] = []
    /// Entries that were looked at.
    private(set) var work = 0

    /// - Parameter start: prices to start with, in the form of ``relativePrices(count:)`` of the whole problem.
    init(
        _ cover: ReducedCover, start: [Float]? = nil, rowStart: [Double] = [],
        steps: SubgradientSteps = SubgradientSteps()
    ) {
        self.cover = cover
        self.steps = steps
        let problem = cover.problem
        subsets = CellSubsets(problem)
        prices = [Double](repeating: 1, count: problem.cellCount)
        pairPrices = [Double](repeating: 0, count: subsets.cells.isEmpty ? 0 : problem.pairCount)
        func share(_ place: Int) -> Double { start.map { Double($0[Int(cover.sources[place])]) } ?? 0.5 }
        for cell in subsets.others { prices[Int(cell)] = share(Int(problem.byCell.starts[Int(cell)])) }
        for cell in subsets.cells {
            for place in problem.byCell.row(Int(cell)) {
                pairPrices[place] = problem.weights[Int(cell)] * share(place) * problem.byCell.values[place]
            }
        }
        direction = [Double](repeating: 0, count: prices.count)
        pairDirection = [Double](repeating: 0, count: pairPrices.count)
        rowPrices = RowPrices(cover, start: rowStart)
        profits = [Double](repeating: 0, count: problem.candidateCount)
        bestPrices = prices
        bestPairPrices = pairPrices
    }

    /// The best prices as shares of w_c · a_jc, by entry of the whole problem's cells.
    func relativePrices(count: Int) -> [Float] {
        var shares = [Float](repeating: 0.5, count: count)
        let problem = cover.problem
        for cell in 0..<problem.cellCount {
            let row = problem.byCell.row(cell)
            for place in row {
                let share =
                    subsets.isTried(cell)
                    ? bestPairPrices[place] / (problem.weights[cell] * problem.byCell.values[place]) : bestPrices[cell]
                shares[Int(cover.sources[place])] = Float(share)
            }
        }
        return shares
    }

    /// Which free candidates belong to every set that is worth more than a value, and which to none, after the reduced
    /// costs of the best prices. Places of the reduced problem, ascending.
    func fixed(above value: Double) -> (picked: [Int], free: [Int]) {
        let slack = bound - value
        let picks = Selection.largest(cover.rows.size, of: profits)
        var isPicked = [Bool](repeating: false, count: profits.count)
        for pick in picks { isPicked[pick] = true }
        let others = profits.indices.lazy.filter { !isPicked[$0] }.map { profits[$0] }
        // What a newcomer displaces, and what takes the place of a pick that goes.
        let displaced = picks.count < cover.rows.size ? 0 : picks.lazy.map { profits[$0] }.min() ?? .infinity
        let next = max(0, others.max() ?? 0)
        var (picked, free): ([Int], [Int]) = ([], [])
        for candidate in profits.indices {
            if isPicked[candidate] {
                if slack - profits[candidate] + next <= 0 { picked.append(candidate) } else { free.append(candidate) }
            } else if slack + profits[candidate] - displaced > 0 {
                free.append(candidate)
            }
        }
        return (picked, free)
    }

    func freeCount(above value: Double) -> Int { fixed(above: value).free.count }

    var hasStalled: Bool { steps.length < 1e-3 }

    /// - Parameter target: a value that is reached; the length of a step depends on how far the bound is above it.
    mutating func iterate(target: Double) {
        work += subsets.work
        var profit = [Double](repeating: 0, count: cover.problem.candidateCount)
        var gradient = [Double](repeating: 0, count: prices.count)
        var pairGradient = [Double](repeating: 0, count: pairPrices.count)
        var value = solvePricedCells(&profit, &gradient) + solveTriedCells(&profit, &pairGradient)
        value += rowPrices.apply(to: &profit, cover.rows)
        picks = Selection.largest(cover.rows.size, of: profit)
        for pick in picks { value += profit[pick] }
        if value < bound {
            steps.improved(by: bound - value, of: value)
            bound = value
            (bestPrices, bestPairPrices) = (prices, pairPrices)
            rowPrices.keep()
            profits = profit
        } else {
            steps.failed()
        }
        if steps.mustShorten() {
            (prices, pairPrices) = (bestPrices, bestPairPrices)
            rowPrices.restore()
        }
        step(&gradient, &pairGradient, value: value, target: target)
    }

    /// The best T of the cells with one price: a beginning of their candidates.
    private func solvePricedCells(_ profit: inout [Double], _ gradient: inout [Double]) -> Double {
        let problem = cover.problem
        var value = 0.0
        problem.byCell.withPointers { starts, indices, values in
            for cell in 0..<problem.cellCount where !subsets.isTried(cell) {
                let (start, end) = (Int(starts[cell]), Int(starts[cell + 1]))
                let (weight, price) = (problem.weights[cell], prices[cell])
                var (open, sum) = (1.0, 0.0)
                var place = start
                while place < end, open > price {
                    open *= 1 - values[place]
                    sum += values[place]
                    place += 1
                }
                value += weight * (1 - open - price * sum)
                gradient[cell] = -sum
                let cost = weight * price
                if cost > 0 { for place in start..<end { profit[Int(indices[place])] += cost * values[place] } }
            }
        }
        return value
    }

    /// The best T of the cells whose candidates have prices of their own: the best of all.
    private func solveTriedCells(_ profit: inout [Double], _ gradient: inout [Double]) -> Double {
        let problem = cover.problem
        var value = 0.0
        for cell in subsets.cells {
            let places = problem.byCell.row(Int(cell))
            let (set, gain) = subsets.best(Int(cell), problem.weights[Int(cell)], pairPrices, places)
            value += gain
            for place in places {
                profit[Int(problem.byCell.indices[place])] += pairPrices[place]
                if set >> (place - places.lowerBound) & 1 == 1 { gradient[place] = -1 }
            }
        }
        return value
    }

    private mutating func step(
        _ gradient: inout [Double], _ pairGradient: inout [Double], value: Double, target: Double
    ) {
        let problem = cover.problem
        rowPrices.turn(picks, cover.rows)
        for pick in picks {
            for place in problem.byCandidate.row(pick) {
                gradient[Int(problem.byCandidate.indices[place])] += problem.byCandidate.values[place]
            }
        }
        var norm = rowPrices.norm
        for cell in subsets.others {
            let cell = Int(cell)
            let turned = gradient[cell] + SubgradientSteps.memory * direction[cell]
            direction[cell] = turned
            if (prices[cell] <= 0 && turned > 0) || (prices[cell] >= 1 && turned < 0) { continue }
            norm += turned * turned * problem.weights[cell]
        }
        norm += turnPairs(&pairGradient)
        guard norm > 0 else { return }
        let length = steps.length * max(value - target, 1e-9 * abs(value)) / norm
        for cell in subsets.others {
            let cell = Int(cell)
            prices[cell] = min(1, max(0, prices[cell] - length * direction[cell]))
        }
        for cell in subsets.cells {
            for place in problem.byCell.row(Int(cell)) {
                let most = problem.weights[Int(cell)] * problem.byCell.values[place]
                pairPrices[place] = min(most, max(0, pairPrices[place] - length * pairDirection[place] * most))
            }
        }
        rowPrices.move(length)
    }

    /// - Returns: the squared length of the direction.
    private mutating func turnPairs(_ gradient: inout [Double]) -> Double {
        if subsets.cells.isEmpty { return 0 }
        let problem = cover.problem
        var isPicked = [Bool](repeating: false, count: problem.candidateCount)
        for pick in picks { isPicked[pick] = true }
        var norm = 0.0
        for cell in subsets.cells {
            for place in problem.byCell.row(Int(cell)) {
                if isPicked[Int(problem.byCell.indices[place])] { gradient[place] += 1 }
                let turned = gradient[place] + SubgradientSteps.memory * pairDirection[place]
                pairDirection[place] = turned
                let most = problem.weights[Int(cell)] * problem.byCell.values[place]
                if (pairPrices[place] <= 0 && turned > 0) || (pairPrices[place] >= most && turned < 0) { continue }
                norm += turned * turned * most
            }
        }
        return norm
    }
}
