internal import Analysis

/// An expected cover as a mixed-integer programme, improved by tangents until it is exact at its own best set (outer
/// approximation, Duran and Grossmann 1986).
///
///     maximise   Σ_c w_c Σ_k P_ck y_ck
///     subject to Σ_k y_ck ≤ Σ_j a_jc x_j                      for every cell c
///                Σ_j x_j ≤ K, budget and groups
///                x_j ∈ {0, 1}, 0 ≤ y_ck ≤ a_(k)c
///
/// with a_(1)c ≥ a_(2)c ≥ … the cell's probabilities and P_ck what is open after the first k − 1 of them. With every
/// a_jc = 1 it is the maximal covering location problem (Church and ReVelle 1974). Elsewhere the left side is too large
/// for some sets, and for a set S the tangent on u_c = Σ_j −ln(1 − a_jc) x_j,
///
///     Σ_k P_ck y_ck ≤ 1 − e^(−u_S) + e^(−u_S) (u_c − u_S),
///
/// puts it right.
struct CoverProgramme {
    private let cover: OpenCover
    private var programme = MixedProgramme()
    /// Cells that need tangents, with the columns and slopes of their segments.
    private var curved: [(cell: Int, segments: [(column: Int, slope: Double)])] = []
    private let scale: Double

    init(_ cover: OpenCover) {
        self.cover = cover
        let problem = cover.problem
        // CBC's tolerances are absolute, and needs that add up to 1 would drown in them.
        scale = 1000 / max(problem.weights.max() ?? 1, 1e-300)
        var own = [Double](repeating: 0, count: problem.candidateCount)
        let coverers = problem.weights.indices.map { cover.coverers(of: $0) }
        for (cell, coverers) in coverers.enumerated() {
            if coverers.count == 1, let only = coverers.first {
                own[only.candidate] += problem.weights[cell] * only.probability
            }
        }
        for gain in own { programme.addColumn(objective: gain * scale, isInteger: true) }
        for (cell, coverers) in coverers.enumerated() where coverers.count > 1 { addCell(cell, coverers) }
        programme.addRow(own.indices.map { ($0, 1) }, upper: Double(cover.size))
        addRows()
    }

    private mutating func addCell(_ cell: Int, _ coverers: [(candidate: Int, probability: Double)]) {
        var open = 1.0
        var segments: [(column: Int, slope: Double)] = []
        for coverer in coverers where open > 1e-9 {
            let column = programme.addColumn(
                objective: cover.problem.weights[cell] * scale * open, upper: coverer.probability)
            segments.append((column, open))
            open *= 1 - coverer.probability
        }
        programme.addRow(
            segments.map { ($0.column, 1) } + coverers.map { ($0.candidate, -$0.probability) }, upper: 0)
        if coverers.first?.probability != coverers.last?.probability { curved.append((cell, segments)) }
    }

    private mutating func addRows() {
        var entries = cover.rowLower.map { _ in [(column: Int, value: Double)]() }
        for (candidate, rows) in cover.rowEntries.enumerated() {
            for row in rows { entries[row.row].append((candidate, row.value)) }
        }
        for (row, entries) in entries.enumerated() {
            programme.addRow(entries, lower: cover.rowLower[row], upper: cover.rowUpper[row])
        }
    }

    /// - Parameter rounds: how often tangents are added at most.
    /// - Returns: `nil` when CBC has nothing to give; the bound is of the whole, with the base.
    mutating func solve(_ limits: MixedProgramme.Limits, rounds: Int) -> OpenCover.Answer? {
        var best: [Int] = cover.start
        var value = cover.problem.value(of: best)
        var bound = Double.infinity
        for _ in 0..<rounds {
            guard let outcome = programme.solve(limits) else { break }
            bound = min(bound, outcome.bound / scale)
            let picks = (0..<cover.problem.candidateCount).filter { outcome.values[$0] > 0.5 }
            guard picks.count <= cover.size else { break }
            let reached = cover.problem.value(of: picks)
            if reached > value { (best, value) = (picks, reached) }
            if !outcome.isOptimal || bound <= value * (1 + 1e-9) || !addTangents(at: picks) { break }
        }
        return bound.isFinite ? OpenCover.Answer(picks: best, bound: cover.base + max(bound, 0)) : nil
    }

    /// - Returns: whether there was any that says something new.
    private mutating func addTangents(at picks: [Int]) -> Bool {
        let picked = Set(picks)
        var added = false
        for (cell, segments) in curved {
            let coverers = cover.coverers(of: cell)
            let chosen = coverers.filter { picked.contains($0.candidate) }
            let open = chosen.reduce(1) { $0 * (1 - $1.probability) }
            guard open > 0, claimed(chosen.reduce(0) { $0 + $1.probability }, segments) > 1 - open + 1e-9 else {
                continue
            }
            let exponent = -MathFunctions.log(open)
            let tangent = coverers.map { coverer -> (column: Int, value: Double) in
                // The tangent would be infinite for those who fill the cell by themselves; this much is enough.
                let slope =
                    coverer.probability < 1 ? -MathFunctions.log(1 - coverer.probability) : 1 + exponent
                return (coverer.candidate, -open * slope)
            }
            programme.addRow(
                segments.map { ($0.column, $0.slope) } + tangent, upper: 1 - open - open * exponent)
            added = true
        }
        return added
    }

    /// What the segments make of a sum of probabilities.
    private func claimed(_ sum: Double, _ segments: [(column: Int, slope: Double)]) -> Double {
        var (rest, claimed) = (sum, 0.0)
        for segment in segments {
            let part = min(rest, programme.columns[segment.column].upper)
            claimed += part * segment.slope
            rest -= part
        }
        return claimed
    }
}
