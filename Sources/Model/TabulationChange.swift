/// A choice of a question in this wave and in the one before.
public struct TabulationChange: Sendable, Hashable {
    /// Whether the two can be compared.
    public enum Comparability: String, Sendable, CaseIterable {
        case same
        /// The same choice in other words.
        case relabelled
        /// Several choices of the earlier questionnaire in one.
        case merged
        /// A part of an earlier choice.
        case split
        /// Not in the earlier questionnaire.
        case new
        /// Not in this questionnaire any more.
        case gone
        /// Others are asked the question than before.
        case otherBase = "other_base"
        /// The question was not asked before.
        case notAskedBefore = "not_asked_before"
        /// The question is not asked any more.
        case notAskedNow = "not_asked_now"

        public var isComparable: Bool { self == .same || self == .relabelled || self == .merged }
    }

    /// Those who were asked the question, of all who were asked to answer, and those among them who chose.
    public struct Count: Sendable, Hashable {
        public let count: Int
        public let base: Int
        /// Rounded half up to one decimal; `nil` for an empty base.
        public let percent: Double?

        public init(count: Int, base: Int, percent: Double?) {
            self.count = count
            self.base = base
            self.percent = percent
        }
    }

    /// In percentage points, rounded to one decimal, with its 95 % interval.
    public struct Change: Sendable, Hashable {
        public let points: Double
        public let interval: PercentRange

        public init(points: Double, interval: PercentRange) {
            self.points = points
            self.interval = interval
        }
    }

    /// Those who were asked the question both times.
    public struct Panel: Sendable, Hashable {
        public let size: Int
        public let earlierCount: Int
        public let laterCount: Int
        public let change: Change

        public init(size: Int, earlierCount: Int, laterCount: Int, change: Change) {
            self.size = size
            self.earlierCount = earlierCount
            self.laterCount = laterCount
            self.change = change
        }
    }

    public let questionID: String
    public let question: String
    public let optionID: String
    public let option: String
    public let comparability: Comparability
    /// `nil` where it wasn't asked, and where its part is not known.
    public let earlier: Count?
    public let later: Count?
    /// Of all who answered; `nil` where the two can't be compared.
    public let all: Change?
    public let panel: Panel?

    public init(
        questionID: String, question: String, optionID: String, option: String, comparability: Comparability,
        earlier: Count?, later: Count?, all: Change? = nil, panel: Panel? = nil
    ) {
        self.questionID = questionID
        self.question = question
        self.optionID = optionID
        self.option = option
        self.comparability = comparability
        self.earlier = earlier
        self.later = later
        self.all = all
        self.panel = panel
    }
}

/// How the tables of a wave compare with those of the wave before.
public struct WaveComparison: Sendable {
    /// Label of the earlier wave.
    public let earlierWave: String
    public let changes: [TabulationChange]

    public init(earlierWave: String, changes: [TabulationChange]) {
        self.earlierWave = earlierWave
        self.changes = changes
    }
}
