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
        for (field, index, title) in plan.fields where !row.isBlank(index) {
            let value = CellText.cleaned(row[index])
            if CellText.isError(value) {
                findings.append(Finding(.warning, .cellError, at: reference.location.column(title), found: value))
                continue
            }
            // 99 is no answer, but it is a number in a list.
            if field == .listNumber || !plan.missing.contains(value) { record.fields[field] = value }
        }
        for answer in plan.answers {
            record.answers[answer.question.id] = self.answer(answer, row: row, into: &record, findings: &findings)
        }
        checkAsked(record, findings: &findings)
        record.date = date(of: record, findings: &findings)
        checkFields(record, findings: &findings)
        return record
    }

    private func answer(
        _ plan: SourcePlan.AnswerPlan, row: Row, into record: inout Record, findings: inout [Finding]
    ) -> Answer {
        let reference = record.reference
        switch plan.columns {
        case .cells(let columns, let choices):
            var found: Set<String> = []
            var texts: [String] = []
            for column in columns where !row.isBlank(column.index) {
                let cell = CellText.cleaned(row[column.index])
                let location = reference.location.column(column.title)
                if isMissing(cell, plan, at: location, findings: &findings) { continue }
                texts.append(cell)
                if plan.question.isTabulated {
                    let split = choices.split(cell)
                    report(split.unknown, plan, at: location, findings: &findings)
                    if !split.unknown.isEmpty { record.unmatched[plan.question.id, default: []] += split.unknown }
                    found.formUnion(split.ids)
                } else {
                    checkForm(cell, of: plan.question, at: location, findings: &findings)
                }
            }
            let text = texts.joined(separator: "\n")
            guard plan.question.isTabulated else { return text.isEmpty ? .blank : .text(text) }
            return chosen(found, plan: plan, cell: text, at: reference, findings: &findings)
        case .marks(let columns):
            var marked: Set<String> = []
            for column in columns where !row.isBlank(column.index) {
                let cell = Width.folded(Width.trimmed(row[column.index]))
                let location = reference.location.column(column.title)
                if isMissing(cell, plan, at: location, findings: &findings) { continue }
                // Where each option has its column, some programs write its number for a mark.
                switch Marks.meaning(cell) ?? (cell == String(column.option.code) ? true : nil) {
                case true: marked.insert(column.option.id)
                case false: break
                case nil:
                    findings.append(Finding(.warning, .unknownChoice, at: location, found: cell, expected: "1 / 0"))
                }
            }
            let labels = plan.question.options.filter { marked.contains($0.id) }.map(\.label)
            return chosen(
                marked, plan: plan, cell: labels.joined(separator: ", "), at: reference, findings: &findings)
        }
    }

    /// Whether a cell says that there is no answer, or none that could be read, which is worth a look at the paper.
    private func isMissing(
        _ cell: String, _ plan: SourcePlan.AnswerPlan, at location: CellLocation, findings: inout [Finding]
    ) -> Bool {
        if CellText.isError(cell) {
            findings.append(Finding(.warning, .cellError, at: location, found: cell))
            return true
        }
        if plan.missing.isUnreadable(cell) {
            findings.append(Finding(.warning, .answerUnreadable, at: location, found: cell))
            return true
        }
        return plan.missing.contains(cell)
    }

    private func report(
        _ unknown: [String], _ plan: SourcePlan.AnswerPlan, at location: CellLocation, findings: inout [Finding]
    ) {
        for piece in unknown {
            findings.append(
                Finding(.warning, .unknownChoice, at: location, found: piece, expected: plan.splitter.labels))
        }
    }

    /// Numbers and dates are kept as they are written; what can't be read is said.
    private func checkForm(_ cell: String, of question: Question, at: CellLocation, findings: inout [Finding]) {
        switch question.kind {
        case .number where Double(Width.foldedWithoutSpaces(cell).replacing(",", with: "")) == nil:
            findings.append(Finding(.warning, .numberUnreadable, at: at, found: cell))
        case .date: _ = moment(cell, at: at, findings: &findings)
        default: break
        }
    }

    private func chosen(
        _ found: Set<String>, plan: SourcePlan.AnswerPlan, cell: String, at reference: RecordReference,
        findings: inout [Finding]
    ) -> Answer {
        if plan.question.kind == .single, found.count > 1 {
            findings.append(
                Finding(.warning, .severalChosen, at: reference.location.column(title(of: plan)), found: cell))
            return .blank
        }
        let ids = plan.question.options.map(\.id).filter(found.contains)
        return ids.isEmpty ? .blank : .options(ids)
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
        if case .cells(let columns, _) = answer.columns, columns.count == 1 { return columns[0].title }
        return "\(answer.question.id) \(answer.question.label)"
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
        guard let date = moment(text, at: location, findings: &findings) else { return nil }
        let period = wave.wave.answerPeriod
        if record.role == .response, !period.contains(date.date) {
            findings.append(
                Finding(
                    .warning, .dateOutsideSurvey, at: location, found: text,
                    expected: "\(period.lowerBound)–\(period.upperBound)"))
        }
        return date
    }

    /// A date as people write it, or the number that a spreadsheet shows when a cell loses its format.
    private func moment(_ text: String, at location: CellLocation, findings: inout [Finding]) -> LocalDateTime? {
        if let moment = JapaneseDate.parse(text) { return moment }
        if let moment = JapaneseDate.moment(serial: text) {
            findings.append(
                Finding(.info, .dateFromSerial, at: location, found: text, expected: moment.date.description))
            return moment
        }
        findings.append(
            Finding(.warning, .dateUnreadable, at: location, found: text, expected: JapaneseDate.examples))
        return nil
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
            if let word = wave.closedNotes.first(where: note.contains) {
                findings.append(Finding(.info, .frameClosed, at: location(.note), found: word))
            } else if let word = wave.returnedNotes.first(where: note.contains) {
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
        for field in PublicConsent.Subject.allCases.map(\.field) + [.locationWithheld] {
            guard let value = record[field], Marks.meaning(value) == nil else { continue }
            let code = field == .locationWithheld ? ProblemCode.protectionUnreadable : .consentUnreadable
            findings.append(
                Finding(.warning, code, at: location(field), found: value, expected: Marks.examples))
        }
    }
}

/// A cell as its reader sees it.
private enum CellText {
    /// Without spaces at its ends; line breaks are one character, whatever system wrote them.
    static func cleaned(_ cell: String) -> String {
        let trimmed = Width.trimmed(cell)
        guard trimmed.utf8.contains(0x0D) else { return trimmed }
        return trimmed.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// What Excel shows in place of a result.
    static func isError(_ cell: String) -> Bool { cell.utf8.first == UInt8(ascii: "#") && errors.contains(cell) }

    private static let errors: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    ]
}

extension MissingCodes {
    fileprivate func contains(_ cell: String) -> Bool {
        if noAnswer.isEmpty, unreadable.isEmpty { return false }
        let folded = Width.folded(cell)
        return noAnswer.contains(folded) || unreadable.contains(folded)
    }

    fileprivate func isUnreadable(_ cell: String) -> Bool {
        !unreadable.isEmpty && unreadable.contains(Width.folded(cell))
    }
}

extension Record {
    /// A mark in a field of consent or protection; `nil` when blank or unreadable.
    public func mark(_ field: RecordField) -> Bool? { self[field].flatMap(Marks.meaning) }
}
