/// One line of the tables: how many of those asked chose an option.
public struct TabulationRow: Sendable, Hashable {
    public let questionID: String
    public let question: String
    public let optionID: String
    /// Label of the option.
    public let option: String
    public let count: Int
    /// Those who were asked.
    public let base: Int
    /// Those among them who answered the question.
    public let answered: Int
    /// Per cent of the base, rounded half up to one decimal; `nil` for an empty base.
    public let sharePercent: Double?
    /// The share of all who were asked for an answer, with weights; `nil` where there is nothing to weight by.
    public let weighted: WeightedPercent?
    /// Between what that share lies, whatever those who didn't answer would have said; `nil` for questions that not
    /// everybody is asked.
    public let bounds: PercentRange?

    public init(
        questionID: String, question: String, optionID: String, option: String, count: Int, base: Int, answered: Int,
        sharePercent: Double?, weighted: WeightedPercent?, bounds: PercentRange?
    ) {
        self.questionID = questionID
        self.question = question
        self.optionID = optionID
        self.option = option
        self.count = count
        self.base = base
        self.answered = answered
        self.sharePercent = sharePercent
        self.weighted = weighted
        self.bounds = bounds
    }
}

/// Bounds in per cent, rounded to one decimal.
public struct PercentRange: Sendable, Hashable {
    public let low: Double
    public let high: Double

    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }
}

/// An estimate in per cent with its 95 % interval, rounded to one decimal.
public struct WeightedPercent: Sendable, Hashable {
    public let percent: Double
    public let interval: PercentRange

    public init(percent: Double, interval: PercentRange) {
        self.percent = percent
        self.interval = interval
    }
}

/// How many of a part of those who were asked answered.
public struct ResponseRow: Sendable, Hashable {
    public enum Dimension: String, Sendable, CaseIterable {
        /// All who were asked.
        case all
        case organizationType = "organization_type"
        /// Municipality or ward of the office.
        case municipality
        /// 把握課
        case section
    }

    public let dimension: Dimension
    /// Id or code; empty for those of whom it isn't known, and for all.
    public let category: String
    public let label: String
    public let asked: Int
    public let answered: Int
    /// Those without an answer whose letter came back, or that have ceased.
    public let unreachable: Int
    /// Per cent of those asked, rounded half up to one decimal; `nil` where nobody was asked.
    public let ratePercent: Double?

    public init(
        dimension: Dimension, category: String, label: String, asked: Int, answered: Int, unreachable: Int,
        ratePercent: Double?
    ) {
        self.dimension = dimension
        self.category = category
        self.label = label
        self.asked = asked
        self.answered = answered
        self.unreachable = unreachable
        self.ratePercent = ratePercent
    }
}

/// What the weighted shares rest on.
public struct WeightingSummary: Sendable, Hashable {
    /// Categories that were weighted as one, since too few of them answered.
    public struct Collapsed: Sendable, Hashable {
        public let dimension: ResponseRow.Dimension
        public let labels: [String]

        public init(dimension: ResponseRow.Dimension, labels: [String]) {
            self.dimension = dimension
            self.labels = labels
        }
    }

    /// What the weights are made of.
    public let dimensions: [ResponseRow.Dimension]
    public let respondents: Int
    /// As many of equal weight would say as much.
    public let effectiveSampleSize: Double
    /// By how much unequal weights widen a variance, ≥ 1.
    public let designEffect: Double
    public let smallestWeight: Double
    public let largestWeight: Double
    /// Without it no weighted share is given.
    public let converged: Bool
    public let collapsed: [Collapsed]

    public init(
        dimensions: [ResponseRow.Dimension], respondents: Int, effectiveSampleSize: Double, designEffect: Double,
        smallestWeight: Double, largestWeight: Double, converged: Bool, collapsed: [Collapsed]
    ) {
        self.dimensions = dimensions
        self.respondents = respondents
        self.effectiveSampleSize = effectiveSampleSize
        self.designEffect = designEffect
        self.smallestWeight = smallestWeight
        self.largestWeight = largestWeight
        self.converged = converged
        self.collapsed = collapsed
    }
}

/// The counts of a wave, as tables.
public struct SurveyTables: Sendable {
    public let rows: [TabulationRow]
    public let responses: [ResponseRow]
    /// `nil` where nobody that was asked answered.
    public let weighting: WeightingSummary?
    /// Against the wave before; `nil` without one.
    public var comparison: WaveComparison?
    /// By question and option, in the order of the questionnaire.
    public let voices: [VoiceRow]
    /// Every question by the options of some, in the order of the questionnaire.
    public var crosses: [CrossTabulationRow]

    public init(
        rows: [TabulationRow], responses: [ResponseRow], weighting: WeightingSummary?,
        comparison: WaveComparison? = nil, voices: [VoiceRow] = [], crosses: [CrossTabulationRow] = []
    ) {
        self.rows = rows
        self.responses = responses
        self.weighting = weighting
        self.comparison = comparison
        self.voices = voices
        self.crosses = crosses
    }
}

/// One line of a cross-table: how many of those who chose an option of one question chose one of another.
public struct CrossTabulationRow: Sendable, Hashable {
    public let byQuestionID: String
    public let byQuestion: String
    public let byOptionID: String
    /// Label of the option.
    public let byOption: String
    /// Its base are those who chose that option and were asked the question.
    public let cell: TabulationRow

    public init(byQuestionID: String, byQuestion: String, byOptionID: String, byOption: String, cell: TabulationRow) {
        self.byQuestionID = byQuestionID
        self.byQuestion = byQuestion
        self.byOptionID = byOptionID
        self.byOption = byOption
        self.cell = cell
    }
}
