import Analysis
import Foundation
import TestSupport

/// The synthetic problem in `Tests/Fixtures/input/cover`, whose optima are known.
enum CoverFixture {
    static func problem() throws -> CoverProblem {
        let weights = try columns("cover_s_cells.csv").map { Double($0[4]) }
        var candidates = Array(repeating: [Int](), count: try columns("cover_s_orgs.csv").count)
        for pair in try columns("cover_s_pairs.csv") { candidates[pair[0]].append(pair[1]) }
        return CoverProblem(weights: weights, candidates: candidates.map { $0.sorted() })
    }

    private static func columns(_ name: String) throws -> [[Int]] {
        let file = RepositoryFolder.input.appending(path: "cover/\(name)")
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",").map { Int($0) ?? 0 }
        }
    }
}

extension CoverProblem {
    /// A small problem, some of whose weights are 0 or fractions and some of whose candidates fill nothing.
    static func random(
        cells: ClosedRange<Int>, candidates: ClosedRange<Int>, fractions: Bool = false,
        _ generator: inout SeededGenerator
    ) -> CoverProblem {
        let cellCount = Int.random(in: cells, using: &generator)
        let share = Double.random(in: 0.05...0.5, using: &generator)
        return CoverProblem(
            weights: (0..<cellCount).map { _ in
                let whole = Double(Int.random(in: 0...20, using: &generator))
                return fractions ? whole / 6291 : whole
            },
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
