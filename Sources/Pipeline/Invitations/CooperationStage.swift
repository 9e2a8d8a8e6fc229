internal import Model
internal import Survey

/// Organisations outside the platform that fill no cell, and that could help it all the same.
///
/// They are listed, never scored: nobody's answer says how much they would add.
struct CooperationStage {
    private let profiles: [OrganizationProfile]
    private let inputs: WaveInputs
    private let answers: CountedAnswers
    private let notes: [String: CallerNote]
    private let barred: Set<String>
    private let fields: Question?
    private let reportCodes: Set<String>

    /// - Parameters:
    ///   - notes: by id, of the organisations outside the platform that answered.
    ///   - barred: ids of those that are not to be asked.
    init(_ evidence: Evidence, _ answers: CountedAnswers, notes: [String: CallerNote], barred: Set<String>) {
        self.barred = barred
        profiles = evidence.profiles
        inputs = evidence.inputs
        self.answers = answers
        self.notes = notes
        fields = evidence.inputs.questionnaire.first(.activityField)
        reportCodes = Set(evidence.inputs.reportAreas.map(\.code))
    }

    /// By group in the order of the questionnaire, then by name.
    func run() -> [CooperationCandidate] {
        profiles.compactMap { profile in candidate(profile).map { ($0, place(of: profile)) } }.sorted {
            ($0.1, $0.0.name, $0.0.organizationID) < ($1.1, $1.0.name, $1.0.organizationID)
        }.map(\.0)
    }

    private func candidate(_ profile: OrganizationProfile) -> CooperationCandidate? {
        let organization = profile.organization
        guard !organization.isMember, !organization.isUnreachable, let record = answers.record(of: organization.id),
            let note = notes[organization.id], let withoutCell = withoutCell(profile),
            !barred.contains(organization.id)
        else { return nil }
        let reasons = reasons(organization.id, note)
        guard !reasons.isEmpty else { return nil }
        let ownFields = answers.options(.activityField, of: organization.id).map(\.shortLabel)
        let usual = ownFields.isEmpty ? [] : ["普段の活動：\(ownFields.joined(separator: "、"))"]
        return CooperationCandidate(
            organizationID: organization.id, name: organization.name, group: group(profile), fields: ownFields,
            reasons: usual + reasons + [sentence(withoutCell, profile)], withoutCell: withoutCell,
            evidence: record.reference, note: note)
    }

    // MARK: Who is listed

    /// Why it fills no cell of area and theme; `nil` where it fills one.
    private func withoutCell(_ profile: OrganizationProfile) -> CooperationCandidate.Reason? {
        let area = profile.organization.serviceArea
        guard !themes(profile).isEmpty else {
            return profile.themes.isEmpty && !answers.hasThemeText(profile.organization.id) ? .noTheme : .otherThemes
        }
        if !reportCodes.isDisjoint(with: area.filledCodes) { return nil }
        return area.kind.isWide ? .wide : area.kind == .outside ? .outside : .areaUnknown
    }

    /// Those that make cells.
    private func themes(_ profile: OrganizationProfile) -> [AttributedLabel] {
        profile.themes.filter { inputs.taxonomy.theme($0.id)?.isResidual == false }
    }

    /// What speaks for cooperation, in sentences; nothing where it neither sees the need, nor hopes to cooperate, nor helps
    /// others.
    private func reasons(_ id: String, _ note: CallerNote) -> [String] {
        func speaking(_ concept: QuestionConcept) -> [String] {
            answers.options(concept, of: id).filter { inputs.platformOffers.isCooperation(concept, $0.id) }
                .map(\.shortLabel)
        }
        var sentences: [String] = []
        if note.seesNeed == true, let answer = answers.options(.needFelt, of: id).first {
            sentences.append("孤独・孤立対策の必要性：\(answer.shortLabel)")
        }
        let hopes = speaking(.expectation)
        if !hopes.isEmpty { sentences.append("自治体への期待：\(hopes.joined(separator: "、"))") }
        return sentences + speaking(.activityField).map { "\($0)を行っている" }
    }

    private func sentence(_ reason: CooperationCandidate.Reason, _ profile: OrganizationProfile) -> String {
        let subject = "支援につながる活動内容"
        let named = themes(profile).map(\.label).joined(separator: "、")
        let types = profile.supportTypes.map(\.label).joined(separator: "、")
        return switch reason {
        case .noTheme: "\(subject)：回答なし" + (types.isEmpty ? "" : "（活動の種類：\(types)）")
        case .otherThemes: "\(subject)：「その他」や自由記述だけで、どの欄にも当てはまらない"
        case .wide: "\(subject)：\(named)（活動の範囲が広域・オンラインのため、どの地域の欄にも数えていない）"
        case .outside: "\(subject)：\(named)（活動の範囲が市外のため、どの地域の欄にも数えていない）"
        case .areaUnknown: "\(subject)：\(named)（活動する地域が分からないため、どの地域の欄にも数えていない）"
        }
    }

    // MARK: Where it is listed

    private func group(_ profile: OrganizationProfile) -> CooperationCandidate.Group {
        guard fields != nil else {
            let type = inputs.questionnaire.first(.organizationType)?.options.first {
                $0.id == profile.organization.organizationType
            }
            return CooperationCandidate.Group(
                basis: .organizationType, label: type?.shortLabel ?? profile.organizationTypeLabel)
        }
        return CooperationCandidate.Group(
            basis: .activityField, label: answers.options(.activityField, of: profile.organization.id).first?.shortLabel
        )
    }

    /// Of its group in the questionnaire; last where it answered nothing.
    private func place(of profile: OrganizationProfile) -> Int {
        let question = fields ?? inputs.questionnaire.first(.organizationType)
        let id =
            fields == nil
            ? profile.organization.organizationType
            : answers.options(.activityField, of: profile.organization.id).first?.id
        return question?.options.firstIndex { $0.id == id } ?? .max
    }
}
