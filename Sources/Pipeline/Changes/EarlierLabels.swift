internal import Model
internal import Store

/// What areas, themes and support types are called, in this wave and in the one before.
struct EarlierLabels {
    /// Those of then, in their order.
    let areas: [(code: String, name: String)]
    let areaCodes: Set<String>
    private let questionnaire: Questionnaire
    private let taxonomy: Taxonomy
    private let currentAreas: [String: String]
    private let earlier: [MatchSubject: [LabelRow]]
    private let offered: [OfferedChoice]
    private let cellThemes: [String]
    private let cellTypes: [String]

    /// - Parameter cells: of then.
    init(_ evidence: Evidence, _ facts: EarlierFacts, cells: [CellRow]) throws(StageError) {
        questionnaire = evidence.inputs.questionnaire
        taxonomy = evidence.inputs.taxonomy
        currentAreas = Dictionary(
            evidence.inputs.reportAreas.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let labels = Dictionary(grouping: try facts.register.labels(), by: \.subject)
        earlier = labels
        offered = try facts.register.choicesOffered()
        areas = (labels[.area] ?? []).map { ($0.id, $0.label) }
        areaCodes = Set(areas.map(\.code))
        let (themes, types) = (Set(cells.compactMap(\.key.themeID)), Set(cells.compactMap(\.key.supportTypeID)))
        cellThemes = (labels[.theme] ?? []).map(\.id).filter(themes.contains)
        cellTypes = (labels[.supportType] ?? []).map(\.id).filter(types.contains)
    }

    /// Those that made cells then, in their order.
    func ids(_ subject: ActivitySubject) -> [String] { subject == .theme ? cellThemes : cellTypes }

    /// - Parameter ids: of those that make cells now.
    func choices(_ subject: ActivitySubject, ids: [String]) -> EarlierChoices {
        let question = questionnaire.first(subject.choices)
        let options = (question?.options ?? []).filter { ids.contains($0.id) }
        // As the question of then worded them; where it had another number, as the taxonomy calls both.
        let wordings = Dictionary(
            offered.filter { $0.questionID == question?.id }.map { ($0.optionID, $0.option) },
            uniquingKeysWith: { first, _ in first })
        let isReworded = wordings.isEmpty
        return EarlierChoices(
            options.map { option in
                isReworded
                    ? Question.Option(
                        id: option.id, code: option.code, label: taxonomy.label(subject, option.id),
                        earlierIDs: option.earlierIDs) : option
            }, offered: self.ids(subject).map { ($0, wordings[$0] ?? label(subject, $0)) })
    }

    func area(_ key: CellKey) -> String {
        currentAreas[key.areaCode] ?? areas.first { $0.code == key.areaCode }?.name ?? key.areaCode
    }

    func theme(_ key: CellKey) -> String { key.themeID.map { theme($0) } ?? "" }
    func supportType(_ key: CellKey) -> String {
        key.supportTypeID.map { taxonomy.supportType($0)?.label ?? label(.supportType, $0) } ?? ""
    }

    func theme(_ id: String) -> String { taxonomy.theme(id)?.label ?? label(.theme, id) }

    /// As the wave before called it.
    private func label(_ subject: ActivitySubject, _ id: String) -> String {
        earlier[subject == .theme ? .theme : .supportType]?.first { $0.id == id }?.label ?? id
    }
}
