import Analysis
import Model
import Testing

@Suite("What part of the need each gap kind holds")
struct GapSharesTests {
    @Test("weights of the cells of a kind, as a share of all weights; a cell without a weight counts as a cell")
    func shares() {
        let shares = GapShares.shares(
            [.covered, .thin, .thin, .unknown], weights: [1, 2, 3, nil])
        #expect(shares.map(\.kind) == GapKind.allCases)
        #expect(shares.map(\.cellCount) == [1, 2, 0, 0, 1, 0])
        #expect(shares.map(\.needShare) == [0.166667, 0.833333, 0, 0, 0, 0])
    }

    @Test("without any need there are no shares", arguments: [[nil, nil], [0, 0]])
    func noNeed(weights: [Double?]) {
        #expect(GapShares.shares([.covered, .thin], weights: weights).allSatisfy { $0.needShare == nil })
    }
}
