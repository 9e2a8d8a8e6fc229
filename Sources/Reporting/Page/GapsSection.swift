import Model

/// 空白一覧: two heat maps, area × theme and area × support type.
struct GapsSection {
    /// A page with more lines than this opens slowly; the tables beside it hold them all.
    private static let mostAreas = 100
    private let presentation: Presentation
    private let edition: PageEdition
    /// In their order; of too many, those that have most cells without a member.
    private let areas: [Area]

    init(_ presentation: Presentation, for edition: PageEdition = .planner) {
        self.presentation = presentation
        self.edition = edition
        areas = Self.shown(presentation)
    }

    private static func shown(_ presentation: Presentation) -> [Area] {
        let all = presentation.report.areas
        guard all.count > mostAreas else { return all }
        let open = presentation.report.coverage.filter { $0.key.supportTypeID == nil && $0.memberCount == 0 }
        let counts = Dictionary(open.map { ($0.key.areaCode, 1) }, uniquingKeysWith: +)
        let places = all.indices.sorted { (counts[all[$1].code] ?? 0, $0) < (counts[all[$0].code] ?? 0, $1) }
        return places.prefix(mostAreas).sorted().map { all[$0] }
    }

    var value: PageValue {
        let pairs = presentation.report.coverage.filter { $0.key.themeID != nil && $0.key.supportTypeID != nil }
        return [
            "legend": .list(GapKind.allCases.map(Self.legendEntry)),
            "maps": .list([map(.themes), map(.supportTypes)]),
            "shownAreas": .number(areas.count), "allAreas": .number(presentation.report.areas.count),
            "isCut": .flag(areas.count < presentation.report.areas.count),
            "kinds": .texts(GapKind.allCases.map(\.label)),
            "sensitivity": .list(presentation.report.sensitivity.map(Self.sensitivity)),
            "hasSensitivity": .flag(!presentation.report.sensitivity.isEmpty),
            "isPlanner": .flag(edition == .planner),
            "leavesOut": .text(FixedWording.leavesOut),
            "pairCells": .text(pairs.isEmpty ? "" : NumberWords.grouped(pairs.count)),
            "inferredCells": .text(NumberWords.grouped(pairs.count(where: \.isInferred))),
            "pairReview": .text(PairReview.path),
        ]
    }

    private static func sensitivity(_ sensitivity: GapSensitivity) -> PageValue {
        [
            "assumption": .text(sensitivity.assumption.label),
            "shares": .texts(sensitivity.shares.map(\.inWords)),
        ]
    }

    private static func legendEntry(_ kind: GapKind) -> PageValue {
        [
            "styleName": .text(kind.styleName), "sign": .text(kind.sign), "word": .text(kind.word),
            "label": .text(kind.label), "advice": .text(kind.advice),
        ]
    }

    private func map(_ subject: HeatMap.Subject) -> PageValue {
        let map = HeatMap(subject, of: presentation, areas: areas, for: edition)
        return [
            "rowField": .text(map.areasAreColumns ? subject.filterName : "area"),
            "columnField": .text(map.areasAreColumns ? "area" : subject.filterName),
            "heading": .text("地域 × \(map.subject.title)"),
            "corner": .text(map.corner),
            "columns": .list(map.columns.map { ["id": .text(key($0.id)), "label": .text($0.label)] }),
            "isNarrow": .flag(map.isNarrow),
            "lines": .list(map.lines.map { line(map, $0) }),
            "isEmpty": .flag(map.lines.isEmpty),
            "hasCounts": .flag(edition.showsCounts(in: presentation.report)),
            "counts": .list(HeatMap(subject, of: presentation, for: edition).counts.map(Self.count)),
        ]
    }

    /// Of an area its short name, else the id of the theme or the support type.
    private func key(_ id: String) -> String { presentation.areaKeys[id] ?? id }

    private func line(_ map: HeatMap, _ line: HeatMap.Line) -> PageValue {
        [
            "id": .text(key(line.id)), "label": .text(line.label),
            "cells": .list(line.cells.map { cell($0, isNarrow: map.isNarrow) }),
        ]
    }

    private func cell(_ cell: CoverageCell?, isNarrow: Bool) -> PageValue {
        guard let cell else { return ["isThere": false, "isNarrow": .flag(isNarrow)] }
        return [
            "isThere": true,
            "isNarrow": .flag(isNarrow),
            "styleName": .text(cell.gap.styleName),
            "sign": .text(cell.gap.sign),
            "word": .text(cell.gap.word),
            "members": .number(cell.memberCount),
            "known": .number(cell.knownCount),
            "hasCounts": .flag(edition.showsCounts(in: presentation.report)),
            "isLinked": .flag(edition == .planner),
            "depends": .text(edition == .planner ? Self.dependsInWords(cell) : ""),
        ]
    }

    /// What the kind hangs on; empty where it hangs on nothing.
    private static func dependsInWords(_ cell: CoverageCell) -> String {
        var words: [String] = []
        if let other = cell.gapIfLessInclined { words.append("回答のない団体の活動が半分なら\(other.word)") }
        if let other = cell.gapWithCasesOnly { words.append("事例のある団体だけなら\(other.word)") }
        return words.joined(separator: "、")
    }

    private static func count(_ count: (kind: GapKind, count: Int)) -> PageValue {
        [
            "styleName": .text(count.kind.styleName), "sign": .text(count.kind.sign),
            "label": .text(count.kind.label), "count": .number(count.count),
        ]
    }
}

extension HeatMap.Subject {
    /// Of the field of the list's filter.
    fileprivate var filterName: String {
        switch self {
        case .themes: "theme"
        case .supportTypes: "type"
        }
    }
}
