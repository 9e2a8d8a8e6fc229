internal import Analysis
internal import Model
internal import Store

/// Counts of the register → cells with their gap kind.
struct CoverageStage {
    let register: Register
    let rules: GapRules

    func run() throws(StageError) -> [CoverageCell] {
        let cells = try register.cellCounts()
        let types = try register.organizationTypeCounts()
        var positives: [CellKey: [String: Int]] = [:]
        for count in try register.positiveCounts() {
            positives[count.key, default: [:]][count.organizationType] = count.positive
        }
        return cells.map { cell in
            let estimate = SilentEstimate(
                types.map { type in
                    SilentEstimate.Group(
                        respondents: type.responded, silent: type.silent,
                        positive: positives[cell.key]?[type.organizationType] ?? 0)
                })
            let counts = GapRules.Counts(
                members: cell.memberCount, known: cell.knownCount, membersBlank: cell.membersBlank)
            return CoverageCell(
                key: cell.key, need: cell.need, memberCount: cell.memberCount, knownCount: cell.knownCount,
                expectedUnknown: (estimate.expected * 1000).rounded() / 1000,
                gap: rules.kind(counts, probabilityOfNobody: estimate.probabilityOfNobody), isInferred: cell.isInferred)
        }
    }
}
