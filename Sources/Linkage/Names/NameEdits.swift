/// The letters by which one name differs from another.
enum NameEdits {
    enum Edit: Equatable {
        /// One of the names has it more.
        case inserted(UInt16, isInside: Bool)
        case replaced(UInt16, UInt16)
        case swapped
    }

    typealias Letters = UnsafeBufferPointer<UInt16>

    /// Whether at most `most` edits lead from one to the other. What both have at their ends changes nothing in it, so
    /// that what stands between is enough.
    static func areWithin(_ most: Int, _ a: Letters, _ b: Letters) -> Bool {
        EditBand.with(a, b, most: most) { $0 != nil }
    }

    /// The fewest edits (optimal string alignment), from the end; `nil` when there are more than `most`.
    ///
    static func between(_ a: Letters, _ b: Letters, most: Int) -> [Edit]? {
        EditBand.with(a, b, most: most) { $0.map { edits(a, b, $0) } }
    }

    private static func edits(_ a: Letters, _ b: Letters, _ band: EditBand) -> [Edit] {
        var (i, j) = (a.count, b.count)
        var edits: [Edit] = []
        while i > 0 || j > 0 {
            let here = band[i, j]
            if i > 0, j > 0, a[i - 1] == b[j - 1], band[i - 1, j - 1] == here {
                (i, j) = (i - 1, j - 1)
            } else if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1], band[i - 2, j - 2] + 1 == here {
                edits.append(.swapped)
                (i, j) = (i - 2, j - 2)
            } else if i > 0, j > 0, band[i - 1, j - 1] + 1 == here {
                edits.append(.replaced(a[i - 1], b[j - 1]))
                (i, j) = (i - 1, j - 1)
            } else if i > 0, band[i - 1, j] + 1 == here {
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
