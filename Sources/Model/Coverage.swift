/// 空白の種類: who reaches a cell, as far as the survey knows.
public enum GapKind: String, Sendable, CaseIterable {
    /// Two or more members.
    case covered
    /// It hangs on one member.
    case thin
    /// No member, but a known organisation does it.
    case recruitable
    /// No member is known to, but a member left the question blank.
    case checkMember = "check_member"
    /// Nobody known; those who did not answer may well do it.
    case unknown
    /// Nobody known, and few can be expected among those who did not answer.
    case absent

    /// As planners read it.
    public var label: String {
        switch self {
        case .covered: "参加団体2以上（量は不明）"
        case .thin: "参加団体1"
        case .recruitable: "PF外に担い手あり"
        case .checkMember: "参加団体に要確認"
        case .unknown: "未把握"
        case .absent: "調査では担い手を確認できず"
        }
    }
}

/// A cell of the coverage: area × theme, area × support type, or all three.
public struct CellKey: Sendable, Hashable {
    public let areaCode: String
    public let themeID: String?
    public let supportTypeID: String?

    public init(areaCode: String, themeID: String?, supportTypeID: String?) {
        self.areaCode = areaCode
        self.themeID = themeID
        self.supportTypeID = supportTypeID
    }
}

/// How many organisations reach a cell, as far as the survey knows.
public struct CellCounts: Sendable, Hashable {
    public var members = 0
    /// All known organisations, members included.
    public var known = 0
    /// Of the members, those that tell of a case of the theme.
    public var membersWithCase = 0
    /// Of the known ones, those that tell of a case of the theme.
    public var knownWithCase = 0
    /// Of the members, those that were asked for cases and tell of none of the theme: weaker evidence. The rest were not
    /// asked.
    public var membersWithoutCase = 0
    public var knownWithoutCase = 0
    /// Members of the area whose answers leave open whether they do it.
    public var membersBlank = 0
    /// 広域: organisations that do it all over the country or online. They are counted apart and fill no area.
    public var wide = 0

    public init() {}

    public init(members: Int, known: Int, membersBlank: Int = 0) {
        self.members = members
        self.known = known
        self.membersBlank = membersBlank
    }
}

public struct CoverageCell: Sendable, Hashable {
    public let key: CellKey
    /// Weight of the cell; all cells of one kind add up to 1. `nil` where no need is stated.
    public let need: Double?
    public let counts: CellCounts
    /// How many of those who did not answer can be expected to reach it.
    public let expectedUnknown: Double
    /// In nine of ten cases it is that many.
    public let expectedInterval: ClosedRange<Int>
    /// That nobody among them does, 0…1.
    public let probabilityOfNobody: Double
    public let gap: GapKind
    /// Of a cell of theme and support type: whether its kind hangs on organisations that named several of both, so that it is
    /// an inference that they do the two together.
    public let isInferred: Bool
    /// The kind it would be if those who did not answer were half as likely to do it; `nil` where it is the same.
    public let gapIfLessInclined: GapKind?
    /// The kind it would be if only claims with a case counted; `nil` where it is the same.
    public let gapWithCasesOnly: GapKind?
    /// Between what other ways to weigh put the need; `nil` where none of them states one.
    public let needRange: ClosedRange<Double>?

    public var memberCount: Int { counts.members }
    /// All known organisations that reach it, members included.
    public var knownCount: Int { counts.known }

    public init(
        key: CellKey, need: Double?, counts: CellCounts, expectedUnknown: Double,
        expectedInterval: ClosedRange<Int>, probabilityOfNobody: Double, gap: GapKind, isInferred: Bool,
        gapIfLessInclined: GapKind? = nil, gapWithCasesOnly: GapKind? = nil,
        needRange: ClosedRange<Double>? = nil
    ) {
        self.key = key
        self.need = need
        self.counts = counts
        self.expectedUnknown = expectedUnknown
        self.expectedInterval = expectedInterval
        self.probabilityOfNobody = probabilityOfNobody
        self.gap = gap
        self.isInferred = isInferred
        self.gapIfLessInclined = gapIfLessInclined
        self.gapWithCasesOnly = gapWithCasesOnly
        self.needRange = needRange
    }
}

/// What the gaps of areas and themes come to under another assumption.
public struct GapSensitivity: Sendable, Hashable {
    /// The raw values stand in `sensitivity.csv`.
    public enum Assumption: String, Sendable, CaseIterable {
        /// As the wave states need, evidence and response.
        case stated
        /// Every theme weighs the same.
        case equalThemes = "equal_themes"
        /// No theme is set apart.
        case withoutPriority = "without_priority"
        /// Weighed by the cases that organisations had: who is already served.
        case caseMix = "case_mix"
        /// Those who did not answer are half as inclined to anything.
        case lessInclined = "less_inclined"
        /// Only claims with a case count.
        case casesOnly = "cases_only"
    }

    public struct Share: Sendable, Hashable {
        public let kind: GapKind
        public let cellCount: Int
        /// 0…1; `nil` without any need.
        public let needShare: Double?

        public init(kind: GapKind, cellCount: Int, needShare: Double?) {
            self.kind = kind
            self.cellCount = cellCount
            self.needShare = needShare
        }
    }

    public let assumption: Assumption
    /// In the order of the kinds.
    public let shares: [Share]

    public init(assumption: Assumption, shares: [Share]) {
        self.assumption = assumption
        self.shares = shares
    }
}

/// 聞き取り・督促候補: an organisation that did not answer, and what its answer may settle.
public struct FollowUp: Sendable, Hashable {
    public let organizationID: String
    /// Need of cells of area and theme that nobody is known to reach, each times the chance that this organisation does; all
    /// need is 1.
    public let settledNeed: Double
    /// The same of cells of area, theme and support type.
    public let settledPairNeed: Double
    /// As a share of all such need, 0…1; `nil` where there is none.
    public let shareOfUnknown: Double?
    public let shareOfUnknownPairs: Double?

    /// Those who did not answer and that one section knows.
    public struct Section: Sendable, Hashable {
        /// 把握課; empty where none is known.
        public let name: String
        public let count: Int
        /// Of the unknown need, what all their answers together can be expected to settle, 0…1; `nil` where there is none.
        public let shareOfUnknown: Double?
        public let shareOfUnknownPairs: Double?

        public init(name: String, count: Int, shareOfUnknown: Double?, shareOfUnknownPairs: Double?) {
            self.name = name
            self.count = count
            self.shareOfUnknown = shareOfUnknown
            self.shareOfUnknownPairs = shareOfUnknownPairs
        }
    }

    public init(
        organizationID: String, settledNeed: Double, settledPairNeed: Double, shareOfUnknown: Double?,
        shareOfUnknownPairs: Double?
    ) {
        self.organizationID = organizationID
        self.settledNeed = settledNeed
        self.settledPairNeed = settledPairNeed
        self.shareOfUnknown = shareOfUnknown
        self.shareOfUnknownPairs = shareOfUnknownPairs
    }
}
