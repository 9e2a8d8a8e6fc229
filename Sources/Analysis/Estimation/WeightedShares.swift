/// Shares of a population from raked weights, with intervals that hold if answering depends on the variables of the
/// margins alone.
///
/// Made once for a set of respondents; each share then costs as many steps as there are respondents.
public struct WeightedShares: Sendable {
    private let raked: RakedWeights
    private let replicates: ReplicateFactors
    /// By respondent, 1 − 1/w: 1/w is the chance of an answer of theirs, and where all answered nothing is uncertain.
    private let finiteCorrections: [Double]
    /// As how many respondents Kish's variance counts beside the jackknife's. In draws from made-up populations of 250 to
    /// 2,000 with shares of 3 to 50 per cent anything from 3 to 10 did as well.
    private static let kishRespondents = 5.0

    public init(_ raked: RakedWeights) {
        self.raked = raked
        replicates = ReplicateFactors(raked)
        finiteCorrections = raked.weights.map { $0 > 1 ? 1 - 1 / $0 : 0 }
    }

    /// Share Σwy / Σwx, y = 1 for those who are counted and x = 1 for those of the base.
    ///
    /// The interval is Wilson's (1927) with the effective sample size p(1 − p) / V. V is the jackknife's variance
    /// Σ (1 − 1/w)(p₍₋ₖ₎ − p)² (n − 1)/n, drawn towards p(1 − p)/n* as far as it rests on few respondents:
    /// (m V + 5 p(1 − p)/n*) / (m + 5), where m respondents are counted, or are not, whichever are fewer, and
    /// n* = (Σw)² / Σw(w − 1) is Kish's effective sample size of the base with finite population correction. Alone, V
    /// would be 0 where nobody or everybody is counted, and far too small by chance where few are (Franco, Little, Louis
    /// and Slud 2019, "Comparative study of confidence intervals for proportions in complex sample surveys").
    /// - Parameters:
    ///   - counted: by respondent, whether they count; only those of the base do.
    ///   - base: by respondent, whether the share is of them.
    ///   - z: normal quantile, 1.959964 for 95 %.
    /// - Returns: `nil` for an empty base.
    public func share(
        of counted: [Bool], in base: [Bool], z: Double = 1.959_963_984_540_054
    ) -> WeightedShare? {
        let sums = BaseSums(weights: raked.weights, counted: counted, base: base)
        guard sums.base > 0 else { return nil }
        let share = min(1, sums.counted / sums.base)
        let spread = share * (1 - share)
        let variance = variance(of: share, counted, base)
        var relative = sums.excessSquares / (sums.base * sums.base)
        if let variance, spread > 0 {
            let evidence = Double(min(sums.countedRespondents, sums.baseRespondents - sums.countedRespondents))
            relative =
                (evidence * variance / spread + Self.kishRespondents * relative) / (evidence + Self.kishRespondents)
        }
        return WeightedShare(
            percent: share * 100, standardError: (variance ?? 0).squareRoot() * 100,
            interval: ScoreInterval.percent(share: share, inverseSampleSize: relative, z: z),
            effectiveSampleSize: sums.base * sums.base / sums.squares)
    }

    /// - Returns: `nil` where nobody of the base is left without one of the respondents.
    private func variance(of share: Double, _ counted: [Bool], _ base: [Bool]) -> Double? {
        let cells = raked.factors.count
        // By replicate: Σwy and Σwx over all respondents, the one that it is without included.
        let (numerators, denominators) = replicateSums(counted, base)
        var sum = 0.0
        for respondent in raked.weights.indices {
            let replicate = replicates.replicateOfRespondent[respondent]
            var (numerator, denominator) = (numerators[replicate], denominators[replicate])
            if base[respondent] {
                let cell = raked.table.cellOfRespondent[respondent]
                let weight = raked.baseWeights[respondent] * replicates.factors[replicate * cells + cell]
                denominator -= weight
                if counted[respondent] { numerator -= weight }
            }
            guard denominator > denominators[replicate] * 1e-9 else { return nil }
            let difference = numerator / denominator - share
            sum += finiteCorrections[respondent] * difference * difference
        }
        return sum * Double(raked.weights.count - 1) / Double(raked.weights.count)
    }

    private func replicateSums(_ counted: [Bool], _ base: [Bool]) -> ([Double], [Double]) {
        let cells = raked.factors.count
        var cellNumerators = [Double](repeating: 0, count: cells)
        var cellDenominators = [Double](repeating: 0, count: cells)
        for respondent in raked.weights.indices where base[respondent] {
            let cell = raked.table.cellOfRespondent[respondent]
            cellDenominators[cell] += raked.baseWeights[respondent]
            if counted[respondent] { cellNumerators[cell] += raked.baseWeights[respondent] }
        }
        var numerators = [Double](repeating: 0, count: replicates.count)
        var denominators = [Double](repeating: 0, count: replicates.count)
        for replicate in numerators.indices {
            for cell in 0..<cells {
                let factor = replicates.factors[replicate * cells + cell]
                numerators[replicate] += factor * cellNumerators[cell]
                denominators[replicate] += factor * cellDenominators[cell]
            }
        }
        return (numerators, denominators)
    }
}

/// A share of the population as estimated from weighted answers.
public struct WeightedShare: Sendable, Hashable {
    /// 0…100
    public let percent: Double
    /// Of the jackknife, in percentage points; 0 where nobody or everybody of the base is counted.
    public let standardError: Double
    /// In per cent, 0…100.
    public let interval: ClosedRange<Double>
    /// Kish's (Σw)² / Σw² over the base, without finite population correction.
    public let effectiveSampleSize: Double
}

/// Sums of weights over the base of a share.
private struct BaseSums {
    var counted = 0.0
    var base = 0.0
    /// Σw²
    var squares = 0.0
    /// Σw(w − 1), a respondent who stands for nobody else adding nothing.
    var excessSquares = 0.0
    var countedRespondents = 0
    var baseRespondents = 0

    init(weights: [Double], counted isCounted: [Bool], base isInBase: [Bool]) {
        for respondent in weights.indices where isInBase[respondent] {
            let weight = weights[respondent]
            base += weight
            squares += weight * weight
            excessSquares += weight * max(0, weight - 1)
            baseRespondents += 1
            guard isCounted[respondent] else { continue }
            counted += weight
            countedRespondents += 1
        }
    }
}
