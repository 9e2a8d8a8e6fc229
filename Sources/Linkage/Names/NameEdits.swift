/// The letters by which one name differs from another.
enum NameEdits {
    enum Edit: Equatable {
        /// One of the names has it more.
        case inserted(UInt16, isInside: Bool)
        case replaced(UInt16, UInt16)
        case swapped
    }

    /// The fewest edits (optimal string alignment), `nil` when there are more than `most`.
    static func between(_ first: ArraySlice<UInt16>, _ second: ArraySlice<UInt16>, most: Int) -> [Edit]? {
        let (a, b) = (Array(first), Array(second))
        let width = b.count + 1
        var table = [UInt8](repeating: 0, count: (a.count + 1) * width)
        for j in 0...b.count { table[j] = UInt8(clamping: j) }
        for i in 1...a.count {
            table[i * width] = UInt8(clamping: i)
            var least = table[i * width]
            for j in 1...b.count {
                var best = min(table[(i - 1) * width + j], table[i * width + j - 1]) + 1
                best = min(best, table[(i - 1) * width + j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, table[(i - 2) * width + j - 2] + 1)
                }
                table[i * width + j] = best
                least = min(least, best)
            }
            if Int(least) > most + 1 { return nil }
        }
        guard Int(table[a.count * width + b.count]) <= most else { return nil }
        return edits(a, b, table, width)
    }

    private static func edits(_ a: [UInt16], _ b: [UInt16], _ table: [UInt8], _ width: Int) -> [Edit] {
        var (i, j) = (a.count, b.count)
        var edits: [Edit] = []
        while i > 0 || j > 0 {
            let here = table[i * width + j]
            if i > 0, j > 0, a[i - 1] == b[j - 1], table[(i - 1) * width + j - 1] == here {
                (i, j) = (i - 1, j - 1)
            } else if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1],
                table[(i - 2) * width + j - 2] + 1 == here
            {
                edits.append(.swapped)
                (i, j) = (i - 2, j - 2)
            } else if i > 0, j > 0, table[(i - 1) * width + j - 1] + 1 == here {
                edits.append(.replaced(a[i - 1], b[j - 1]))
                (i, j) = (i - 1, j - 1)
            } else if i > 0, table[(i - 1) * width + j] + 1 == here {
                edits.append(.inserted(a[i - 1], isInside: i > 1 && i < a.count))
                i -= 1
            } else {
                edits.append(.inserted(b[j - 1], isInside: j > 1 && j < b.count))
                j -= 1
            }
        }
        return edits
    }
}
