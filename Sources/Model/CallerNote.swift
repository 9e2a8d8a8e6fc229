/// What somebody who calls an organisation should know of it: what it answered, what the platform could offer it, and who
/// could make the first contact.
///
/// Labels and sentences only: no person's name, no telephone, no mail, no free text.
public struct CallerNote: Sendable, Hashable {
    /// A member of the platform through which the organisation could be approached.
    public struct Contact: Sendable, Hashable {
        public let organizationID: String
        public let name: String
        /// Labels, in the order of the questionnaire.
        public let sharedThemes: [String]
        /// Codes of areas of the report, in their order.
        public let sharedAreas: [String]
        /// Whether it agreed to be named; without that, it is asked before others hear that it is a member.
        public let mayBeNamed: Bool

        public init(
            organizationID: String, name: String, sharedThemes: [String], sharedAreas: [String], mayBeNamed: Bool
        ) {
            self.organizationID = organizationID
            self.name = name
            self.sharedThemes = sharedThemes
            self.sharedAreas = sharedAreas
            self.mayBeNamed = mayBeNamed
        }
    }

    /// Whether it sees the need of doing something; `nil` where it was not asked or did not answer. No wish to join.
    public let seesNeed: Bool?
    /// What it answered to whether it wants to join, in the words of the questionnaire; `nil` where it was not asked or did
    /// not answer.
    public let wish: String?
    /// Labels, in the order of the questionnaire.
    public let difficulties: [String]
    /// What it hopes for from the city: labels, in the order of the questionnaire. No wish to join.
    public let hopes: [String]
    /// Sentences on what the platform could do about its difficulties and hopes, without doubles.
    public let offers: [String]
    /// Whether the city commissions it; `nil` where it was not asked or did not answer.
    public let isCommissioned: Bool?
    /// 把握課: the section that knows it.
    public let section: String?
    /// Best first; three at most.
    public let contacts: [Contact]

    public init(
        seesNeed: Bool? = nil, wish: String? = nil, difficulties: [String] = [], hopes: [String] = [],
        offers: [String] = [], isCommissioned: Bool? = nil, section: String? = nil, contacts: [Contact] = []
    ) {
        self.seesNeed = seesNeed
        self.wish = wish
        self.difficulties = difficulties
        self.hopes = hopes
        self.offers = offers
        self.isCommissioned = isCommissioned
        self.section = section
        self.contacts = contacts
    }
}
