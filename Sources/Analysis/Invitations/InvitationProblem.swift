/// Whom to invite: what the members leave open, and who could fill it.
///
/// Cells are areas × activities (themes, support types, or pairs of both). Beside them every activity has a cell of its own,
/// for aims that ask whether it has anybody in the platform at all; that one is filled for sure by whoever does it anywhere.
public struct InvitationProblem: Sendable {
    public struct Cell: Sendable, Hashable {
        public let area: Int
        public let activity: Int
        /// At least 0; 0 where there is no figure.
        public let need: Double
        /// Members known to reach it.
        public let members: Int
        /// Members that may reach it, but left the question blank.
        public let membersBlank: Int

        public init(area: Int, activity: Int, need: Double, members: Int, membersBlank: Int = 0) {
            self.area = area
            self.activity = activity
            self.need = need
            self.members = members
            self.membersBlank = membersBlank
        }
    }

    /// That a candidate reaches a cell.
    public struct Claim: Sendable, Hashable {
        public let cell: Int
        /// q_jc, how far it fills the cell, above 0 and at most 1.
        public let quality: Double
        /// Whether it rests on a text that was coded, and not on what somebody ticked.
        public let isRecoded: Bool

        public init(cell: Int, quality: Double = 1, isRecoded: Bool = false) {
            self.cell = cell
            self.quality = quality
            self.isRecoded = isRecoded
        }
    }

    public struct Candidate: Sendable {
        /// Each cell once.
        public let claims: [Claim]
        /// p_j, the chance that it joins, above 0 and at most 1.
        public let chance: Double

        public init(claims: [Claim], chance: Double = 1) {
            self.claims = claims
            self.chance = chance
        }
    }

    public let cells: [Cell]
    public let candidates: [Candidate]
    public let areaCount: Int
    /// How many members do each activity anywhere in the report.
    public let membersOfActivity: [Int]
    /// The cells, then one for each activity; the weights are those of the open cells.
    public let cover: CoverProblem

    public var activityCount: Int { membersOfActivity.count }

    public init(cells: [Cell], candidates: [Candidate], areaCount: Int, membersOfActivity: [Int]) {
        self.cells = cells
        self.candidates = candidates
        self.areaCount = areaCount
        self.membersOfActivity = membersOfActivity
        var pairs: [CoverProblem.Pair] = []
        for (index, candidate) in candidates.enumerated() {
            var activities: Set<Int> = []
            for claim in candidate.claims {
                pairs.append(
                    CoverProblem.Pair(
                        candidate: index, cell: claim.cell, probability: claim.quality * candidate.chance))
                activities.insert(cells[claim.cell].activity)
            }
            for activity in activities.sorted() {
                pairs.append(CoverProblem.Pair(candidate: index, cell: cells.count + activity, probability: 1))
            }
        }
        let weights = cells.map { $0.members == 0 ? $0.need : 0 } + membersOfActivity.map { _ in 0 }
        cover = CoverProblem(weights: weights, candidateCount: candidates.count, pairs: pairs)
    }

    /// The same candidates with other needs and members.
    func with(cells: [Cell], membersOfActivity: [Int]) -> InvitationProblem {
        InvitationProblem(
            cells: cells, candidates: candidates, areaCount: areaCount, membersOfActivity: membersOfActivity,
            cover: cover)
    }

    /// - Parameter cover: of which only the weights may not be those of the cells.
    private init(
        cells: [Cell], candidates: [Candidate], areaCount: Int, membersOfActivity: [Int], cover: CoverProblem
    ) {
        self.cells = cells
        self.candidates = candidates
        self.areaCount = areaCount
        self.membersOfActivity = membersOfActivity
        self.cover = cover
    }

    /// The same with other chances of joining: p_j becomes what `change` makes of it.
    public func withChances(_ change: (Double) -> Double) -> InvitationProblem {
        InvitationProblem(
            cells: cells, candidates: candidates.map { Candidate(claims: $0.claims, chance: change($0.chance)) },
            areaCount: areaCount, membersOfActivity: membersOfActivity)
    }

    /// Whether a cell of ``cover`` is that of an activity.
    public func activity(ofCoverCell cell: Int) -> Int? { cell < cells.count ? nil : cell - cells.count }
}

/// What a list of invitations is to achieve.
public enum InvitationAim: Sendable, Hashable {
    /// Activities that no member does get somebody, each by its need.
    case activitiesWithoutMember
    /// Activities that hang on one member get another.
    case activitiesWithOneMember
    /// Cells without a member are filled in the areas where the members leave most of the need open.
    case mostOpenAreas
    /// The same in all areas where they leave more open than in the whole.
    case areasAboveAverage
    /// Cells without a member are filled, and with this weight, 0…1, those that hang on one.
    case cells(thin: Double)
}

extension InvitationProblem {
    /// Of the cells of ``cover``.
    public func weights(for aim: InvitationAim) -> [Double] {
        switch aim {
        case .activitiesWithoutMember: activityWeights { $0 == 0 }
        case .activitiesWithOneMember: activityWeights { $0 == 1 }
        case .mostOpenAreas:
            cellWeights { [shares = openShares, most = openShares.max() ?? 0] in
                $0.members == 0 && shares[$0.area] >= most - 1e-9 ? 1 : 0
            }
        case .areasAboveAverage:
            cellWeights { [shares = openShares, whole = openShare] in
                $0.members == 0 && shares[$0.area] > whole ? 1 : 0
            }
        case .cells(let thin): cellWeights { $0.members == 0 ? 1 : $0.members == 1 ? thin : 0 }
        }
    }

    private func cellWeights(_ open: (Cell) -> Double) -> [Double] {
        cells.map { $0.need * open($0) } + membersOfActivity.map { _ in 0 }
    }

    /// In whole numbers, 100 for the largest need of an activity, so that an aim before others has steps.
    private func activityWeights(_ isOpen: (Int) -> Bool) -> [Double] {
        var needs = [Double](repeating: 0, count: activityCount)
        for cell in cells { needs[cell.activity] += cell.need }
        let largest = needs.max() ?? 0
        return cells.map { _ in 0 }
            + needs.indices.map { activity in
                guard needs[activity] > 0, isOpen(membersOfActivity[activity]) else { return 0 }
                return max(1, (needs[activity] / largest * 100).rounded())
            }
    }

    /// By area: the share of the need that no member reaches, 0…1.
    public var openShares: [Double] {
        var all = [Double](repeating: 0, count: areaCount)
        var open = all
        for cell in cells {
            all[cell.area] += cell.need
            if cell.members == 0 { open[cell.area] += cell.need }
        }
        return zip(open, all).map { $1 > 0 ? $0 / $1 : 0 }
    }

    private var openShare: Double {
        let all = cells.reduce(0) { $0 + $1.need }
        return all > 0 ? cells.reduce(0) { $0 + ($1.members == 0 ? $1.need : 0) } / all : 0
    }
}
