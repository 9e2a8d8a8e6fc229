internal import Model
internal import Text

/// What the questions of a form are called in the codebook: their printed numbers where each has one of its own, else
/// their names.
struct XLSFormQuestionIDs {
    private let all: [(id: String, label: String)]
    private let usesNumbers: Bool

    subscript(index: Int) -> (id: String, label: String) { all[index] }

    init(form: XLSForm, labelLanguage: String) {
        let labels = form.questions.map { question in
            XLSFormLanguage.texts(of: question.labels, in: labelLanguage).lazy.map { LabelText($0).text }
                .first { !NearestNames.titleKey($0).isEmpty } ?? question.name
        }
        let numbers = labels.compactMap { PrintedNumber($0) }
        usesNumbers = numbers.count == labels.count && Set(numbers.map(\.id)).count == labels.count
        if usesNumbers {
            all = numbers.map { ($0.id, $0.rest) }
            return
        }
        let shared = Dictionary(grouping: form.questions, by: \.name).filter { $1.count > 1 }
        var taken: Set<String> = []
        all = zip(form.questions, labels).map { question, label in
            let path = shared[question.name] == nil ? [question.name] : question.groups + [question.name]
            return (Self.distinct(Self.safe(path.joined(separator: "/")), &taken), label)
        }
    }

    /// The question for what people write beside the choices.
    func other(_ id: String) -> String {
        var taken = Set(all.map(\.id))
        return Self.distinct(usesNumbers ? "\(id)-other" : "\(id)_other", &taken)
    }

    /// A name that conditions can be written with and read back.
    private static func safe(_ name: String) -> String {
        let folded = Width.trimmed(Width.folded(name).replacing("\"", with: ""))
        let name = folded.isEmpty ? "question" : folded
        return ["not", "and", "or", "any_answered"].contains(name) ? "\(name)_" : name
    }

    private static func distinct(_ name: String, _ taken: inout Set<String>) -> String {
        var (id, copy) = (name, 2)
        while !taken.insert(id).inserted {
            id = "\(name)_\(copy)"
            copy += 1
        }
        return id
    }
}
