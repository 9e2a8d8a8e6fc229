internal import Model

/// One question as one file asks it: the columns that hold the answers and what stands in them.
struct FileQuestion: Sendable {
    /// Where the answers stand, as `wave.yaml` says it.
    enum Place: Sendable, Equatable {
        case one(title: String)
        case under(title: String)
        case pattern(String)
        case titles([String])
    }

    enum Content: Sendable, Equatable {
        /// One column, or several put together, with labels.
        case labels
        case codes
        /// A column for each option.
        case marks
        case text, number, date
        /// No cell has anything.
        case blank
    }

    struct Option: Sendable {
        let label: String
        /// Printed number, where the file tells it.
        let code: Int?
        /// Rows that chose it.
        let count: Int
        /// Every way in which the file writes it.
        var spellings: [String] = []
    }

    /// Positions of the columns in their table, in order.
    let columns: [Int]
    let place: Place
    let content: Content
    /// As people read it.
    let title: String
    let number: QuestionNumber?
    /// Whether the title says that the choices are one, or several; `nil` when it says nothing.
    let isMultipleByTitle: Bool?
    /// Options in the order of the columns, else in no order.
    var options: [Option] = []
    /// Rows by code.
    var codes: [Int: Int] = [:]
    /// Rows with more than one choice.
    var severalCells = 0
    /// Rows with an answer.
    var answered = 0
    /// What the choices in a cell are joined with.
    var separators: [Character] = []
    /// Labels by row, in the order of the cell.
    var rows: [[String]] = []
    /// Labels that were put together from pieces.
    var joined: [String] = []
    /// Choices that stand in one row only and look like free text: how many.
    var strayTexts = 0

    var isChoice: Bool { content == .labels || content == .codes || content == .marks }
    /// Whether the order of the options is that of the questionnaire.
    var hasOrder: Bool { content == .marks || options.contains { $0.code != nil } }
}

/// Cells of one file that hold no answer though they are not blank.
struct MissingGuess: Sendable, Equatable {
    /// Cells by code, folded.
    var noAnswer: [String: Int] = [:]
    var unreadable: [String: Int] = [:]
}
