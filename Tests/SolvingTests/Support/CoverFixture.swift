import Analysis
import Foundation
import TestSupport

/// The synthetic problem in `Tests/Fixtures/input/cover`, whose optima are known.
enum CoverFixture {
    /// - Parameter expected: whether the column `accept_p` counts.
    static func problem(expected: Bool = false) throws -> CoverProblem {
        let weights = try columns("cover_s_cells.csv").map { $0[4] }
        let acceptance = try columns("cover_s_orgs.csv").map { expected ? $0[3] : 1 }
        return CoverProblem(
            weights: weights, candidateCount: acceptance.count,
            pairs: try columns("cover_s_pairs.csv").map {
                CoverProblem.Pair(candidate: Int($0[0]), cell: Int($0[1]), probability: acceptance[Int($0[0])])
            })
    }

    private static func columns(_ name: String) throws -> [[Double]] {
        let file = RepositoryFolder.input.appending(path: "cover/\(name)")
        return try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map {
            $0.split(separator: ",").map { Double($0) ?? 0 }
        }
    }
}
