/// The names that a person may have meant.
public enum NearestNames {
    /// Titles compare without regard to width, spaces, line breaks and case.
    public static func titleKey(_ title: String) -> String { Width.foldedWithoutSpaces(title).lowercased() }

    /// What to show a person whose name is none of the candidates: the nearest ones, or the first of all.
    public static func suggestions(for name: String, among candidates: [String]) -> [String] {
        let nearest = nearest(to: name, among: candidates)
        return nearest.isEmpty ? Array(candidates.prefix(20)) : nearest
    }

    /// The nearest of `candidates`, best first, by edit distance over the longer length; those that share nothing are
    /// left out.
    public static func nearest(to name: String, among candidates: some Sequence<String>, limit: Int = 3) -> [String] {
        let wanted = Array(titleKey(name).unicodeScalars)
        return
            candidates.enumerated()
            .map { offset, candidate -> (score: Double, offset: Int, name: String) in
                let other = Array(titleKey(candidate).unicodeScalars)
                let distance = EditDistance.between(wanted, other)
                return (Double(distance) / Double(max(wanted.count, other.count, 1)), offset, candidate)
            }
            .filter { $0.score < 1 && !$0.name.isEmpty }
            .sorted { ($0.score, $0.offset) < ($1.score, $1.offset) }
            .prefix(limit).map(\.name)
    }
}

/// How many insertions, deletions, replacements and swaps of neighbours turn one text into another
/// (optimal string alignment; Damerau 1964, Levenshtein 1966).
public enum EditDistance {
    public static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }

    public static func between(_ a: String, _ b: String) -> Int {
        between(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }
}
