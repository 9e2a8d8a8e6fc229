/// 届き方: how well stated venues reach people, by theme and by support type.
public struct ReachResult: Sendable {
    /// Whose venues.
    public enum Scope: String, Sendable, CaseIterable {
        case members
        /// All known organisations, members included.
        case known
    }

    /// The venues of a scope that serve a theme or a support type; all of them where both are `nil`.
    public struct Group: Sendable, Hashable {
        public let scope: Scope
        public let themeID: String?
        public let supportTypeID: String?

        public init(scope: Scope, themeID: String?, supportTypeID: String?) {
            self.scope = scope
            self.themeID = themeID
            self.supportTypeID = supportTypeID
        }
    }

    /// How a measure is spread over the people of the municipality.
    public struct Spread: Sendable, Hashable {
        /// Its title, such as `e2sfca`.
        public let measure: String
        /// Over all people; of `nearest` over those that reach as many. `nil` where there are none.
        public let mean: Double?
        /// 0…1; `nil` where nobody has any, and for `nearest`.
        public let gini: Double?
        public let shortfalls: [Shortfall]

        public init(measure: String, mean: Double?, gini: Double?, shortfalls: [Shortfall]) {
            self.measure = measure
            self.mean = mean
            self.gini = gini
            self.shortfalls = shortfalls
        }
    }

    /// People below a floor (FGT0), and the mean of how far below, as a share of the floor (FGT1).
    public struct Shortfall: Sendable, Hashable {
        public let floor: Double
        /// 0…1
        public let share: Double
        /// 0…1
        public let depth: Double

        public init(floor: Double, share: Double, depth: Double) {
            self.floor = floor
            self.share = share
            self.depth = depth
        }
    }

    public struct Summary: Sendable, Hashable {
        public let group: Group
        public let venueCount: Int
        public let capacity: Double
        /// Of the people, those with a venue within the catchment, 0…1; `nil` without people.
        public let reachedShare: Double?
        public let spreads: [Spread]
        /// By point of the demand and measure, in the order of ``ReachResult/pointIDs``; `nil` where it is too far.
        public let values: [[Double?]]

        public init(
            group: Group, venueCount: Int, capacity: Double, reachedShare: Double?, spreads: [Spread],
            values: [[Double?]]
        ) {
            self.group = group
            self.venueCount = venueCount
            self.capacity = capacity
            self.reachedShare = reachedShare
            self.spreads = spreads
            self.values = values
        }
    }

    /// Metres.
    public let catchment: Double
    /// As they are written on the command line.
    public let weights: String
    /// Titles, in their order.
    public let measures: [String]
    public let pointIDs: [String]
    public let people: Double
    /// Venues that were left out: their organisation withholds its place.
    public let withheldVenues: Int
    /// Members first; all venues, then themes, then support types; none without venues.
    public let summaries: [Summary]

    public init(
        catchment: Double, weights: String, measures: [String], pointIDs: [String], people: Double,
        withheldVenues: Int, summaries: [Summary]
    ) {
        self.catchment = catchment
        self.weights = weights
        self.measures = measures
        self.pointIDs = pointIDs
        self.people = people
        self.withheldVenues = withheldVenues
        self.summaries = summaries
    }
}
