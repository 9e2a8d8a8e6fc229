/// Match weights after Fellegi and Sunter, "A Theory for Record Linkage" (JASA 64, 1969), in bits: log2 of how often an
/// outcome of a comparison occurs among pairs that are one organisation over how often among others.
///
/// That names or contacts agree counts the more the rarer the value is (Winkler, "Frequency-Based Matching", 2000): to
/// their weight comes log2 of the records over those others that have it as well.
public struct LinkModel: Sendable, Hashable, Codable {
    public var version: String
    /// Share of records with a partner in the other list.
    public var matched: Double
    /// Share of records of one list that an earlier one in it doubles.
    public var doubled: Double
    public var name: [NameAgreement: Double]
    public var contact: [ContactAgreement: Double]
    public var representative: [ValueAgreement: Double]
    /// To `same` comes log2 of the records, and from `different` it goes: nobody else has the number.
    public var corporateNumber: [ValueAgreement: Double]
    public var legalForm: [ValueAgreement: Double]
    /// By letters of the name: how many organisations, beside those in the list, have the same one by chance.
    public var unseenNames: [Double]
    /// The same of a contact.
    public var unseenContacts: Double

    /// The weights that the program comes with.
    public static let shipped = LinkModel(
        version: "1", matched: 0.7, doubled: 0.02,
        name: [
            .same: -0.4, .spelling: -2, .slip: -4, .part: -3.5, .place: -6.5, .shortened: -4.5, .extended: -8,
            .similar: -7,
            .sibling: -8, .different: -5.5, .missing: 0,
        ],
        contact: [
            .several: 2.5, .one: 1.5, .postalCode: 5, .missing: 0, .different: -1.2, .severalDifferent: -3.5,
        ],
        representative: [.same: 6, .missing: 0, .different: -0.7],
        corporateNumber: [.same: 0, .missing: 0, .different: -11],
        legalForm: [.same: 0.5, .missing: 0, .different: -1],
        unseenNames: [1, 1, 1, 0.6, 0.3, 0.15, 0.08, 0.05, 0.03], unseenContacts: 0.1)
}

/// What each comparison of two records says, in bits.
public struct LinkBits: Sendable, Hashable {
    /// That any two records of the lists are one organisation.
    public var prior = 0.0
    public var name = 0.0
    public var contact = 0.0
    public var representative = 0.0
    public var corporateNumber = 0.0
    public var legalForm = 0.0
    /// That neither of the two has another partner.
    public var unclaimed = 0.0

    public var total: Double {
        prior + name + contact + representative + corporateNumber + legalForm + unclaimed
    }
}
