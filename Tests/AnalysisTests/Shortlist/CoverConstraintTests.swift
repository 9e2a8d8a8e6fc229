import Analysis
import Testing

@Suite("What a shortlist must keep to")
struct CoverConstraintTests {
    private let constraints = CoverConstraints(
        size: 3, budget: 0.3, costs: [0.1, 0.1, 0.1, 0, 0.4], included: [0], excluded: [3],
        groups: [.init(members: [0, 1], atLeast: 2), .init(members: [2, 4], atMost: 0)])

    @Test(
        "each of them alone rejects a set",
        arguments: [
            ([0, 1], true), ([1, 0, 1], true), ([1], false), ([0, 1, 3], false), ([0], false), ([0, 1, 2], false),
        ])
    func allow(picks: [Int], isAllowed: Bool) { #expect(constraints.allow(picks) == isAllowed) }

    @Test("sums of tenths may fill a budget to the full")
    func fullBudget() {
        #expect(CoverConstraints(size: 9, budget: 0.3, costs: [0.1, 0.1, 0.1]).allow([0, 1, 2]))
        #expect(!CoverConstraints(size: 9, budget: 0.3, costs: [0.1, 0.1, 0.11]).allow([0, 1, 2]))
    }

    @Test("without one of them, the others stay")
    func without() {
        #expect(
            constraints.all == [.size, .budget, .included(0), .excluded(3), .atLeast(group: 0), .atMost(group: 1)])
        for constraint in constraints.all.dropFirst() {
            let rest = constraints.without(constraint, candidateCount: 5).all
            #expect(rest == constraints.all.filter { $0 != constraint })
        }
        #expect(constraints.without(.size, candidateCount: 5).size == 5)
    }
}
