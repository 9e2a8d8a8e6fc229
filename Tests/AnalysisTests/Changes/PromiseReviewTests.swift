import Analysis
import Testing

@Suite("Promise and outcome")
struct PromiseReviewTests {
    /// Four cells of two activities that nobody filled; the last one can't be told any more.
    private static let cells = [
        PromiseReview.Cell(activity: 0, need: 0.5, isMeasured: true, isFilledByOthers: false),
        PromiseReview.Cell(activity: 0, need: 0.25, isMeasured: true, isFilledByOthers: true),
        PromiseReview.Cell(activity: 1, need: 0.125, isMeasured: true, isFilledByOthers: true),
        PromiseReview.Cell(activity: 1, need: 0.0625, isMeasured: false, isFilledByOthers: false),
    ]

    @Test("cells that two could fill count once, and what they reach counts before what others do")
    func counted() throws {
        let review = PromiseReview(
            cells: Self.cells,
            invited: [
                PromiseReview.Invited(promised: [0, 1], filled: [0, 1], chance: 0.5),
                PromiseReview.Invited(promised: [1, 3], filled: [], chance: 0.5),
            ], activityCount: 2)
        #expect(review.total.cells == 3 && review.total.need == 0.8125)
        // 0.5 × 0.5 + 0.25 × 0.75 + 0.0625 × 0.5
        #expect(review.total.expectedNeed == 0.46875)
        #expect(review.total.reachedCells == 2 && review.total.reachedNeed == 0.75)
        #expect(review.total.cellsByOthers == 0 && review.total.unmeasuredCells == 1)
        #expect(review.byActivity.map(\.cells) == [2, 1])
        #expect(review.byActivity[1].unmeasuredCells == 1 && review.byActivity[1].reachedCells == 0)
    }

    @Test("what nobody of them reaches and another member does is told apart")
    func byOthers() {
        let review = PromiseReview(
            cells: Self.cells, invited: [PromiseReview.Invited(promised: [1, 2], filled: [2], chance: 1)],
            activityCount: 2)
        #expect(review.total.cellsByOthers == 1 && review.total.needByOthers == 0.25)
        #expect(review.total.reachedCells == 1 && review.total.expectedNeed == review.total.need)
    }

    @Test("what they fill beyond the promise is no outcome of it")
    func unpromised() {
        let review = PromiseReview(
            cells: Self.cells, invited: [PromiseReview.Invited(promised: [0], filled: [1, 2], chance: nil)],
            activityCount: 2)
        #expect(review.total.cells == 1 && review.total.reachedCells == 0)
        #expect(review.total.expectedNeed == nil)
    }
}
