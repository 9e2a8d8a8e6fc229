/// What raking would have found without each of the respondents: delete-one jackknife with re-raking (Shao and Tu 1995,
/// "The Jackknife and Bootstrap", chapter 6).
///
/// Re-raking lets the variance know what the margins have settled, and needs no formula of its own for shares of a part
/// of the respondents. Without either of two who share cell and base weight the factors are the same, so there are only
/// about as many replicates as cells.
struct ReplicateFactors: Sendable {
    /// Replicates × cells, row by row: weight / base weight.
    let factors: [Double]
    /// The replicate that is without the respondent.
    let replicateOfRespondent: [Int]
    let count: Int

    init(_ raked: RakedWeights) {
        var factors: [Double] = []
        var replicates: [Deletion: Int] = [:]
        replicateOfRespondent = raked.baseWeights.indices.map { respondent in
            let deletion = Deletion(
                cell: raked.table.cellOfRespondent[respondent], baseWeight: raked.baseWeights[respondent])
            if let known = replicates[deletion] { return known }
            factors += Self.factors(of: raked, without: deletion)
            replicates[deletion] = replicates.count
            return replicates.count - 1
        }
        self.factors = factors
        count = replicates.count
    }

    private struct Deletion: Hashable {
        let cell: Int
        let baseWeight: Double
    }

    /// Where the margins can't be met without the respondent, what the last round came to.
    private static func factors(of raked: RakedWeights, without deletion: Deletion) -> [Double] {
        var totals = raked.table.cellTotals
        totals[deletion.cell] -= deletion.baseWeight
        var factors = raked.factors
        _ = raked.table.fit(totals, factors: &factors, tolerance: 1e-8, maximumRounds: 100)
        return factors
    }
}
