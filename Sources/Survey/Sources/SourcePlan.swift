internal import Model
internal import Text

/// Which column of a source holds what: the mapping of `wave.yaml` brought together with the header that is there.
struct SourcePlan {
    struct AnswerPlan {
        let question: Question
        let splitter: ChoiceSplitter
        let columns: Columns
        /// Of the source, the questionnaire and the question.
        let missing: MissingCodes

        enum Columns {
            /// Cells that hold choices or a text; what several of them hold is put together.
            case cells([Cell], choices: ChoiceMemory)
            /// A column for each option.
            case marks([Mark])
        }

        struct Cell {
            let index: Int
            let title: String
        }

        struct Mark {
            let index: Int
            let title: String
            let option: Question.Option
        }
    }

    let fields: [(field: RecordField, index: Int, title: String)]
    let answers: [AnswerPlan]
    /// Of the source and the questionnaire, for fields.
    let missing: MissingCodes
    let findings: [Finding]

    /// - Throws: `StageError` with every column that is missing or ambiguous, each with the closest titles.
    init(
        source: SourceDescription, questionnaire: Questionnaire, columns: ColumnMap, header: CellLocation,
        contacts: ContactUse = .linking
    ) throws(StageError) {
        var builder = Builder(columns: columns, header: header)
        // Contacts that may not be used have their columns all the same: a title that is wrong is said.
        let hidden: [RecordField] = contacts == .linking ? [] : RecordField.contacts
        fields = RecordField.allCases.compactMap { field in
            source.columns[field].flatMap { builder.index(of: $0) }
                .map { (field, $0, columns.shown($0)) }
        }.filter { !hidden.contains($0.field) }
        missing = source.missing.union(questionnaire.missing)
        var answers: [AnswerPlan] = []
        // Columns that are named one by one come first: a pattern leaves them alone.
        let placed = questionnaire.questions.compactMap { question in
            source.answers[question.id].map { (question: question, place: $0) }
        }
        for isNamed in [true, false] {
            for (question, place) in placed where place.namesItsColumns == isNamed {
                let splitter = ChoiceSplitter(question: question, sourceLabels: source.labels[question.id] ?? [:])
                guard let found = builder.columns(at: place, question: question, splitter: splitter) else { continue }
                answers.append(
                    AnswerPlan(
                        question: question, splitter: splitter, columns: found,
                        missing: missing.union(question.missing)))
            }
        }
        let order = questionnaire.questions.map(\.id)
        self.answers = order.compactMap { id in answers.first { $0.question.id == id } }
        guard builder.problems.isEmpty else { throw StageError(builder.problems) }
        findings = builder.unmapped()
    }

    private struct Builder {
        let columns: ColumnMap
        let header: CellLocation
        var problems: [Problem] = []
        var used: Set<Int> = []
        var findings: [Finding] = []

        mutating func index(of title: String) -> Int? {
            switch columns.index(of: title) {
            case .success(let index):
                used.insert(index)
                return index
            case .failure(.missing(let nearest)):
                problems.append(
                    Problem(.columnMissing, at: header, found: title, expected: nearest.joined(separator: ", ")))
            case .failure(.ambiguous(let titles)):
                problems.append(
                    Problem(.columnAmbiguous, at: header, found: title, expected: titles.joined(separator: ", ")))
            }
            return nil
        }

        /// `nil` with a problem when a column is missing.
        mutating func columns(
            at place: SourceDescription.AnswerColumns, question: Question, splitter: ChoiceSplitter
        ) -> AnswerPlan.Columns? {
            switch place {
            case .one(let title, let coding):
                return index(of: title).map {
                    .cells([cell($0)], choices: ChoiceMemory(splitter, coding: coding))
                }
            case .under(let title):
                let found = columns.columns(under: title).map { (index: $0.index, name: $0.title) }
                if found.isEmpty { reportMissing(title) }
                return .marks(marks(found, splitter: splitter))
            case .several(let selection, .marks):
                return marks(selection, question: question, splitter: splitter).map { .marks($0) }
            case .several(let selection, let coding):
                let indices = indices(of: selection)
                guard !indices.isEmpty else { return nil }
                return .cells(indices.map(cell), choices: ChoiceMemory(splitter, coding: coding))
            }
        }

        private func cell(_ index: Int) -> AnswerPlan.Cell {
            AnswerPlan.Cell(index: index, title: columns.shown(index))
        }

        private mutating func indices(of selection: SourceDescription.ColumnSelection) -> [Int] {
            switch selection {
            case .pattern(let pattern): return matching(pattern).map(\.index)
            case .titles(let titles): return titles.compactMap { index(of: $0) }
            case .byOption(let columns): return columns.compactMap { index(of: $0.title) }
            }
        }

        private mutating func marks(
            _ selection: SourceDescription.ColumnSelection, question: Question, splitter: ChoiceSplitter
        ) -> [AnswerPlan.Mark]? {
            switch selection {
            case .pattern(let pattern):
                let found = matching(pattern)
                return found.isEmpty ? nil : marks(found, splitter: splitter)
            case .titles(let titles):
                return marks(
                    titles.compactMap { title in index(of: title).map { ($0, title) } }, splitter: splitter)
            case .byOption(let pairs):
                return pairs.compactMap { pair in
                    guard let index = index(of: pair.title),
                        let option = question.options.first(where: { $0.id == pair.optionID })
                    else { return nil }
                    return AnswerPlan.Mark(index: index, title: columns.shown(index), option: option)
                }
            }
        }

        /// The columns of a pattern that nothing else named.
        private mutating func matching(_ pattern: String) -> [(index: Int, name: String)] {
            let found = columns.columns(matching: pattern).filter { !used.contains($0.index) }
            if found.isEmpty { reportMissing(pattern) }
            used.formUnion(found.map(\.index))
            return found.map { ($0.index, $0.star) }
        }

        /// Each column with the option that its name means; a name that means none is a finding.
        private mutating func marks(
            _ found: [(index: Int, name: String)], splitter: ChoiceSplitter
        ) -> [AnswerPlan.Mark] {
            found.compactMap { index, name in
                used.insert(index)
                guard let option = splitter.option(titled: name) else {
                    findings.append(
                        Finding(
                            .warning, .unknownChoice, at: header.column(columns.shown(index)), found: name,
                            expected: splitter.labels))
                    return nil
                }
                return AnswerPlan.Mark(index: index, title: columns.shown(index), option: option)
            }
        }

        private mutating func reportMissing(_ title: String) {
            let nearest = NearestNames.nearest(to: title, among: columns.candidates)
            problems.append(
                Problem(.columnMissing, at: header, found: title, expected: nearest.joined(separator: ", ")))
        }

        func unmapped() -> [Finding] {
            findings
                + columns.shownTitles.enumerated()
                .filter { !used.contains($0.offset) && !$0.element.isEmpty }
                .map { Finding(.info, .columnNotMapped, at: header, found: $0.element) }
        }
    }
}
