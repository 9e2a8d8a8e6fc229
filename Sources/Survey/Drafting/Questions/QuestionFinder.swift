internal import Model
internal import Text

/// The questions that a table has answers to.
struct QuestionFinder {
    let words: SurveyWords
    /// Rows that tell whether a column holds choices; counts are over all.
    private static let rowsLookedAt = 3000

    /// - Parameter columns: those that hold no field and reach no person, in their order.
    func questions(in columns: [DraftColumn]) -> (questions: [FileQuestion], missing: MissingGuess) {
        let columns = columns.filter { $0.written != nil }
        let groups = ColumnGroups(words: words) { isMissing($0) }.groups(columns)
        let grouped = Set(groups.flatMap { $0.columns.map(\.index) })
        var questions = groups.map(question)
        questions += columns.filter { !grouped.contains($0.index) }.map(question)
        questions.sort { $0.columns[0] < $1.columns[0] }
        return (questions, missing(in: columns, questions))
    }

    /// Whether a column can hold choices; used before the role of a table is known.
    func looksLikeChoice(_ column: DraftColumn) -> Bool {
        guard column.filled >= 3, column.filled < 200 || column.distinctShare < 0.9 else { return false }
        let question = question(column)
        return question.content == .labels && question.options.count <= 60 && column.distinctShare < 0.9
            || question.content == .codes
    }

    // MARK: - One column

    func question(_ column: DraftColumn) -> FileQuestion {
        let title = column.title.shown
        var question = FileQuestion(
            columns: [column.index], place: .one(title: column.written ?? title), content: content(of: column),
            title: readable(column), number: number(column.title), isMultipleByTitle: isMultiple(title))
        question.answered = column.filled - column.counts.reduce(0) { $0 + (isMissing($1.key) ? $1.value : 0) }
        switch question.content {
        case .codes: count(codesOf: column.cells, into: &question)
        case .labels: count(labelsOf: column.cells, into: &question)
        default: break
        }
        return question
    }

    private func content(of column: DraftColumn) -> FileQuestion.Content {
        let values = column.counts.filter { !isMissing($0.key) }
        let filled = values.values.reduce(0, +)
        guard filled > 0 else { return .blank }
        let title = column.title.shown
        let isTextTitle = words.holds(.titleKind, "text", in: title) && isMultiple(title) == nil
        let dates = values.reduce(0) { $0 + (CellForm.isDate($1.key) ? $1.value : 0) }
        if dates * 10 >= filled * 9 { return .date }
        let coded = values.reduce(0) { $0 + (CellForm.codes($1.key) != nil ? $1.value : 0) }
        if coded * 100 >= filled * 95 { return isCount(column, values) ? .number : .codes }
        if isTextTitle { return .text }
        let pieces = pieces(of: Array(column.cells.prefix(Self.rowsLookedAt)))
        return looksChosen(pieces, filled: min(filled, Self.rowsLookedAt)) ? .labels : .text
    }

    /// A number that was counted, such as members, and not a choice.
    private func isCount(_ column: DraftColumn, _ values: [String: Int]) -> Bool {
        let codes = values.keys.flatMap { CellForm.codes($0) ?? [] }
        if words.holds(.titleKind, "number", in: column.title.shown) { return true }
        let isSeveral = values.keys.contains { (CellForm.codes($0)?.count ?? 0) > 1 }
        return codes.contains { $0 > 60 || $0 < 0 } || !isSeveral && values.count > 20
    }

    /// Choices repeat and are short; sentences don't.
    private func looksChosen(_ pieces: ChoicePieces, filled: Int) -> Bool {
        let total = pieces.total
        guard total > 0, !pieces.labels.isEmpty else { return false }
        let known = pieces.labels.values.reduce(0) { $0 + (isKnownLabel($1.label) ? $1.count : 0) }
        if known * 10 >= total * 6 { return true }
        let long = pieces.labels.values.reduce(0) {
            $0 + ($1.label.count > 60 || $1.label.contains("。") ? $1.count : 0)
        }
        if long * 5 > total || pieces.labels.count > 80 { return false }
        // In a handful of rows hardly anything repeats.
        return pieces.repeatedShare >= (filled < 12 ? 0.5 : 0.7)
    }

    func isKnownLabel(_ label: String) -> Bool { words.isLabel(label) }

    private func pieces(of cells: [String]) -> ChoicePieces {
        ChoicePieces(
            cells.map { isMissing(Width.folded($0)) ? "" : $0 }, key: words.key, isKnown: isKnownLabel)
    }

    // MARK: - Groups

    private func question(_ group: ColumnGroups.Group) -> FileQuestion {
        let cells = group.columns.map(\.cells)
        let rowCount = cells.map(\.count).max() ?? 0
        func isMarked(_ cell: String, _ star: String) -> Bool {
            let folded = Width.folded(cell)
            return !isMissing(folded) && (Marks.meaning(folded) ?? (folded == Width.folded(star)))
        }
        guard group.isMarks else { return joined(group, cells, rowCount) }
        var question = FileQuestion(
            columns: group.columns.map(\.index), place: group.place, content: .marks,
            title: readable(group.title), number: QuestionNumber(group.title, words: words), isMultipleByTitle: true)
        for (column, star) in zip(group.columns, group.stars) {
            let number = Int(Width.foldedWithoutSpaces(star))
            let split = ChoicePieces.number(before: star)
            question.options.append(
                FileQuestion.Option(
                    label: number == nil ? split?.label ?? star : "", code: number ?? split?.number,
                    count: column.cells.count { isMarked($0, star) }))
        }
        let marked = (0..<rowCount).map { row in
            zip(cells, group.stars).count { isMarked($0.indices.contains(row) ? $0[row] : "", $1) }
        }
        question.severalCells = marked.count { $0 > 1 }
        question.answered = marked.count { $0 > 0 }
        return question
    }

