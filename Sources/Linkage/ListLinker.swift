internal import Glibc

/// Links the records of two lists, or finds those of one list that are there twice.
public struct ListLinker: Sendable {
    /// Two records that may be one organisation.
    public struct Pair: Sendable {
        /// Index in the first list.
        public let a: Int
        /// Index in the second list, or in the same one.
        public let b: Int
        public let name: NameAgreement
        public let contact: ContactAgreement
        public let bits: LinkBits
        /// 0…1; records of the second list have one partner at most.
        public let probability: Double
    }

    public struct Result: Sendable {
        /// By second record, the most probable partner first.
        public let pairs: [Pair]
        /// How many pairs were compared.
        public let candidateCount: Int
    }

    let lexicon: NameLexicon
    let model: LinkModel

    public init(lexicon: NameLexicon, model: LinkModel = .shipped) {
        self.lexicon = lexicon
        self.model = model
    }

    /// - Parameter least: pairs below this probability are left out.
    public func link(_ a: [LinkEntry], _ b: [LinkEntry], least: Double = 0.05) -> Result {
        pairs(of: ListSearch(a, b, lexicon: lexicon), least: least)
    }

    /// Pairs of records of one list, the earlier one first.
    public func doubles(in entries: [LinkEntry], least: Double = 0.05) -> Result {
        pairs(of: ListSearch(entries, nil, lexicon: lexicon), least: least)
    }

    private func pairs(of search: ListSearch, least: Double) -> Result {
        let scorer = search.scorer(lexicon, model)
        var pairs: [Pair] = []
        var candidateCount = 0
        search.visit { record, candidates in
            candidateCount += candidates.count
            var found: [(other: Int, outcome: PairScorer.Outcome)] = []
            for other in candidates {
                if let outcome = scorer.weigh(Int(other), record), outcome.bits.total > -12 {
                    found.append((Int(other), outcome))
                }
            }
            guard !found.isEmpty else { return }
            let shares = Partners.probabilities(found.map(\.outcome.bits.total))
            for position in found.indices.sorted(by: { (shares[$1], $0) < (shares[$0], $1) })
            where shares[position] >= least {
                let outcome = found[position].outcome
                pairs.append(
                    Pair(
                        a: found[position].other, b: search.position(of: record), name: outcome.name,
                        contact: outcome.contact, bits: outcome.bits, probability: shares[position]))
            }
        }
        return Result(pairs: pairs, candidateCount: candidateCount)
    }
}

enum Partners {
    /// What each of a record's candidates is its partner with. One of them is it at most, so that they share 1.
    /// - Parameter bits: the weight of each.
    static func probabilities(_ bits: [Double]) -> [Double] {
        let odds = bits.map { exp2(min($0, 100)) }
        let all = odds.reduce(1, +)
        return odds.map { $0 / all }
    }
}
