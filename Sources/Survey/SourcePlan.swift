internal import Model
internal import Text

/// Which column of a source holds what: the mapping of `wave.yaml` brought together with the header that is there.
struct SourcePlan {
    struct AnswerPlan {
        let question: Question
        let splitter: ChoiceSplitter
        let columns: Columns

        enum Columns {
            case one(index: Int, title: String, coding: SourceDescription.Coding)
            case marks([(index: Int, title: String, optionID: String)])
        }
    }

    let fields: [(field: RecordField, index: Int, title: String)]
    let answers: [AnswerPlan]
    let findings: [Finding]

    /// - Throws: `StageError` with every column that is missing or ambiguous, each with the closest titles.
    init(
        source: SourceDescription, questionnaire: Questionnaire, columns: ColumnMap, header: CellLocation
    ) throws(StageError) {
        var builder = Builder(columns: columns, header: header)
        fields = RecordField.allCases.compactMap { field in
            source.columns[field].flatMap { builder.index(of: $0) }
                .map { (field, $0, columns.shown($0)) }
        }
        answers = questionnaire.questions.compactMap { question in
            guard let place = source.answers[question.id] else { return nil }
            let splitter = ChoiceSplitter(question: question, sourceLabels: source.labels[question.id] ?? [:])
            switch place {
            case .one(let title, let coding):
                guard let index = builder.index(of: title) else { return nil }
                return AnswerPlan(
                    question: question, splitter: splitter,
                    columns: .one(index: index, title: columns.shown(index), coding: coding))
            case .under(let title):
                return AnswerPlan(
                    question: question, splitter: splitter,
                    columns: .marks(builder.marks(under: title, splitter: splitter)))
            }
        }
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

        mutating func marks(
            under title: String, splitter: ChoiceSplitter
        ) -> [(index: Int, title: String, optionID: String)] {
            let found = columns.columns(under: title)
            if found.isEmpty {
                let nearest = NearestNames.nearest(to: title, among: columns.candidates)
                problems.append(
                    Problem(.columnMissing, at: header, found: title, expected: nearest.joined(separator: ", ")))
            }
            return found.compactMap { index, lower in
                used.insert(index)
                guard let option = splitter.option(titled: lower) else {
                    findings.append(
                        Finding(
                            .warning, .unknownChoice, at: header.column(columns.shown(index)), found: lower,
                            expected: splitter.labels))
                    return nil
                }
                return (index, columns.shown(index), option)
            }
        }

        func unmapped() -> [Finding] {
            findings
                + columns.shownTitles.enumerated()
                .filter { !used.contains($0.offset) && !$0.element.isEmpty }
                .map { Finding(.info, .columnNotMapped, at: header, found: $0.element) }
        }
    }
}
