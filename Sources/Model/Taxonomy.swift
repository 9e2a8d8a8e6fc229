/// 支援につながる活動内容: who or what is helped.
public struct Theme: Sendable, Hashable {
    /// Stable across questionnaires, waves and cities, such as `mental_health`.
    public let id: String
    /// Japanese label, as planners read it.
    public let label: String
    public let englishLabel: String
    /// その他 and the like: it is counted in tables and is no cell of the coverage.
    public let isResidual: Bool
    /// Organisations with this theme are drawn at no place and carry no address in any output.
    public let withholdsLocation: Bool
    /// What it covers, in a sentence.
    public let definition: String

    public init(
        id: String, label: String, englishLabel: String, isResidual: Bool, withholdsLocation: Bool,
        definition: String = ""
    ) {
        self.id = id
        self.label = label
        self.englishLabel = englishLabel
        self.isResidual = isResidual
        self.withholdsLocation = withholdsLocation
        self.definition = definition
    }
}

/// 活動の種類: how it is helped.
public struct SupportType: Sendable, Hashable {
    public let id: String
    public let label: String
    public let englishLabel: String
    public let isResidual: Bool
    /// What it covers, in a sentence.
    public let definition: String

    public init(id: String, label: String, englishLabel: String, isResidual: Bool, definition: String = "") {
        self.id = id
        self.label = label
        self.englishLabel = englishLabel
        self.isResidual = isResidual
        self.definition = definition
    }
}

/// The themes and support types that questionnaires are mapped to, in the order in which they are printed.
public struct Taxonomy: Sendable {
    public let themes: [Theme]
    public let supportTypes: [SupportType]
    /// Pairs (theme id, support type id) that make no sense and are left out of the three-way cells.
    public let excludedPairs: Set<[String]>

    public init(
        themes: [Theme], supportTypes: [SupportType], excludedPairs: Set<[String]> = []
    ) {
        self.themes = themes
        self.supportTypes = supportTypes
        self.excludedPairs = excludedPairs
    }

    public func theme(_ id: String) -> Theme? { themes.first { $0.id == id } }
    public func supportType(_ id: String) -> SupportType? { supportTypes.first { $0.id == id } }

    /// What a theme or support type is called; the id where there is none.
    public func label(_ subject: ActivitySubject, _ id: String) -> String {
        switch subject {
        case .theme: theme(id)?.label ?? id
        case .supportType: supportType(id)?.label ?? id
        }
    }

    /// The part that a questionnaire has options for; nothing where it doesn't ask.
    public func asked(in questionnaire: Questionnaire) -> Taxonomy {
        let themeIDs = questionnaire.first(.theme)?.options.map(\.id)
        let typeIDs = questionnaire.first(.supportType)?.options.map(\.id)
        return Taxonomy(
            themes: themes.filter { themeIDs?.contains($0.id) ?? false },
            supportTypes: supportTypes.filter { typeIDs?.contains($0.id) ?? false },
            excludedPairs: excludedPairs.filter { pair in
                (themeIDs?.contains(pair[0]) ?? false) && (typeIDs?.contains(pair[1]) ?? false)
            })
    }
}
