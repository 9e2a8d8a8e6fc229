/// The table of the edits between the beginnings of two names, as far as they may be few: so many letters off its diagonal
/// as there may be edits (Ukkonen, "Algorithms for Approximate String Matching", 1985). Numbers above that are cut off.
struct EditBand {
    private let cells: UnsafeMutableBufferPointer<UInt8>
    private let most: Int
    /// Cells of a row; the last one is beyond the band, and so stands before the first one of the next row as well.
    private var width: Int { most * 2 + 2 }
    private var beyond: UInt8 { UInt8(truncatingIfNeeded: most + 1) }

    /// Calls `body` with the table, or with `nil` when there are more than `most` edits.
    ///
    /// - Parameter most: less than 250.
    static func with<Result>(
        _ a: NameEdits.Letters, _ b: NameEdits.Letters, most: Int, _ body: (EditBand?) -> Result
    ) -> Result {
        guard abs(a.count - b.count) <= most else { return body(nil) }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: (a.count + 1) * (most * 2 + 2)) { cells in
            let band = EditBand(cells: cells, most: most)
            return body(band.fill(a, b) ? band : nil)
        }
    }

    /// Edits between the first letters of both, so many of the one and of the other.
    subscript(i: Int, j: Int) -> UInt8 { abs(i - j) <= most ? cells[i * width + j - i + most] : beyond }

    /// - Returns: false when there are more edits than may be.
    private func fill(_ a: NameEdits.Letters, _ b: NameEdits.Letters) -> Bool {
        cells.initialize(repeating: beyond)
        for j in 0...min(most, b.count) { cells[most + j] = UInt8(truncatingIfNeeded: j) }
        for i in stride(from: 1, through: a.count, by: 1) {
            let row = i * width + most - i
            var least = beyond
            if i <= most {
                cells[row] = UInt8(truncatingIfNeeded: i)
                least = cells[row]
            }
            for j in stride(from: max(1, i - most), through: min(b.count, i + most), by: 1) {
                let place = row + j
                var best = min(cells[place - width + 1], cells[place - 1]) + 1
                best = min(best, cells[place - width] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, cells[place - width * 2] + 1)
                }
                cells[place] = min(best, beyond)
                least = min(least, best)
            }
            // Nor does a swap help, which skips this row: the row before has at most one edit less.
            if least == beyond { return false }
        }
        return self[a.count, b.count] < beyond
    }
}
