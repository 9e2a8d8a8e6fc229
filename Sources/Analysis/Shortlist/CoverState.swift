/// A set of candidates on its way, with what each further one would add; kept up to date as candidates come and go.
struct CoverState {
    let problem: CoverProblem
    let rows: ConstraintRows
    private(set) var picks: [Int] = []
    private(set) var isPicked: [Bool]
    /// w_c · Π (1 − a_jc) over the picks.
    private(set) var open: [Double]
    /// What a candidate that isn't picked would add: Σ_c open_c · a_jc.
    private(set) var gains: [Double]
    /// What the picks use of each row.
    private(set) var used: [Double]
    /// What counts as adding something, above the errors of sums.
    let leastGain: Double

    init(_ problem: CoverProblem, _ rows: ConstraintRows) {
        self.problem = problem
        self.rows = rows
        isPicked = [Bool](repeating: false, count: problem.candidateCount)
        open = problem.weights
        gains = [Double](repeating: 0, count: problem.candidateCount)
        used = [Double](repeating: 0, count: rows.count)
        leastGain = 1e-12 * (problem.weights.max() ?? 0)
        refreshGains()
    }

    /// The rest of all weights is what the picks fill.
    var value: Double {
        var value = 0.0
        for cell in problem.weights.indices { value += problem.weights[cell] - open[cell] }
        return value
    }

    mutating func add(_ candidate: Int) {
        isPicked[candidate] = true
        picks.append(candidate)
        use(candidate, 1)
        let pairs = problem.byCandidate
        for place in pairs.row(candidate) {
            let cell = Int(pairs.indices[place])
            guard open[cell] > 0 else { continue }
            set(cell, to: open[cell] * (1 - pairs.values[place]))
        }
    }

    mutating func remove(_ candidate: Int) {
        guard let place = picks.firstIndex(of: candidate) else { return }
        isPicked[candidate] = false
        picks.remove(at: place)
        use(candidate, -1)
        for place in problem.byCandidate.row(candidate) {
            let cell = Int(problem.byCandidate.indices[place])
            set(cell, to: problem.weights[cell] * problem.open(cell: cell, isPicked))
        }
    }

    /// open_c if a pick went away, given that it fills the cell.
    func open(cell: Int, without candidate: Int, probability: Double) -> Double {
        if open[cell] > 0, probability < 1 { return open[cell] / (1 - probability) }
        var open = problem.weights[cell]
        let pairs = problem.byCell
        for place in pairs.row(cell) {
            let other = Int(pairs.indices[place])
            if isPicked[other], other != candidate {
                open *= 1 - pairs.values[place]
                if open == 0 { break }
            }
        }
        return open
    }

    /// Sums that were kept up to date lose digits.
    mutating func refreshGains() {
        let pairs = problem.byCandidate
        for candidate in gains.indices {
            var gain = 0.0
            for place in pairs.row(candidate) { gain += open[Int(pairs.indices[place])] * pairs.values[place] }
            gains[candidate] = gain
        }
    }

    @inline(__always)
    private mutating func set(_ cell: Int, to value: Double) {
        let change = value - open[cell]
        guard change != 0 else { return }
        open[cell] = value
        let pairs = problem.byCell
        for place in pairs.row(cell) { gains[Int(pairs.indices[place])] += change * pairs.values[place] }
    }

    private mutating func use(_ candidate: Int, _ sign: Double) {
        for place in rows.byCandidate.row(candidate) {
            used[Int(rows.byCandidate.indices[place])] += sign * rows.byCandidate.values[place]
        }
    }

    // MARK: - Constraints

    /// Whether the upper bounds of the rows leave room for a candidate, once another is gone.
    func hasRoom(for candidate: Int, without gone: Int? = nil) -> Bool {
        if rows.count == 0 { return true }
        for place in rows.byCandidate.row(candidate) {
            let row = Int(rows.byCandidate.indices[place])
            let rest = used[row] - (gone.map { amount(of: $0, in: row) } ?? 0)
            if rest + rows.byCandidate.values[place] > rows.upper[row] + CoverConstraints.tolerance { return false }
        }
        return true
    }

    /// Whether the lower bounds still hold when a pick goes and another candidate comes.
    func mayGo(_ gone: Int, for newcomer: Int?) -> Bool {
        if rows.count == 0 { return true }
        for place in rows.byCandidate.row(gone) {
            let row = Int(rows.byCandidate.indices[place])
            let rest = used[row] - rows.byCandidate.values[place] + (newcomer.map { amount(of: $0, in: row) } ?? 0)
            if rest < rows.lower[row] - CoverConstraints.tolerance { return false }
        }
        return true
    }

    var keepsLowerBounds: Bool {
        used.indices.allSatisfy { used[$0] >= rows.lower[$0] - CoverConstraints.tolerance }
    }

    private func amount(of candidate: Int, in row: Int) -> Double {
        for place in rows.byCandidate.row(candidate) where Int(rows.byCandidate.indices[place]) == row {
            return rows.byCandidate.values[place]
        }
        return 0
    }
}
