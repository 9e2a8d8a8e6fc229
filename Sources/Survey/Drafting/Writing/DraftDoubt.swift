public import Model

/// A guess that a person should look at.
public struct DraftDoubt: Sendable, Hashable {
    /// `wave.yaml` or `codebook.yaml`.
    public let file: String
    /// From 1.
    public let line: Int
    public let text: String
    /// The larger, the more doubtful.
    public let weight: Int
}

/// What one table was taken for.
public struct DraftedSource: Sendable {
    public let file: String
    public let sheet: String?
    public let role: Role
    public let headerRow: Int
    public let headerRows: Int
    /// `nil` for a workbook.
    public let encoding: String?
    public let rows: Int
    /// Whether every row was looked at.
    public let isWhole: Bool
    /// Questions that the table has answers to.
    public let questions: Int
}

/// The two files of a wave, as they could be, and what has to be looked at.
public struct SurveyDraft: Sendable {
    public let wave: String
    public let codebook: String
    public let sources: [DraftedSource]
    /// Sentences on tables that are not used.
    public let unused: [String]
    /// The most doubtful first.
    public let doubts: [DraftDoubt]
    public let questionCount: Int
    /// `wave` with something in every place that a person has to fill in, so that the tables can be read by it.
    let readable: String
}
