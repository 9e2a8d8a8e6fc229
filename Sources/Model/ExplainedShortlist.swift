/// The shortlist with a reason for every name.
public struct ExplainedShortlist: Sendable {
    public struct Pick: Sendable {
        public let candidate: Candidate
        public let name: String
        /// Sentences that a meeting can read: what it would fill, and what rests on it alone.
        public let reasons: [String]
        /// What is missing when it declines, and who could stand in.
        public let ifDeclined: [String]
        /// Which answer, which file and row.
        public let evidence: [String]
        /// What should be asked before the meeting.
        public let uncertain: [String]
        /// Share of resamples in which it is on the list, 0…1; `nil` where none were drawn.
        public let stability: Double?

        public init(
            candidate: Candidate, name: String, reasons: [String], ifDeclined: [String] = [], evidence: [String] = [],
            uncertain: [String] = [], stability: Double?
        ) {
            self.candidate = candidate
            self.name = name
            self.reasons = reasons
            self.ifDeclined = ifDeclined
            self.evidence = evidence
            self.uncertain = uncertain
            self.stability = stability
        }
    }

    /// A constraint in force, with what it costs.
    public struct Constraint: Sendable, Hashable {
        public let name: String
        /// What the list could reach without it, in words; `nil` where it costs nothing.
        public let price: String?
        /// Whether the ledger says so. What was decided about an organisation has no price.
        public let isFromLedger: Bool

        public init(name: String, price: String? = nil, isFromLedger: Bool = false) {
            self.name = name
            self.price = price
            self.isFromLedger = isFromLedger
        }
    }

    public let shortlist: Shortlist
    /// In the order of the candidates.
    public let picks: [Pick]
    public let preset: ShortlistPreset
    /// What the preset aims at, in the order in which it counts; the gains speak of the last.
    public let aims: [ShortlistAim]
    /// Empty when only the size is limited.
    public let constraints: [Constraint]
    public let joining: JoiningChance
    /// How many of the picks stay when organisations join with the other chance; `nil` where it wasn't tried.
    public let otherChance: (chance: Double, kept: Int)?
    public let curve: [ShortlistCurvePoint]
    public let makeUp: ShortlistMakeUp
    /// How often the list was drawn again for the stability of its picks.
    public let sampleCount: Int
    /// Organisations that could have been picked.
    public let candidateCount: Int

    public init(
        shortlist: Shortlist, picks: [Pick], preset: ShortlistPreset, aims: [ShortlistAim] = [],
        constraints: [Constraint] = [], joining: JoiningChance = .unknown,
        otherChance: (chance: Double, kept: Int)? = nil, curve: [ShortlistCurvePoint] = [],
        makeUp: ShortlistMakeUp = .empty, sampleCount: Int = 0, candidateCount: Int = 0
    ) {
        self.shortlist = shortlist
        self.picks = picks
        self.preset = preset
        self.aims = aims
        self.constraints = constraints
        self.joining = joining
        self.otherChance = otherChance
        self.curve = curve
        self.makeUp = makeUp
        self.sampleCount = sampleCount
        self.candidateCount = candidateCount
    }
}
