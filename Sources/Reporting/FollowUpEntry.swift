import Model

/// 聞き取り・督促候補: a line of the list. No contact data: those are in the list of the survey.
struct FollowUpEntry {
    /// The same for those whose answer can be expected to settle as much.
    let rank: Int
    let followUp: FollowUp
    let name: String
    let type: String
    /// Empty where the place is withheld.
    let municipalityCode: String
    let section: String

    static func all(
        _ report: RunReport, profiles: [String: OrganizationProfile]
    ) -> [FollowUpEntry] {
        var entries: [FollowUpEntry] = []
        for followUp in report.followUps {
            guard let profile = profiles[followUp.organizationID] else { continue }
            let organization = profile.organization
            let isTied = entries.last.map { $0.followUp.settles(asMuchAs: followUp) } ?? false
            entries.append(
                FollowUpEntry(
                    rank: isTied ? entries.last?.rank ?? 1 : entries.count + 1, followUp: followUp,
                    name: organization.name, type: profile.organizationTypeLabel ?? "",
                    municipalityCode: organization.isLocationWithheld ? "" : organization.place?.municipalityCode ?? "",
                    section: organization.section ?? ""))
        }
        return entries
    }
}

extension FollowUp {
    fileprivate func settles(asMuchAs other: FollowUp) -> Bool {
        settledNeed == other.settledNeed && settledPairNeed == other.settledPairNeed
    }
}

extension CoverageCell {
    /// Cases are told by theme: a cell of a support type alone says nothing of them.
    var speaksOfCases: Bool { key.themeID != nil }

    var dependsOnAssumptions: Bool { gapIfLessInclined != nil || gapWithCasesOnly != nil }
}
