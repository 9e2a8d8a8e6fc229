import Model

/// つながりづくりの協力候補: by group, in no order of merit.
struct CooperationSection {
    /// A group with more is folded.
    private static let openCandidates = 8
    /// Of a group; a page with all of ten thousand would not open.
    private static let shownCandidates = 60
    private let presentation: Presentation
    private let noteWords: CallerNoteWords

    init(_ presentation: Presentation) {
        self.presentation = presentation
        noteWords = CallerNoteWords(presentation)
    }

    var value: PageValue {
        [
            "caveat": .text(FixedWording.cooperationCaveat),
            "isEmpty": .flag(presentation.report.cooperation.isEmpty),
            "explanation": .text(explanation),
            "notes": .texts([FixedWording.needIsNoWish, FixedWording.beforeCalling]),
            "groups": .list(CooperationGroup.all(presentation.report).map(group)),
        ]
    }

    private var explanation: String {
        let candidates = presentation.report.cooperation
        let basis = candidates.first?.group.basis.words ?? ""
        return "「地域×活動内容」の欄を一つも埋めない、参加団体以外の団体のうち、必要性を感じる、協力に期待する、"
            + "またはほかの団体を助けていると答えた\(NumberWords.grouped(candidates.count))団体です。"
            + "\(basis)ごとに、名称の順に並べています。"
    }

    private func group(_ group: CooperationGroup) -> PageValue {
        [
            "label": .text(group.group.words),
            "count": .number(group.candidates.count),
            "isLong": .flag(group.candidates.count > Self.openCandidates),
            "partners": .list(group.candidates.prefix(Self.shownCandidates).map(partner)),
            "more": .text(
                group.candidates.count > Self.shownCandidates
                    ? NumberWords.grouped(group.candidates.count - Self.shownCandidates) : ""),
        ]
    }

    private func partner(_ candidate: CooperationCandidate) -> PageValue {
        // That it sees the need stands among its reasons.
        let lines = noteWords.lines(candidate.note, withNeed: candidate.note.seesNeed == false)
        return [
            "name": .text(candidate.name),
            "facts": .texts(facts(candidate)),
            "reasons": .texts(candidate.reasons),
            "hasNote": .flag(!lines.isEmpty),
            "note": .list(lines.map(\.value)),
        ]
    }

    private func facts(_ candidate: CooperationCandidate) -> [String] {
        let profile = presentation.profile(candidate.organizationID)
        return [
            profile?.organizationTypeLabel ?? profile?.legalFormLabel ?? "",
            profile.map { "活動の範囲：" + presentation.serviceAreas.wordsOnPage(for: $0.organization.serviceArea) } ?? "",
            "根拠：" + candidate.evidence.location.description(in: .japanese),
        ].filter { !$0.isEmpty }
    }
}
