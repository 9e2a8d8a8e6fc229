/// Tells comma, tab and semicolon apart by how evenly they cut the first records.
enum DelimiterDetection {
    private static let recordsLookedAt = 50

    /// The delimiter of the text; comma where nothing speaks for another.
    static func detect(_ text: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> UInt8 {
        guard let base = text.baseAddress else { return UInt8(ascii: ",") }
        let comma = evenness(of: UInt8(ascii: ","), base, text.count, isWhole)
        let tab = evenness(of: UInt8(ascii: "\t"), base, text.count, isWhole)
        let semicolon = evenness(of: UInt8(ascii: ";"), base, text.count, isWhole)
        // Nobody types a tab into a cell, so notes above the header don't speak against it.
        if tab.cuts > 0, tab.isFirstCut || comma.cuts == 0, tab > comma, tab > semicolon { return UInt8(ascii: "\t") }
        // Semicolons also join the choices within a cell, so they have to cut the header as well.
        if semicolon.isFirst, semicolon.share > 0.8, semicolon > comma { return UInt8(ascii: ";") }
        return UInt8(ascii: ",")
    }

    private struct Evenness {
        /// The most common number of delimiters, 0 where there are none.
        var cuts = 0
        /// Share of the records that have so many.
        var share = 0.0
        /// Whether the first record has so many.
        var isFirst = false
        /// Whether the first record with any has so many.
        var isFirstCut = false

        static func > (a: Evenness, b: Evenness) -> Bool { (a.share, a.cuts) > (b.share, b.cuts) }
    }

    private static func evenness(
        of delimiter: UInt8, _ base: UnsafePointer<UInt8>, _ count: Int, _ isWhole: Bool
    ) -> Evenness {
        let counts = delimiterCounts(delimiter, base, count, isWhole)
        guard !counts.isEmpty else { return Evenness() }
        var frequency: [Int: Int] = [:]
        for cuts in counts where cuts > 0 { frequency[cuts, default: 0] += 1 }
        guard let best = frequency.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return Evenness() }
        return Evenness(
            cuts: best.key, share: Double(best.value) / Double(counts.count), isFirst: counts[0] == best.key,
            isFirstCut: counts.first { $0 > 0 } == best.key)
    }

    /// Delimiters in each of the first records that hold any text.
    private static func delimiterCounts(
        _ delimiter: UInt8, _ base: UnsafePointer<UInt8>, _ count: Int, _ isWhole: Bool
    ) -> [Int] {
        let scanner = RecordScanner(delimiter: delimiter)
        var (spans, escaped): ([Row.Span], [Int]) = ([], [])
        var counts: [Int] = []
        var start = 0
        while start < count, counts.count < recordsLookedAt {
            spans.removeAll(keepingCapacity: true)
            let outcome = scanner.scan(
                base, from: start, to: count, isLast: isWhole, spans: &spans, escaped: &escaped)
            guard case .record(_, let next) = outcome else { break }
            if !spans.isEmpty { counts.append(spans.count - 1) }
            start = next
        }
        return counts
    }
}
