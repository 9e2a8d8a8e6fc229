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

/// What a candidate would fill, from the cells alone: no sentence that was made for the section in charge goes through.
private struct CandidateWords {
    /// The cells of one theme, or of one support type where no theme was asked.
    private struct Filled {
        let label: String
        var areaCodes: [String] = []
        var supportTypes: [String] = []
        var hasMember = false
    }

    private let filled: [Filled]
    private let isAlike: Bool
    private let presentation: Presentation
    /// Those that it named as such, or a person confirmed.
    let themes: [String]

    init(_ candidate: Candidate, _ profile: OrganizationProfile, _ presentation: Presentation) {
        self.presentation = presentation
        let confirmed = profile.themes.filter(\.isConfirmed)
        themes = confirmed.map(\.label)
        let themeIDs = Set(confirmed.map(\.id))
        let typeIDs = Set(profile.supportTypes.filter(\.isConfirmed).map(\.id))
        let labels = presentation.labels
        var groups: [String: Filled] = [:]
        let own = candidate.newCells.filter { key in
            key.themeID.map(themeIDs.contains) ?? key.supportTypeID.map(typeIDs.contains) ?? false
        }
        // One that fills nothing which the picks before it don't does the same as they do.
        isAlike = own.isEmpty
        let shared = confirmed.flatMap { theme in
            profile.organization.serviceArea.filledCodes.map {
                CellKey(areaCode: $0, themeID: theme.id, supportTypeID: nil)
            }
        }.filter { presentation.cell($0)?.memberCount == 0 }
        for key in own.isEmpty ? shared : own {
            guard let id = key.themeID ?? key.supportTypeID else { continue }
            let label = key.themeID == nil ? labels.supportType(id) : labels.theme(id)
            var group = groups[id] ?? Filled(label: label)
            if !group.areaCodes.contains(key.areaCode) { group.areaCodes.append(key.areaCode) }
            if key.themeID != nil, let type = key.supportTypeID, typeIDs.contains(type) {
                let name = labels.supportType(type)
                if !group.supportTypes.contains(name) { group.supportTypes.append(name) }
            }
            group.hasMember = group.hasMember || (presentation.cell(key)?.memberCount ?? 0) > 0
            groups[id] = group
        }
        let taxonomy = presentation.report.taxonomy
        filled = (taxonomy.themes.map(\.id) + taxonomy.supportTypes.map(\.id)).compactMap { groups[$0] }
    }

    /// That in which it fills the most areas.
    var field: String? {
        guard let most = filled.map(\.areaCodes.count).max() else { return themes.first }
        return filled.first { $0.areaCodes.count == most }?.label
    }

    var reasons: [String] {
        filled.map(reason) + (isAlike ? ["この一覧のほかの候補と同じ活動をしています。"] : [])
    }

    private func reason(_ filled: Filled) -> String {
        let areaCount = presentation.report.areas.count
        let places =
            areaCount > 1 && filled.areaCodes.count == areaCount
            ? "すべての地域"
            : presentation.labels.areas(filled.areaCodes, naming: LabelBook.mostAreasOnPage)
        let types = filled.supportTypes.isEmpty ? "" : "（\(filled.supportTypes.joined(separator: "、"))）"
        let state = filled.hasMember ? "参加団体がいないか、1団体だけです" : "参加団体がいません"
        return "「\(filled.label)」\(types)：\(places)で活動。今は\(state)。"
    }
}
