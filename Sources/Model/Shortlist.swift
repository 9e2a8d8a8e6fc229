/// 声掛け候補: a pick of the shortlist.
public struct Candidate: Sendable, Hashable {
    /// From 1, in the order in which the picks add most.
    public let rank: Int
    public let organizationID: String
    /// Need that it adds to what the members and the picks before it reach.
    public let expectedGain: Double
    public let cumulativeGain: Double
    /// Cumulative gain as a share of all that members leave open, 0…1.
    public let shareOfGapClosed: Double
    /// That it joins, as the list reckoned, above 0 and at most 1.
    public let joiningChance: Double
    /// Cells that it is the first to fill.
    public let newCells: [CellKey]
    /// Cells that no other pick fills.
    public let onlyCells: [CellKey]
    /// What the list loses when it declines and nobody takes its place.
    public let loss: Double
    /// Ids of organisations off the list that would make up for nearly all of it; in no order.
    public let substitutes: [String]
    /// Ids of those that would make up for all of it: that this one was taken is a matter of their order.
    public let tiedWith: [String]

    public init(
        rank: Int, organizationID: String, expectedGain: Double, cumulativeGain: Double, shareOfGapClosed: Double,
        joiningChance: Double = 1, newCells: [CellKey], onlyCells: [CellKey] = [], loss: Double = 0,
        substitutes: [String] = [], tiedWith: [String] = []
    ) {
        self.rank = rank
        self.organizationID = organizationID
        self.expectedGain = expectedGain
        self.cumulativeGain = cumulativeGain
        self.shareOfGapClosed = shareOfGapClosed
        self.joiningChance = joiningChance
        self.newCells = newCells
        self.onlyCells = onlyCells
        self.loss = loss
        self.substitutes = substitutes
        self.tiedWith = tiedWith
    }
}

/// A combination of organisations to invite, with how far from the best possible it can be at most.
public struct Shortlist: Sendable, Hashable {
    public let candidates: [Candidate]
    public let objective: Double
    /// No combination of as many organisations is worth more.
    public let upperBound: Double
    public let method: String
    /// How many were asked for; there are fewer candidates when no other adds anything.
    public let size: Int
    /// Whether a limit on time struck.
    public let isCutByTime: Bool

    public init(
        candidates: [Candidate], objective: Double, upperBound: Double, method: String, size: Int,
        isCutByTime: Bool = false
    ) {
        self.candidates = candidates
        self.objective = objective
        self.upperBound = upperBound
        self.method = method
        self.size = size
        self.isCutByTime = isCutByTime
    }

    /// Per cent of the bound that is not proven reached.
    public var optimalityGapPercent: Double {
        upperBound > 0 ? max(0, (upperBound - objective) / upperBound * 100) : 0
    }
}

/// 重み付け: which gaps a list is to close first. The raw values stand in `wave.yaml` and in outputs.
public enum ShortlistPreset: String, Sendable, CaseIterable {
    /// Activities without a member first, then those that hang on one, then the areas.
    case balance
    /// The plain sum of the need of cells without a member.
    case gaps
    /// Cells that hang on one member count half.
    case thin
    /// The areas where the platform leaves most open come first.
    case fair
    /// Organisations of a part of the city fill a cell in full, those of all of it half.
    case local
    /// Weights of one's own.
    case own

    /// As planners know it.
    public var label: String {
        switch self {
        case .balance: "分野の偏りを減らす"
        case .gaps: "空白を減らす"
        case .thin: "手薄も補う"
        case .fair: "公平に"
        case .local: "地域密着"
        case .own: "独自の重み"
        }
    }

    /// By raw value or label.
    public init?(written text: String) {
        guard let preset = Self.allCases.first(where: { $0.rawValue == text || $0.label == text }) else { return nil }
        self = preset
    }
}

