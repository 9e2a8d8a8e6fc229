internal import Model

/// Members of the platform by what they do and where, to find those through which an organisation could be approached.
///
/// Members whose place is withheld are left out: their work is not to be talked of outside.
struct MemberContacts {
    private static let most = 3

    private let members: [OrganizationProfile]
    /// By member: its id, and in how many areas it works.
    private let ids: [String]
    private let areaCounts: [Int]
    /// Ids of themes that make cells, in the order of the questionnaire.
    private let themes: [String]
    private let areas: [String]
    private let membersByTheme: [String: [Int]]
    private let membersByArea: [String: [Int]]

    init(_ profiles: [OrganizationProfile], areas: [Area], taxonomy: Taxonomy) {
        themes = taxonomy.themes.filter { !$0.isResidual }.map(\.id)
        self.areas = areas.map(\.code)
        members = profiles.filter { $0.organization.isMember && !$0.organization.isLocationWithheld }
        ids = members.map(\.organization.id)
        areaCounts = members.map(\.organization.serviceArea.filledCodes.count)
        var (byTheme, byArea): ([String: [Int]], [String: [Int]]) = ([:], [:])
        for (index, member) in members.enumerated() {
            for theme in member.themes { byTheme[theme.id, default: []].append(index) }
            for code in member.organization.serviceArea.filledCodes { byArea[code, default: []].append(index) }
        }
        (membersByTheme, membersByArea) = (byTheme, byArea)
    }

    /// Those that share a theme and an area: first who shares most themes, then most areas, then by id. Where nobody shares
    /// both, those that share a theme; where nobody does, and the organisation works in a part of the city, those that work
    /// there, first who works in the fewest areas besides.
    func contacts(for profile: OrganizationProfile) -> [CallerNote.Contact] {
        let ownThemes = Set(profile.themes.map(\.id))
        let ownAreas = Set(profile.organization.serviceArea.filledCodes)
        let shared = Shared(
            themes: counts(themes.filter(ownThemes.contains), in: membersByTheme),
            areas: counts(areas.filter(ownAreas.contains), in: membersByArea))
        let others = ids.indices.filter { ids[$0] != profile.organization.id }
        var chosen = others.filter { shared.themes[$0] > 0 && shared.areas[$0] > 0 }
        if chosen.isEmpty { chosen = others.filter { shared.themes[$0] > 0 } }
        if chosen.isEmpty, ownAreas.count < areas.count { chosen = others.filter { shared.areas[$0] > 0 } }
        return first(of: chosen, shared).map { contact($0, ownThemes, ownAreas) }
    }

    /// The first few in order. There can be thousands of members and of organisations: sorting all of the one for each of
    /// the other would take longer than the rest of a report.
    private func first(of chosen: [Int], _ shared: Shared) -> [Int] {
        var first: [Int] = []
        for member in chosen where first.count < Self.most || precedes(member, first[first.count - 1], shared) {
            first.insert(member, at: first.firstIndex { precedes(member, $0, shared) } ?? first.count)
            if first.count > Self.most { first.removeLast() }
        }
        return first
    }

    /// How much each member has in common with an organisation.
    private struct Shared {
        let themes: [Int]
        let areas: [Int]
    }

    private func counts(_ keys: [String], in index: [String: [Int]]) -> [Int] {
        var counts = [Int](repeating: 0, count: members.count)
        for key in keys {
            for member in index[key] ?? [] { counts[member] += 1 }
        }
        return counts
    }

    private func precedes(_ a: Int, _ b: Int, _ shared: Shared) -> Bool {
        func key(_ member: Int) -> (Int, Int, Int) {
            (-shared.themes[member], -shared.areas[member], shared.themes[member] > 0 ? 0 : areaCounts[member])
        }
        return key(a) == key(b) ? ids[a] < ids[b] : key(a) < key(b)
    }

    private func contact(_ index: Int, _ ownThemes: Set<String>, _ ownAreas: Set<String>) -> CallerNote.Contact {
        let member = members[index]
        let organization = member.organization
        return CallerNote.Contact(
            organizationID: organization.id, name: organization.name,
            sharedThemes: member.themes.filter { themes.contains($0.id) && ownThemes.contains($0.id) }.map(\.label),
            sharedAreas: areas.filter(ownAreas.intersection(organization.serviceArea.filledCodes).contains),
            mayBeNamed: organization.mayBeNamedInPublic)
    }
}
