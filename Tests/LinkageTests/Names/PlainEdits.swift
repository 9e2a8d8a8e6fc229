@testable import Linkage

/// Edits by the whole table, as the textbook has them.
enum PlainEdits {
    /// From the end, as many as are needed.
    static func between(_ a: [UInt16], _ b: [UInt16]) -> [NameEdits.Edit] {
        let table = table(a, b)
        var (i, j) = (a.count, b.count)
        var edits: [NameEdits.Edit] = []
        while i > 0 || j > 0 {
            let here = table[i][j]
            if i > 0, j > 0, a[i - 1] == b[j - 1], table[i - 1][j - 1] == here {
                (i, j) = (i - 1, j - 1)
            } else if isSwap(a, b, i, j), table[i - 2][j - 2] + 1 == here {
                edits.append(.swapped)
                (i, j) = (i - 2, j - 2)
            } else if i > 0, j > 0, table[i - 1][j - 1] + 1 == here {
                edits.append(.replaced(a[i - 1], b[j - 1]))
                (i, j) = (i - 1, j - 1)
            } else if i > 0, table[i - 1][j] + 1 == here {
                edits.append(.inserted(a[i - 1], isInside: i > 1 && i < a.count))
                i -= 1
            } else {
                edits.append(.inserted(b[j - 1], isInside: j > 1 && j < b.count))
                j -= 1
            }
        }
        return edits
    }

    private static func table(_ a: [UInt16], _ b: [UInt16]) -> [[Int]] {
        var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count {
                guard i > 0, j > 0 else {
                    table[i][j] = i + j
                    continue
                }
                table[i][j] = min(
                    table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if isSwap(a, b, i, j) { table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1) }
            }
        }
        return table
    }

    private static func isSwap(_ a: [UInt16], _ b: [UInt16], _ i: Int, _ j: Int) -> Bool {
        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]
    }
}
