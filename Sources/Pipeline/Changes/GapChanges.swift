internal import Analysis
internal import Model
internal import Store

/// Cells of two waves, side by side, and why they are different.
struct GapChanges {
    /// Themes or support types of both waves.
    private struct Sort {
        let subject: ActivitySubject
        /// Those that make cells now, in their order.
        let ids: [String]
        /// Those that made cells then, in their order.
        let earlierIDs: [String]
        let choices: EarlierChoices
    }

    private struct Place: Hashable {
        let areaCode: String
        let themeID: String
    }

    private let evidence: Evidence
    private let earlier: EarlierFacts
    private let now: CoverageStage.Result
    private let labels: EarlierLabels
    private let earlierCells: [CellKey: GapKind]
    private let cells: [CellKey: GapKind]
    private let earlierFigures: [Place: GapChange.Figure]
    private let figures: [Place: GapChange.Figure]
    /// Of both waves, in the order of this one.
    private let areaCodes: [String]
    private let areaIndices: [String: Int]
    /// Of organisations of either wave, ascending.
    private let organizationIDs: [String]
    private let reach: [String: EarlierFacts.Reach]

    init(
        _ evidence: Evidence, _ earlier: EarlierFacts, now: CoverageStage.Result, labels: EarlierLabels,
        cells earlierCells: [CellRow]
    ) throws(StageError) {
        self.evidence = evidence
        self.earlier = earlier
        self.now = now
        self.labels = labels
        self.earlierCells = Dictionary(
            earlierCells.map { ($0.key, $0.gap) }, uniquingKeysWith: { first, _ in first })
        cells = Dictionary(
            now.cells.filter { $0.key.themeID == nil || $0.key.supportTypeID == nil }.map { ($0.key, $0.gap) },
            uniquingKeysWith: { first, _ in first })
        earlierFigures = Dictionary(
            try earlier.register.needFigures().map {
                (Place(areaCode: $0.areaCode, themeID: $0.themeID), GapChange.Figure(value: $0.figure, unit: $0.unit))
            }, uniquingKeysWith: { first, _ in first })
        figures = Dictionary(
            evidence.needs.map {
                (Place(areaCode: $0.areaCode, themeID: $0.themeID), GapChange.Figure(value: $0.figure, unit: $0.unit))
            }, uniquingKeysWith: { first, _ in first })
        let codes = evidence.inputs.reportAreas.map(\.code).filter(labels.areaCodes.contains)
        areaCodes = codes
        areaIndices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        organizationIDs = Set(now.organizations.map(\.organizationID)).union(earlier.reach.keys).sorted()
        reach = Dictionary(
            now.organizations.map { ($0.organizationID, EarlierFacts.Reach($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    func run() -> GapComparison {
        let (themes, types) = (compare(.theme), compare(.supportType))
        let codes = Set(areaCodes)
        return GapComparison(
            themes: themes.count, supportTypes: types.count, changes: themes.changes + types.changes,
            areasNotCompared: WaveChanges.Names(
                earlier: labels.areas.filter { !codes.contains($0.code) }.map(\.name),
                later: evidence.inputs.reportAreas.filter { !codes.contains($0.code) }.map(\.name)))
    }

    // MARK: Cells

    private func compare(_ subject: ActivitySubject) -> (count: GapComparison.Count, changes: [GapChange]) {
        let sort = sort(subject)
        var (compared, openBefore, openNow) = (0, 0, 0)
        var found: [(cell: GapAttribution.Cell, key: CellKey)] = []
        var anew: [CellKey] = []
        for (area, code) in areaCodes.enumerated() {
            for (activity, id) in sort.ids.enumerated() {
                let key = self.key(subject, code, id)
                guard let kind = cells[key] else { continue }
                let before = sort.choices.earlier(of: id).compactMap { earlierCells[self.key(subject, code, $0)] }
                // Of several choices that are one now: then it was reached as well as the best of them.
                guard let earlierKind = GapKind.allCases.first(where: before.contains) else {
                    anew.append(key)
                    continue
                }
                compared += 1
                openBefore += earlierKind.hasMember ? 0 : 1
                openNow += kind.hasMember ? 0 : 1
                found.append(
                    (GapAttribution.Cell(area: area, activity: activity, earlier: earlierKind, later: kind), key))
            }
        }
        let reasons = attribution(sort).reasons(for: found.map(\.cell))
        let changes = zip(found, reasons).compactMap { found, reasons in change(found.cell, found.key, reasons, sort) }
        return (
            GapComparison.Count(compared: compared, open: WaveChanges.Pair(openBefore, openNow)),
            changes + anew.map { lone(.askedAnew, $0, later: cells[$0], .askedAnew) } + notAsked(sort)
        )
    }

    private func change(
        _ cell: GapAttribution.Cell, _ key: CellKey, _ reasons: [GapAttribution.Reason], _ sort: Sort
    ) -> GapChange? {
        let figures = self.figures(key, sort)
        var told = reasons.map(told)
        if cell.earlier == cell.later {
            guard figures != nil, !cell.later.hasMember else { return nil }
            told = [GapChange.Reason(.needChanged)]
        }
        return GapChange(
            kind: Self.kind(cell), key: key, area: labels.area(key), theme: labels.theme(key),
            supportType: labels.supportType(key), earlier: cell.earlier, later: cell.later, reasons: told,
            earlierFigure: figures?.earlier, laterFigure: figures?.later)
    }

    private static func kind(_ cell: GapAttribution.Cell) -> GapChange.Kind {
        switch (cell.earlier.hasMember, cell.later.hasMember) {
        case (false, true): .closed
        case (true, false): .opened
        default: cell.earlier == cell.later ? .need : .moved
        }
    }

    /// Stands for one that was asked to be forgotten and that the register of the wave before still names.
    private static let forgottenName = "（削除した団体）"

    private func told(_ reason: GapAttribution.Reason) -> GapChange.Reason {
        guard let organization = reason.organization else { return GapChange.Reason(reason.cause) }
        let id = organizationIDs[organization]
        if earlier.forgottenIDs.contains(id) {
            return GapChange.Reason(
                reason.cause, name: Self.forgottenName, aspect: reason.aspect, isGain: reason.isGain)
        }
        return GapChange.Reason(
            reason.cause, organizationID: id,
            name: evidence.profilesByID[id]?.organization.name ?? earlier.standings[id]?.name ?? id,
            aspect: reason.aspect, isGain: reason.isGain)
    }

    /// Figures of then and now, where they are different; of a theme that is one in both waves.
    private func figures(_ key: CellKey, _ sort: Sort) -> (earlier: GapChange.Figure, later: GapChange.Figure)? {
        guard let theme = key.themeID, sort.choices.isComparable(theme), sort.choices.earlier(of: theme).count == 1,
            let before = earlierFigures[
                Place(areaCode: key.areaCode, themeID: sort.choices.earlier(of: theme)[0])],
            let now = figures[Place(areaCode: key.areaCode, themeID: theme)], !before.isAs(now)
        else { return nil }
        return (before, now)
    }

    /// Cells of then that no choice of now stands for.
    private func notAsked(_ sort: Sort) -> [GapChange] {
        areaCodes.flatMap { code in
            sort.earlierIDs.filter { sort.choices.later(of: $0).isEmpty }.compactMap { id in
                let key = key(sort.subject, code, id)
                return earlierCells[key].map { lone(.notAsked, key, earlier: $0, .notAsked) }
            }
        }
    }

    private func lone(
        _ kind: GapChange.Kind, _ key: CellKey, earlier: GapKind? = nil, later: GapKind? = nil,
        _ cause: GapChange.Cause
    ) -> GapChange {
        GapChange(
            kind: kind, key: key, area: labels.area(key), theme: labels.theme(key),
            supportType: labels.supportType(key), earlier: earlier, later: later, reasons: [GapChange.Reason(cause)])
    }

    // MARK: Who reaches them

    private func sort(_ subject: ActivitySubject) -> Sort {
        let ids = subject == .theme ? now.index.themeIDs : now.index.supportTypeIDs
        return Sort(
            subject: subject, ids: ids, earlierIDs: labels.ids(subject), choices: labels.choices(subject, ids: ids))
    }

    private func attribution(_ sort: Sort) -> GapAttribution {
        let indices = Dictionary(
            sort.ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        func presence(
            _ reach: EarlierFacts.Reach, isMember: Bool, isListed: Bool, _ activities: (String) -> [String]
        ) -> GapAttribution.Presence {
            let named = sort.subject == .theme ? reach.themeIDs : reach.supportTypeIDs
            return GapAttribution.Presence(
                isMember: isMember, isListed: isListed,
                areas: reach.areaCodes.compactMap { areaIndices[$0] }.sorted(),
                activities: Set(named.flatMap(activities).compactMap { indices[$0] }).sorted(),
                namesAny: !named.isEmpty)
        }
        return GapAttribution(
            earlier: organizationIDs.map { id in
                guard let reach = earlier.reach[id], let standing = earlier.standings[id] else { return nil }
                return presence(reach, isMember: standing.isMember, isListed: standing.isInFrame) {
                    sort.choices.later(of: $0)
                }
            },
            later: organizationIDs.map { id in
                guard let reach = reach[id], let organization = evidence.profilesByID[id]?.organization else {
                    return nil
                }
                return presence(reach, isMember: organization.isMember, isListed: organization.isInFrame) { [$0] }
            }, areaCount: areaCodes.count, isRelabelled: sort.ids.map(sort.choices.isRelabelled))
    }

    private func key(_ subject: ActivitySubject, _ area: String, _ id: String) -> CellKey {
        subject == .theme
            ? CellKey(areaCode: area, themeID: id, supportTypeID: nil)
            : CellKey(areaCode: area, themeID: nil, supportTypeID: id)
    }
}

extension GapChange.Figure {
    /// Whether they say the same; what was split may differ by a hair.
    fileprivate func isAs(_ other: GapChange.Figure) -> Bool {
        guard let value, let otherValue = other.value else { return value == nil && other.value == nil }
        return unit == other.unit && abs(value - otherValue) <= 1e-9 * max(abs(value), abs(otherValue))
    }
}
