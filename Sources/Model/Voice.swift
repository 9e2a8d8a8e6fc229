/// 団体の困りごと・期待: how often members of the platform and others chose an option of a question about what they need.
public struct VoiceRow: Sendable, Hashable {
    /// Answers of one group of organisations.
    public struct Count: Sendable, Hashable {
        /// Who was asked.
        public let base: Int
        /// Who of them answered the question.
        public let answered: Int
        /// Who chose the option.
        public let count: Int
        /// Of those who were asked; `nil` where nobody was.
        public let sharePercent: Double?

        public init(base: Int, answered: Int, count: Int, sharePercent: Double?) {
            self.base = base
            self.answered = answered
            self.count = count
            self.sharePercent = sharePercent
        }
    }

    public let questionID: String
    public let question: String
    public let optionID: String
    public let option: String
    public let members: Count
    public let others: Count

    public init(
        questionID: String, question: String, optionID: String, option: String, members: Count, others: Count
    ) {
        self.questionID = questionID
        self.question = question
        self.optionID = optionID
        self.option = option
        self.members = members
        self.others = others
    }
}
