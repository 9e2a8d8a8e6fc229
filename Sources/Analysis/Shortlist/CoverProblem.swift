/// Expected weighted cover: cells with a weight, and candidates who may fill them.
///
/// maximise Σ_c w_c · [1 − Π_{j ∈ S} (1 − a_jc)] over the allowed sets S of candidates, with a_jc = p_j · q_jc: the
/// probability that candidate j joins times how far it then fills cell c. With every a_jc = 1 it is the weighted maximum
/// cover (Church and ReVelle 1974). The function is monotone and submodular.
public struct CoverProblem: Sendable {
    /// A candidate that fills a cell.
    public struct Pair: Sendable, Hashable {
        public let candidate: Int
        public let cell: Int
        /// a_jc, 0…1.
        public let probability: Double

        public init(candidate: Int, cell: Int, probability: Double) {
            self.candidate = candidate
            self.cell = cell
            self.probability = probability
        }
    }

    /// w_c ≥ 0
    public let weights: [Double]
    /// By candidate: the cells that it fills, ascending, each with a_jc > 0.
    let byCandidate: SparseRows
    /// By cell: its candidates, those with the largest a_jc first, then in their order.
    let byCell: SparseRows
    /// Whether every a_jc is 1.
    public let isDeterministic: Bool

    public var cellCount: Int { weights.count }
    public var candidateCount: Int { byCandidate.count }
    public var pairCount: Int { byCandidate.indices.count }

    /// - Parameters:
    ///   - weights: of the cells, at least 0.
    ///   - pairs: in any order, of cells and candidates that there are; of doubles the first counts, and those with
    ///     probability 0 don't count.
    public init(weights: [Double], candidateCount: Int, pairs: [Pair]) {
        self.weights = weights
        byCandidate = SparseRows(count: candidateCount, places: pairs.count) { place in
            let pair = pairs[place]
            guard pair.probability > 0 else { return nil }
            return SparseRows.Entry(row: pair.candidate, index: pair.cell, value: pair.probability)
        }
        .sortedByIndex()
        byCell = byCandidate.transposed(count: weights.count).sortedByValue()
        isDeterministic = byCandidate.values.allSatisfy { $0 == 1 }
    }

    /// The weighted maximum cover.
    ///
    /// - Parameter candidates: indices of the cells that each candidate fills.
    public init(weights: [Double], candidates: [[Int]]) {
        self.init(
            weights: weights, candidateCount: candidates.count,
            pairs: candidates.enumerated().flatMap { candidate, cells in
                cells.map { Pair(candidate: candidate, cell: $0, probability: 1) }
            })
    }

    /// The same candidates and cells with other weights, as many.
    public func weighted(_ weights: [Double]) -> CoverProblem {
        precondition(weights.count == self.weights.count)
        return CoverProblem(
            weights: weights, byCandidate: byCandidate, byCell: byCell, isDeterministic: isDeterministic)
    }

    private init(weights: [Double], byCandidate: SparseRows, byCell: SparseRows, isDeterministic: Bool) {
        self.weights = weights
        self.byCandidate = byCandidate
        self.byCell = byCell
        self.isDeterministic = isDeterministic
    }

    /// - Parameter byCell: with the entries of each cell in their order.
    init(weights: [Double], candidateCount: Int, byCell: SparseRows) {
        self.init(
            weights: weights, byCandidate: byCell.transposed(count: candidateCount), byCell: byCell,
            isDeterministic: byCell.values.allSatisfy { $0 == 1 })
    }

    /// Cells that a candidate fills, ascending.
    public func cells(of candidate: Int) -> [Int] { byCandidate.row(candidate).map { Int(byCandidate.indices[$0]) } }

    /// a_jc of the cells that a candidate fills, in the order of ``cells(of:)``.
    public func probabilities(of candidate: Int) -> [Double] { Array(byCandidate.values[byCandidate.row(candidate)]) }

    /// What a set of candidates is expected to fill.
    public func value(of picks: some Sequence<Int>) -> Double {
        var isPicked = [Bool](repeating: false, count: candidateCount)
        for pick in picks { isPicked[pick] = true }
        return weights.indices.reduce(0) { $0 + weights[$1] * (1 - open(cell: $1, isPicked)) }
    }

    /// Π (1 − a_jc) over those picked.
    func open(cell: Int, _ isPicked: [Bool]) -> Double {
        var open = 1.0
        for place in byCell.row(cell) where isPicked[Int(byCell.indices[place])] { open *= 1 - byCell.values[place] }
        return open
    }

    /// The smallest amount by which the values of two sets can differ, where all weights are multiples of one number with
    /// at most four decimals; otherwise 0, for not known.
    var step: Double { step(of: weights) }

    /// The same with other weights; cells without a weight may be filled in part.
    func step(of weights: [Double]) -> Double {
        guard let largest = weights.max(), largest > 0 else { return 0 }
        let isSure =
            isDeterministic
            || weights.indices.allSatisfy { weights[$0] == 0 || byCell.row($0).allSatisfy { byCell.values[$0] == 1 } }
        guard isSure else { return 0 }
        for scale in [1.0, 10, 100, 1000, 10_000] {
            let scaled = weights.map { ($0 * scale).rounded() }
            guard zip(scaled, weights).allSatisfy({ abs($0 - $1 * scale) <= 1e-9 * scale }),
                scaled.reduce(0, +) < 1e11
            else { continue }
            return scaled.reduce(0, Self.greatestCommonDivisor) / scale
        }
        return 0
    }

    private static func greatestCommonDivisor(_ a: Double, _ b: Double) -> Double {
        var (a, b) = (a, b)
        while b > 0 { (a, b) = (b, a.truncatingRemainder(dividingBy: b)) }
        return a
    }
}
