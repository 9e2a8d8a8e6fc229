public import Analysis

extension CoverProblem {
    /// A small problem: some weights are 0, some candidates fill nothing.
    ///
    /// - Parameter probabilities: that a_jc is drawn from.
    public static func random(
        cells: ClosedRange<Int>, candidates: ClosedRange<Int>, probabilities: [Double] = [1], fractions: Bool = false,
        _ generator: inout SeededGenerator
    ) -> CoverProblem {
        let cellCount = Int.random(in: cells, using: &generator)
        let candidateCount = Int.random(in: candidates, using: &generator)
        let share = Double.random(in: 0.05...0.5, using: &generator)
        var pairs: [Pair] = []
        for candidate in 0..<candidateCount {
            for cell in 0..<cellCount where Double.random(in: 0..<1, using: &generator) < share {
                let probability = probabilities.randomElement(using: &generator) ?? 1
                pairs.append(Pair(candidate: candidate, cell: cell, probability: probability))
            }
        }
        return CoverProblem(
            weights: (0..<cellCount).map { _ in
                let whole = Double(Int.random(in: 0...20, using: &generator))
                return fractions ? whole / 6291 : whole
            }, candidateCount: candidateCount, pairs: pairs.shuffled(using: &generator))
    }

    /// The best value of any set that keeps to the constraints, by trying them all; `nil` when none does.
    public func bestValue(_ constraints: CoverConstraints) -> Double? {
        let pairs = (0..<candidateCount).map { Array(zip(cells(of: $0), probabilities(of: $0))) }
        var best: Double?
        func tryAll(from candidate: Int, _ picks: [Int], _ open: [Double], _ value: Double) {
            guard picks.count <= constraints.size else { return }
            guard candidate < candidateCount else {
                if value > best ?? -1, constraints.allow(picks) { best = value }
                return
            }
            tryAll(from: candidate + 1, picks, open, value)
            var (rest, gain) = (open, 0.0)
            for (cell, probability) in pairs[candidate] {
                gain += rest[cell] * probability
                rest[cell] *= 1 - probability
            }
            tryAll(from: candidate + 1, picks + [candidate], rest, value + gain)
        }
        tryAll(from: 0, [], weights, 0)
        return best
    }

    public func bestValue(size: Int) -> Double { bestValue(CoverConstraints(size: size)) ?? 0 }
}

/// The kinds of a_jc that tests go through.
public enum Probabilities: CaseIterable, Sendable {
    case certain, alike, mixed

    public var values: [Double] {
        switch self {
        case .certain: [1]
        case .alike: [0.6]
        case .mixed: [0.05, 0.4, 0.7, 0.95, 1]
        }
    }
}
