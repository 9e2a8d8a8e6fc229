import Model

/// 声掛け候補: the combination, with a reason for every name.
struct ShortlistSection {
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        let explained = presentation.report.shortlist
        let words = ShortlistWords(explained)
        return [
            "picks": .list(presentation.picks.map(pick)),
            "hasPicks": .flag(!presentation.picks.isEmpty),
            "headline": .text(words.headline),
            "aims": .texts(words.aims),
            "hasAims": .flag(!words.aims.isEmpty),
            "remarks": .texts(words.remarks),
            "constraints": .texts(words.constraints),
            "hasConstraints": .flag(!words.constraints.isEmpty),
            "callerNotes": .texts(
                presentation.report.callerNotes.isEmpty ? [] : [FixedWording.needIsNoWish, FixedWording.beforeCalling]),
            "joining": .texts(words.joining),
            "stabilityNote": .text(words.stability ?? ""),
            "makeUp": .list(
                words.makeUp.map { ["title": .text($0.title), "parts": .text($0.parts.joined(separator: "、"))] }),
            "hasMakeUp": .flag(!words.makeUp.isEmpty),
            "curve": .list(curve),
            "hasCurve": .flag(explained.curve.count > 1),
        ]
    }

    /// What lists of other lengths are worth, with how many picks.
    private var curve: [PageValue] {
        let explained = presentation.report.shortlist
        return explained.curve.map { point in
            [
                "size": .number(point.size), "share": .text(NumberWords.percent(ofShare: point.share)),
                "bound": .text(NumberWords.percent(ofShare: point.upperBound)),
                "barWidth": .text(NumberWords.oneDecimal(min(max(point.share, 0), 1) * 100)),
                "isChosen": .flag(point.size == explained.shortlist.size),
            ]
        }
    }

    private func pick(_ pick: ExplainedShortlist.Pick) -> PageValue {
        let candidate = pick.candidate
        let profile = presentation.profile(candidate.organizationID)
        let note =
            presentation.report.callerNotes[candidate.organizationID].map { CallerNoteWords(presentation).lines($0) }
            ?? []
        return [
            "rank": .number(candidate.rank),
            "id": .text(candidate.organizationID),
            "name": .text(pick.name),
            "facts": .texts(profile.map(facts) ?? []),
            "reasons": .texts(pick.reasons),
            "hasNote": .flag(!note.isEmpty),
            "note": .list(note.map(\.value)),
            "ifDeclined": .texts(pick.ifDeclined),
            "uncertain": .texts(pick.uncertain),
            "hasUncertain": .flag(!pick.uncertain.isEmpty),
            "evidence": .texts(pick.evidence),
            "hasEvidence": .flag(!pick.evidence.isEmpty),
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
            "活動の範囲：" + presentation.serviceAreas.wordsOnPage(for: profile.organization.serviceArea),
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

    /// `心の健康 × 居場所づくり：甲区、乙区`
    func words(_ presentation: Presentation) -> String {
        let subject = [presentation.labels.theme(themeID), presentation.labels.supportType(supportTypeID)]
            .filter { !$0.isEmpty }.joined(separator: " × ")
        let isEverywhere = areaCodes.count > 1 && areaCodes.count == presentation.report.areas.count
        let areas = isEverywhere ? "すべての地域" : presentation.labels.areas(areaCodes, naming: LabelBook.mostAreasOnPage)
        return subject.isEmpty ? areas : "\(subject)：\(areas)"
    }
}
