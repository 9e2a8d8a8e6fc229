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
    }

    /// Best first; of equal ones the one that stands first in the table of codes.
    public let codes: [Code]
    public let outcome: Outcome

    /// Ids to be set without review.
    public var assigned: [String] { codes.filter { $0.standing == .assigned }.map(\.id) }

    /// At most two, for a person to choose from, where nothing is assigned.
    public var guesses: [Code] {
        guard outcome == .review else { return [] }
        return Array(codes.filter { $0.standing == .review }.prefix(2))
    }

    static func none(_ reason: NoCode, codes: [Code] = []) -> Coding {
        Coding(codes: codes, outcome: .none(reason))
    }

    /// With nothing assigned: what was sure is a guess, its score at most `ceiling`.
    func asGuess(ceiling: Double) -> Coding {
        guard outcome == .assigned else { return self }
        let codes = codes.map { code in
            code.standing == .assigned
                ? Code(
                    id: code.id, score: min(code.score, ceiling), standing: .review, evidence: code.evidence)
                : code
        }
        return Coding(codes: codes, outcome: .review)
    }
}
