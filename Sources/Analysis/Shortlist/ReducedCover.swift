/// What is left of a problem once some candidates are in for sure and others out for sure: the cells as those leave them.
struct ReducedCover: Sendable {
    /// Of the free candidates alone.
    let problem: CoverProblem
    /// How many may still be picked, and what rows leave for them.
    let rows: ConstraintRows
    /// Candidates of the whole problem, by place in the reduced one.
    let candidates: [Int]
    /// Of the whole problem.
    let picked: [Int]
    /// Value of those that are picked.
    let base: Double
    /// By entry of the reduced problem's cells: the entry of the whole one's; of cells that were put together, the first's.
    let sources: [Int32]

    /// - Parameters:
    ///   - free: ascending.
    ///   - merges: whether cells with the same candidates are put together.
    init(_ whole: CoverProblem, _ rows: ConstraintRows, picked: [Int], free: [Int], merges: Bool) {
        var isPicked = [Bool](repeating: false, count: whole.candidateCount)
        for candidate in picked { isPicked[candidate] = true }
        var places = [Int32](repeating: -1, count: whole.candidateCount)
        for (place, candidate) in free.enumerated() { places[candidate] = Int32(place) }
        var cells = CellList(capacity: whole.pairCount)
        var base = 0.0
        whole.byCell.withPointers { starts, indices, values in
            for cell in 0..<whole.cellCount where whole.weights[cell] > 0 {
                var open = whole.weights[cell]
                for entry in Int(starts[cell])..<Int(starts[cell + 1]) {
                    let candidate = Int(indices[entry])
                    if isPicked[candidate] {
                        open *= 1 - values[entry]
                    } else if places[candidate] >= 0 {
                        cells.append(places[candidate], values[entry], from: Int32(entry))
                    }
                }
                base += whole.weights[cell] - open
                cells.end(weight: open, merges: merges)
            }
        }
        problem = CoverProblem(weights: cells.weights, candidateCount: free.count, byCell: cells.rows)
        self.rows = rows.restricted(to: free, after: picked)
        candidates = free
        self.picked = picked
        self.base = base
        sources = cells.sources
    }

    /// A reduction of a reduction, in terms of the whole problem.
    init(_ inner: ReducedCover, inside outer: ReducedCover) {
        problem = inner.problem
        rows = inner.rows
        candidates = inner.candidates.map { outer.candidates[$0] }
        picked = outer.picked + inner.picked.map { outer.candidates[$0] }
        base = outer.base + inner.base
        sources = inner.sources
    }
}

/// Cells in the making, one entry after another.
private struct CellList {
    private(set) var weights: [Double] = []
    private var starts: [Int32] = [0]
    private var indices: [Int32] = []
    private var values: [Double] = []
    private(set) var sources: [Int32] = []
    /// Cells by a hash of their entries; those of one hash are chained.
    private var known: [UInt64: Int32] = [:]
    private var next: [Int32] = []

    init(capacity: Int) {
        indices.reserveCapacity(capacity)
        values.reserveCapacity(capacity)
        sources.reserveCapacity(capacity)
    }

    var rows: SparseRows { SparseRows(starts: starts, indices: indices, values: values) }

    mutating func append(_ candidate: Int32, _ value: Double, from source: Int32) {
        indices.append(candidate)
        values.append(value)
        sources.append(source)
    }

    /// Ends a cell; one without weight or candidates is left out.
    mutating func end(weight: Double, merges: Bool) {
        let start = Int(starts[starts.count - 1])
        guard weight > 0, indices.count > start else { return drop(from: start) }
        if merges {
            let hash = hash(from: start)
            var other = known[hash] ?? -1
            while other >= 0 {
                if equals(Int(other), from: start) {
                    weights[Int(other)] += weight
                    return drop(from: start)
                }
                other = next[Int(other)]
            }
            next.append(known[hash] ?? -1)
            known[hash] = Int32(weights.count)
        }
        weights.append(weight)
        starts.append(Int32(indices.count))
    }

    private mutating func drop(from start: Int) {
        indices.removeLast(indices.count - start)
        values.removeLast(values.count - start)
        sources.removeLast(sources.count - start)
    }

    private func hash(from start: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for place in start..<indices.count {
            hash = (hash ^ UInt64(UInt32(bitPattern: indices[place]))) &* 0x100_0000_01B3
            hash = (hash ^ values[place].bitPattern) &* 0x100_0000_01B3
            hash ^= hash >> 29
        }
        return hash
    }

    private func equals(_ cell: Int, from start: Int) -> Bool {
        let known = Int(starts[cell])..<Int(starts[cell + 1])
        guard known.count == indices.count - start else { return false }
        return zip(known, start...).allSatisfy { indices[$0] == indices[$1] && values[$0] == values[$1] }
    }
}

extension ConstraintRows {
    /// What the rows leave for other candidates once some are picked.
    func restricted(to free: [Int], after picked: [Int]) -> ConstraintRows {
        var used = [Double](repeating: 0, count: count)
        for candidate in picked {
            for place in byCandidate.row(candidate) {
                used[Int(byCandidate.indices[place])] += byCandidate.values[place]
            }
        }
        guard count > 0 else {
            return ConstraintRows(
                lower: [], upper: [], byCandidate: SparseRows(count: free.count, []), size: size - picked.count)
        }
        return ConstraintRows(
            lower: zip(lower, used).map { $0 - $1 }, upper: zip(upper, used).map { $0 - $1 },
            byCandidate: SparseRows(
                count: free.count,
                free.enumerated().flatMap { place, candidate in
                    byCandidate.row(candidate).map {
                        SparseRows.Entry(
                            row: place, index: Int(byCandidate.indices[$0]), value: byCandidate.values[$0])
                    }
                }), size: size - picked.count)
    }
}
