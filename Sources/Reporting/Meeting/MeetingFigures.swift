import Model

/// What a meeting begins with: how many, and what is open; no organisation is named.
struct MeetingFigures {
    /// A theme with in how many areas a member works.
    struct OpenTheme {
        let label: String
        let reached: Int
        let areas: Int
        /// Areas without a member in which others are known that do it.
        let recruitable: Int
    }

    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var figures: [(label: String, count: Int)] {
        let count = Headcount(presentation.report.organizations)
        return [
            ("調査対象", count.asked), ("回答", count.answered), ("PF参加団体", count.members),
            ("声掛け候補", presentation.picks.count),
        ]
    }

    /// Themes that members don't reach everywhere, those with the fewest areas first.
    var openThemes: [OpenTheme] {
        let report = presentation.report
        let cells = Dictionary(
            grouping: report.coverage.filter { $0.key.supportTypeID == nil }, by: { $0.key.themeID ?? "" })
        let themes = report.taxonomy.themes.compactMap { theme -> OpenTheme? in
            guard let own = cells[theme.id] else { return nil }
            return OpenTheme(
                label: theme.label, reached: own.count { $0.memberCount > 0 }, areas: own.count,
                recruitable: own.count { $0.gap == .recruitable })
        }
        return themes.enumerated().filter { $0.element.reached < $0.element.areas }
            .sorted { ($0.element.reached, $0.offset) < ($1.element.reached, $1.offset) }.map(\.element)
    }
}
