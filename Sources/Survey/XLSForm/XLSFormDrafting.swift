internal import Model
internal import Text

/// The questions of a form as questions of a codebook.
struct XLSFormDrafting {
    /// A question before it is written down.
    struct Draft {
        var id: String
        var label: String
        var kind: Question.Kind
        var concept = QuestionConcept.other
        var options: [Question.Option] = []
        var askedIf: Condition?
        var remarks: [XLSFormRemark] = []
        var optionRemarks: [String: XLSFormRemark] = [:]

        func entry(in language: Language) -> CodebookDraft.Entry {
            CodebookDraft.Entry(
                question: Question(
                    id: id, label: label, kind: kind, concept: concept, options: options, askedIf: askedIf),
                remarks: remarks.map { $0.text(in: language) },
                optionRemarks: optionRemarks.mapValues { $0.text(in: language) })
        }
    }

    private(set) var findings: [Finding] = []
    private let form: XLSForm
    private let labelLanguage: String
    private let taxonomy: Taxonomy
    private let ids: XLSFormQuestionIDs
    private var targets: [String: RelevanceTranslator.Target] = [:]
    /// Which question has a concept already.
    private var owners: [QuestionConcept: String] = [:]

    init(form: XLSForm, labelLanguage: String, taxonomy: Taxonomy) {
        self.form = form
        self.labelLanguage = labelLanguage
        self.taxonomy = taxonomy
        ids = XLSFormQuestionIDs(form: form, labelLanguage: labelLanguage)
    }

    mutating func entries() -> [Draft] {
        var drafts: [(draft: Draft, question: XLSForm.Question, other: Draft?)] = []
        for (index, question) in form.questions.enumerated() {
            var draft = draft(question, index)
            let other = otherText(for: question, &draft)
            drafts.append((draft, question, other))
        }
        let translator = RelevanceTranslator(targets: targets)
        let entries = drafts.flatMap { draft, question, other in
            var draft = draft
            askedIf(question, &draft, translator)
            return [draft] + (other.map { [$0] } ?? [])
        }
        findings.sort { ($0.problem.location.row ?? 0) < ($1.problem.location.row ?? 0) }
        return withFollowUps(entries)
    }

    // MARK: - Questions

    private mutating func draft(_ question: XLSForm.Question, _ index: Int) -> Draft {
        let label = XLSFormLanguage.texts(of: question.labels, in: labelLanguage).first ?? ""
        var draft = Draft(id: ids[index].id, label: ids[index].label, kind: .text)
        draft.remarks.append(
            .source(
                row: question.row, path: (question.groups + [question.name]).joined(separator: "/"),
                type: question.typeText))
        if LabelText(label).showsAnswers { draft.remarks.append(.answersInLabel(label)) }
        if question.hasChoiceFilter { draft.remarks.append(.choiceFilter) }
        if question.isRepeated {
            draft.remarks.append(.repeated)
            warn(.formRepeated, "name", question.row, found: question.name)
        }
        var names: [(name: String, id: String)] = []
        switch question.type {
        case .text: break
        case .number: draft.kind = .number
        case .date: draft.kind = .date
        case .uncounted:
            draft.remarks.append(.uncounted)
            warn(.formTakenAsText, "type", question.row, found: question.typeText)
        case .select(let list, let isMultiple, let takesOther):
            names = choose(from: list, isMultiple, takesOther, question, &draft)
        }
        // Of a name that stands in two groups nobody knows which is meant; the reader has said so.
        targets[question.name] = RelevanceTranslator.Target(id: draft.id, kind: draft.kind, options: names)
        return draft
    }

    private mutating func choose(
        from list: String, _ isMultiple: Bool, _ takesOther: Bool, _ question: XLSForm.Question, _ draft: inout Draft
    ) -> [(name: String, id: String)] {
        var choices = (form.lists[list] ?? []).map {
            (name: $0.name, texts: XLSFormLanguage.texts(of: $0.labels, in: labelLanguage))
        }
        if takesOther, !choices.contains(where: { $0.name == Self.other }) {
            choices.append((Self.other, [otherLabel]))
        }
        guard let options = OptionDrafting(choices: choices, taxonomy: taxonomy) else {
            draft.remarks.append(.tooManyChoices(choices.count))
            warn(.formTakenAsText, "type", question.row, found: question.typeText)
            return []
        }
        draft.kind = isMultiple ? .multiple : .single
        draft.options = options.options
        draft.optionRemarks = options.remarks
        concept(options, &draft)
        return options.ids
    }

