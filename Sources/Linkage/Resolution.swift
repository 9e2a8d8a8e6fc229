public import Model

/// Which records speak of one organisation.
public struct Resolution: Sendable {
    /// Indices into the records, the first of which names the organisation; in the order of their first records.
    public let clusters: [[Int]]
    /// For each record.
    public let links: [Link]
    /// Pairs of records in different clusters that a person should look at, most probable first.
    public let doubtful: [Doubt]
    /// Decisions that contradict another one: they were not carried out.
    public let contradicted: [LinkDecision]
    /// Decisions of which at least one side is no record of this run.
    public let unmatched: [LinkDecision]

    public struct Link: Sendable, Hashable {
        public let cluster: Int
        public let probability: Double
        public let decider: RecordLink.Decider
    }

    public struct Doubt: Sendable, Hashable {
        public let a: Int
        public let b: Int
        public let probability: Double
        public let reason: Reason

        public init(a: Int, b: Int, probability: Double, reason: Reason) {
            self.a = a
            self.b = b
            self.probability = probability
            self.reason = reason
        }

        public enum Reason: Sendable, Hashable {
            /// The same telephone, mail or lot, and names that resemble each other.
            case contactAndSimilarName
        }
    }
}
