import Model

/// つながりマップ: ward × theme in two classes, whether or not a member works there, counted over all members.
///
/// Finer areas than wards would point at single organisations; where a report has neither wards nor municipalities,
/// there is one column for the whole city.
struct ConnectionMap {
    struct Line {
        let theme: String
        /// For each column, whether at least one member is there.
        let hasMember: [Bool]
    }

    let columns: [String]
    let lines: [Line]

    init(_ presentation: Presentation) {
        let report = presentation.report
        let wards = report.areas.filter { $0.kind == .ward || $0.kind == .municipality }
        let groups: [(name: String, codes: [String])] =
            wards.isEmpty
            ? [(report.wave.municipality.name, report.areas.map(\.code))] : wards.map { ($0.name, [$0.code]) }
        columns = groups.map(\.name)
        let themes = Set(report.coverage.compactMap { $0.key.supportTypeID == nil ? $0.key.themeID : nil })
        lines = report.taxonomy.themes.filter { themes.contains($0.id) }.map { theme in
            Line(
                theme: theme.label,
                hasMember: groups.map { group in
                    group.codes.contains { code in
                        let key = CellKey(areaCode: code, themeID: theme.id, supportTypeID: nil)
                        return (presentation.cell(key)?.memberCount ?? 0) > 0
                    }
                })
        }
    }
}
