import Model

/// What changed since the wave before, above the shares; nothing without one. Long lists are cut: they are whole in the
/// workbook and in `changes.csv`.
struct WaveChangeSection {
    private static let mostNames = 12
    private static let mostDetails = 30
    private static let mostGroups = 12
    private static let mostReasonNames = 3
    private let changes: WaveChanges?
    /// How many areas were compared.
    private let areaCount: Int

    init(_ report: RunReport) {
        changes = report.changes
        areaCount = report.areas.count - (report.changes?.gaps.areasNotCompared.later.count ?? 0)
    }

    var value: PageValue {
        guard let changes else { return ["isThere": false] }
        let details = changes.organizations.filter { Self.hasDetails($0) }
        return [
            "isThere": true,
            "gapCaveat": .text(WaveChangeWords.gapCaveat),
            "kinds": .list(kinds(changes.organizations)),
            "hasKinds": .flag(!changes.organizations.isEmpty),
            "details": .list(details.prefix(Self.mostDetails).map(Self.detail)),
            "hasDetails": .flag(!details.isEmpty),
            "moreDetails": .text(Self.more(details.count - Self.mostDetails)),
            "gapKinds": .list(gapKinds(changes.gaps.changes)),
            "hasGaps": .flag(changes.gaps.changes.contains { $0.earlier != nil && $0.later != nil }),
            "questions": .list(questions(changes.answers.changes)),
            "hasAnswers": .flag(!changes.answers.changes.isEmpty),
            "review": review(changes.invitations),
        ]
    }

    private static func more(_ count: Int) -> String { count > 0 ? NumberWords.grouped(count) : "" }

    private static func names(_ names: [String]) -> String {
        names.prefix(mostNames).joined(separator: "、")
            + (names.count > mostNames ? " ほか\(NumberWords.grouped(names.count - mostNames))" : "")
    }

    // MARK: Organisations

    private func kinds(_ changes: [OrganizationChange]) -> [PageValue] {
        OrganizationChange.Kind.allCases.compactMap { kind -> PageValue? in
            let own = changes.filter { $0.kind == kind }
            guard !own.isEmpty else { return nil }
            return [
                "label": .text(kind.words), "count": .number(own.count), "names": .text(Self.names(own.map(\.name))),
            ]
        }
    }

    private static func hasDetails(_ change: OrganizationChange) -> Bool {
        switch change.kind {
        case .moved, .renamed, .incorporated, .legalFormChanged, .closed: true
        case .new, .added, .leftList, .joined, .left: false
        }
    }

    private static func detail(_ change: OrganizationChange) -> PageValue {
        let withheld = change.isPlaceWithheld ? FixedWording.withheldLocation : ""
        return [
            "label": .text(change.kind.words), "name": .text(change.name),
            "before": .text(change.before.isEmpty ? withheld : change.before),
            "after": .text(change.after.isEmpty ? withheld : change.after),
        ]
    }

    // MARK: Gaps

    private func gapKinds(_ changes: [GapChange]) -> [PageValue] {
        [GapChange.Kind.closed, .opened, .moved, .need].compactMap { kind -> PageValue? in
            let groups = GapChangeGroup.all(changes, kind)
            guard !groups.isEmpty else { return nil }
            return [
                "label": .text(kind.words),
                "count": .number(changes.count { $0.kind == kind }),
                "isFolded": .flag(kind == .moved || kind == .need),
                "groups": .list(groups.prefix(Self.mostGroups).map(group)),
                "more": .text(Self.more(groups.count - Self.mostGroups)),
            ]
        }
    }

    private func group(_ group: GapChangeGroup) -> PageValue {
        let change = group.change
        let isNeed = change.kind == .need
        return [
            "activity": .text(change.activity), "areas": .text(group.areaWords(of: areaCount)),
            "before": .text(change.beforeWords), "after": .text(change.afterWords),
            "beforeStyle": .text(isNeed ? "" : change.earlier?.styleName ?? ""),
            "afterStyle": .text(isNeed ? "" : change.later?.styleName ?? ""),
            "reasons": .texts(change.reasonWords(naming: Self.mostReasonNames)),
        ]
    }

    // MARK: Answers

    private func questions(_ changes: [AnswerChange]) -> [PageValue] {
        var order: [String] = []
        let byQuestion = Dictionary(grouping: changes, by: \.questionID)
        for change in changes where order.last != change.questionID { order.append(change.questionID) }
        return order.map { id -> PageValue in
            let own = byQuestion[id] ?? []
            return [
                "id": .text(id), "label": .text(own.first?.question ?? ""), "count": .number(own.count),
                "added": .text(Self.choices(own.flatMap(\.added))),
                "removed": .text(Self.choices(own.flatMap(\.removed))),
            ]
        }
    }

    private static let mostChoices = 4

    /// `こども 5、子育て 3 ほか`: the most frequent first.
    private static func choices(_ labels: [String]) -> String {
        let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let shown = sorted.prefix(mostChoices).map { "\($0.key) \($0.value)" }.joined(separator: "、")
        return sorted.count > mostChoices ? shown + " ほか" : shown
    }

    // MARK: Invitations

    private func review(_ review: InvitationReview) -> PageValue {
        let words = InvitationReviewWords(review)
        return [
            "sentences": .texts(words.sentences),
            "caveat": .text(InvitationReviewWords.caveat),
            "hasGroups": .flag(review.listSize + review.invitedCount > 0),
            "groups": .list(
                words.groups.map { group -> PageValue in
                    [
                        "label": .text(group.words), "count": .number(group.entries.count),
                        "joined": .number(group.entries.count { $0.hasJoined }),
                        "names": .text(
                            Self.names(group.entries.map { $0.hasJoined ? "\($0.name)（参加）" : $0.name })),
                    ]
                }),
            "hasMeasures": .flag(!review.measures.isEmpty),
            "measures": .list(review.measures.map { Self.measure($0, words) }),
        ]
    }

    private static func measure(_ measure: InvitationReview.Measure, _ words: InvitationReviewWords) -> PageValue {
        [
            "label": .text(InvitationReviewWords.label(measure)), "cells": .number(measure.cells),
            "share": .text(words.share(measure.need) ?? "—"),
            "expected": .text(words.share(measure.expectedNeed) ?? "—"),
            "reached": .number(measure.reachedCells), "reachedShare": .text(words.share(measure.reachedNeed) ?? "—"),
            "byOthers": .number(measure.cellsByOthers), "unmeasured": .number(measure.unmeasuredCells),
            "isTotal": .flag(measure.themeID == nil),
        ]
    }
}
