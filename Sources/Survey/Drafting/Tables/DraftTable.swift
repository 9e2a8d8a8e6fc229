internal import Model
internal import Text

/// One table that a wave reads, and what its columns are.
struct DraftTable: Sendable {
    let sample: TableSample
    let header: HeaderGuess
    let columns: [DraftColumn]
    let guess: RoleGuesser.Guess
    let fields: [FieldGuesser.Guess]
    /// Of a response: its questions. Of a list: choices that may answer questions of the responses.
    var questions: [FileQuestion] = []
    var missing = MissingGuess()
    /// Columns that reach persons and are no field.
    var personal: [DraftColumn] = []
    /// Position of the questionnaire's question, by position in `questions`.
    var matched: [Int: Int] = [:]

    var role: Role { guess.role }
    var rowCount: Int { sample.lines.count - header.firstLine }

    func cells(_ field: RecordField) -> [String] {
        fields.first { $0.field == field }.map { columns[$0.column].cells.filter { !$0.isEmpty } } ?? []
    }

    /// Columns that nothing reads.
    var unused: [DraftColumn] {
        let used = Set(fields.map(\.column) + matched.keys.flatMap { questions[$0].columns })
        return columns.filter { !used.contains($0.index) && ($0.filled > 0 || !$0.title.shown.isEmpty) }
    }
}

/// Tells which tables of a folder belong to the survey, and what their columns are.
struct TableReading {
    let words: SurveyWords
    let names: NameNormalizer
    let isAddress: (String) -> Bool

    enum Outcome {
        case table(DraftTable)
        case unused(DraftWording.NotTable)
    }

    func read(_ sample: TableSample) -> Outcome {
        guard let header = HeaderFinder(words: words).find(sample) else { return .unused(.noHeader) }
        let columns = DraftColumn.columns(of: sample, header: header)
        guard header.firstLine < sample.lines.count else { return .unused(.noRows) }
        let finder = QuestionFinder(words: words)
        let fields = FieldGuesser(words: words, names: names, isAddress: isAddress)
        let choices = columns.filter { !fields.isPersonal($0.title.shown) && finder.looksLikeChoice($0) }.count
        let role = RoleGuesser(words: words).guess(
            file: sample.file, sheet: sample.sheet, columns: columns, choiceColumns: choices)
        let guesses = fields.guesses(columns, role: role.role)
        guard guesses.contains(where: { $0.field == .name }) else { return .unused(.noName) }
        var table = DraftTable(
            sample: sample, header: header, columns: columns, guess: role,
            fields: guesses)
        let taken = Set(guesses.map(\.column))
        let rest = columns.filter { !taken.contains($0.index) }
        table.personal = rest.filter { fields.isPersonal($0.title.shown) }
        let open = rest.filter { !fields.isPersonal($0.title.shown) }
        (table.questions, table.missing) = finder.questions(in: open)
        if role.role != .response { table.questions = table.questions.filter(\.isChoice) }
        return .table(table)
    }
}
