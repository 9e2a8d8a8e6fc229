internal import Glibc
internal import Model

/// Looks for the organisation that records of a list speak of, among those that are known.
struct PartnerSearch {
    let table: RecordTable
    let scorer: PairScorer
    let index: CandidateIndex

    /// One organisation that a group of records may be, by the pair that speaks for it most.
    struct Option {
        /// Of the organisation.
        let a: Int
        /// Of the group.
        let b: Int
        let outcome: PairScorer.Outcome
        /// With what the list as a whole adds.
        var bits: LinkBits
        /// 0…1; those of a choice and that there is no partner make 1.
        var probability = 0.0

        /// Whether the names may be two of one organisation. Where they say otherwise a person decides, however much else
        /// the two share: bodies in one office share all of it.
        var mayBeOne: Bool { outcome.name.isOneName || outcome.name == .extended || outcome.name == .similar }

        /// Whether they share enough to be known again without each other's partner: a contact, or the very name.
        var isRecognizable: Bool {
            mayBeOne && (outcome.contact.isShared || outcome.name == .same || outcome.name == .spelling)
        }

        /// What the link rests on: the name, where it would do without the contact.
        var decider: RecordLink.Decider {
            let others = exp2(bits.total - max(0, bits.contact))
            return others / (1 + others) >= Resolver.linkedFrom ? .name : .contact
        }
    }

    /// What a group of records may be, the most probable first.
    struct Choice {
        let group: [Int]
        let options: [Option]

        init(group: [Int], options: [Option]) {
            self.group = group
            self.options = zip(options, Partners.probabilities(options.map(\.bits.total))).map { option, probability in
                var option = option
                option.probability = probability
                return option
            }.sorted { ($1.bits.total, $0.a, $0.b) < ($0.bits.total, $1.a, $1.b) }
        }

        var best: Option? { options.first }

        /// The surest first.
        static func precedes(_ a: Choice, _ b: Choice) -> Bool {
            let (one, other) = (a.best?.probability ?? 0, b.best?.probability ?? 0)
            if one != other { return one > other }
            return (b.best?.bits.total ?? 0, a.group[0]) < (a.best?.bits.total ?? 0, b.group[0])
        }

        /// With what the rest of the list says.
        func weighed(_ terms: Terms, _ claims: Claims, _ groups: Groups) -> Choice {
            Choice(
                group: group,
                options: options.map { option in
                    var option = option
                    let isClaimed = claims.isClaimed(groups.root(option.a))
                    option.bits.prior = option.outcome.bits.prior + terms.prior + (isClaimed ? terms.double : 0)
                    option.bits.unclaimed = !isClaimed && option.isRecognizable ? terms.unclaimed : 0
                    return option
                })
        }
    }

    /// What a list as a whole adds to the weight of its pairs, in bits.
    struct Terms {
        /// That more or fewer of the list have a partner than is expected of any.
        var prior: Double
        /// That the organisation has a partner in the list already.
        var double: Double
        /// That neither has another one.
        var unclaimed: Double
    }

    /// - Parameters:
    ///   - group: records that are one organisation.
    ///   - end: only records before it are looked at.
    func choice(
        of group: [Int], before end: Int, _ groups: Groups, _ scratch: inout CandidateIndex.Scratch, _ count: inout Int
    ) -> Choice {
        let root = groups.root(group[0])
        var best: [Int: Option] = [:]
        for record in group {
            index.find(record, into: &scratch)
            for other in scratch.found.lazy.map(Int.init) where other < end {
                count += 1
                let otherRoot = groups.root(other)
                guard otherRoot != root, !groups.isForbidden(other, record),
                    let outcome = scorer.weigh(other, record), outcome.bits.total > Self.leastBits,
                    outcome.bits.total > best[otherRoot]?.bits.total ?? -.infinity
                else { continue }
                best[otherRoot] = Option(a: other, b: record, outcome: outcome, bits: outcome.bits)
            }
        }
        return Choice(group: group, options: best.keys.sorted().compactMap { best[$0] })
    }

    /// Pairs below say nothing, whatever the list adds.
    private static let leastBits = -24.0

    /// Whether any two records say that these are two organisations: no chain of small differences joins them.
    func tellsApart(_ one: [Int], _ other: [Int]) -> Bool {
        let (ones, others) = (distinct(one), distinct(other))
        return ones.contains { a in
            others.contains { b in scorer.tellsApart(a, b) }
        }
    }

    /// One record of each name and corporate number.
    private func distinct(_ records: [Int]) -> [Int] {
        var seen: Set<[Int32]> = []
        return records.sorted().filter {
            seen.insert([table.value(.name, $0), table.value(.corporateNumber, $0)]).inserted
        }
    }
}

extension PairScorer {
    /// Whether one of them has a word that the other hasn't and that tells organisations apart, or another number.
    func tellsApart(_ a: Int, _ b: Int) -> Bool {
        if table.hasValidNumber[a], table.hasValidNumber[b],
            table.agreement(.corporateNumber, a, b) == .different
        {
            return true
        }
        return weigh(a, b)?.name == .sibling
    }
}

/// Which organisations a list has found so far.
struct Claims {
    private let known: Int
    private var claimed: Set<Int>

    init(known: Set<Int>, claimed: Set<Int>) {
        self.known = known.count
        self.claimed = claimed
    }

    func isClaimed(_ root: Int) -> Bool { claimed.contains(root) }

    mutating func claim(_ root: Int) { claimed.insert(root) }

    /// log2 of how much rarer it is that two which don't belong together have both no partner.
    /// - Parameters:
    ///   - open: groups of the list without a partner.
    ///   - all: groups of the list.
    func bonus(open: Int, of all: Int) -> Double {
        let openShare = Double(open + 1) / Double(all + 2)
        let unclaimedShare = Double(known - claimed.count + 1) / Double(known + 2)
        return min(-log2(openShare) - log2(unclaimedShare), 8)
    }
}
