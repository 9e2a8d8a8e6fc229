internal import Model

/// What an XLSForm (xlsform.org) says about a questionnaire: its questions in order and their lists of choices.
struct XLSForm: Sendable {
    /// A text in the languages of the form, in the order of the columns; "" is the column without a language.
    struct Labels: Sendable, Equatable {
        var texts: [(language: String, text: String)] = []

        subscript(language: String) -> String? { texts.first { $0.language == language }?.text }

        static func == (a: Labels, b: Labels) -> Bool {
            a.texts.elementsEqual(b.texts) { $0.language == $1.language && $0.text == $1.text }
        }
    }

    struct Question: Sendable {
        let row: Int
        let name: String
        let type: Kind
        /// The type as the form writes it, for remarks.
        let typeText: String
        let labels: Labels
        /// Names of the groups around it, the outermost first.
        let groups: [String]
        /// Of the groups around it, then its own.
        let conditions: [Relevance]
        let isRepeated: Bool
        let hasChoiceFilter: Bool
    }

    enum Kind: Sendable, Equatable {
        /// - takesOther: with a choice "other" and a free text for it, which are in no sheet.
        case select(list: String, isMultiple: Bool, takesOther: Bool)
        case text, number, date
        /// Answered, but nothing that can be counted: ranks, times, choices that are in another file.
        case uncounted
    }

    /// An expression of the column `relevant`.
    struct Relevance: Sendable, Equatable {
        let row: Int
        let expression: String
    }

    struct Choice: Sendable {
        let row: Int
        let name: String
        let labels: Labels
    }

    let file: String
    /// The sheet of the questions, as the workbook names it.
    let survey: String
    /// Title of the column `relevant`, as the form writes it.
    let relevanceTitle: String
    let title: String
    let defaultLanguage: String
    /// Of all columns of labels, in their order.
    let languages: [String]
    let questions: [Question]
    let lists: [String: [Choice]]
    /// Rows of the survey that are no question of the codebook, by type.
    let otherRows: [(type: String, rows: [Int])]
}