    private mutating func concept(_ options: OptionDrafting, _ draft: inout Draft) {
        guard let match = options.match else { return }
        // A second question with the same choices is about something else, such as cases; also behind one that only
        // nearly fits.
        if let owner = owners.updateValue(owners[match.concept] ?? draft.id, forKey: match.concept) {
            draft.remarks.append(.conceptTaken(match.concept, by: owner))
        } else if match.isCertain {
            draft.concept = match.concept
            draft.remarks.append(.conceptGuessed(match.concept))
        }
        if !match.isCertain {
            let missing = zip(options.options, match.ids).filter { $1 == nil }.map(\.0.label)
            draft.remarks.append(.conceptNear(match.concept, missing: missing))
        }
    }

    // MARK: - or_other

    /// The choice and the free text that `or_other` adds to a form.
    private static let other = "other"

    private var otherLabel: String {
        taxonomy.themes.first(where: \.isResidual)?.label ?? "その他"
    }

    private mutating func otherText(for question: XLSForm.Question, _ draft: inout Draft) -> Draft? {
        guard case .select(_, _, let takesOther) = question.type, takesOther,
            let option = targets[question.name]?.options.first(where: { $0.name == Self.other })
        else { return nil }
        var text = Draft(id: ids.other(draft.id), label: "\(draft.label)（\(otherLabel)）", kind: .text)
        text.askedIf = RelevanceTranslator.joined([.chosen(question: draft.id, option: option.id)])
        text.remarks = [
            .source(
                row: question.row, path: (question.groups + ["\(question.name)_other"]).joined(separator: "/"),
                type: "or_other"),
            .otherText(of: draft.id),
        ]
        targets["\(question.name)_other"] = RelevanceTranslator.Target(id: text.id, kind: .text, options: [])
        return text
    }

    /// Texts that are asked for some choices of a theme or a service area alone say more about these.
    private func withFollowUps(_ drafts: [Draft]) -> [Draft] {
        let concepts = Dictionary(uniqueKeysWithValues: drafts.map { ($0.id, $0.concept) })
        var taken: Set<QuestionConcept> = []
        return drafts.map { draft in
            guard draft.kind == .text, let condition = draft.askedIf, let (question, options) = condition.soleChoice
            else { return draft }
            let concept: QuestionConcept? =
                switch concepts[question] {
                case .theme where options == [Self.other]: .themeText
                case .supportType where options == [Self.other]: .supportTypeText
                case .serviceArea: .serviceAreaText
                default: nil
                }
            guard let concept, taken.insert(concept).inserted else { return draft }
            var draft = draft
            draft.concept = concept
            draft.remarks.append(.followUpGuessed(concept, of: question))
            return draft
        }
    }

    // MARK: - Conditions

    private mutating func askedIf(
        _ question: XLSForm.Question, _ draft: inout Draft, _ translator: RelevanceTranslator
    ) {
        var conditions: [Condition] = []
        var leftOut: [XLSForm.Relevance] = []
        for relevance in question.conditions {
            let translation = translator.translation(of: relevance.expression)
            translation.condition.map { conditions.append($0) }
            if !translation.isWhole { leftOut.append(relevance) }
            for choice in translation.unknownChoices {
                let nearest = NearestNames.nearest(to: choice.found, among: choice.expected)
                warn(
                    .valueUnknown, "relevant", relevance.row, found: choice.found,
                    expected: (nearest.isEmpty ? Array(choice.expected.prefix(3)) : nearest).joined(separator: ", "))
            }
        }
        draft.askedIf = RelevanceTranslator.joined(conditions)
        if draft.askedIf == nil, !conditions.isEmpty { leftOut = question.conditions }
        for relevance in leftOut {
            let line = relevance.expression.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            draft.remarks.append(.conditionLeftOut(row: relevance.row, expression: line))
            warn(.formConditionLeftOut, "relevant", relevance.row, found: line)
        }
    }

    /// The condition of a group counts for each of its questions, and is said once.
    private mutating func warn(
        _ code: ProblemCode, _ column: String, _ row: Int, found: String, expected: String = ""
    ) {
        let title = column == "relevant" ? form.relevanceTitle : column
        let finding = Finding(
            .warning, code, at: CellLocation(file: form.file, sheet: form.survey, row: row, column: title),
            found: found, expected: expected)
        if !findings.contains(finding) { findings.append(finding) }
    }
}

extension Condition {
    /// One question, some of whose options are all that the condition speaks of.
    fileprivate var soleChoice: (question: String, options: [String])? {
        switch self {
        case .chosen(let question, let option): return (question, [option])
        case .any(let conditions):
            let choices = conditions.compactMap { condition -> (question: String, option: String)? in
                if case .chosen(let question, let option) = condition { (question, option) } else { nil }
            }
            guard let first = choices.first, choices.count == conditions.count,
                choices.allSatisfy({ $0.question == first.question })
            else { return nil }
            return (first.question, choices.map(\.option))
        default: return nil
        }
    }
}
