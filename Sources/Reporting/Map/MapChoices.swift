import Model

/// What a map of the areas can show: a theme, a support type, or the two together.
struct MapChoices {
    struct Choice {
        /// Index among the themes; `nil` for all of them.
        let theme: Int?
        let supportType: Int?
    }

    /// More areas would make a page too large with the pairs of each.
    private static let mostAreasWithPairs = 300
    let themes: [Theme]
    let supportTypes: [SupportType]
    let hasPairs: Bool
    private let presentation: Presentation

    init(_ presentation: Presentation, for edition: PageEdition = .planner) {
        self.presentation = presentation
        let keys = presentation.report.coverage.map(\.key)
        let (seenThemes, seenTypes) = (Set(keys.compactMap(\.themeID)), Set(keys.compactMap(\.supportTypeID)))
        themes = presentation.report.taxonomy.themes.filter {
            seenThemes.contains($0.id) && edition.shows($0, in: presentation.report)
        }
        supportTypes = presentation.report.taxonomy.supportTypes.filter { seenTypes.contains($0.id) }
        hasPairs = presentation.report.areas.count <= Self.mostAreasWithPairs
    }

    /// The theme, or where none was asked the support type, that members reach in the fewest areas: what a page without
    /// script shows.
    var first: Choice? {
        let alone =
            themes.isEmpty
            ? supportTypes.indices.map { Choice(theme: nil, supportType: $0) }
            : themes.indices.map { Choice(theme: $0, supportType: nil) }
        let reached = alone.map { choice in
            presentation.report.areas.count { (cell(choice, in: $0)?.memberCount ?? 0) > 0 }
        }
        return reached.min().flatMap(reached.firstIndex(of:)).map { alone[$0] }
    }

    func cell(_ choice: Choice, in area: Area) -> CoverageCell? {
        presentation.cell(
            CellKey(
                areaCode: area.code, themeID: choice.theme.map { themes[$0].id },
                supportTypeID: choice.supportType.map { supportTypes[$0].id }))
    }

    /// `心の健康 × 居場所づくり`
    func words(_ choice: Choice) -> String {
        [choice.theme.map { themes[$0].label }, choice.supportType.map { supportTypes[$0].label }]
            .compactMap(\.self).joined(separator: " × ")
    }

    // One character a choice: the number of its kind of gap, `-` where there is no such cell.

    func themeKinds(in area: Area) -> String {
        kinds(themes.indices.map { Choice(theme: $0, supportType: nil) }, in: area)
    }

    func supportTypeKinds(in area: Area) -> String {
        kinds(supportTypes.indices.map { Choice(theme: nil, supportType: $0) }, in: area)
    }

    /// The support types of the first theme, then those of the second.
    func pairKinds(in area: Area) -> String {
        guard hasPairs else { return "" }
        return kinds(
            themes.indices.flatMap { theme in supportTypes.indices.map { Choice(theme: theme, supportType: $0) } },
            in: area)
    }

    private func kinds(_ choices: [Choice], in area: Area) -> String {
        choices.map { cell($0, in: area).map { "\($0.gap.number)" } ?? "-" }.joined()
    }
}

extension GapKind {
    /// Its place among the kinds.
    var number: Int { GapKind.allCases.firstIndex(of: self) ?? 0 }
    /// Class of its pattern on a map.
    var mapStyleName: String { "map-" + rawValue.replacing("_", with: "-") }
}
