public import Model
internal import Tabular
internal import Text

/// Turns one row into a record; what is wrong with a cell becomes a finding and the rest of the row still counts.
struct RowReader {
    let wave: WaveDescription
    let source: SourceDescription
    let plan: SourcePlan

    func record(_ row: Row, reference: RecordReference, findings: inout [Finding]) -> Record {
        var record = Record(reference: reference, role: source.role)
        for (field, index, _) in plan.fields {
            let value = Width.trimmed(row[index])
            // 99 is no answer, but it is a number in a list.
            let isBlank = value.isEmpty || (field != .listNumber && isNoAnswer(Width.folded(value)))
            if !isBlank { record.fields[field] = value }
        }
        for answer in plan.answers {
            record.answers[answer.question.id] = self.answer(answer, row: row, at: reference, findings: &findings)
        }
        checkAsked(record, findings: &findings)
        record.date = date(of: record, findings: &findings)
        checkFields(record, findings: &findings)
        return record
    }

    private func answer(
        _ plan: SourcePlan.AnswerPlan, row: Row, at reference: RecordReference, findings: inout [Finding]
    ) -> Answer {
        switch plan.columns {
        case .one(let index, let title, let coding):
            let cell = Width.trimmed(row[index])
            if cell.isEmpty || isNoAnswer(Width.folded(cell)) { return .blank }
            guard plan.question.isTabulated else {
                checkForm(cell, of: plan.question, at: reference.location.column(title), findings: &findings)
                return .text(cell)
            }
            return chosen(
                plan.splitter.split(cell, coding: coding), plan: plan, cell: cell,
                at: reference.location.column(title), findings: &findings)
        case .marks(let columns):
            var marked: Set<String> = []
            for (index, title, optionID) in columns {
                let cell = Width.folded(Width.trimmed(row[index]))
                if cell.isEmpty || isNoAnswer(cell) { continue }
                switch Marks.meaning(cell) {
                case true: marked.insert(optionID)
                case false: break
                case nil:
                    findings.append(
                        Finding(
                            .warning, .unknownChoice, at: reference.location.column(title), found: cell,
                            expected: "1 / 0"))
                }
            }
            let options = plan.question.options.filter { marked.contains($0.id) }
            return chosen(
                (options.map(\.id), []), plan: plan, cell: options.map(\.label).joined(separator: ", "),
                at: reference.location.column(self.title(of: plan)), findings: &findings)
        }
    }

    private func isNoAnswer(_ folded: String) -> Bool { source.noAnswer.contains(folded) }

    /// Numbers and dates are kept as they are written; what can't be read is said.
    private func checkForm(_ cell: String, of question: Question, at: CellLocation, findings: inout [Finding]) {
        switch question.kind {
        case .number where Double(Width.foldedWithoutSpaces(cell).replacing(",", with: "")) == nil:
            findings.append(Finding(.warning, .numberUnreadable, at: at, found: cell))
        case .date where JapaneseDate.parse(cell) == nil:
            findings.append(Finding(.warning, .dateUnreadable, at: at, found: cell, expected: JapaneseDate.examples))
        default: break
        }
    }

    private func chosen(
        _ split: (ids: [String], unknown: [String]), plan: SourcePlan.AnswerPlan, cell: String, at: CellLocation,
        findings: inout [Finding]
    ) -> Answer {
        for piece in split.unknown {
            findings.append(
                Finding(.warning, .unknownChoice, at: at, found: piece, expected: plan.splitter.labels))
        }
        if plan.question.kind == .single, split.ids.count > 1 {
            findings.append(Finding(.warning, .severalChosen, at: at, found: cell))
            return .blank
        }
        return split.ids.isEmpty ? .blank : .options(split.ids)
    }

