/// What a record holds for one question.
public enum Answer: Sendable, Hashable {
    /// The column is there and blank, or holds a code that the codebook calls no answer.
    case blank
    /// Ids of the options chosen, in the order of the questionnaire.
    case options([String])
    case text(String)

    public var isBlank: Bool { self == .blank }
    public var chosen: [String] { if case .options(let ids) = self { ids } else { [] } }
    public var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// What a question is to the analysis; a questionnaire names it, so that none of its wording is in code.
public enum QuestionConcept: String, Sendable, CaseIterable {
    case organizationType = "organization_type"
    /// The kind of service area; its options are `ServiceAreaKind`s.
    case serviceArea = "service_area"
    case serviceAreaText = "service_area_text"
    case activityField = "activity_field"
    case theme
    case themeText = "theme_text"
    case supportType = "support_type"
    case supportTypeText = "support_type_text"
    case commissioned
    case frequency
    /// Whether an activity reached somebody (a case).
    case caseFound = "case_found"
    case caseTheme = "case_theme"
    /// Free texts about cases: kept in the register, never classified, quoted or exported.
    case caseText = "case_text"
    case needFelt = "need_felt"
    case difficulty
    case expectation
    case wishToJoin = "wish_to_join"
    case other
}

/// Cells that hold no answer though they are not blank, as data entry and scanning software writes them. Folded texts.
public struct MissingCodes: Sendable, Hashable {
    /// Not answered or not asked.
    public var noAnswer: Set<String>
    /// Answered, but what was marked could not be read.
    public var unreadable: Set<String>

    public static let none = MissingCodes(noAnswer: [], unreadable: [])

    public init(noAnswer: Set<String>, unreadable: Set<String>) {
        self.noAnswer = noAnswer
        self.unreadable = unreadable
    }

    public func union(_ other: MissingCodes) -> MissingCodes {
        MissingCodes(
            noAnswer: noAnswer.union(other.noAnswer), unreadable: unreadable.union(other.unreadable))
    }
}

public struct Question: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case single, multiple, text, number, date
    }

    public struct Option: Sendable, Hashable {
        /// Stable meaning: an id of the taxonomy where the concept has one, else unique within the question.
        public let id: String
        /// Number printed in the questionnaire.
        public let code: Int
        public let label: String
        /// Other wordings by which sources write this option.
        public let alsoWritten: [String]
        /// Ids of the choices of an earlier questionnaire that it stands for; empty where that is its own. Several where
        /// they were merged; one that several choices name was split.
        public let earlierIDs: [String]

        public init(id: String, code: Int, label: String, alsoWritten: [String] = [], earlierIDs: [String] = []) {
            self.id = id
            self.code = code
            self.label = label
            self.alsoWritten = alsoWritten
            self.earlierIDs = earlierIDs
        }
    }

    public let id: String
    public let label: String
    public let kind: Kind
    public let concept: QuestionConcept
    public let options: [Option]
    /// Who is asked; `nil` means everybody.
    public let askedIf: Condition?
    /// Of this question alone.
    public let missing: MissingCodes

    public init(
        id: String, label: String, kind: Kind, concept: QuestionConcept, options: [Option], askedIf: Condition?,
        missing: MissingCodes = .none
    ) {
        self.id = id
        self.label = label
        self.kind = kind
        self.concept = concept
        self.options = options
        self.askedIf = askedIf
        self.missing = missing
    }

    public var isTabulated: Bool { kind == .single || kind == .multiple }
}

/// When a question is asked, over the answers that one respondent gave.
public indirect enum Condition: Sendable, Hashable {
    /// `3-1 = yes`: the option is among those chosen.
    case chosen(question: String, option: String)
    /// `any_answered(2-3, 2-4)`: at least one of the questions has an answer.
    case anyAnswered([String])
    case not(Condition)
    case all([Condition])
    case any([Condition])

    public func holds(for answers: [String: Answer]) -> Bool {
        switch self {
        case .chosen(let question, let option): answers[question]?.chosen.contains(option) ?? false
        case .anyAnswered(let questions): questions.contains { !(answers[$0]?.isBlank ?? true) }
        case .not(let condition): !condition.holds(for: answers)
        case .all(let conditions): conditions.allSatisfy { $0.holds(for: answers) }
        case .any(let conditions): conditions.contains { $0.holds(for: answers) }
        }
    }

    /// Ids of the questions it looks at.
    public var questions: [String] {
        switch self {
        case .chosen(let question, _): [question]
        case .anyAnswered(let questions): questions
        case .not(let condition): condition.questions
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.questions)
        }
    }
}

/// The questionnaire of one wave, as its codebook describes it.
public struct Questionnaire: Sendable {
    public let questions: [Question]
    /// Of every question and every field.
    public let missing: MissingCodes
    private let byID: [String: Int]

    /// - Precondition: ids are unique (the codebook reader reports doubles).
    public init(questions: [Question], missing: MissingCodes = .none) {
        self.questions = questions
        self.missing = missing
        byID = Dictionary(questions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(id: String) -> Question? { byID[id].map { questions[$0] } }

    public func first(_ concept: QuestionConcept) -> Question? { questions.first { $0.concept == concept } }
}
