/// What the list of the wave before promised, and what came of it. It measures who reaches cells within the platform, and
/// nothing that this does for residents.
public struct InvitationReview: Sendable {
    /// How an invitation ended, as the ledger of this wave says.
    public enum Outcome: String, Sendable, CaseIterable {
        case joined, declined, undecided
        /// The ledger's words could not be read.
        case unread
    }

    public struct Entry: Sendable, Hashable {
        public let organizationID: String
        public let name: String
        /// On the list; `nil` for those that were not on it.
        public let rank: Int?
        /// `nil` for those that were not invited.
        public let outcome: Outcome?
        /// Whether it is a member now, and was none then.
        public let hasJoined: Bool
        /// The row of the ledger; `nil` for those that were not invited.
        public let reference: RecordReference?

        public init(
            organizationID: String, name: String, rank: Int?, outcome: Outcome?, hasJoined: Bool,
            reference: RecordReference?
        ) {
            self.organizationID = organizationID
            self.name = name
            self.rank = rank
            self.outcome = outcome
            self.hasJoined = hasJoined
            self.reference = reference
        }
    }

    /// Cells of area × theme that no member reached then, and that those who were listed and invited could fill.
    public struct Measure: Sendable, Hashable {
        /// `nil` for all themes together.
        public let themeID: String?
        public let theme: String
        /// How many cells would be filled if all of them joined.
        public let cells: Int
        /// Their need, in the weights of then.
        public let need: Double
        /// The need that was expected with the chance of joining that the list reckoned with; `nil` where that isn't known.
        public let expectedNeed: Double?
        /// Of these cells, those that one of them reaches now as a member, and their need.
        public let reachedCells: Int
        public let reachedNeed: Double
        /// Of these cells, those that none of them reaches and another member does.
        public let cellsByOthers: Int
        public let needByOthers: Double
        /// Of these cells, those that this wave doesn't have any more: nothing is known of them.
        public let unmeasuredCells: Int

        public init(
            themeID: String?, theme: String, cells: Int, need: Double, expectedNeed: Double?, reachedCells: Int,
            reachedNeed: Double, cellsByOthers: Int, needByOthers: Double, unmeasuredCells: Int
        ) {
            self.themeID = themeID
            self.theme = theme
            self.cells = cells
            self.need = need
            self.expectedNeed = expectedNeed
            self.reachedCells = reachedCells
            self.reachedNeed = reachedNeed
            self.cellsByOthers = cellsByOthers
            self.needByOthers = needByOthers
            self.unmeasuredCells = unmeasuredCells
        }
    }

    /// How long the list was.
    public let listSize: Int
    /// What the whole list promised to close of what members left open, 0…1; `nil` without a list.
    public let promisedShare: Double?
    /// All need that no member reached then, in cells of area × theme; the needs of `measures` are parts of it.
    public let openNeed: Double
    /// By rank.
    public let listedAndInvited: [Entry]
    /// By name.
    public let invitedOffList: [Entry]
    /// By rank.
    public let listedOnly: [Entry]
    /// Invitations of organisations that were members before, or from before the survey of then: no answer to its list.
    public let leftOut: Int
    /// Of those that were listed and invited, all themes first; empty where there are none.
    public let measures: [Measure]

    public init(
        listSize: Int, promisedShare: Double?, openNeed: Double, listedAndInvited: [Entry], invitedOffList: [Entry],
        listedOnly: [Entry], leftOut: Int, measures: [Measure]
    ) {
        self.listSize = listSize
        self.promisedShare = promisedShare
        self.openNeed = openNeed
        self.listedAndInvited = listedAndInvited
        self.invitedOffList = invitedOffList
        self.listedOnly = listedOnly
        self.leftOut = leftOut
        self.measures = measures
    }

    public var invitedCount: Int { listedAndInvited.count + invitedOffList.count }
}
