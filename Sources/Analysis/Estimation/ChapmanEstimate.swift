internal import Glibc

/// How many there are in all when two lists share some: Chapman's estimate (1951, "Some properties of the hypergeometric
/// distribution with applications to zoological sample censuses"), N̂ = (M + 1)(n + 1)/(m + 1) − 1.
///
/// It takes for granted that the lists are independent, that every unit has the same chance of being on one of them, that
/// none came or went between them, and that what is on both was recognised. None of it can be seen from the three
/// figures: lists that attract the same units make it too small, and missed links make it too large.
public struct ChapmanEstimate: Sendable, Hashable {
    /// What the three figures themselves say against the estimate.
    public enum Warning: Sendable, Hashable, CaseIterable {
        /// Nothing is on both lists: the figures only say that there are many.
        case nothingShared
        /// Fewer than 7 are on both: the estimate may be too small by a lot (Robson and Regier 1964, "Sample size in
        /// Petersen mark–recapture experiments").
        case fewShared
        /// M·n is less than 4 N̂: lists this short give too small an estimate (Robson and Regier 1964).
        case shortLists
    }

    /// N̂, as it comes out.
    public let total: Double
    /// Of N̂; Seber (1970, "The effects of trap response on tag recapture estimates"):
    /// √[(M + 1)(n + 1)(M − m)(n − m) / ((m + 1)²(m + 2))].
    public let standardError: Double
    /// Of the total; log-normal in what is on neither list (Chao 1989, "Estimating population size for sparse data in
    /// capture–recapture experiments", equation 12), so never below what was seen.
    public let interval: ClosedRange<Double>
    /// On one of the lists or both: M + n − m.
    public let seen: Int
    public let warnings: [Warning]

    /// Estimated number on neither list.
    public var unseen: Double { total - Double(seen) }
    /// Of the number on neither list.
    public var unseenInterval: ClosedRange<Double> {
        max(0, interval.lowerBound - Double(seen))...max(0, interval.upperBound - Double(seen))
    }

    /// - Parameters:
    ///   - first: M, on the first list, ≥ 0.
    ///   - second: n, on the second list, ≥ 0.
    ///   - shared: m, on both, at most the smaller of the two.
    ///   - z: normal quantile, 1.959964 for 95 %.
    /// - Returns: `nil` where the figures can't be those of two lists.
    public init?(first: Int, second: Int, shared: Int, z: Double = 1.959_963_984_540_054) {
        guard shared >= 0, shared <= min(first, second) else { return nil }
        let (marked, caught, both) = (Double(first), Double(second), Double(shared))
        total = (marked + 1) * (caught + 1) / (both + 1) - 1
        let variance =
            (marked + 1) * (caught + 1) * (marked - both) * (caught - both) / ((both + 1) * (both + 1) * (both + 2))
        standardError = variance.squareRoot()
        seen = first + second - shared
        // (M − m)(n − m)/(m + 1), so that rounding leaves exactly 0 where one list holds the other.
        let unseen = (marked - both) * (caught - both) / (both + 1)
        interval = Self.interval(seen: marked + caught - both, unseen: unseen, variance: variance, z: z)
        warnings = Self.warnings(product: marked * caught, shared: shared, total: total)
    }

    private static func interval(seen: Double, unseen: Double, variance: Double, z: Double) -> ClosedRange<Double> {
        guard unseen > 0 else { return seen...seen }
        let spread = exp(z * log(1 + variance / (unseen * unseen)).squareRoot())
        return seen + unseen / spread...seen + unseen * spread
    }

    private static func warnings(product: Double, shared: Int, total: Double) -> [Warning] {
        var warnings: [Warning] = []
        if shared == 0 { warnings.append(.nothingShared) } else if shared < 7 { warnings.append(.fewShared) }
        if product < 4 * total { warnings.append(.shortLists) }
        return warnings
    }
}
