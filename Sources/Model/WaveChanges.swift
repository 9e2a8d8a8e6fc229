/// What changed between the wave before and this one, and what became of the list of invitations of the wave before.
public struct WaveChanges: Sendable {
    /// A number of both waves.
    public struct Pair: Sendable, Hashable {
        public let earlier: Int
        public let later: Int

        public init(_ earlier: Int, _ later: Int) {
            self.earlier = earlier
            self.later = later
        }
    }

    /// Label of the earlier wave.
    public let earlierWave: String
    /// Organisations in the list of those asked.
    public let listed: Pair
    public let members: Pair
    public let answered: Pair
    /// By kind, then by name.
    public let organizations: [OrganizationChange]
    public let answers: AnswerComparison
    public let gaps: GapComparison
    public let invitations: InvitationReview

    public init(
        earlierWave: String, listed: Pair, members: Pair, answered: Pair, organizations: [OrganizationChange],
        answers: AnswerComparison, gaps: GapComparison, invitations: InvitationReview
    ) {
        self.earlierWave = earlierWave
        self.listed = listed
        self.members = members
        self.answered = answered
        self.organizations = organizations
        self.answers = answers
        self.gaps = gaps
        self.invitations = invitations
    }
}

/// What is different about an organisation since the wave before. An organisation can have several.
public struct OrganizationChange: Sendable, Hashable {
    /// The raw values stand in `changes.csv`.
    public enum Kind: String, Sendable, CaseIterable {
        /// In the list of those asked, and in no list of an earlier wave.
        case new
        /// In the list of those asked again, or known before from another list alone.
        case added
        /// Not in the list of those asked any more; that says nothing of whether it is still there.
        case leftList = "left_list"
        /// The list says that it has closed.
        case closed
        case moved
        case renamed
        /// It had no legal form and has one.
        case incorporated
        case legalFormChanged = "legal_form_changed"
        /// It has become a member of the platform.
        case joined
        /// It is no member of the platform any more.
        case left
    }

    public let kind: Kind
    public let organizationID: String
    /// As this wave calls it; else as the one before did.
    public let name: String
    /// Address, name, or the words of the list that it rests on; empty where the kind says it all and where the place is
    /// withheld.
    public let before: String
    public let after: String
    /// Of a move: that its addresses are not told.
    public let isPlaceWithheld: Bool
    /// The row of this wave; `nil` where there is none.
    public let reference: RecordReference?
    /// The row of the wave before.
    public let earlierReference: RecordReference?

    public init(
        kind: Kind, organizationID: String, name: String, before: String = "", after: String = "",
        isPlaceWithheld: Bool = false, reference: RecordReference?, earlierReference: RecordReference?
    ) {
        self.kind = kind
        self.organizationID = organizationID
        self.name = name
        self.before = before
        self.after = after
        self.isPlaceWithheld = isPlaceWithheld
        self.reference = reference
        self.earlierReference = earlierReference
    }
}

/// An organisation that answered a question both times, and otherwise this time. Free texts are not compared.
public struct AnswerChange: Sendable, Hashable {
    public let organizationID: String
    public let name: String
    public let questionID: String
    public let question: String
    /// Labels of the choices of then, as far as they can be compared.
    public let before: [String]
    /// Labels of the choices of now, as far as they can be compared.
    public let after: [String]
    /// Labels of now.
    public let added: [String]
    /// Labels of then.
    public let removed: [String]
    public let reference: RecordReference
    public let earlierReference: RecordReference

    public init(
        organizationID: String, name: String, questionID: String, question: String, before: [String], after: [String],
        added: [String], removed: [String], reference: RecordReference, earlierReference: RecordReference
    ) {
        self.organizationID = organizationID
        self.name = name
        self.questionID = questionID
        self.question = question
        self.before = before
        self.after = after
        self.added = added
        self.removed = removed
        self.reference = reference
        self.earlierReference = earlierReference
    }
}

/// The answers of the same organisations in both waves.
public struct AnswerComparison: Sendable {
    /// A question that was asked in one of the waves alone.
    public struct UnpairedQuestion: Sendable, Hashable {
        public let id: String
        public let label: String

        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// Organisations with an answer that counts in both waves.
    public let answeredBoth: Int
    /// By question in the order of the questionnaire, then by name.
    public let changes: [AnswerChange]
    public let notAskedNow: [UnpairedQuestion]
    public let askedAnew: [UnpairedQuestion]

    public init(
        answeredBoth: Int, changes: [AnswerChange], notAskedNow: [UnpairedQuestion], askedAnew: [UnpairedQuestion]
    ) {
        self.answeredBoth = answeredBoth
        self.changes = changes
        self.notAskedNow = notAskedNow
        self.askedAnew = askedAnew
    }
}
