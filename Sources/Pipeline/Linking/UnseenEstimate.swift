internal import Analysis

/// How many organisations are on neither of two lists, if being on one says nothing of being on the other.
public struct UnseenEstimate: Sendable, Hashable {
    /// What the figures themselves say against it.
    public enum Warning: String, Sendable, CaseIterable {
        /// Nothing is on both lists.
        case nothingShared = "nothing_shared"
        /// So few are on both that the estimate may be too small by a lot.
        case fewShared = "few_shared"
        /// The lists are so short that the estimate is too small.
        case shortLists = "short_lists"
    }

    /// On one of the lists or both.
    public let seen: Int
    /// On neither.
    public let unseen: Double
    /// 95 %; in organisations, ≥ 0.
    public let interval: ClosedRange<Double>
    public let warnings: [Warning]

    /// Chapman's estimate of how many there are in all (Chapman 1951), less those that were seen.
    /// - Returns: `nil` where the figures can't be those of two lists.
    init?(first: Int, second: Int, shared: Int) {
        guard let estimate = ChapmanEstimate(first: first, second: second, shared: shared) else { return nil }
        seen = estimate.seen
        unseen = estimate.unseen
        interval = estimate.unseenInterval
        warnings = estimate.warnings.map { warning in
            switch warning {
            case .nothingShared: .nothingShared
            case .fewShared: .fewShared
            case .shortLists: .shortLists
            }
        }
    }
}
