import Model

/// Areas in which the gap of one activity changed in the same way, for the same reasons.
struct GapChangeGroup {
    private struct Key: Hashable {
        let themeID: String?
        let supportTypeID: String?
        let earlier: GapKind?
        let later: GapKind?
        let reasons: [GapChange.Reason]
        let figures: [GapChange.Figure?]
    }

    /// That of its first area.
    let change: GapChange
    private(set) var areas: [String]

    /// Of one kind of change, in the order of their first areas.
    static func all(_ changes: [GapChange], _ kind: GapChange.Kind) -> [GapChangeGroup] {
        var places: [Key: Int] = [:]
        var groups: [GapChangeGroup] = []
        for change in changes where change.kind == kind {
            let key = Key(
                themeID: change.key.themeID, supportTypeID: change.key.supportTypeID, earlier: change.earlier,
                later: change.later, reasons: change.reasons, figures: [change.earlierFigure, change.laterFigure])
            if let place = places[key] {
                groups[place].areas.append(change.area)
            } else {
                places[key] = groups.count
                groups.append(GapChangeGroup(change: change, areas: [change.area]))
            }
        }
        return groups
    }

    private static let mostAreas = 6

    /// - Parameter count: of all areas that were compared.
    func areaWords(of count: Int) -> String {
        if areas.count > 1, areas.count == count { return "すべての地域（\(NumberWords.grouped(count))）" }
        let shown = areas.prefix(Self.mostAreas).joined(separator: "、")
        return areas.count > Self.mostAreas ? "\(shown)ほか\(NumberWords.grouped(areas.count - Self.mostAreas))" : shown
    }
}
