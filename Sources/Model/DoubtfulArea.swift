/// A service area that a person should decide on: `review/areas.xlsx`.
public struct DoubtfulArea: Sendable, Hashable {
    /// Why a person has to look at it.
    public enum Reason: String, Sendable, CaseIterable {
        /// 広域: all over the country or online. Whether anybody works in the city was not asked.
        case wide
        /// Only places outside are named, and no choice says more.
        case outsideOnly
        /// Not all of its words were understood.
        case notUnderstood
        /// A place is known, but not in which areas of the report it lies.
        case notPlaced
        /// A part of the city was chosen, and none was named.
        case notNamed
        /// What a person wrote instead was not understood either.
        case answerNotUnderstood
    }

    public let organizationID: String
    public let name: String
    public let isMember: Bool
    /// The choice, as the questionnaire prints it; empty where there was none.
    public let choice: String
    /// The words that name the places; may be empty.
    public let text: String
    public let reason: Reason
    /// Words that were not understood.
    public let notUnderstood: String
    /// Codes of the areas that it counts in as long as nobody decides.
    public let codes: [String]
    /// What a person wrote instead; `nil` where nobody did.
    public let answer: String?
    public let reference: RecordReference

    public init(
        organizationID: String, name: String, isMember: Bool, choice: String, text: String, reason: Reason,
        notUnderstood: String = "", codes: [String] = [], answer: String? = nil, reference: RecordReference
    ) {
        self.organizationID = organizationID
        self.name = name
        self.isMember = isMember
        self.choice = choice
        self.text = text
        self.reason = reason
        self.notUnderstood = notUnderstood
        self.codes = codes
        self.answer = answer
        self.reference = reference
    }
}
