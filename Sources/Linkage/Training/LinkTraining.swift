internal import Glibc

/// Re-estimates the weights of the shipped model on lists that have enough organisations in common, by expectation and
/// maximisation (Dempster, Laird and Rubin, JRSS B 39, 1977; Winkler, "Using the EM Algorithm for Weight Computation in
/// the Fellegi-Sunter Model", 1988): pairs are weighed, each counts for one organisation by its probability and for two
/// by the rest, and of these counts come the weights for the next round. Comparisons are taken for independent, given
/// what the pair is.
///
/// Learned is what pairs of one name tell. That there are two organisations behind other names (a word more, a place before
/// it, another word) is learned from nothing: in one office all else agrees as well, so that the lists would say that those
/// are one.
/// These weights stay, and so do the caps of the scorer and the chances of names and contacts that no list has.
public struct LinkTraining: Sendable {
    public struct Result: Sendable {
        public let model: LinkModel
        /// Up to the one in which no weight moved by more than ``LinkTraining/tolerance``.
        public let rounds: Int
        public let isConverged: Bool
        /// Of how many pairs the lists hold one organisation twice, by the model: the sum of the probabilities.
        public let expectedPairs: Double
        /// Pairs that were compared.
        public let candidateCount: Int
    }

    /// In bits.
    public static let tolerance = 0.01
    /// Below so many expected pairs, what is learned is little more than the shipped weights and chance.
    public static let enoughPairs = 2000.0
    /// Below so many, no weight has learned anything: each began with as many pairs.
    public static var fewestPairs: Double { WeightEstimate.pretendedPairs }

    private let lexicon: NameLexicon
    private let mostRounds: Int

    public init(lexicon: NameLexicon, mostRounds: Int = 100) {
        self.lexicon = lexicon
        self.mostRounds = mostRounds
    }

    /// - Parameter b: `nil` for one list that has organisations twice.
    public func train(_ a: [LinkEntry], _ b: [LinkEntry]?) -> Result {
        let search = ListSearch(a, b, lexicon: lexicon)
        let (groups, candidateCount) = pairs(of: search)
        var model = LinkModel.shipped
        var counts = count(groups, search, model)
        var rounds = 0
        var isConverged = false
        while rounds < mostRounds, !isConverged {
            rounds += 1
            let next = WeightEstimate(counts).model
            isConverged = next.largestDifference(from: model) <= Self.tolerance
            model = next
            counts = count(groups, search, model)
        }
        return Result(
            model: model.rounded(), rounds: rounds, isConverged: isConverged, expectedPairs: counts.matched,
            candidateCount: candidateCount)
    }

    /// A record and those that it may be one organisation with.
    private struct Group {
        let record: Int32
        let others: [Int32]
    }

    /// No change of weights makes a pair of other names below this, in bits, one that counts.
    private static let hopeless = -20.0

    private func pairs(of search: ListSearch) -> (groups: [Group], candidateCount: Int) {
        let scorer = search.scorer(lexicon, .shipped)
        var groups: [Group] = []
        var candidateCount = 0
        search.visit { record, candidates in
            candidateCount += candidates.count
            let others = candidates.filter { other in
                guard let outcome = scorer.weigh(Int(other), record) else { return false }
                return outcome.name.isOneName || outcome.bits.total > Self.hopeless
            }
            if !others.isEmpty { groups.append(Group(record: Int32(record), others: others)) }
        }
        return (groups, candidateCount)
    }

    private func count(_ groups: [Group], _ search: ListSearch, _ model: LinkModel) -> PatternCounts {
        let scorer = search.scorer(lexicon, model)
        // Each of one list is compared with earlier ones: on average, with half of them.
        var counts = PatternCounts(
            records: search.records.count, comparisons: Double(search.records.count) * (search.isOneList ? 0.5 : 1),
            isOneList: search.isOneList)
        let rarity = log2(Double(max(search.known.count, 2)))
        for group in groups {
            let outcomes = group.others.compactMap { scorer.weigh(Int($0), Int(group.record)) }
            let probabilities = Partners.probabilities(outcomes.map(\.bits.total))
            for (outcome, probability) in zip(outcomes, probabilities) {
                counts.add(
                    outcome, probability: probability,
                    nameRarity: exp2(outcome.bits.name - (model.name[outcome.name] ?? 0) - rarity))
            }
        }
        return counts
    }
}
