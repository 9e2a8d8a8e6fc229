public import Model

/// Need as it could be weighed instead, to see what of the results hangs on it.
public struct NeedScenario: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        /// As the wave states it.
        case stated
        /// Every theme equal, split by population: no figure and no priority counts.
        case equalThemes = "equal_themes"
        /// As stated, with no theme set apart.
        case withoutPriority = "without_priority"
        /// As many cases as the organisations of the survey had, split by population. They tell who is served already, so
        /// this is a what-if and never the need.
        case caseMix = "case_mix"
    }

    public let kind: Kind
    /// By area and theme; they add up to 1. Cells without a weight are not there.
    public let weights: [CellKey: Double]

    public init(kind: Kind, weights: [CellKey: Double]) {
        self.kind = kind
        self.weights = weights
    }
}

extension NeedModel {
    /// What the same wave would weigh by other rules, the stated one first; those that come to the same by construction
    /// are left out.
    ///
    /// - Parameters:
    ///   - stated: the needs of the wave.
    ///   - cases: how many organisations had a case of each theme; empty where nobody was asked.
    public func scenarios(stated: [Need], cases: [String: Int] = [:]) -> [NeedScenario] {
        var scenarios = [NeedScenario(kind: .stated, weights: Self.normalized(stated.map { ($0, 1) }))]
        let plain = NeedModel(areas: areas, themes: themes).equalThemes()
        let isPlain = priorityThemes.isEmpty && stated.allSatisfy { $0.basis == .equal || $0.weight == nil }
        if !isPlain {
            scenarios.append(NeedScenario(kind: .equalThemes, weights: Self.normalized(plain.map { ($0, 1) })))
        }
        // Without figures the stated rule without its priorities is the equal one.
        if stated.contains(where: { $0.isPriority }), stated.contains(where: { $0.figure != nil }) {
            let weights = Self.normalized(stated.map { ($0, $0.isPriority ? 1 / priorityWeight : 1) })
            scenarios.append(NeedScenario(kind: .withoutPriority, weights: weights))
        }
        if cases.values.contains(where: { $0 > 0 }) {
            let weights = Self.normalized(plain.map { ($0, Double(cases[$0.themeID] ?? 0)) })
            scenarios.append(NeedScenario(kind: .caseMix, weights: weights))
        }
        return scenarios
    }

    private static func normalized(_ needs: [(need: Need, factor: Double)]) -> [CellKey: Double] {
        let weighed = needs.compactMap { need, factor in need.weight.map { (need, $0 * factor) } }
        let total = weighed.reduce(0) { $0 + $1.1 }
        return Dictionary(
            weighed.map { need, weight in
                (
                    CellKey(areaCode: need.areaCode, themeID: need.themeID, supportTypeID: nil),
                    total > 0 ? weight / total : 0
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
