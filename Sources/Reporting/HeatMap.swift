import Model

/// Gaps as a table of areas by themes or by support types, before it becomes a page or a sheet.
struct HeatMap {
    enum Subject {
        case themes, supportTypes

        var title: String {
            switch self {
            case .themes: "支援につながる活動内容"
            case .supportTypes: "活動の種類"
            }
        }
    }

    struct Heading {
        /// Of the area, the theme or the support type.
        let id: String
        let label: String
    }

    struct Line {
        let id: String
        let label: String
        /// `nil` where the coverage has no such cell.
        let cells: [CoverageCell?]
    }

    /// Up to so many columns have room for words.
    private static let roomyColumns = 12

    let subject: Subject
    /// Few areas stand side by side, many one below the other.
    let areasAreColumns: Bool
    let columns: [Heading]
    let lines: [Line]

    /// - Parameter areas: those of the report unless told otherwise.
    init(
        _ subject: Subject, of presentation: Presentation, areas: [Area]? = nil, for edition: PageEdition = .planner
    ) {
        self.subject = subject
        let areas = areas ?? presentation.report.areas
        let subjects = HeatMap.subjects(subject, of: presentation, for: edition)
        areasAreColumns = areas.count <= HeatMap.roomyColumns
        func cell(_ area: Area, _ id: String) -> CoverageCell? {
            presentation.cell(
                CellKey(
                    areaCode: area.code, themeID: subject == .themes ? id : nil,
                    supportTypeID: subject == .supportTypes ? id : nil))
        }
        if areasAreColumns {
            columns = areas.map { Heading(id: $0.code, label: $0.name) }
            lines = subjects.map { entry in
                Line(id: entry.id, label: entry.label, cells: areas.map { cell($0, entry.id) })
            }
        } else {
            columns = subjects
            lines = areas.map { area in
                Line(id: area.code, label: area.name, cells: subjects.map { cell(area, $0.id) })
            }
        }
    }

    /// Title of the first column.
    var corner: String { areasAreColumns ? subject.title : "地域" }

    /// Whether cells have room for a sign but not for a word.
    var isNarrow: Bool { columns.count > HeatMap.roomyColumns }

    /// How many cells are of each kind, in the order of the kinds; kinds without one are left out.
    var counts: [(kind: GapKind, count: Int)] {
        let cells = lines.flatMap(\.cells).compactMap { $0 }
        return GapKind.allCases.map { kind in (kind, cells.count { $0.gap == kind }) }.filter { $0.count > 0 }
    }

    /// Themes or support types that the coverage speaks of, in the order of the taxonomy.
    private static func subjects(
        _ subject: Subject, of presentation: Presentation, for edition: PageEdition
    ) -> [Heading] {
        let keys = presentation.report.coverage.map(\.key)
        switch subject {
        case .themes:
            let seen = Set(keys.compactMap { $0.supportTypeID == nil ? $0.themeID : nil })
            return presentation.report.taxonomy.themes.filter {
                seen.contains($0.id) && edition.shows($0, in: presentation.report)
            }.map { Heading(id: $0.id, label: $0.label) }
        case .supportTypes:
            let seen = Set(keys.compactMap { $0.themeID == nil ? $0.supportTypeID : nil })
            return presentation.report.taxonomy.supportTypes.filter { seen.contains($0.id) }
                .map { Heading(id: $0.id, label: $0.label) }
        }
    }
}
