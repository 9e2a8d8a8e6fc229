public import Model

/// How many cells are of each gap kind, and what part of the need they hold.
public enum GapShares {
    /// - Parameters:
    ///   - kinds: of the cells.
    ///   - weights: of the same cells; `nil` where none is stated.
    /// - Returns: for each kind, in their order; to a millionth; without any weight the need is `nil`.
    public static func shares(_ kinds: [GapKind], weights: [Double?]) -> [GapSensitivity.Share] {
        let total = weights.reduce(0) { $0 + ($1 ?? 0) }
        return GapKind.allCases.map { kind in
            let own = kinds.indices.filter { kinds[$0] == kind }
            let weight = own.reduce(0) { $0 + (weights[$1] ?? 0) }
            return GapSensitivity.Share(
                kind: kind, cellCount: own.count, needShare: total > 0 ? (weight / total * 1e6).rounded() / 1e6 : nil)
        }
    }
}
