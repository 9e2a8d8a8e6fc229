public import Model

/// Why cells changed their kind: who reached them then and does not now, or the other way round.
///
/// A kind hangs on the members that reach a cell; without one, on the others that do; without those, on the members that
/// left the question open; and without these on what may be expected of those who did not answer. Only the first of these
/// levels that either wave stands on can have changed the kind, and only in the direction of the change.
public struct GapAttribution: Sendable {
    /// An organisation in one wave, as far as cells of one sort are concerned. Areas and activities are indices.
    public struct Presence: Sendable, Hashable {
        public let isMember: Bool
        /// Whether it is in the list of those asked.
        public let isListed: Bool
        /// Areas that it fills, each once.
        public let areas: [Int]
        /// Activities that it names, each once.
        public let activities: [Int]
        /// Whether it named any, also one that makes no cell.
        public let namesAny: Bool

        public init(isMember: Bool, isListed: Bool, areas: [Int], activities: [Int], namesAny: Bool) {
            self.isMember = isMember
            self.isListed = isListed
            self.areas = areas
            self.activities = activities
            self.namesAny = namesAny
        }
    }

    public struct Cell: Sendable, Hashable {
        public let area: Int
        public let activity: Int
        public let earlier: GapKind
        public let later: GapKind

        public init(area: Int, activity: Int, earlier: GapKind, later: GapKind) {
            self.area = area
            self.activity = activity
            self.earlier = earlier
            self.later = later
        }
    }

    public struct Reason: Sendable, Hashable {
        public let cause: GapChange.Cause
        /// Index of the organisation; `nil` for causes that are none's.
        public let organization: Int?
        public let aspect: GapChange.Aspect?
        public let isGain: Bool

        init(
            _ cause: GapChange.Cause, organization: Int? = nil, aspect: GapChange.Aspect? = nil, isGain: Bool = false
        ) {
            self.cause = cause
            self.organization = organization
            self.aspect = aspect
            self.isGain = isGain
        }
    }

    private let earlier: [Presence?]
    private let later: [Presence?]
    private let areaCount: Int
    private let isRelabelled: [Bool]

    /// - Parameters:
    ///   - earlier: in the wave before, `nil` where it has no row of the organisation; activities as this wave calls them.
    ///   - later: the same organisations in this wave.
    ///   - isRelabelled: by activity, whether its choice is worded otherwise, or was merged or split.
    public init(earlier: [Presence?], later: [Presence?], areaCount: Int, isRelabelled: [Bool]) {
        precondition(earlier.count == later.count)
        self.earlier = earlier
        self.later = later
        self.areaCount = areaCount
        self.isRelabelled = isRelabelled
    }

    /// - Parameter cells: each once.
    /// - Returns: for each cell, nothing where the kind is the same and at least one reason elsewhere; organisations in
    ///   their order.
    public func reasons(for cells: [Cell]) -> [[Reason]] {
        let before = Reached(cells, earlier, areaCount: areaCount, activityCount: isRelabelled.count)
        let now = Reached(cells, later, areaCount: areaCount, activityCount: isRelabelled.count)
        return cells.indices.map { index in
            let cell = cells[index]
            guard cell.earlier != cell.later else { return [] }
            let level = min(Level(cell.earlier), Level(cell.later))
            guard level != .nobody else { return [Reason(.expectation)] }
            let isGain = cell.later.order < cell.earlier.order
            let (then, after) = (before.organizations(index, level), now.organizations(index, level))
            let those = isGain ? Self.difference(after, then) : Self.difference(then, after)
            let reasons = those.map { reason($0, cell, level, isGain: isGain) }
            if isRelabelled[cell.activity],
                reasons.isEmpty || reasons.contains(where: { $0.cause.isOtherAnswer && $0.aspect == .activity })
            {
                return reasons + [Reason(.relabelled)]
            }
            return reasons.isEmpty ? [Reason(.evidence)] : reasons
        }
    }

    /// Of two ascending lists, what is in the first alone.
    private static func difference(_ list: [Int], _ other: [Int]) -> [Int] {
        let others = Set(other)
        return list.filter { !others.contains($0) }
    }

