internal import BenchmarkSupport
internal import Model
internal import Tabular

/// The measures that a tool wrote, column by column.
struct ResultTable {
    private var columns: [String: [Double]] = [:]

    /// - Parameter path: a CSV with `id` in the order of the demand; a cell without a number is 0, which is what others
    ///   mean by it.
    init(_ path: String) throws {
        let reader = try TableReader(path: path, name: path)
        var row = Row()
        guard try reader.next(into: &row) else { throw BenchmarkError("\(path) is empty") }
        let titles = (0..<row.count).map { row[$0] }
        var values = titles.map { _ in [Double]() }
        while try reader.next(into: &row) {
            for column in titles.indices { values[column].append(Double(row[column]) ?? 0) }
        }
        for (title, column) in zip(titles, values) { columns[title] = column }
    }

    func sum(_ title: String) -> Double { columns[title]?.reduce(0, +) ?? 0 }

    /// The largest relative difference of each measure that both have: `e2sfca 1.2e-14, count 0.0`.
    func difference(from other: ResultTable) throws -> String {
        let titles = ["e2sfca", "bfca", "count"].filter { columns[$0] != nil && other.columns[$0] != nil }
        return try titles.map { title in
            let (a, b) = (columns[title] ?? [], other.columns[title] ?? [])
            guard a.count == b.count else { throw BenchmarkError("\(a.count) rows against \(b.count)") }
            let largest = zip(a, b).reduce(0) { largest, pair in
                pair.0 == pair.1
                    ? largest : max(largest, abs(pair.0 - pair.1) / max(abs(pair.0), abs(pair.1)))
            }
            return "\(title) \(Self.scientific(largest))"
        }.joined(separator: ", ")
    }

    /// `2e-14`
    private static func scientific(_ value: Double) -> String {
        guard value > 0 else { return "0" }
        var (digits, exponent) = (value, 0)
        while digits < 1 { (digits, exponent) = (digits * 10, exponent - 1) }
        return exponent == 0 ? value.text(decimals: 2) : "\(digits.text(decimals: 0))e\(exponent)"
    }
}
