extension SurveyWords {
    /// How often an answer about frequency says that something happens, whatever order the questionnaire has its choices in.
    /// - Returns: the lower the more often, from 1 (every day); `nil` for words that nobody knows.
    public func frequency(_ label: String) -> Int? { longest(.frequency, in: label).flatMap { Int($0.id) } }
}
