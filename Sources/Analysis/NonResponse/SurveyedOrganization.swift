/// An organisation that was asked, as far as the model of those who did not answer has to know it.
public struct SurveyedOrganization: Sendable, Hashable {
    /// Index of the group that it belongs to, such as its type.
    public let group: Int
    /// Index of the area that its office is in; `nil` where that is elsewhere or not known.
    public let office: Int?
    /// What it answered; `nil` for silence.
    public let answer: Answer?

    public struct Answer: Sendable, Hashable {
        /// Indices of the areas that it reaches, ascending.
        public let areas: [Int]
        /// Indices of what it does, without doubles.
        public let activities: [Int]

        public init(areas: [Int], activities: [Int]) {
            self.areas = areas
            self.activities = activities
        }
    }

    public init(group: Int, office: Int?, answer: Answer?) {
        self.group = group
        self.office = office
        self.answer = answer
    }
}
