/// Organisations that together do all the themes that were asked for: a set cover, the fewest first. Of those that are as
/// few, the one with the most members, then with the nearer service areas, the better evidence, the higher frequency, the
/// shorter distance. For each theme the organisation with the best evidence counts.
///
/// It is exact: a dynamic programme over the subsets of the themes, 3^n steps for n of them.
public struct MatchTeam: Sendable, Hashable {
    /// More would take too long.
    public static let mostThemes = 12

    public struct Pick: Sendable, Hashable {
        /// Index of the organisation.
        public let organization: Int
        /// All themes that it does, by their places in the request.
        public let themes: [Int]
        /// Organisations that could stand in its place without a loss, ascending.
        public let standIns: [Int]
    }

    /// By the first theme that each was taken for.
    public let picks: [Pick]
    /// Places of themes that no organisation does, with everything else that was asked.
    public let uncovered: [Int]
    /// Whether another team is as good in every respect; the one that is given is the same every time.
    public let hasEquals: Bool

    /// - Parameter criteria: of each organisation, for each theme.
    /// - Precondition: at most ``mostThemes`` themes.
    public init(_ criteria: [[MatchCriteria]]) {
        let candidates = criteria.indices.compactMap { Candidate($0, criteria[$0]) }
        let cover = candidates.reduce(0) { $0 | $1.themes }
        let count = criteria.first?.count ?? 0
        precondition(count <= Self.mostThemes)
        uncovered = (0..<count).filter { cover >> $0 & 1 == 0 }
        guard let best = Cover(candidates, of: cover) else {
            (picks, hasEquals) = ([], false)
            return
        }
        let team = best.candidates
        picks = team.map { pick in
            let others = team.filter { $0.index != pick.index }
            let standIns = candidates.filter { candidate in
                !team.contains { $0.index == candidate.index }
                    && Self.key(others + [candidate], of: cover) == best.key
            }
            return Pick(
                organization: pick.index, themes: (0..<count).filter { pick.themes >> $0 & 1 == 1 },
                standIns: standIns.map(\.index))
        }
        // Another team as small lacks one of these.
        hasEquals = team.contains { pick in
            Cover(candidates.filter { $0.index != pick.index }, of: cover)?.key == best.key
        }
    }

    /// - Returns: `nil` where they don't do all of the themes.
    private static func key(_ team: [Candidate], of cover: Int) -> MatchKey? {
        var key = team.map(\.standing).reduce(Candidate.nothing, +)
        for theme in 0..<Int.bitWidth where cover >> theme & 1 == 1 {
            guard let evidence = team.filter({ $0.themes >> theme & 1 == 1 }).map({ $0.evidence[theme] }).min() else {
                return nil
            }
            key = key + evidence
        }
        return key
    }
}

/// An organisation that does one of the themes at least.
private struct Candidate {
    let index: Int
    /// A bit for each theme.
    let themes: Int
    /// One organisation more, then what it is.
    let standing: MatchKey
    /// By theme.
    let evidence: [MatchKey]

    static let nothing = MatchKey(Array(repeating: 0, count: 9))

    init?(_ index: Int, _ criteria: [MatchCriteria]) {
        self.index = index
        themes = criteria.enumerated().reduce(0) { $1.element.isFull ? $0 | 1 << $1.offset : $0 }
        guard let first = criteria.first, themes > 0 else { return nil }
        // What an organisation is doesn't hang on the theme, and its service area only where something is lacking.
        let standing = criteria.first(where: \.isFull)?.standing ?? first.standing
        self.standing = MatchKey([1] + standing.numbers)
        evidence = criteria.map { MatchKey([0] + $0.evidence.numbers) }
    }
}

/// The best way to cover a set of themes.
private struct Cover {
    /// By the first theme that each is taken for.
    let candidates: [Candidate]
    let key: MatchKey

    /// - Returns: `nil` where the candidates don't do all of the themes, or there are none.
    init?(_ candidates: [Candidate], of cover: Int) {
        guard cover > 0 else { return nil }
        let alone = Self.best(candidates)
        // Best keys of subsets, and the part that holds their lowest theme, which one candidate is taken for.
        var keys = [MatchKey?](repeating: nil, count: cover + 1)
        var parts = [Int](repeating: 0, count: cover + 1)
        keys[0] = Candidate.nothing
        for set in 1...cover where set & cover == set {
            let lowest = set & -set
            var part = set
            while part > 0 {
                if part & lowest > 0, let own = alone[part], let rest = keys[set ^ part] {
                    let key = own.key + rest
                    if keys[set].map({ key < $0 }) ?? true { (keys[set], parts[set]) = (key, part) }
                }
                part = (part - 1) & set
            }
        }
        guard let key = keys[cover] else { return nil }
        self.key = key
        var chosen: [Candidate] = []
        var rest = cover
        while rest > 0 {
            if let candidate = alone[parts[rest]]?.candidate { chosen.append(candidates[candidate]) }
            rest ^= parts[rest]
        }
        self.candidates = chosen
    }

    /// For each set of themes the candidate that does all of them best: the first of those that are equal.
    private static func best(_ candidates: [Candidate]) -> [Int: (key: MatchKey, candidate: Int)] {
        var best: [Int: (key: MatchKey, candidate: Int)] = [:]
        for (place, candidate) in candidates.enumerated() {
            var part = candidate.themes
            while part > 0 {
                let key = (0..<candidate.evidence.count).reduce(candidate.standing) {
                    part >> $1 & 1 == 1 ? $0 + candidate.evidence[$1] : $0
                }
                if best[part].map({ key < $0.key }) ?? true { best[part] = (key, place) }
                part = (part - 1) & candidate.themes
            }
        }
        return best
    }
}