    /// An answer that the skip logic rules out stays in the record; it is said, and the tables leave it out.
    private func checkAsked(_ record: Record, findings: inout [Finding]) {
        guard record.role == .response else { return }
        for answer in plan.answers {
            guard let condition = answer.question.askedIf, let given = record.answers[answer.question.id],
                !given.isBlank, !condition.holds(for: record.answers)
            else { continue }
            let labels = answer.question.options.filter { given.chosen.contains($0.id) }.map(\.label)
            // A free text about a case may name people and is not repeated.
            let shown = answer.question.kind == .text ? "" : labels.joined(separator: ", ")
            findings.append(
                Finding(
                    .warning, .answerNotAsked, at: record.reference.location.column(title(of: answer)), found: shown,
                    expected: condition.description))
        }
    }

    private func title(of answer: SourcePlan.AnswerPlan) -> String {
        switch answer.columns {
        case .one(_, let title, _): title
        case .marks: "\(answer.question.id) \(answer.question.label)"
        }
    }

    private func date(of record: Record, findings: inout [Finding]) -> LocalDateTime? {
        let field: RecordField =
            switch record.role {
            case .frame, .response: .answeredAt
            case .member: .joinedOn
            case .invitation: .invitedOn
            }
        guard let text = record[field], let title = plan.fields.first(where: { $0.field == field })?.title else {
            return nil
        }
        let location = record.reference.location.column(title)
        guard let date = JapaneseDate.parse(text) else {
            findings.append(
                Finding(.warning, .dateUnreadable, at: location, found: text, expected: JapaneseDate.examples))
            return nil
        }
        let period = wave.wave.answerPeriod
        if record.role == .response, !period.contains(date.date) {
            findings.append(
                Finding(
                    .warning, .dateOutsideSurvey, at: location, found: text,
                    expected: "\(period.lowerBound)–\(period.upperBound)"))
        }
        return date
    }

    /// Fields that have a form of their own. A value that doesn't keep to it stays as it is written and is not compared.
    private static let forms:
        [(field: RecordField, code: ProblemCode, example: String, isRight: @Sendable (String) -> Bool)] = [
            (.telephone, .telephoneMalformed, "096-000-0000", { ContactKeys.telephone($0) != nil }),
            (.email, .emailMalformed, "name@example.jp", { ContactKeys.email($0) != nil }),
            (.postalCode, .postalCodeMalformed, "860-0001", { ContactKeys.postalCode($0) != nil }),
            (.corporateNumber, .corporateNumberWrong, "", { CorporateNumber.digits($0) != nil }),
        ]

    private func checkFields(_ record: Record, findings: inout [Finding]) {
        func location(_ field: RecordField) -> CellLocation {
            record.reference.location.column(plan.fields.first { $0.field == field }?.title ?? field.rawValue)
        }
        if record.name.isEmpty { findings.append(Finding(.error, .nameMissing, at: location(.name))) }
        if record.role == .frame, let note = record[.note] {
            // The word alone: a note can name people.
            if let word = wave.returnedNotes.first(where: note.contains) {
                findings.append(Finding(.info, .frameReturned, at: location(.note), found: word))
            } else if let word = wave.dormantNotes.first(where: note.contains) {
                findings.append(Finding(.info, .frameDormant, at: location(.note), found: word))
            }
        }
        for form in Self.forms {
            guard let value = record[form.field], !form.isRight(value) else { continue }
            findings.append(
                Finding(.warning, form.code, at: location(form.field), found: value, expected: form.example))
        }
        for field in [RecordField.publicConsent, .addressConsent, .telephoneConsent, .locationWithheld] {
            guard let value = record[field], Marks.meaning(value) == nil else { continue }
            let code = field == .locationWithheld ? ProblemCode.protectionUnreadable : .consentUnreadable
            findings.append(
                Finding(.warning, code, at: location(field), found: value, expected: Marks.examples))
        }
    }
}

extension Record {
    /// A mark in a field of consent or protection; `nil` when blank or unreadable.
    public func mark(_ field: RecordField) -> Bool? { self[field].flatMap(Marks.meaning) }
}
