import Analysis
import Testing

@Suite struct ChapmanEstimateTests {
    @Test(arguments: [
        (421, 332, 88, 1578.0, nil as Double?), (500, 149, 7, 9393, 3022), (1000, 243, 21, 11101, 2184),
    ])
    func publishedExamplesComeOut(first: Int, second: Int, shared: Int, total: Double, error: Double?) throws {
        let estimate = try #require(ChapmanEstimate(first: first, second: second, shared: shared))
        #expect(estimate.total.rounded() == total)
        if let error { #expect(estimate.standardError.rounded() == error) }
        #expect(estimate.seen == first + second - shared)
        #expect(estimate.warnings.isEmpty)
        #expect(estimate.interval.contains(estimate.total))
        #expect(abs(estimate.unseen - (estimate.total - Double(estimate.seen))) < 1e-9)
    }

    /// By hand: 8 seen, f = 4·2/3 unseen, V = 7·5·4·2/(9·4) = 70/9, and f/C and f·C for C = exp(1.96 √ln(1 + V/f²)) =
    /// 5.3916.
    @Test func theIntervalIsLogNormalInWhatIsUnseen() throws {
        let estimate = try #require(ChapmanEstimate(first: 6, second: 4, shared: 2))
        #expect(abs(estimate.total - 32.0 / 3) < 1e-9 && abs(estimate.unseen - 8.0 / 3) < 1e-9)
        #expect(abs(estimate.standardError - (280.0 / 36).squareRoot()) < 1e-12)
        #expect(abs(estimate.unseenInterval.lowerBound - 0.494_6) < 5e-4)
        #expect(abs(estimate.unseenInterval.upperBound - 14.377_6) < 5e-3)
    }

    @Test(arguments: [(10, 4, 4), (4, 10, 4), (5, 5, 5), (0, 0, 0), (7, 0, 0)])
    func whenOneListHoldsTheOtherNothingIsUnseen(first: Int, second: Int, shared: Int) throws {
        let estimate = try #require(ChapmanEstimate(first: first, second: second, shared: shared))
        #expect(estimate.total == Double(max(first, second)) && estimate.standardError == 0)
        #expect(estimate.interval == estimate.total...estimate.total && estimate.unseenInterval == 0...0)
    }

    @Test func whatTheFiguresSayAgainstTheEstimateIsSaid() throws {
        func warnings(_ first: Int, _ second: Int, _ shared: Int) -> [ChapmanEstimate.Warning]? {
            ChapmanEstimate(first: first, second: second, shared: shared)?.warnings
        }
        #expect(warnings(100, 80, 0) == [.nothingShared, .shortLists])
        #expect(warnings(100, 80, 6) == [.fewShared])
        #expect(warnings(100, 80, 7) == [])
        #expect(warnings(3, 2, 1) == [.fewShared, .shortLists])
    }

    @Test(arguments: [(3, 5, 4), (5, 3, 4), (3, 3, -1), (-1, 3, 0)])
    func whatCannotBeTwoListsHasNoEstimate(first: Int, second: Int, shared: Int) {
        #expect(ChapmanEstimate(first: first, second: second, shared: shared) == nil)
    }

    @Test func nothingSmallerThanWhatWasSeen() throws {
        for first in 0...12 {
            for second in 0...12 {
                for shared in 0...min(first, second) {
                    let estimate = try #require(ChapmanEstimate(first: first, second: second, shared: shared))
                    #expect(estimate.interval.lowerBound >= Double(estimate.seen))
                    #expect(estimate.interval.lowerBound <= estimate.total + 1e-9)
                    #expect(estimate.total - 1e-9 <= estimate.interval.upperBound)
                    #expect(estimate.interval.upperBound.isFinite)
                }
            }
        }
    }
}
