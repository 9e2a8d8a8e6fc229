/// A sparse matrix by rows (compressed sparse rows): one flat array for the indices and one for the values.
struct SparseRows: Sendable {
    struct Entry {
        let row: Int
        let index: Int
        let value: Double
    }

    /// Where each row begins, and behind the last one the number of entries.
    private(set) var starts: [Int32]
    private(set) var indices: [Int32]
    private(set) var values: [Double]

    var count: Int { starts.count - 1 }

    /// The places of a row's entries in ``indices`` and ``values``.
    @inline(__always)
    func row(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

    /// Without the checks of every access, for loops that run over all of it many times.
    @inline(__always)
    func withPointers<R>(
        _ body: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Double>) -> R
    ) -> R {
        starts.withUnsafeBufferPointer { starts in
            indices.withUnsafeBufferPointer { indices in
                values.withUnsafeBufferPointer { body(starts, indices, $0) }
            }
        }
    }

    /// - Parameter entries: in any order; those of a row keep theirs.
    init(count: Int, _ entries: [Entry]) {
        self.init(count: count, places: entries.count) { entries[$0] }
    }

    /// No sequence of entries: shortlists make many of these, and a generic one is slow where it isn't specialised.
    ///
    /// - Parameter entry: the one at a place below `places`, `nil` for none; asked for twice.
    init(count: Int, places: Int, entry: (Int) -> Entry?) {
        var starts = [Int32](repeating: 0, count: count + 1)
        for place in 0..<places {
            if let entry = entry(place) { starts[entry.row + 1] += 1 }
        }
        for row in 0..<count { starts[row + 1] += starts[row] }
        let size = Int(starts[count])
        var next = starts
        var indices = [Int32](repeating: 0, count: size)
        var values = [Double](repeating: 0, count: size)
        for place in 0..<places {
            guard let entry = entry(place) else { continue }
            let target = Int(next[entry.row])
            next[entry.row] += 1
            indices[target] = Int32(entry.index)
            values[target] = entry.value
        }
        (self.starts, self.indices, self.values) = (starts, indices, values)
    }

    init(starts: [Int32], indices: [Int32], values: [Double]) {
        (self.starts, self.indices, self.values) = (starts, indices, values)
    }

    /// Rows as indices and indices as rows; the entries of a row ascend.
    func transposed(count: Int) -> SparseRows {
        var starts = [Int32](repeating: 0, count: count + 1)
        for index in indices { starts[Int(index) + 1] += 1 }
        for row in 0..<count { starts[row + 1] += starts[row] }
        var next = starts
        var rows = [Int32](repeating: 0, count: indices.count)
        var moved = [Double](repeating: 0, count: indices.count)
        withPointers { from, indices, values in
            for row in 0..<self.count {
                for place in Int(from[row])..<Int(from[row + 1]) {
                    let index = Int(indices[place])
                    let target = Int(next[index])
                    next[index] += 1
                    rows[target] = Int32(row)
                    moved[target] = values[place]
                }
            }
        }
        return SparseRows(starts: starts, indices: rows, values: moved)
    }

    /// Each row with ascending indices; of doubles the first stays.
    func sortedByIndex() -> SparseRows {
        let isSorted = (0..<count).allSatisfy { row in
            self.row(row).dropLast().allSatisfy { self.indices[$0] < self.indices[$0 + 1] }
        }
        guard !isSorted else { return self }
        var (starts, indices, values): ([Int32], [Int32], [Double]) = ([0], [], [])
        for row in 0..<count {
            var last: Int32?
            for place in self.row(row).sorted(by: { (self.indices[$0], $0) < (self.indices[$1], $1) })
            where self.indices[place] != last {
                last = self.indices[place]
                indices.append(self.indices[place])
                values.append(self.values[place])
            }
            starts.append(Int32(indices.count))
        }
        return SparseRows(starts: starts, indices: indices, values: values)
    }

    /// Each row with the largest values first; equal ones keep their order.
    func sortedByValue() -> SparseRows {
        var sorted = self
        for row in 0..<count {
            let places = self.row(row)
            guard !places.dropLast().allSatisfy({ values[$0] >= values[$0 + 1] }) else { continue }
            for (place, from) in zip(places, places.sorted(by: { (values[$1], $0) < (values[$0], $1) })) {
                sorted.indices[place] = indices[from]
                sorted.values[place] = values[from]
            }
        }
        return sorted
    }
}
