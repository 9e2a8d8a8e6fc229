import Model

/// The candidates as a meeting may see them: what they do and where, in no order of merit.
///
/// Everything in `meeting/` that speaks of single organisations is made from this. It has no room for a person, a contact,
/// an address, an answer, a free text, a rank, a chance or what would be if one of them declined. Of a candidate whose
/// location is withheld there is no more than that it is there.
struct MeetingCandidates {
    struct Card {
        let name: String
        let themes: [String]
        let serviceArea: String
        let reasons: [String]
    }

    /// A theme, or a support type where no theme was asked.
    struct Field {
        let label: String
        /// By name.
        let cards: [Card]
    }

    private static let undecided = "活動内容を確かめている団体"
    /// In the order of the taxonomy; each candidate in that which it fills most of.
    let fields: [Field]
    let count: Int
    /// Candidates that are not named.
    let withheldCount: Int

    init(_ presentation: Presentation) {
        let profiles = presentation.picks.compactMap { pick in
            presentation.profile(pick.candidate.organizationID).map { (pick.candidate, $0) }
        }
        count = profiles.count
        withheldCount = profiles.count { $1.organization.isLocationWithheld }
        let taxonomy = presentation.report.taxonomy
        let order = taxonomy.themes.map(\.label) + taxonomy.supportTypes.map(\.label) + [Self.undecided]
        var cards: [String: [Card]] = [:]
        for (candidate, profile) in profiles where !profile.organization.isLocationWithheld {
            let words = CandidateWords(candidate, profile, presentation)
            let field = words.field.flatMap { order.contains($0) ? $0 : nil } ?? Self.undecided
            cards[field, default: []].append(
                Card(
                    name: profile.organization.name, themes: words.themes,
                    serviceArea: presentation.serviceAreas.wordsOnPage(for: profile.organization.serviceArea),
                    reasons: words.reasons))
        }
        fields = order.compactMap { label in
            cards.removeValue(forKey: label).map { cards in
                Field(
                    label: label,
                    cards: cards.sorted { ($0.name, $0.serviceArea) < ($1.name, $1.serviceArea) })
            }
        }
    }
}
