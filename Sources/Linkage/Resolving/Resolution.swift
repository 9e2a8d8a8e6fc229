public import Model

/// Which records speak of one organisation.
public struct Resolution: Sendable {
    /// Records of the wave, as indices into all records, the first of which names the organisation; in the order of their
    /// first records.
    public let clusters: [[Int]]
    /// By cluster: the ids that its earlier records have. A person's decision can join several.
    public let knownIDs: [[String]]
    /// For each record; `nil` for those of earlier waves.
    public let links: [Link?]
    /// Pairs that were weighed and came to something: linked, for a person to look at, or hardly.
    public let pairs: [Pair]
    /// How many pairs were compared, of all that there are.
    public let candidateCount: Int
    /// Decisions that contradict another one: they were not carried out.
    public let contradicted: [LinkDecision]
    /// Decisions of which at least one side is no record of this run.
    public let unmatched: [LinkDecision]

    /// Pairs of records in different organisations that a person should look at, most probable first.
    public var doubtful: [Pair] { pairs.filter { $0.outcome == .review } }

    public struct Link: Sendable, Hashable {
        public let cluster: Int
        public let probability: Double
        public let decider: RecordLink.Decider
    }

    /// Two records and what speaks for and against their being of one organisation.
    public struct Pair: Sendable, Hashable {
        /// The earlier of the two.
        public internal(set) var a: Int
        public internal(set) var b: Int
        public let name: NameAgreement
        public let contact: ContactAgreement
        public let representative: ValueAgreement
        public let corporateNumber: ValueAgreement
        public let legalForm: ValueAgreement
        public let bits: LinkBits
        /// 0…1, given all others that the second may be.
        public let probability: Double
        public internal(set) var outcome: RecordPair.Outcome

        init(_ option: PartnerSearch.Option, _ outcome: RecordPair.Outcome) {
            a = option.a
            b = option.b
            name = option.outcome.name
            contact = option.outcome.contact
            representative = option.outcome.representative
            corporateNumber = option.outcome.corporateNumber
            legalForm = option.outcome.legalForm
            bits = option.bits
            probability = option.probability
            self.outcome = outcome
        }
    }
}
