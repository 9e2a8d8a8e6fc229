/// What an organisation is to a request: what it lacks, and what decides its place among those that lack as little.
public struct MatchCriteria: Sendable, Hashable {
    /// Something asked for that the organisation isn't known to do.
    public enum Lack: Sendable, Hashable {
        case supportType(Int)
        case area(Int)
        case theme(Int)
        /// It does both, and a person said that it doesn't do the theme with this support type.
        case pair(supportType: Int)
        /// It left the question blank, so that it may well do it.
        case supportTypesUnanswered, areaUnanswered, themesUnanswered
    }

    /// How its service area takes in the areas asked for.
    public enum Reach: Int, Sendable, Hashable {
        /// It named them.
        case named
        case whole
        case wide
    }

    /// Whether it found somebody with the theme.
    public enum Cases: Sendable, Hashable {
        case told
        /// It was asked, and tells of none of the theme.
        case notTold
        case unknown
    }

    public let isMember: Bool
    /// Of a question that was left blank, one for all that was asked of it.
    public let lacks: [Lack]
    /// `nil` where no area was asked for, or one of them is lacking.
    public let reach: Reach?
    public let cases: Cases
    /// Whether nothing but answers to two questions says that it does the theme with the support types: it named several of
    /// both, and no person confirmed that they go together.
    public let isPairInferred: Bool
    /// Whether a theme or support type asked for was taken from a free text.
    public let isRecoded: Bool
    /// The lower the more often, 0…
    public let frequency: Int?
    /// Metres.
    public let distance: Int?
    private let asksForSupport: Bool

    public init(_ organization: MatchableOrganization, _ request: MatchRequest) {
        let (themes, types) = (organization.themes, organization.supportTypes)
        isMember = organization.isMember
        let (places, reach) = Self.areas(organization.serviceArea, request.areas)
        func decision(_ type: Int) -> Bool? {
            organization.decidedPairs[CoverageLayout.Pair(theme: request.theme, supportType: type)]
        }
        lacks =
            Self.activities(types, request.supportTypes, unanswered: .supportTypesUnanswered) { .supportType($0) }
            + request.supportTypes.filter { decision($0) == false }.map { .pair(supportType: $0) }
            + places
            + Self.activities(themes, [request.theme], unanswered: .themesUnanswered) { .theme($0) }
        self.reach = reach
        cases = organization.caseThemes.map { $0.contains(request.theme) ? .told : .notTold } ?? .unknown
        // What it isn't known to do at all goes together with nothing.
        isPairInferred =
            themes.count > 1 && types.count > 1 && themes.contains(request.theme)
            && request.supportTypes.contains { types.contains($0) && decision($0) == nil }
        isRecoded =
            themes.recoded.contains(request.theme) || request.supportTypes.contains(where: types.recoded.contains)
        frequency = organization.frequency
        distance = organization.distance
        asksForSupport = !request.supportTypes.isEmpty
    }

    private static func activities(
        _ activities: MatchableOrganization.Activities, _ asked: [Int], unanswered: Lack, _ lack: (Int) -> Lack
    ) -> [Lack] {
        if asked.isEmpty { return [] }
        if activities.count == 0 { return [unanswered] }
        return asked.filter { !activities.contains($0) }.map(lack)
    }

    private static func areas(
        _ serviceArea: MatchableOrganization.ServiceArea, _ asked: [Int]
    ) -> (lacks: [Lack], reach: Reach?) {
        guard !asked.isEmpty else { return ([], nil) }
        switch serviceArea {
        case .unknown: return ([.areaUnanswered], nil)
        case .whole: return ([], .whole)
        case .wide: return ([], .wide)
        case .part(let areas):
            let missing = asked.filter { !areas.contains($0) }
            return (missing.map { .area($0) }, missing.isEmpty ? .named : nil)
        }
    }

    /// Whether it is known to do everything that was asked.
    public var isFull: Bool { lacks.isEmpty }

    /// Whether one thing alone is lacking, and it may be worth asking: it does the theme, or left open what it does while it
    /// gives the support that was asked for. Who is known not to do the theme is no one to turn to.
    public var isNear: Bool {
        guard lacks.count == 1, let lack = lacks.first else { return false }
        return switch lack {
        case .theme: false
        case .themesUnanswered: asksForSupport
        default: true
        }
    }
}
