import Model

/// `request_letter.md`: a draft for each candidate with which the section in charge asks it to join.
///
/// A letter says what the organisation itself answered and where members are missing: no rank, no need, no chance, nothing
/// of other candidates, and never that it wished to join.
struct RequestLetters {
    static let path = "request_letter.md"
    private static let open = "〔理由を書いてください。活動内容は自由記述などから読み取ったので、団体に確かめてから書きます〕"
    private let presentation: Presentation

    init(_ presentation: Presentation) { self.presentation = presentation }

    var value: PageValue {
        let wave = presentation.report.wave
        let letters = presentation.picks.sorted { ($0.name, $0.candidate.rank) < ($1.name, $1.candidate.rank) }
            .compactMap(letter)
        return [
            "wave": .markdown(wave.label), "municipality": .markdown(wave.municipality.name),
            "mark": .markdown(FixedWording.internalMark), "caveat": .markdown(FixedWording.shortlistCaveat),
            "letters": .list(letters), "hasLetters": .flag(!letters.isEmpty), "count": .number(letters.count),
        ]
    }

    private func letter(_ pick: ExplainedShortlist.Pick) -> PageValue? {
        guard let profile = presentation.profile(pick.candidate.organizationID) else { return nil }
        let organization = profile.organization
        let wave = presentation.report.wave
        return [
            "name": .markdown(pick.name), "id": .markdown(organization.id),
            "section": .markdown(organization.section ?? ""), "isWithheld": .flag(organization.isLocationWithheld),
            "answered": .markdown(organization.hasResponded ? wave.label : profile.earlierAnswer?.wave.label ?? ""),
            "municipality": .markdown(wave.municipality.name),
            "reasons": .list(reasons(pick.candidate, profile).map { .markdown($0) }),
        ]
    }

    /// Of one that must not be found, no area is named.
    private func reasons(_ candidate: Candidate, _ profile: OrganizationProfile) -> [String] {
        let words = CandidateWords(candidate, profile, presentation)
        if !profile.organization.isLocationWithheld, !words.gaps.isEmpty { return words.gaps }
        return words.themes.isEmpty ? [Self.open] : ["「\(words.themes.joined(separator: "」「"))」に取り組まれていること。"]
    }
}
