/// A theme of an organisation that names several themes and several support types: which of them go with the theme a person
/// can say in `review/pairs.xlsx`.
public struct OpenPairs: Sendable, Hashable {
    public let organizationID: String
    public let name: String
    public let isMember: Bool
    public let themeID: String
    /// Those of its support types that can go with the theme, in the order of the taxonomy; never empty.
    public let supportTypeIDs: [String]
    /// The record by which a decision is remembered.
    public let reference: RecordReference

    public init(
        organizationID: String, name: String, isMember: Bool, themeID: String, supportTypeIDs: [String],
        reference: RecordReference
    ) {
        self.organizationID = organizationID
        self.name = name
        self.isMember = isMember
        self.themeID = themeID
        self.supportTypeIDs = supportTypeIDs
        self.reference = reference
    }
}

/// Whether an organisation does a theme and a support type together, as a person said.
public struct DecidedPair: Sendable, Hashable {
    public let themeID: String
    public let supportTypeID: String
    public let isDone: Bool

    public init(themeID: String, supportTypeID: String, isDone: Bool) {
        self.themeID = themeID
        self.supportTypeID = supportTypeID
        self.isDone = isDone
    }
}
