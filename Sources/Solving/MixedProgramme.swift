internal import CCbc
internal import Synchronization

/// A mixed-integer programme with columns between 0 and an upper bound, to be maximised, and what CBC makes of it.
struct MixedProgramme {
    struct Row {
        var entries: [(column: Int, value: Double)]
        var lower: Double
        var upper: Double
    }

    struct Column {
        var objective: Double
        var lower: Double
        var upper: Double
        var isInteger: Bool
    }

    /// When CBC gives up. Without a limit on time, what it finds doesn't depend on the clock.
    struct Limits {
        var nodes: Int
        var seconds: Double?
    }

    struct Outcome {
        /// Values of the columns.
        let values: [Double]
        /// No solution is worth more, within CBC's tolerances.
        let bound: Double
        let isOptimal: Bool
        let isInfeasible: Bool
    }

    private(set) var columns: [Column] = []
    private(set) var rows: [Row] = []

    /// - Returns: its place.
    @discardableResult
    mutating func addColumn(
        objective: Double, lower: Double = 0, upper: Double = 1, isInteger: Bool = false
    ) -> Int {
        columns.append(Column(objective: objective, lower: lower, upper: upper, isInteger: isInteger))
        return columns.count - 1
    }

    mutating func addRow(
        _ entries: [(column: Int, value: Double)], lower: Double = -.infinity, upper: Double = .infinity
    ) {
        rows.append(Row(entries: entries, lower: lower, upper: upper))
    }

    /// - Returns: `nil` when CBC has nothing to say.
    func solve(_ limits: Limits) -> Outcome? { Self.lock.withLock { _ in solveAlone(limits) } }

    /// CBC's C interface keeps state of its own: one solve at a time.
    private static let lock = Mutex(())

    private func solveAlone(_ limits: Limits) -> Outcome? {
        guard let model = Cbc_newModel() else { return nil }
        defer { Cbc_deleteModel(model) }
        load(into: model)
        for (index, column) in columns.enumerated() where column.isInteger { Cbc_setInteger(model, Int32(index)) }
        Cbc_setObjSense(model, -1)
        Cbc_setLogLevel(model, 0)
        Cbc_setParameter(model, "maxNodes", "\(limits.nodes)")
        Cbc_setParameter(model, "threads", "0")
        if let seconds = limits.seconds { Cbc_setParameter(model, "seconds", "\(seconds)") }
        Cbc_solve(model)
        guard let solution = Cbc_getColSolution(model) else { return nil }
        let isOptimal = Cbc_isProvenOptimal(model) != 0
        return Outcome(
            values: columns.indices.map { solution[$0] }, bound: Cbc_getBestPossibleObjValue(model),
            isOptimal: isOptimal, isInfeasible: !isOptimal && Cbc_isProvenInfeasible(model) != 0)
    }

    private func load(into model: UnsafeMutableRawPointer) {
        var starts = [CoinBigIndex](repeating: 0, count: columns.count + 1)
        for row in rows { for entry in row.entries { starts[entry.column + 1] += 1 } }
        for column in columns.indices { starts[column + 1] += starts[column] }
        var next = starts
        var indices = [Int32](repeating: 0, count: Int(starts[columns.count]))
        var values = [Double](repeating: 0, count: indices.count)
        for (index, row) in rows.enumerated() {
            for entry in row.entries {
                let place = Int(next[entry.column])
                next[entry.column] += 1
                indices[place] = Int32(index)
                values[place] = entry.value
            }
        }
        Cbc_loadProblem(
            model, Int32(columns.count), Int32(rows.count), starts, indices, values, columns.map(\.lower),
            columns.map(\.upper), columns.map(\.objective), rows.map(\.lower), rows.map(\.upper))
    }
}
