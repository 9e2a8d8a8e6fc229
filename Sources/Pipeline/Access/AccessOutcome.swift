internal import Analysis
public import Model

/// What was measured, as a whole.
public struct AccessOutcome: Sendable {
    /// Rows of the demand; each has one in the result.
    public let rowCount: Int
    /// Rows of the demand whose numbers can't be used; their measures are empty.
    public let unusedRowCount: Int
    /// Rows of the supply that were used, and that were left out.
    public let providerCount: Int
    public let unusedProviderCount: Int
    /// People, and those of them with a provider within the catchment.
    public let people: Double
    public let reachedPeople: Double
    /// Capacity, and that of the providers that anybody reaches; `nil` without E2SFCA and BFCA.
    public let capacity: Double
    public let reachedCapacity: Double?
    /// Σ P·A of E2SFCA, which is the capacity that is reached; `nil` without E2SFCA.
    public let distributedCapacity: Double?
    /// The weights that were used, as `--weights` says them; `nil` where none were.
    public let weights: String?
    /// Of each measure but `nearest`.
    public let spreads: [Spread]
    public let findings: [Finding]

    public var hasErrors: Bool { findings.contains { $0.severity == .error } }

    /// How a measure is spread over people.
    public struct Spread: Sendable {
        public let measure: AccessMeasure
        /// `nil` where nobody has any.
        public let gini: Double?
        public let shortfalls: [Shortfall]
    }

    /// People below a floor (FGT0), and the mean of how far below, as a share of the floor (FGT1).
    public struct Shortfall: Sendable {
        public let floor: Double
        public let share: Double
        public let depth: Double
    }

    init(_ plan: AccessPlan, _ demand: PointTable, _ supply: PointTable, _ result: AccessResult) {
        let people = demand.points.amount
        rowCount = demand.rowCount
        unusedRowCount = demand.unusedRows.count
        providerCount = supply.points.count
        unusedProviderCount = supply.unusedRows.count
        self.people = people.reduce(0, +)
        reachedPeople = zip(people, result.count).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) }
        capacity = supply.points.amount.reduce(0, +)
        reachedCapacity = result.reachedCapacity
        distributedCapacity =
            plan.wanted.contains(.e2sfca) ? zip(people, result.e2sfca).reduce(0) { $0 + $1.0 * $1.1 } : nil
        weights = plan.wanted.isEmpty ? nil : plan.weights.text
        spreads = plan.measures.compactMap { measure in
            if case .nearest = measure { return nil }
            let values = result.values(of: measure)
            return Spread(
                measure: measure, gini: Inequality.gini(values, people: people),
                shortfalls: plan.floors.filter { $0.measure == measure }.compactMap { floor in
                    Inequality.shortfall(values, people: people, below: floor.value)
                        .map { Shortfall(floor: floor.value, share: $0.share, depth: $0.depth) }
                })
        }
        findings = demand.findings + supply.findings
    }
}
