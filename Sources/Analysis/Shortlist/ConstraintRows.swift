/// Budget and groups as linear rows, lower ≤ Σ_j A_rj x_j ≤ upper; the size is kept apart, since nearly all
/// have it alone.
struct ConstraintRows: Sendable {
    let lower: [Double]
    let upper: [Double]
    /// By candidate: the rows that it stands in.
    let byCandidate: SparseRows
    let size: Int

    var count: Int { lower.count }

    init(lower: [Double], upper: [Double], byCandidate: SparseRows, size: Int) {
        (self.lower, self.upper) = (lower, upper)
        self.byCandidate = byCandidate
        self.size = size
    }

    init(_ constraints: CoverConstraints, candidateCount: Int) {
        size = constraints.size
        var (lower, upper): ([Double], [Double]) = ([], [])
        var entries: [SparseRows.Entry] = []
        if let budget = constraints.budget {
            for candidate in 0..<candidateCount where constraints.costs[candidate] > 0 {
                entries.append(SparseRows.Entry(row: candidate, index: 0, value: constraints.costs[candidate]))
            }
            lower.append(-.infinity)
            upper.append(budget * (1 + CoverConstraints.tolerance))
        }
        for group in constraints.groups where group.atLeast > 0 || group.atMost != nil {
            for candidate in Set(group.members).sorted() {
                entries.append(SparseRows.Entry(row: candidate, index: lower.count, value: 1))
            }
            lower.append(group.atLeast > 0 ? Double(group.atLeast) : -.infinity)
            upper.append(group.atMost.map(Double.init) ?? .infinity)
        }
        (self.lower, self.upper) = (lower, upper)
        byCandidate = SparseRows(count: candidateCount, entries)
    }

    /// Whether a set keeps to the size and the rows.
    func allow(_ picks: [Int]) -> Bool {
        guard picks.count <= size else { return false }
        if count == 0 { return true }
        var used = [Double](repeating: 0, count: count)
        for pick in picks {
            for place in byCandidate.row(pick) { used[Int(byCandidate.indices[place])] += byCandidate.values[place] }
        }
        return used.indices.allSatisfy {
            used[$0] >= lower[$0] - CoverConstraints.tolerance && used[$0] <= upper[$0] + CoverConstraints.tolerance
        }
    }

    /// Whether no row by itself is impossible.
    var canBeMet: Bool {
        if count == 0 { return true }
        var most = [Double](repeating: 0, count: count)
        for (row, value) in zip(byCandidate.indices, byCandidate.values) { most[Int(row)] += value }
        return lower.indices.allSatisfy {
            upper[$0] >= -CoverConstraints.tolerance && most[$0] >= lower[$0] - CoverConstraints.tolerance
        }
    }
}