    /// Several columns with choices from one list.
    private func joined(_ group: ColumnGroups.Group, _ cells: [[String]], _ rowCount: Int) -> FileQuestion {
        let values = cells.joined().filter { !$0.isEmpty && !isMissing(Width.folded($0)) }
        let isCoded = values.allSatisfy { CellForm.codes($0) != nil }
        var question = FileQuestion(
            columns: group.columns.map(\.index), place: group.place, content: isCoded ? .codes : .labels,
            title: readable(group.title), number: QuestionNumber(group.title, words: words), isMultipleByTitle: true)
        let rows = (0..<rowCount).map { row in
            cells.map { $0.indices.contains(row) ? $0[row] : "" }
                .filter { !$0.isEmpty && !isMissing(Width.folded($0)) }.joined(separator: "\n")
        }
        question.answered = rows.count { !$0.isEmpty }
        if isCoded { count(codesOf: rows, into: &question) } else { count(labelsOf: rows, into: &question) }
        return question
    }

    // MARK: - Counts

    private func count(codesOf cells: [String], into question: inout FileQuestion) {
        for cell in cells where !cell.isEmpty && !isMissing(Width.folded(cell)) {
            let codes = Set(CellForm.codes(cell) ?? [])
            for code in codes { question.codes[code, default: 0] += 1 }
            if codes.count > 1 { question.severalCells += 1 }
        }
    }

    private func count(labelsOf cells: [String], into question: inout FileQuestion) {
        let pieces = pieces(of: cells)
        question.separators = pieces.separators
        question.rows = pieces.rows
        question.joined = pieces.joined
        question.severalCells = pieces.severalCells
        let once = pieces.labels.filter { $0.value.count == 1 && !isKnownLabel($0.value.label) }
        // Many choices that nobody else made are what people wrote for その他.
        let strays = once.count >= 4 && once.count * 10 > pieces.labels.count * 3 && pieces.total >= 20 ? once : [:]
        question.strayTexts = strays.count
        question.options = pieces.labels.filter { strays[$0.key] == nil }
            .map {
                FileQuestion.Option(
                    label: $0.value.label, code: pieces.numbers[$0.key], count: $0.value.count,
                    spellings: $0.value.spellings.values.map(\.text).sorted())
            }
            .sorted { ($1.count, $0.label) < ($0.count, $1.label) }
    }

    // MARK: - No answer

    func isMissing(_ folded: String) -> Bool {
        words.id(.noAnswerWord, of: folded) != nil || isMissingCode(folded)
    }

    /// 9 is a choice as often as not, and is decided later.
    private func isMissingCode(_ folded: String) -> Bool {
        folded != "9" && words.id(.noAnswerCode, of: folded) != nil
    }

    private func missing(in columns: [DraftColumn], _ questions: [FileQuestion]) -> MissingGuess {
        let asked = Set(questions.filter(\.isChoice).flatMap(\.columns))
        var missing = MissingGuess()
        for column in columns where asked.contains(column.index) {
            for (value, count) in column.counts where isMissing(value) {
                if words.id(.noAnswerWord, of: value) == "unreadable" {
                    missing.unreadable[value, default: 0] += count
                } else {
                    missing.noAnswer[value, default: 0] += count
                }
            }
        }
        return missing
    }

    // MARK: - Titles

    func isMultiple(_ title: String) -> Bool? {
        if words.holds(.titleKind, "multiple", in: title) { return true }
        return words.holds(.titleKind, "single", in: title) ? false : nil
    }

    private func number(_ title: ColumnTitle) -> QuestionNumber? {
        QuestionNumber(title.lower, words: words) ?? QuestionNumber(title.upper, words: words)
    }

    private func readable(_ column: DraftColumn) -> String {
        readable(column.title.lower.isEmpty ? column.title.upper : column.title.lower)
    }

    /// A title as the label of a question: without its number and without (複数選択).
    func readable(_ title: String) -> String {
        let number = QuestionNumber(title, words: words)
        var text = number.map { $0.rest.isEmpty ? title : $0.rest } ?? title
        text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        for (open, close) in [("(", ")"), ("（", "）"), ("[", "]"), ("［", "］"), ("【", "】"), ("〔", "〕")] {
            while let start = text.firstRange(of: open), let end = text[start.upperBound...].firstRange(of: close) {
                let inner = String(text[start.upperBound..<end.lowerBound])
                let isRemark = ["multiple", "single", "required"].contains { words.holds(.titleKind, $0, in: inner) }
                guard isRemark else { break }
                text.removeSubrange(start.lowerBound..<end.upperBound)
            }
        }
        let trimmed = Width.trimmed(text)
        return trimmed.isEmpty ? Width.trimmed(title) : trimmed
    }
}

extension SurveyWords {
    /// Uses whose words are labels of options.
    static let labelUses: [Use] = [
        .theme, .supportType, .serviceArea, .organizationType, .activityField, .yesNo, .wish, .commonOption,
    ]
}
