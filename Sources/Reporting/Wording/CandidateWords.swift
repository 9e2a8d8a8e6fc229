import Model

/// What a candidate would fill, from the cells alone: no sentence that was made for the section in charge goes through.
struct CandidateWords {
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

    var reasons: [String] { gaps + (isAlike ? ["この一覧のほかの候補と同じ活動をしています。"] : []) }

    /// A sentence for each activity that few members reach, or none.
    var gaps: [String] { filled.map(reason) }

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
