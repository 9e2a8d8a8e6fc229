import Model

/// 声掛け候補: the combination, with a reason for every name.
struct ShortlistSection {
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        let explained = presentation.report.shortlist
        let result = explained.shortlist
        return [
            "picks": .list(presentation.picks.map(pick)),
            "hasPicks": .flag(!presentation.picks.isEmpty),
            "preset": .text(explained.preset),
            "size": .number(result.size),
            "method": .text(result.methodName),
            "gap": .text(NumberWords.oneDecimal(result.optimalityGapPercent) + "%"),
            "constraints": .texts(explained.constraints),
            "hasConstraints": .flag(!explained.constraints.isEmpty),
        ]
    }

    private func pick(_ pick: ExplainedShortlist.Pick) -> PageValue {
        let candidate = pick.candidate
        let profile = presentation.profile(candidate.organizationID)
        return [
            "rank": .number(candidate.rank),
            "id": .text(candidate.organizationID),
            "name": .text(pick.name),
            "facts": .texts(profile.map(facts) ?? []),
            "reasons": .texts(pick.reasons),
            "closed": .text(NumberWords.percent(ofShare: candidate.shareOfGapClosed)),
            "barWidth": .text(NumberWords.oneDecimal(min(max(candidate.shareOfGapClosed, 0), 1) * 100)),
            "stability": .text(pick.stability.map { NumberWords.percent(ofShare: $0) } ?? ""),
            "cellCount": .number(candidate.newCells.count),
            "hasCells": .flag(!candidate.newCells.isEmpty),
            "cells": .texts(CellGroup.groups(of: candidate.newCells).map { $0.words(presentation) }),
        ]
    }

    private func facts(_ profile: OrganizationProfile) -> [String] {
        [
            profile.organizationTypeLabel ?? profile.legalFormLabel ?? "",
            DisclosedLocation(profile.organization).townInWords,
            "活動の範囲：" + presentation.serviceAreas.words(for: profile.organization.serviceArea),
            profile.organization.section.map { "把握課：\($0)" } ?? "",
        ].filter { !$0.isEmpty }
    }
}

/// Cells that differ in their area alone: shown in one line.
private struct CellGroup {
    let themeID: String?
    let supportTypeID: String?
    var areaCodes: [String]

    /// In the order in which their first cells come.
    static func groups(of keys: [CellKey]) -> [CellGroup] {
        var groups: [CellGroup] = []
        var places: [[String?]: Int] = [:]
        for key in keys {
            let subject = [key.themeID, key.supportTypeID]
            if let place = places[subject] {
                groups[place].areaCodes.append(key.areaCode)
            } else {
                places[subject] = groups.count
                groups.append(
                    CellGroup(themeID: key.themeID, supportTypeID: key.supportTypeID, areaCodes: [key.areaCode]))
            }
        }
        return groups
    }

    /// `心の健康 × 居場所づくり：中央区、東区`
    func words(_ presentation: Presentation) -> String {
        let subject = [presentation.labels.theme(themeID), presentation.labels.supportType(supportTypeID)]
            .filter { !$0.isEmpty }.joined(separator: " × ")
        let isEverywhere = areaCodes.count > 1 && areaCodes.count == presentation.report.areas.count
        let areas = isEverywhere ? "すべての地域" : areaCodes.map(presentation.labels.area).joined(separator: "、")
        return subject.isEmpty ? areas : "\(subject)：\(areas)"
    }
}
