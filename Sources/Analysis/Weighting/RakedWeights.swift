/// Weights that raking found, and how far they can be trusted.
public struct RakedWeights: Sendable {
    /// One per respondent, in their order, ≥ 0: how many units of the population each stands for.
    public let weights: [Double]
    /// Passes over all margins.
    public let rounds: Int
    /// Whether the weights have the margins. If not, the margins contradict each other where nobody answered, and no
    /// weighted figure should be shown.
    public let converged: Bool
    /// |sum of weights / population − 1|, the largest over the categories as collapsed.
    public let largestDeviation: Double
    /// Categories that were raked as one, by margin.
    public let collapsed: [CollapsedCategories]

    let table: RakingTable
    /// Weight / base weight, by cell.
    let factors: [Double]
    let baseWeights: [Double]

    init(
        table: RakingTable, factors: [Double], fit: RakingTable.Fit, baseWeights: [Double],
        collapsed: [CollapsedCategories]
    ) {
        weights = baseWeights.indices.map { baseWeights[$0] * factors[table.cellOfRespondent[$0]] }
        rounds = fit.rounds
        converged = fit.converged
        largestDeviation = fit.largestDeviation
        self.collapsed = collapsed
        self.table = table
        self.factors = factors
        self.baseWeights = baseWeights
    }

    public var smallest: Double { weights.min() ?? 0 }
    public var largest: Double { weights.max() ?? 0 }

    /// Kish's effective sample size (Σw)² / Σw² (Kish 1965, "Survey Sampling", 11.7), between 1 and the respondents.
    public var effectiveSampleSize: Double {
        let (sum, squares) = weights.reduce(into: (0.0, 0.0)) { $0 = ($0.0 + $1, $0.1 + $1 * $1) }
        return squares > 0 ? sum * sum / squares : 0
    }

    /// Kish's design effect of weighting n Σw² / (Σw)², 1 or more: by how much unequal weights widen a variance.
    public var designEffect: Double {
        effectiveSampleSize > 0 ? Double(weights.count) / effectiveSampleSize : 1
    }
}
