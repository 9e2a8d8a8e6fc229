/// What a free text speaks of.
public enum ActivitySubject: String, Sendable, CaseIterable {
    case theme
    case supportType = "support_type"
}

/// A free text about activities that a record holds, with what it was taken for.
public struct ActivityText: Sendable, Hashable {
    public let reference: RecordReference
    public let subject: ActivitySubject
    /// The question that it was written for.
    public let questionID: String
    public let question: String
    /// As it was written.
    public let text: String
    /// Codes that the questionnaire doesn't ask for stand as the nearest wider one that it does.
    public let coding: Coding

    public init(
        reference: RecordReference, subject: ActivitySubject, questionID: String, question: String, text: String,
        coding: Coding
    ) {
        self.reference = reference
        self.subject = subject
        self.questionID = questionID
        self.question = question
        self.text = text
        self.coding = coding
    }
}

/// A free text that people may look at in `review/themes.xlsx`, each wording once.
public struct ReviewedText: Sendable, Hashable {
    /// In the order in which they are shown.
    public enum State: Int, Sendable, CaseIterable, Comparable {
        /// Nothing was assigned: a person decides.
        case open
        case assigned
        /// It says something else.
        case outside
        /// A person has decided.
        case decided

        public static func < (a: State, b: State) -> Bool { a.rawValue < b.rawValue }
    }

    public let subject: ActivitySubject
    /// As the first record writes it.
    public let text: String
    public let question: String
    public let coding: Coding
    public let state: State
    /// In the order of the sources and their rows; never empty.
    public let mentions: [RecordMention]
    /// Labels of the choices that were ticked beside the text.
    public let chosen: [String]
    /// Ids that the names of the organisations make one think of, for a text that is open; nothing rests on them.
    public let nameGuesses: [String]

    public init(
        subject: ActivitySubject, text: String, question: String, coding: Coding, state: State,
        mentions: [RecordMention], chosen: [String] = [], nameGuesses: [String] = []
    ) {
        self.subject = subject
        self.text = text
        self.question = question
        self.coding = coding
        self.state = state
        self.mentions = mentions
        self.chosen = chosen
        self.nameGuesses = nameGuesses
    }
}

/// An organisation of which no theme is known and whose name makes one think of some: to be asked about, never assigned.
public struct NameHint: Sendable, Hashable {
    public let mention: RecordMention
    /// Best first, at most two.
    public let guesses: [Coding.Code]

    public init(mention: RecordMention, guesses: [Coding.Code]) {
        self.mention = mention
        self.guesses = guesses
    }
}
