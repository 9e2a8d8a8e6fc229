public import Model

/// What a wave puts into the register.
public struct RegisterContent: Sendable {
    /// A record with the organisation that it was linked to.
    public struct LinkedRecord: Sendable {
        public let record: Record
        /// `nil` for a row without a name.
        public let link: RecordLink?
        /// Whether it is the answer that counts; true for every record that is no answer.
        public let counts: Bool
        public let contentKey: String
        /// Its free texts about activities.
        public let texts: [ActivityText]

        public init(
            record: Record, link: RecordLink?, counts: Bool, contentKey: String, texts: [ActivityText] = []
        ) {
            self.record = record
            self.link = link
            self.counts = counts
            self.contentKey = contentKey
            self.texts = texts
        }
    }

    public let wave: Wave
    public let sources: [SourceSummary]
    public let taxonomy: Taxonomy
    public let questionnaire: Questionnaire
    /// The areas that gaps are reported in.
    public let areas: [Area]
    public let organizations: [OrganizationProfile]
    public let records: [LinkedRecord]
    public let earlierWaves: [EarlierWave]
    /// What is kept of earlier waves.
    public let earlierRecords: [EarlierRecord]
    /// As what earlier waves knew organisations.
    public let history: [OrganizationStanding]
    /// Of this wave and of earlier ones, in the order in which they were taken.
    public let decisions: [DecisionRecord]
    /// Of this wave and of earlier ones.
    public let invitations: [Invitation]
    /// Of `records` and `earlierRecords`.
    public let pairs: [RecordPair]
    public let needs: [Need]
    public let findings: [Finding]

    public init(
        wave: Wave, sources: [SourceSummary], taxonomy: Taxonomy, questionnaire: Questionnaire, areas: [Area],
        organizations: [OrganizationProfile], records: [LinkedRecord],
        earlierWaves: [EarlierWave] = [], earlierRecords: [EarlierRecord] = [],
        history: [OrganizationStanding] = [], decisions: [DecisionRecord] = [], invitations: [Invitation] = [],
        pairs: [RecordPair] = [], needs: [Need], findings: [Finding]
    ) {
        self.wave = wave
        self.sources = sources
        self.taxonomy = taxonomy
        self.questionnaire = questionnaire
        self.areas = areas
        self.organizations = organizations
        self.records = records
        self.earlierWaves = earlierWaves
        self.earlierRecords = earlierRecords
        self.history = history
        self.decisions = decisions
        self.invitations = invitations
        self.pairs = pairs
        self.needs = needs
        self.findings = findings
    }
}
