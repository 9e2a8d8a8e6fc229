/// A cell of area × theme or area × support type that is another one than in the wave before.
public struct GapChange: Sendable, Hashable {
    /// The raw values stand in `changes.csv`. A gap is a cell without a member.
    public enum Kind: String, Sendable, CaseIterable {
        /// A gap that a member reaches now.
        case closed
        /// A member reached it, and none does now.
        case opened
        /// Another kind, and neither closed nor opened.
        case moved
        /// The same kind of gap with another figure of need.
        case need = "need_changed"
        /// Not asked any more: there is no cell now, and nothing is compared.
        case notAsked = "not_asked"
        /// Not asked before.
        case askedAnew = "asked_anew"
    }

    /// Why, as far as it can be computed from who reached the cell then and now. The raw values stand in `changes.csv`.
    public enum Cause: String, Sendable, CaseIterable {
        /// Reaches it, and became a member.
        case memberJoined = "member_joined"
        /// Reached it as a member, and is none any more.
        case memberLeft = "member_left"
        /// Was a member and is one, and says otherwise what it does or where.
        case memberAnswerChanged = "member_answer_changed"
        /// A member that had left open what it does has said so, and does not name this.
        case memberAnswered = "member_answered"
        /// Nothing was known of what it does; now it is.
        case newlyKnown = "newly_known"
        /// Named what it does, and has not this time. It may do it still.
        case notAnsweredNow = "not_answered_now"
        /// Is not in the list any more. It may do it still.
        case leftList = "left_list"
        /// Is no member, and says otherwise what it does or where.
        case answerChanged = "answer_changed"
        /// The figure of the need is another one.
        case needChanged = "need_changed"
        /// The choice is worded otherwise, or was merged or split.
        case relabelled
        case notAsked = "not_asked"
        case askedAnew = "asked_anew"
        /// Nobody is known, then and now: only what may be expected of those who did not answer is different.
        case expectation
        /// The same organisations: cases that they tell of, or the settings by which they count, are different.
        case evidence

        /// Whether an organisation said something else than before.
        public var isOtherAnswer: Bool { self == .memberAnswerChanged || self == .answerChanged }
    }

    /// What of an answer is different.
    public enum Aspect: String, Sendable, CaseIterable {
        case activity, area
    }

    public struct Reason: Sendable, Hashable {
        public let cause: Cause
        /// `nil` for causes that are no organisation's.
        public let organizationID: String?
        public let name: String
        /// Of another answer.
        public let aspect: Aspect?
        /// Whether somebody was added; of causes that are an organisation's.
        public let isGain: Bool

        public init(
            _ cause: Cause, organizationID: String? = nil, name: String = "", aspect: Aspect? = nil,
            isGain: Bool = false
        ) {
            self.cause = cause
            self.organizationID = organizationID
            self.name = name
            self.aspect = aspect
            self.isGain = isGain
        }
    }

    /// A figure of the need with its unit; `nil` where there is none.
    public struct Figure: Sendable, Hashable {
        public let value: Double?
        public let unit: String

        public init(value: Double?, unit: String) {
            self.value = value
            self.unit = unit
        }
    }

    public let kind: Kind
    public let key: CellKey
    /// Labels as this wave has them; else those of the one before. Empty where the cell has none.
    public let area: String
    public let theme: String
    public let supportType: String
    /// `nil` where there was, or is, no cell.
    public let earlier: GapKind?
    public let later: GapKind?
    /// Not empty.
    public let reasons: [Reason]
    /// The figures of need of then and now, where they are different.
    public let earlierFigure: Figure?
    public let laterFigure: Figure?

    public init(
        kind: Kind, key: CellKey, area: String, theme: String, supportType: String, earlier: GapKind?, later: GapKind?,
        reasons: [Reason], earlierFigure: Figure? = nil, laterFigure: Figure? = nil
    ) {
        self.kind = kind
        self.key = key
        self.area = area
        self.theme = theme
        self.supportType = supportType
        self.earlier = earlier
        self.later = later
        self.reasons = reasons
        self.earlierFigure = earlierFigure
        self.laterFigure = laterFigure
    }
}

/// The cells of two waves, side by side.
public struct GapComparison: Sendable {
    /// How many cells of a sort were compared, and how many of them no member reached.
    public struct Count: Sendable, Hashable {
        public let compared: Int
        public let open: WaveChanges.Pair

        public init(compared: Int, open: WaveChanges.Pair) {
            self.compared = compared
            self.open = open
        }
    }

    public let themes: Count
    public let supportTypes: Count
    /// In the order of the cells.
    public let changes: [GapChange]
    /// Names of the areas that are in one of the waves alone.
    public let areasNotCompared: WaveChanges.Names

    public init(themes: Count, supportTypes: Count, changes: [GapChange], areasNotCompared: WaveChanges.Names) {
        self.themes = themes
        self.supportTypes = supportTypes
        self.changes = changes
        self.areasNotCompared = areasNotCompared
    }
}

extension WaveChanges {
    /// Names of things that one of the waves has alone.
    public struct Names: Sendable, Hashable {
        public let earlier: [String]
        public let later: [String]

        public init(earlier: [String], later: [String]) {
            self.earlier = earlier
            self.later = later
        }
    }
}

extension GapKind {
    /// Whether a member reaches the cell.
    public var hasMember: Bool { self == .covered || self == .thin }
}
