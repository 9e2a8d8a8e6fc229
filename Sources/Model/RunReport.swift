/// Everything that a run found out, ready to be written: editions render it and compute nothing.
public struct RunReport: Sendable {
    /// A free text and the organisation that wrote it.
    public struct LinkedText: Sendable {
        public let text: ActivityText
        public let organizationID: String

        public init(text: ActivityText, organizationID: String) {
            self.text = text
            self.organizationID = organizationID
        }
    }

    public let wave: Wave
    /// What the wave asked for.
    public let taxonomy: Taxonomy
    /// All that free texts can be coded to.
    public let vocabulary: Taxonomy
    /// The areas that gaps are reported in, in their order.
    public let areas: [Area]
    /// Of these areas, by code; those that no file draws have none.
    public let outlines: [String: AreaOutline]
    /// A plan of the areas where there is no outline of any; empty where there is, or where nothing tells where they lie.
    public let tiles: [AreaTile]
    /// Under which residents look.
    public let wards: WardIndex
    /// Sorted by id.
    public let organizations: [OrganizationProfile]
    /// In the order of the sources and their rows.
    public let links: [RecordLink]
    /// Ids that organisations had before a merge; sorted by the id that is gone.
    public let aliases: [IDAlias]
    public let tables: SurveyTables
    public let coverage: [CoverageCell]
    /// Over the cells of area and theme; the stated one first.
    public let sensitivity: [GapSensitivity]
    /// First whose answer can be expected to settle most.
    public let followUps: [FollowUp]
    /// First the section whose organisations can be expected to settle most.
    public let followUpSections: [FollowUp.Section]
    /// `nil` where the wave states no venues.
    public let reach: ReachResult?
    public let shortlist: ExplainedShortlist
    /// What the ledger of this wave says, by id.
    public let ledger: [String: InvitationEntry]
    /// By group in the order of the questionnaire, then by name: no rank.
    public let cooperation: [CooperationCandidate]
    /// By id, for the organisations outside the platform that answered.
    public let callerNotes: [String: CallerNote]
    public let findings: [Finding]
    public let doubtfulLinks: [DoubtfulLink]
    /// Those that were not found first, then in the order of the sources and their rows.
    public let doubtfulAddresses: [DoubtfulAddress]
    /// In the order of the sources and their rows.
    public let doubtfulAreas: [DoubtfulArea]
    /// Members first, then by name.
    public let openPairs: [OpenPairs]
    /// Free texts about activities, in the order of the sources and their rows.
    public let texts: [LinkedText]
    public let reviewedTexts: [ReviewedText]
    public let nameHints: [NameHint]
    public let sources: [SourceSummary]
    /// What the results rest on and leave out, in sentences for the reader.
    public let assumptions: [String]
    public let need: NeedReport
    /// Since the wave before; `nil` without one.
    public let changes: WaveChanges?

    public init(
        wave: Wave, taxonomy: Taxonomy, vocabulary: Taxonomy? = nil, areas: [Area],
        outlines: [String: AreaOutline] = [:], tiles: [AreaTile] = [], wards: WardIndex? = nil,
        organizations: [OrganizationProfile], links: [RecordLink],
        aliases: [IDAlias] = [], tables: SurveyTables, coverage: [CoverageCell], followUps: [FollowUp] = [],
        followUpSections: [FollowUp.Section] = [],
        sensitivity: [GapSensitivity] = [],
        reach: ReachResult? = nil,
        shortlist: ExplainedShortlist, ledger: [String: InvitationEntry] = [:],
        cooperation: [CooperationCandidate] = [],
        callerNotes: [String: CallerNote] = [:], findings: [Finding],
        doubtfulLinks: [DoubtfulLink], doubtfulAddresses: [DoubtfulAddress] = [],
        doubtfulAreas: [DoubtfulArea] = [], openPairs: [OpenPairs] = [], texts: [LinkedText] = [],
        reviewedTexts: [ReviewedText] = [], nameHints: [NameHint] = [], sources: [SourceSummary],
        assumptions: [String], need: NeedReport = .none, changes: WaveChanges? = nil
    ) {
        self.wave = wave
        self.taxonomy = taxonomy
        self.vocabulary = vocabulary ?? taxonomy
        self.areas = areas
        self.outlines = outlines
        self.tiles = tiles
        self.wards = wards ?? WardIndex(areas)
        self.organizations = organizations
        self.links = links
        self.aliases = aliases
        self.tables = tables
        self.coverage = coverage
        self.followUps = followUps
        self.followUpSections = followUpSections
        self.sensitivity = sensitivity
        self.reach = reach
        self.shortlist = shortlist
        self.ledger = ledger
        self.cooperation = cooperation
        self.callerNotes = callerNotes
        self.findings = findings
        self.doubtfulLinks = doubtfulLinks
        self.doubtfulAddresses = doubtfulAddresses
        self.doubtfulAreas = doubtfulAreas
        self.openPairs = openPairs
        self.texts = texts
        self.reviewedTexts = reviewedTexts
        self.nameHints = nameHints
        self.sources = sources
        self.assumptions = assumptions
        self.need = need
        self.changes = changes
    }
}

