internal import Glibc
internal import Model

/// Which numbers the labels of a question have when there are more numbers than labels: an option that nobody chose by
/// its label is missing somewhere.
struct CodePlaces {
    /// Rows by label, in the order of the questionnaire.
    let labelCounts: [Int]
    /// Rows by code.
    let codeCounts: [Int: Int]
    /// Whether the last label is その他, which has the last number.
    let endsWithOther: Bool

    /// Most numbers without a label that are looked for.
    private static let mostMissing = 3

    /// Increasing codes, one for each label: those under which the answers by number are likeliest, given how often the
    /// labels were chosen (multinomial likelihood, half an answer added to each option). `nil` where too many are missing.
    func codes() -> [Int]? {
        let largest = codeCounts.keys.filter { $0 > 0 }.max() ?? 0
        guard largest > labelCounts.count, largest - labelCounts.count <= Self.mostMissing, !labelCounts.isEmpty else {
            return nil
        }
        var best: (codes: [Int], likelihood: Double)?
        for missing in Self.choices(of: largest - labelCounts.count, from: Array(1...largest)) {
            let codes = (1...largest).filter { !missing.contains($0) }
            if endsWithOther, codes.last != largest { continue }
            let likelihood = likelihood(codes, largest: largest)
            if likelihood > best?.likelihood ?? -.infinity { best = (codes, likelihood) }
        }
        return best?.codes
    }

    private func likelihood(_ codes: [Int], largest: Int) -> Double {
        let total = Double(labelCounts.reduce(0, +)) + 0.5 * Double(largest)
        var shares = Array(repeating: 0.5 / total, count: largest + 1)
        for (code, count) in zip(codes, labelCounts) { shares[code] = (Double(count) + 0.5) / total }
        return codeCounts.reduce(0) { sum, entry in
            shares.indices.contains(entry.key) && entry.key > 0
                ? sum + Double(entry.value) * log(shares[entry.key]) : sum
        }
    }

    private static func choices(of count: Int, from numbers: [Int]) -> [[Int]] {
        if count == 0 { return [[]] }
        return numbers.indices.flatMap { index in
            choices(of: count - 1, from: Array(numbers[(index + 1)...])).map { [numbers[index]] + $0 }
        }
    }
}
