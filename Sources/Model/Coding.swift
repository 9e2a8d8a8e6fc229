/// What a free text was found to be about.
public struct Coding: Sendable, Hashable {
    /// By which kind of knowledge a phrase speaks for a code.
    public enum Rule: String, Sendable, Hashable, CaseIterable {
        /// A person decided it for this wording.
        case learned
        /// Another word for the code.
        case exact
        /// Something that the code covers.
        case narrower
        /// A word that can mean the code among other things.
        case hint
        /// A phrase with one slip of the keyboard.
        case slip
        /// Letters in common with a phrase, no more.
        case similar
    }

    /// Words of the text that speak for a code.
    public struct Evidence: Sendable, Hashable {
        /// As the text writes them.
        public let words: String
        /// Where they stand, in Unicode scalars of the text.
        public let place: Range<Int>
        /// The phrase of the table that they were taken for.
        public let phrase: String
        public let rule: Rule
        /// 0…1.
        public let score: Double

        public init(words: String, place: Range<Int>, phrase: String, rule: Rule, score: Double) {
            self.words = words
            self.place = place
            self.phrase = phrase
            self.rule = rule
            self.score = score
        }
    }

    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// Sure enough to stand without review.
        case assigned
        /// For a person to decide.
        case review
        /// Said, but only to narrow down what another code says better: 子ども in 子どものいじめ相談.
        case yielded
        /// Said and ruled out: 外国人を除く.
        case ruledOut = "ruled_out"
    }

    public struct Code: Sendable, Hashable {
        /// The id of the theme or support type.
        public let id: String
        /// The best of its evidence, 0…1.
        public let score: Double
        public let standing: Standing
        /// In the order of the text.
        public let evidence: [Evidence]

        public init(id: String, score: Double, standing: Standing, evidence: [Evidence]) {
            self.id = id
            self.score = score
            self.standing = standing
            self.evidence = evidence
        }
    }

    /// Why a text has no code.
    public enum NoCode: String, Sendable, Hashable, CaseIterable {
        case empty
        /// 特になし, 検討中.
        case nothingStated = "nothing_stated"
        /// What it says is known and is none of the codes: 観光案内.
        case outside
        /// All that it names is ruled out: 高齢者以外.
        case ruledOut = "ruled_out"
        /// None of its words is known.
        case unknownWords = "unknown_words"
        /// A person decided that it has none.
        case decided
    }

    public enum Outcome: Sendable, Hashable {
        case assigned
        case review
        case none(NoCode)

        /// As tables write it: `assigned`, `review`, `none:outside`.
        public var name: String {
            switch self {
            case .assigned: "assigned"
            case .review: "review"
            case .none(let reason): "none:\(reason.rawValue)"
            }
        }
    }

    /// Best first; of equal ones the one that stands first in the table of codes.
    public let codes: [Code]
    public let outcome: Outcome

    public init(codes: [Code], outcome: Outcome) {
        self.codes = codes
        self.outcome = outcome
    }

    /// Ids to be set without review.
    public var assigned: [String] { codes.filter { $0.standing == .assigned }.map(\.id) }

    /// At most two, for a person to choose from, where nothing is assigned.
    public var guesses: [Code] {
        guard outcome == .review else { return [] }
        return Array(codes.filter { $0.standing == .review }.prefix(2))
    }
}