/// An organisation with what it does.
public struct OrganizationProfile: Sendable {
    public let organization: Organization
    /// Label of the type of organisation, as the questionnaire prints it.
    public let organizationTypeLabel: String?
    public let legalFormLabel: String?
    public let themes: [AttributedLabel]
    public let supportTypes: [AttributedLabel]
    /// What a person said of a theme and a support type of these.
    public let decidedPairs: [DecidedPair]
    /// What is known of one that did not answer this time; `nil` where it did, or never has.
    public let earlierAnswer: EarlierAnswer?
    /// How it is found, as far as it agreed that others may know.
    public let published: PublishedDetails

    public init(
        organization: Organization, organizationTypeLabel: String?, legalFormLabel: String?,
        themes: [AttributedLabel], supportTypes: [AttributedLabel], decidedPairs: [DecidedPair] = [],
        earlierAnswer: EarlierAnswer? = nil, published: PublishedDetails = PublishedDetails()
    ) {
        self.organization = organization
        self.organizationTypeLabel = organizationTypeLabel
        self.legalFormLabel = legalFormLabel
        self.themes = themes
        self.supportTypes = supportTypes
        self.decidedPairs = decidedPairs
        self.earlierAnswer = earlierAnswer
        self.published = published
    }
}

/// A theme or support type of an organisation, with where it is known from.
public struct AttributedLabel: Sendable, Hashable {
    public enum Origin: String, Sendable, CaseIterable {
        /// Ticked in an answer.
        case selected
        /// Coded from a free text.
        case recoded
        /// Written in the member list.
        case memberList = "member_list"
    }

    public let id: String
    public let label: String
    public let origin: Origin
    /// The file and row, and for recodes the words, that it rests on.
    public let evidence: String
    /// The earlier wave that says so; `nil` for this one.
    public let waveID: String?
    /// Whether the organisation named it as such, or a person decided that its words mean it.
    public let isConfirmed: Bool

    /// - Parameter isConfirmed: `nil` takes it from the origin: what was coded from a text is not.
    public init(
        id: String, label: String, origin: Origin, evidence: String, waveID: String? = nil, isConfirmed: Bool? = nil
    ) {
        self.id = id
        self.label = label
        self.origin = origin
        self.evidence = evidence
        self.waveID = waveID
        self.isConfirmed = isConfirmed ?? (origin != .recoded)
    }
}

/// Which organisation a record speaks of, and who said so.
public struct RecordLink: Sendable, Hashable {
    public enum Decider: String, Sendable, CaseIterable {
        /// The first record of its organisation.
        case first
        /// The same normalised name.
        case name
        /// A name with a slip or a branch note, and the same contact.
        case contact
        /// A person, in `decisions.csv`.
        case person
    }

    public let reference: RecordReference
    public let organizationID: String
    /// That it speaks of the same organisation as the record which names it, 0…1.
    public let probability: Double
    public let decider: Decider

    public init(reference: RecordReference, organizationID: String, probability: Double, decider: Decider) {
        self.reference = reference
        self.organizationID = organizationID
        self.probability = probability
        self.decider = decider
    }
}

/// An id that is no more: a person said that its organisation is another one.
public struct IDAlias: Sendable, Hashable {
    public let alias: String
    public let organizationID: String

    public init(alias: String, organizationID: String) {
        self.alias = alias
        self.organizationID = organizationID
    }
}

/// Two organisations that may be one: a person decides in `review/links.xlsx`.
public struct DoubtfulLink: Sendable, Hashable {
    public struct Side: Sendable, Hashable {
        public let organizationID: String
        public let name: String
        public let address: String
        public let telephone: String
        public let email: String
        public let representative: String
        public let reference: RecordReference

        public init(
            organizationID: String, name: String, address: String, telephone: String, email: String = "",
            representative: String = "", reference: RecordReference
        ) {
            self.organizationID = organizationID
            self.name = name
            self.address = address
            self.telephone = telephone
            self.email = email
            self.representative = representative
            self.reference = reference
        }
    }

    public let a: Side
    public let b: Side
    public let probability: Double
    /// What speaks for one organisation, and what against it.
    public let weights: [LinkWeight]

    public init(a: Side, b: Side, probability: Double, weights: [LinkWeight]) {
        self.a = a
        self.b = b
        self.probability = probability
        self.weights = weights
    }
}

/// A source file as it was read.
public struct SourceSummary: Sendable, Hashable {
    public let file: String
    public let sheet: String?
    public let role: Role
    public let recordCount: Int
    /// Lower-case hexadecimal.
    public let sha256: String
    public let purpose: String
    public let retainUntil: CivilDate?
    public let contacts: ContactUse

    public init(
        file: String, sheet: String?, role: Role, recordCount: Int, sha256: String, purpose: String,
        retainUntil: CivilDate?, contacts: ContactUse = .noneHeld
    ) {
        self.contacts = contacts
        self.file = file
        self.sheet = sheet
        self.role = role
        self.recordCount = recordCount
        self.sha256 = sha256
        self.purpose = purpose
        self.retainUntil = retainUntil
    }
}
