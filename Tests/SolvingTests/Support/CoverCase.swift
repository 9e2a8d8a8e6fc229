import Analysis
import TestSupport

/// A small problem with constraints of every kind, drawn at random.
struct CoverCase {
    let problem: CoverProblem
    var constraints: CoverConstraints

    enum Kind: CaseIterable {
        case budget, included, excluded, atLeast, atMost, all
    }

    init(_ kind: Kind, seed: UInt64, probabilities: Probabilities) {
        var generator = SeededGenerator(seed: seed)
        let problem = CoverProblem.random(
            cells: 3...15, candidates: 3...9, probabilities: probabilities.values, &generator)
        self.problem = problem
        let candidates = 0..<problem.candidateCount
        constraints = CoverConstraints(size: Int.random(in: 1...5, using: &generator))
        func some(_ share: Double) -> [Int] {
            candidates.filter { _ in Double.random(in: 0..<1, using: &generator) < share }
        }
        func applies(_ other: Kind) -> Bool { kind == other || kind == .all }
        if applies(.budget) {
            constraints.costs = candidates.map { _ in Double(Int.random(in: 0...6, using: &generator)) / 10 }
            constraints.budget = Double(Int.random(in: 1...15, using: &generator)) / 10
        }
        if applies(.included) { constraints.included = Set(some(0.15)) }
        if applies(.excluded) { constraints.excluded = Set(some(0.2)) }
        for _ in 0..<2 {
            if applies(.atLeast) {
                constraints.groups.append(.init(members: some(0.4), atLeast: Int.random(in: 0...2, using: &generator)))
            }
            if applies(.atMost) {
                constraints.groups.append(
                    .init(members: some(0.6), atMost: Int.random(in: 0...2, using: &generator)))
            }
        }
    }
}
