public import Model
internal import Text

/// Reads `codebook.yaml`.
public enum CodebookReader {
    /// - Throws: `StageError` with every problem of the file: syntax, keys, types, doubles, ids that the taxonomy does
    ///   not have, conditions that name no question or option.
    public static func read(
        yaml: String, file: String, taxonomy: Taxonomy
    ) throws(StageError) -> Questionnaire {
        let problems = ConfigProblems()
        let root = try ConfigNode.root(of: yaml, file: file, problems: problems)
        let top = root.mapping(of: ConfigKeys.codebookFile)
        let nodes = top.required("questions")?.list() ?? []
        let drafts = nodes.compactMap { question($0, taxonomy: taxonomy) }
        reportDoubles(drafts.map { ($0.question.id, $0.node) })
        let ids = nodes.filter(\.isMapping).compactMap { $0.entries().first { $0.key == "id" }?.value.rawText }
        checkConditions(drafts, ids: ids)
        guard problems.all.isEmpty else { throw StageError(problems.all) }
        return Questionnaire(questions: drafts.map(\.question), missing: top.missingCodes)
    }

    private typealias Draft = (question: Question, node: ConfigNode, condition: ConfigNode?)

    private static func question(_ node: ConfigNode, taxonomy: Taxonomy) -> Draft? {
        let mapping = node.mapping(of: ConfigKeys.question)
        let id = mapping.required("id")?.text()
        let label = mapping.required("label")?.text()
        let kind = mapping.required("kind")?.value(of: Question.Kind.self)
        let concept = mapping["concept"].map { $0.value(of: QuestionConcept.self) } ?? .other
        let condition = condition(mapping["asked_if"])
        let read = (mapping["options"]?.list() ?? []).compactMap { node in
            option(node, concept: concept ?? .other, taxonomy: taxonomy).map { (option: $0, node: node) }
        }
        reportDoubles(read.map { ($0.option.id, $0.node) })
        reportDoubles(read.map { ("code: \($0.option.code)", $0.node) })
        reportSharedWordings(read)
        let options = read.map(\.option)
        guard let id, let label, let kind, let concept else { return nil }
        if kind == .single || kind == .multiple, options.isEmpty { node.report(.keyMissing, expected: "options") }
        let question = Question(
            id: id, label: label, kind: kind, concept: concept, options: options, askedIf: condition,
            missing: mapping.missingCodes)
        return (question, node, mapping["asked_if"])
    }

    private static func condition(_ node: ConfigNode?) -> Condition? {
        guard let node, let text = node.text() else { return nil }
        let condition = ConditionParser.parse(text)
        if condition == nil { node.report(.conditionSyntax, found: text, expected: ConditionParser.examples) }
        return condition
    }

    private static func option(_ node: ConfigNode, concept: QuestionConcept, taxonomy: Taxonomy) -> Question.Option? {
        let mapping = node.mapping(of: ConfigKeys.option)
        let code = mapping.required("code")?.integer(in: 0...9999)
        let id = mapping.required("id")?.text()
        let label = mapping.required("label")?.text()
        guard let code, let id, let label else { return nil }
        if let known = knownIDs(for: concept, taxonomy: taxonomy), !known.contains(id) {
            let nearest = NearestNames.nearest(to: id, among: known)
            mapping["id"]?.report(.valueUnknown, found: id, expected: nearest.joined(separator: ", "))
        }
        return Question.Option(
            id: id, code: code, label: label, alsoWritten: mapping["also_written"]?.texts() ?? [],
            earlierIDs: mapping["was"]?.texts() ?? [])
    }

    /// Ids that the options of a concept must have; `nil` where the codebook is free.
    private static func knownIDs(for concept: QuestionConcept, taxonomy: Taxonomy) -> [String]? {
        switch concept {
        case .theme, .caseTheme: taxonomy.themes.map(\.id)
        case .supportType: taxonomy.supportTypes.map(\.id)
        case .serviceArea: ServiceAreaKind.allCases.map(\.rawValue)
        case .needFelt, .caseFound, .commissioned: ["yes", "no"]
        case .wishToJoin: ["wants", "considers", "declines", "joined"]
        default: nil
        }
    }

    private static func reportDoubles(_ names: [(String, ConfigNode)]) {
        var seen: Set<String> = []
        for (name, node) in names where !seen.insert(name).inserted { node.report(.keyDouble, found: name) }
    }

    /// A wording that two options share could mean either.
    private static func reportSharedWordings(_ options: [(option: Question.Option, node: ConfigNode)]) {
        var owners: [String: String] = [:]
        for (option, node) in options {
            for wording in [option.label] + option.alsoWritten {
                let owner = owners.updateValue(option.id, forKey: NearestNames.titleKey(wording))
                if let owner, owner != option.id { node.report(.keyDouble, found: wording) }
            }
        }
    }

    /// - Parameter ids: of all questions, those with other mistakes included.
    private static func checkConditions(_ drafts: [Draft], ids: [String]) {
        let questions = Dictionary(
            drafts.map { ($0.question.id, $0.question) }, uniquingKeysWith: { first, _ in first })
        for draft in drafts {
            guard let condition = draft.question.askedIf, let node = draft.condition else { continue }
            for id in condition.questions where !ids.contains(id) {
                let nearest = NearestNames.nearest(to: id, among: ids)
                node.report(.valueUnknown, found: id, expected: nearest.joined(separator: ", "))
            }
            for (id, option) in condition.namedOptions {
                guard let question = questions[id], !question.options.contains(where: { $0.id == option }) else {
                    continue
                }
                node.report(
                    .valueUnknown, found: option, expected: question.options.map(\.id).joined(separator: ", "))
            }
        }
    }
}

extension Condition {
    fileprivate var namedOptions: [(question: String, option: String)] {
        switch self {
        case .chosen(let question, let option): [(question, option)]
        case .anyAnswered: []
        case .not(let condition): condition.namedOptions
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.namedOptions)
        }
    }
}
