/// The order in which organisations are worth turning to: those that are known to do everything that was asked; then those
/// that lack one thing. Within either, members, service area, evidence, frequency and distance decide, in this order.
public struct MatchRanking: Sendable, Hashable {
    public struct Place: Sendable, Hashable {
        /// Index of the organisation.
        public let organization: Int
        /// From 1; organisations between which nothing decides share one, and the next ones are counted behind them.
        public let rank: Int
        public let isShared: Bool
    }

    /// Best first; those that share a rank in the order in which they were handed in.
    public let places: [Place]
    /// How many of the places, from the first on, do everything that was asked.
    public let fullCount: Int

    public init(_ criteria: [MatchCriteria]) {
        let matching = criteria.indices.filter { criteria[$0].isFull || criteria[$0].isNear }
        let keys = matching.map { index in
            MatchKey(
                criteria[index].lackKey.numbers + (criteria[index].standing + criteria[index].evidence).numbers)
        }
        let order = matching.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        var places: [Place] = []
        for (position, index) in order.enumerated() {
            let isLikeLast = position > 0 && keys[order[position - 1]] == keys[index]
            let isLikeNext = position + 1 < order.count && keys[order[position + 1]] == keys[index]
            places.append(
                Place(
                    organization: matching[index], rank: isLikeLast ? places[position - 1].rank : position + 1,
                    isShared: isLikeLast || isLikeNext))
        }
        self.places = places
        fullCount = matching.count { criteria[$0].isFull }
    }
}