/// What the chance that an invited organisation joins rests on. It is one number for many, never one organisation's.
public struct JoiningChance: Sendable, Hashable {
    public enum Basis: Sendable, Hashable {
        /// Nothing is known: everybody is taken to join.
        case nothing
        /// `wave.yaml` says so.
        case stated(source: String)
        /// The ledger of invitations; those that still think about it are not counted.
        case ledger(undecided: Int)
    }

    /// A type of organisation with a chance of its own.
    public struct OfType: Sendable, Hashable {
        public let typeID: String
        public let label: String
        public let invited: Int
        public let joined: Int
        public let mean: Double

        public init(typeID: String, label: String, invited: Int, joined: Int, mean: Double) {
            self.typeID = typeID
            self.label = label
            self.invited = invited
            self.joined = joined
            self.mean = mean
        }
    }

    public let basis: Basis
    public let invited: Int
    public let joined: Int
    /// Above 0 and at most 1.
    public let mean: Double
    /// 95 % interval; `nil` where nothing is known.
    public let interval: ClosedRange<Double>?
    /// Only types with enough outcomes that differ from the rest by a stated amount.
    public let types: [OfType]

    public init(
        basis: Basis, invited: Int, joined: Int, mean: Double, interval: ClosedRange<Double>?, types: [OfType] = []
    ) {
        self.basis = basis
        self.invited = invited
        self.joined = joined
        self.mean = mean
        self.interval = interval
        self.types = types
    }

    public static let unknown = JoiningChance(basis: .nothing, invited: 0, joined: 0, mean: 1, interval: nil)
}

/// What a list reaches of one of its aims.
public struct ShortlistAim: Sendable, Hashable {
    /// How many activities it wants somebody for, how many get one, and the labels of the others.
    public struct Activities: Sendable, Hashable {
        public let reached: Int
        public let open: Int
        public let without: [String]

        public init(reached: Int, open: Int, without: [String]) {
            self.reached = reached
            self.open = open
            self.without = without
        }
    }

    /// In words, such as 参加団体のいない分野.
    public let name: String
    /// As JSON names it.
    public let key: String
    public let value: Double
    /// No list reaches more, given the best in the aims before.
    public let upperBound: Double
    /// All that is open.
    public let total: Double
    /// `nil` for an aim that isn't about activities as wholes.
    public let activities: Activities?

    public init(
        name: String, key: String, value: Double, upperBound: Double, total: Double, activities: Activities? = nil
    ) {
        self.name = name
        self.key = key
        self.value = value
        self.upperBound = upperBound
        self.total = total
        self.activities = activities
    }

    public var isProven: Bool { upperBound <= value }
}

/// What a list of another length is worth, as shares of what members leave open, 0…1.
public struct ShortlistCurvePoint: Sendable, Hashable {
    public let size: Int
    public let share: Double
    public let upperBound: Double

    public init(size: Int, share: Double, upperBound: Double) {
        self.size = size
        self.share = share
        self.upperBound = upperBound
    }
}

/// How many picks are of a kind, so that a list of one sort is seen for what it is.
public struct ShortlistMakeUp: Sendable, Hashable {
    public struct Part: Sendable, Hashable {
        public let name: String
        public let count: Int
        /// Of all that could have been picked.
        public let candidateCount: Int

        public init(name: String, count: Int, candidateCount: Int) {
            self.name = name
            self.count = count
            self.candidateCount = candidateCount
        }
    }

    public let organizationTypes: [Part]
    /// As the names show them.
    public let legalForms: [Part]
    public let areaRanges: [Part]
    /// Picks that work in the area; one may work in several.
    public let areas: [Part]

    public init(organizationTypes: [Part], legalForms: [Part], areaRanges: [Part], areas: [Part]) {
        self.organizationTypes = organizationTypes
        self.legalForms = legalForms
        self.areaRanges = areaRanges
        self.areas = areas
    }

    public static let empty = ShortlistMakeUp(organizationTypes: [], legalForms: [], areaRanges: [], areas: [])
}
