internal import Model
internal import Survey

/// Reads the free texts about activities: those beside the choices, and what stands where choices belong and is none.
/// Texts about cases are not among them.
struct ActivityTexts {
    private struct Subject {
        let subject: ActivitySubject
        let coder: ActivityCoder
        /// Whose choices the texts stand beside.
        let choices: Question?
        let texts: [Question]
        /// Ids that the questionnaire asks for.
        let asked: Set<String>
    }

    private let subjects: [Subject]

    /// What each record holds, in the order of the questionnaire.
    let texts: [[ActivityText]]

    /// - Parameter learned: what people decided about texts.
    init(
        _ records: [Record], _ questionnaire: Questionnaire, coders: ActivityCoders,
        learned: [ActivitySubject: [LearnedCode]]
    ) {
        let subjects = ActivitySubject.allCases.compactMap { subject -> Subject? in
            let choices = questionnaire.first(subject.choices)
            let texts = questionnaire.questions.filter { $0.concept == subject.texts }
            // Names are read by the themes; a coder takes its time to be made.
            let isNeeded =
                subject == .theme || !texts.isEmpty
                || choices.map { question in records.contains { $0.unmatched[question.id] != nil } } == true
            guard isNeeded, let coder = coders.coder(subject, learned: learned[subject] ?? []) else { return nil }
            return Subject(
                subject: subject, coder: coder, choices: choices,
                texts: texts, asked: Set(choices?.options.map(\.id) ?? []))
        }
        self.subjects = subjects
        texts = records.map { record in subjects.flatMap { Self.texts(of: record, $0) } }
    }

    /// What a name makes one think of among the themes.
    func suggestion(fromName name: String) -> Coding? {
        guard let themes = subjects.first(where: { $0.subject == .theme }) else { return nil }
        return themes.coder.rolledUp(themes.coder.suggest(fromName: name), asked: themes.asked)
    }

    private static func texts(of record: Record, _ subject: Subject) -> [ActivityText] {
        func text(_ question: Question, _ text: String) -> ActivityText {
            ActivityText(
                reference: record.reference, subject: subject.subject, questionID: question.id,
                question: question.label, text: text,
                coding: subject.coder.rolledUp(subject.coder.code(text), asked: subject.asked))
        }
        let strays = subject.choices.map { question in
            (record.unmatched[question.id] ?? []).map { text(question, $0) }
        }
        let written = subject.texts.compactMap { question -> ActivityText? in
            guard let answer = record.answers[question.id]?.text, isAsked(question, of: record) else { return nil }
            return text(question, answer)
        }
        return (strays ?? []) + written
    }

    /// What the skip logic rules out counts nowhere.
    static func isAsked(_ question: Question, of record: Record) -> Bool {
        record.role != .response || question.askedIf?.holds(for: record.answers) ?? true
    }
}

extension ActivitySubject {
    /// The question whose options are its codes.
    var choices: QuestionConcept { self == .theme ? .theme : .supportType }
    /// The questions for free texts beside it.
    var texts: QuestionConcept { self == .theme ? .themeText : .supportTypeText }
}