    // MARK: One organisation

    private func reason(_ organization: Int, _ cell: Cell, _ level: Level, isGain: Bool) -> Reason {
        let (before, now) = (earlier[organization], later[organization])
        let cause =
            switch level {
            case .members: isGain ? Self.memberGained(before) : Self.memberLost(now)
            case .known: isGain ? Self.knownGained(before) : Self.knownLost(before, now)
            default: isGain ? Self.blankGained(before) : Self.blankLost(now)
            }
        let aspect = cause.isOtherAnswer ? Self.aspect(of: cell, in: isGain ? before : now) : nil
        return Reason(cause, organization: organization, aspect: aspect, isGain: isGain)
    }

    private static func memberGained(_ before: Presence?) -> GapChange.Cause {
        guard let before, before.isMember else { return .memberJoined }
        return before.namesAny ? .memberAnswerChanged : .newlyKnown
    }

    private static func memberLost(_ now: Presence?) -> GapChange.Cause {
        guard let now, now.isMember else { return .memberLeft }
        return now.namesAny ? .memberAnswerChanged : .notAnsweredNow
    }

    private static func knownGained(_ before: Presence?) -> GapChange.Cause {
        before?.namesAny == true ? .answerChanged : .newlyKnown
    }

    private static func knownLost(_ before: Presence?, _ now: Presence?) -> GapChange.Cause {
        if before?.isListed == true, now?.isListed != true { return .leftList }
        return now?.namesAny == true ? .answerChanged : .notAnsweredNow
    }

    private static func blankGained(_ before: Presence?) -> GapChange.Cause {
        guard let before, before.isMember else { return .memberJoined }
        return before.namesAny ? .notAnsweredNow : .memberAnswerChanged
    }

    private static func blankLost(_ now: Presence?) -> GapChange.Cause {
        guard let now, now.isMember else { return .memberLeft }
        return now.namesAny ? .memberAnswered : .memberAnswerChanged
    }

    /// What kept the organisation from the cell in the wave in which it did not reach it.
    private static func aspect(of cell: Cell, in other: Presence?) -> GapChange.Aspect {
        guard let other else { return .activity }
        return other.namesAny && !other.activities.contains(cell.activity) ? .activity : .area
    }

    // MARK: Who reaches what

    /// What a kind hangs on, the strongest first.
    private enum Level: Int, Comparable {
        case members, known, blank, nobody

        init(_ kind: GapKind) {
            switch kind {
            case .covered, .thin: self = .members
            case .recruitable: self = .known
            case .checkMember: self = .blank
            case .unknown, .absent: self = .nobody
            }
        }

        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    /// Who reaches the cells that changed, in one wave.
    private struct Reached {
        /// By cell.
        private var known: [[Int]]
        private var members: [[Int]]
        private var blank: [[Int]]

        init(_ cells: [Cell], _ presences: [Presence?], areaCount: Int, activityCount: Int) {
            known = Array(repeating: [], count: cells.count)
            members = known
            blank = known
            var places = [Int](repeating: -1, count: areaCount * activityCount)
            var cellsOfArea = [[Int]](repeating: [], count: areaCount)
            for (index, cell) in cells.enumerated() where cell.earlier != cell.later {
                places[cell.area * activityCount + cell.activity] = index
                cellsOfArea[cell.area].append(index)
            }
            for (organization, presence) in presences.enumerated() {
                guard let presence else { continue }
                for area in presence.areas where !cellsOfArea[area].isEmpty {
                    for activity in presence.activities {
                        let place = places[area * activityCount + activity]
                        guard place >= 0 else { continue }
                        known[place].append(organization)
                        if presence.isMember { members[place].append(organization) }
                    }
                    guard presence.isMember, !presence.namesAny else { continue }
                    for place in cellsOfArea[area] { blank[place].append(organization) }
                }
            }
        }

        func organizations(_ cell: Int, _ level: Level) -> [Int] {
            switch level {
            case .members: members[cell]
            case .known: known[cell]
            case .blank: blank[cell]
            case .nobody: []
            }
        }
    }
}

extension GapKind {
    /// The better reached, the smaller.
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
