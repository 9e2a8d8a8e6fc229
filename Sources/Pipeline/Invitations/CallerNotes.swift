internal import Model
internal import Survey

/// What somebody who calls an organisation should know of it; looked up, nothing is judged.
struct CallerNotes {
    private let answers: CountedAnswers
    private let offers: PlatformOffers
    private let contacts: MemberContacts
    private let profiles: [String: OrganizationProfile]

    init(_ evidence: Evidence, _ answers: CountedAnswers) {
        self.answers = answers
        offers = evidence.inputs.platformOffers
        contacts = MemberContacts(
            evidence.profiles, areas: evidence.inputs.reportAreas, taxonomy: evidence.inputs.taxonomy)
        profiles = evidence.profilesByID
    }

    /// By id, for the organisations outside the platform that answered: of the others nothing more is known than the register
    /// says.
    var all: [String: CallerNote] {
        profiles.filter { !$1.organization.isMember && $1.organization.hasResponded }.compactMapValues {
            note(for: $0.organization.id)
        }
    }

    /// - Returns: `nil` where the id is no organisation's.
    func note(for organizationID: String) -> CallerNote? {
        guard let profile = profiles[organizationID] else { return nil }
        let difficulties = answers.options(.difficulty, of: organizationID)
        let hopes = answers.options(.expectation, of: organizationID)
        let fields = answers.options(.activityField, of: organizationID)
        return CallerNote(
            seesNeed: yesOrNo(.needFelt, of: organizationID),
            wish: answers.options(.wishToJoin, of: organizationID).first?.shortLabel,
            difficulties: difficulties.map(\.shortLabel), hopes: hopes.map(\.shortLabel),
            offers: sentences([(.difficulty, difficulties), (.expectation, hopes), (.activityField, fields)]),
            isCommissioned: yesOrNo(.commissioned, of: organizationID), section: profile.organization.section,
            contacts: contacts.contacts(for: profile))
    }

    /// The ids of such questions are the same in every codebook.
    private func yesOrNo(_ concept: QuestionConcept, of organizationID: String) -> Bool? {
        switch answers.options(concept, of: organizationID).first?.id {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    private func sentences(_ answered: [(concept: QuestionConcept, options: [Question.Option])]) -> [String] {
        var sentences: [String] = []
        for (concept, options) in answered {
            for option in options {
                guard let offer = offers.offer(concept, option.id), !sentences.contains(offer) else { continue }
                sentences.append(offer)
            }
        }
        return sentences
    }
}
