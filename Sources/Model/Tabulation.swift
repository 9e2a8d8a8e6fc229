/// One line of the tables: how many of those asked chose an option.
public struct TabulationRow: Sendable, Hashable {
    public let questionID: String
    public let question: String
    /// Label of the option.
    public let option: String
    public let count: Int
    /// Those who were asked.
    public let base: Int
    /// Those among them who answered the question.
    public let answered: Int
    /// Per cent of the base, rounded half up to one decimal; `nil` for an empty base.
    public let sharePercent: Double?
    /// Post-stratified share; `nil` where there is nothing to weight by.
    public let weightedPercent: Double?
    /// Bounds of a 95 % interval of the share, in per cent.
    public let lowPercent: Double?
    public let highPercent: Double?

    public init(
        questionID: String, question: String, option: String, count: Int, base: Int, answered: Int,
        sharePercent: Double?, weightedPercent: Double?, lowPercent: Double?, highPercent: Double?
    ) {
        self.questionID = questionID
        self.question = question
        self.option = option
        self.count = count
        self.base = base
        self.answered = answered
        self.sharePercent = sharePercent
        self.weightedPercent = weightedPercent
        self.lowPercent = lowPercent
        self.highPercent = highPercent
    }
}
