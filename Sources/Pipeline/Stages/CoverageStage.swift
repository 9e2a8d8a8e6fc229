internal import Analysis
internal import Model
internal import Store

/// Counts of the register → cells with their gap kind.
struct CoverageStage {
    let register: Register
    let rules: GapRules

    /// How much less than respondents the silent may be inclined to do anything, to see what depends on it.
    private static let lessInclined = 0.5

    func run() throws(StageError) -> [CoverageCell] {
        let cells = try register.cellCounts()
        var areas: [String] = []
        for cell in cells where areas.last != cell.key.areaCode && !areas.contains(cell.key.areaCode) {
            areas.append(cell.key.areaCode)
        }
        let forecasts = SilentForecasts(
            try register.surveyedOrganizations(), areas: areas, cells: cells.map(\.key))
        let (forecast, lower) = (forecasts.forecast(), forecasts.forecast(inclination: Self.lessInclined))
        return cells.map { cell in
            let silent = forecast(cell.key)
            let counts = GapRules.Counts(
                members: cell.memberCount, known: cell.knownCount, membersBlank: cell.membersBlank)
            let gap = rules.kind(counts, probabilityOfNobody: silent.probabilityOfNone)
            let other = rules.kind(counts, probabilityOfNobody: lower(cell.key).probabilityOfNone)
            return CoverageCell(
                key: cell.key, need: cell.need, memberCount: cell.memberCount, knownCount: cell.knownCount,
                expectedUnknown: Self.rounded(silent.expected), expectedInterval: silent.interval,
                probabilityOfNobody: Self.rounded(silent.probabilityOfNone), gap: gap, isInferred: cell.isInferred,
                gapIfLessInclined: other == gap ? nil : other)
        }
    }

    /// To a thousandth: no more is known of it.
    private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
