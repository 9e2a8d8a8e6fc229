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
        let table = RecordTable([a, b], lexicon: lexicon)
        return search(table, for: table.records(ofList: 1), matched: model.matched, least: least, offset: a.count)
    }

    /// Pairs of records of one list, the earlier one first.
    public func doubles(in entries: [LinkEntry], least: Double = 0.05) -> Result {
        let table = RecordTable([entries], lexicon: lexicon)
        return search(table, for: table.records(ofList: 0), matched: model.doubled, least: least, offset: 0)
    }

    /// - Parameters:
    ///   - records: those whose partner is looked for in the first list; in the list itself, only among earlier ones.
    ///   - offset: index of the first record of the list that they are in.
    private func search(
        _ table: RecordTable, for records: Range<Int>, matched: Double, least: Double, offset: Int
    ) -> Result {
        let size = table.records(ofList: 0).count
        let scorer = PairScorer(table, lexicon: lexicon, model: model, size: size, matched: matched)
        let index = CandidateIndex(table, table.records(ofList: 0))
        var scratch = CandidateIndex.Scratch(table)
        var pairs: [Pair] = []
        var candidateCount = 0
        for record in records {
            index.find(record, into: &scratch)
            if offset == 0 { scratch.found.removeAll { $0 >= record } }
            candidateCount += scratch.found.count
            var found: [(other: Int, outcome: PairScorer.Outcome)] = []
            for other in scratch.found {
                if let outcome = scorer.weigh(Int(other), record), outcome.bits.total > -12 {
                    found.append((Int(other), outcome))
                }
            }
            guard !found.isEmpty else { continue }
            // One of them is the partner at most, so that they share the probability.
            let odds = found.map { exp2(min($0.outcome.bits.total, 100)) }
            let all = odds.reduce(1, +)
            for position in found.indices.sorted(by: { (odds[$1], $0) < (odds[$0], $1) })
            where odds[position] / all >= least {
                let outcome = found[position].outcome
                pairs.append(
                    Pair(
                        a: found[position].other, b: record - offset, name: outcome.name, contact: outcome.contact,
                        bits: outcome.bits, probability: odds[position] / all))
            }
        }
        return Result(pairs: pairs, candidateCount: candidateCount)
    }
}
