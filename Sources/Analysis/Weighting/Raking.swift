/// Raking: weights that add up to the known margins of the population, and stay as near to the base weights as they can.
///
/// Iterative proportional fitting (Deming and Stephan 1940, "On a least squares adjustment of a sampled frequency table
/// when the expected marginal totals are known"); as calibration it is the multiplicative case of Deville and Särndal
/// (1992, "Calibration estimators in survey sampling", case 2). It takes for granted that given the variables of the
/// margins, whether somebody answers doesn't depend on the answer, and that the variables act on it as factors.
public struct Raking: Sendable {
    /// A category with fewer respondents is collapsed; 1 or less collapses only what nobody answered for.
    public let minimumRespondents: Int
    /// Largest relative deviation from a margin at which the weights are taken as fitted.
    public let tolerance: Double
    public let maximumRounds: Int

    public init(minimumRespondents: Int = 5, tolerance: Double = 1e-10, maximumRounds: Int = 500) {
        self.minimumRespondents = minimumRespondents
        self.tolerance = tolerance
        self.maximumRounds = maximumRounds
    }

    /// - Parameters:
    ///   - baseWeights: one per respondent, > 0; all 1 where everybody was asked.
    ///   - categories: respondents × margins, row by row; each the index of a category of its margin.
    ///   - margins: their totals agree to one in a million.
    /// - Returns: finite weights ≥ 0, whose sum is the total of the margins. Where the margins can't be met together
    ///   with the respondents there are, `converged` is false.
    public func weights(
        baseWeights: [Double], categories: [Int], margins: [RakingMargin]
    ) throws(RakingError) -> RakedWeights {
        try check(baseWeights: baseWeights, categories: categories, margins: margins)
        let groups = margins.indices.map { margin in
            CategoryGroups(
                margin: margins[margin], minimumRespondents: minimumRespondents,
                respondents: stride(from: margin, to: categories.count, by: margins.count).map { categories[$0] })
        }
        let table = RakingTable(baseWeights: baseWeights, categories: categories, groups: groups)
        var factors = [Double](repeating: 1, count: table.cellTotals.count)
        let fit = table.fit(table.cellTotals, factors: &factors, tolerance: tolerance, maximumRounds: maximumRounds)
        return RakedWeights(
            table: table, factors: factors, fit: fit, baseWeights: baseWeights,
            collapsed: groups.indices.flatMap { groups[$0].collapsed(margin: $0) })
    }

    private func check(
        baseWeights: [Double], categories: [Int], margins: [RakingMargin]
    ) throws(RakingError) {
        guard !baseWeights.isEmpty else { throw .noRespondents }
        guard categories.count == baseWeights.count * margins.count else {
            throw .categoryCount(found: categories.count, expected: baseWeights.count * margins.count)
        }
        for (respondent, weight) in baseWeights.enumerated() where !(weight > 0 && weight.isFinite) {
            throw .baseWeight(respondent: respondent, found: weight)
        }
        for (index, category) in categories.enumerated() {
            let (respondent, margin) = index.quotientAndRemainder(dividingBy: margins.count)
            guard margins[margin].populations.indices.contains(category) else {
                throw .unknownCategory(respondent: respondent, margin: margin, category: category)
            }
        }
        try check(margins)
    }

    private func check(_ margins: [RakingMargin]) throws(RakingError) {
        for (index, margin) in margins.enumerated() {
            for (category, population) in margin.populations.enumerated()
            where !(population >= 0 && population.isFinite) {
                throw .population(margin: index, category: category, found: population)
            }
            guard margin.total > 0 else { throw .emptyMargin(margin: index) }
            let expected = margins[0].total
            guard abs(margin.total - expected) <= 1e-6 * expected else {
                throw .totalsDiffer(margin: index, found: margin.total, expected: expected)
            }
        }
    }
}
