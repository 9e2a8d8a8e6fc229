internal import Analysis
internal import Model

/// What the gaps of areas and themes come to under other weights and assumptions.
struct Sensitivity {
    /// Cells of area and theme.
    let cells: [CoverageCell]
    /// The stated one first.
    let scenarios: [NeedScenario]

    var all: [GapSensitivity] {
        let kinds = cells.map(\.gap)
        let stated = cells.map(\.need)
        let byWeights = scenarios.map { scenario in
            GapSensitivity(
                assumption: scenario.kind.assumption,
                shares: GapShares.shares(kinds, weights: cells.map { scenario.weights[$0.key] }))
        }
        return byWeights + [
            GapSensitivity(
                assumption: .lessInclined,
                shares: GapShares.shares(cells.map { $0.gapIfLessInclined ?? $0.gap }, weights: stated)),
            GapSensitivity(
                assumption: .casesOnly,
                shares: GapShares.shares(cells.map { $0.gapWithCasesOnly ?? $0.gap }, weights: stated)),
        ]
    }

    /// The least and the greatest weight of a cell, the stated one among them; `nil` for cells of more than area and theme.
    static func range(
        of key: CellKey, stated: Double?, in scenarios: [NeedScenario]
    ) -> ClosedRange<Double>? {
        guard key.themeID != nil, key.supportTypeID == nil else { return nil }
        let others = scenarios.filter { $0.kind != .stated }.compactMap { $0.weights[key] }
        let weights = others + [stated].compactMap { $0 }
        guard let low = weights.min(), let high = weights.max() else { return nil }
        return low...high
    }
}

extension NeedScenario.Kind {
    fileprivate var assumption: GapSensitivity.Assumption {
        switch self {
        case .stated: .stated
        case .equalThemes: .equalThemes
        case .withoutPriority: .withoutPriority
        case .caseMix: .caseMix
        }
    }
}
