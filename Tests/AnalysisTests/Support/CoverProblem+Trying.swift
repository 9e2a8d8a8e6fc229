import Analysis
import TestSupport

extension CoverProblem {
    /// A small problem with whole weights, some of them 0, and some candidates that fill nothing.
    static func random(
        cells: ClosedRange<Int>, candidates: ClosedRange<Int>, _ generator: inout SeededGenerator
    ) -> CoverProblem {
        let cellCount = Int.random(in: cells, using: &generator)
        let share = Double.random(in: 0...0.6, using: &generator)
        return CoverProblem(
            weights: (0..<cellCount).map { _ in Double(Int.random(in: 0...20, using: &generator)) },
            candidates: (0..<Int.random(in: candidates, using: &generator)).map { _ in
                (0..<cellCount).filter { _ in Double.random(in: 0..<1, using: &generator) < share }
            })
    }

    /// The best value of any set of at most `size` candidates, by trying them all.
    func bestValue(size: Int) -> Double {
        (0..<(1 << candidates.count)).reduce(0.0) { best, set in
            guard set.nonzeroBitCount <= size else { return best }
            return max(best, value(of: candidates.indices.filter { set >> $0 & 1 == 1 }))
        }
    }
}
