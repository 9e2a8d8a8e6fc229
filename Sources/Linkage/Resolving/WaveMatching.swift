internal import Glibc
internal import Model

/// One resolution under way. Indices are those of the records in their order (`LinkRecord.precedes`).
struct WaveMatching {
    private let records: [LinkRecord]
    private let lexicon: NameLexicon
    private let model: LinkModel
    private let table: RecordTable
    private let verdicts: Verdicts
    private var groups: Groups
    private var refused: [(Int, Int)] = []
    private var pairs: [Resolution.Pair] = []
    private var candidateCount = 0
    private var scratch: CandidateIndex.Scratch

    init(_ records: [LinkRecord], lexicon: NameLexicon, model: LinkModel, decisions: [LinkDecision]) {
        self.records = records
        self.lexicon = lexicon
        self.model = model
        table = RecordTable(Self.lists(records).map { $0.map(\.entry) }, lexicon: lexicon)
        verdicts = Verdicts(decisions, records: records)
        groups = Groups(count: records.count)
        scratch = CandidateIndex.Scratch(table)
    }

    /// A list for each role of each wave: how rare a name or a contact is shows within one of them.
    private static func lists(_ records: [LinkRecord]) -> [ArraySlice<LinkRecord>] {
        var lists: [ArraySlice<LinkRecord>] = []
        var start = 0
        for index in records.indices {
            let next = index + 1
            if next == records.count || records[next].role != records[index].role
                || records[next].wavesAgo != records[index].wavesAgo
            {
                lists.append(records[start..<next])
                start = next
            }
        }
        return lists
    }

    // MARK: The lists, one by one

    mutating func run() {
        groups.forbid(verdicts.different)
        refused = groups.join(verdicts.same, by: .person, probability: 1)
        joinKnown()
        for list in table.ends.indices {
            let range = table.records(ofList: list)
            guard records[range.lowerBound].wavesAgo == 0 else { continue }
            joinDoubles(in: list)
            if range.lowerBound > 0 { joinPartners(of: list) }
        }
    }

    /// What an earlier wave brought together stays together.
    private mutating func joinKnown() {
        var first: [String: Int] = [:]
        for (index, record) in records.enumerated() {
            guard let id = record.knownID else { continue }
            if let known = first[id] {
                _ = groups.join(known, index, by: .name, probability: 1)
            } else {
                first[id] = index
            }
        }
    }

    private mutating func joinDoubles(in list: Int) {
        let range = table.records(ofList: list)
        let search = PartnerSearch(
            table: table,
            scorer: scorer(
                list: list, size: max(range.count, knownCount(before: range)), odds: Self.odds(doubled(in: range)),
                isOneList: true),
            index: CandidateIndex(table, range))
        for record in range {
            let choice = search.choice(of: [record], before: record, groups, &scratch, &candidateCount)
            note(choice, joined: joinBest(of: choice, search))
        }
    }

    private func knownCount(before range: Range<Int>) -> Int {
        Set((0..<range.lowerBound).map { groups.root($0) }).count
    }

    /// How many records of a list another one doubles: many answer twice, on paper and on the web, and a ledger of
    /// invitations has a line for every call.
    private func doubled(in range: Range<Int>) -> Double {
        switch records[range.lowerBound].role {
        case .frame, .member: model.doubled
        case .response: model.doubled * 3
        case .invitation: max(model.doubled, Self.calledAgain)
        }
    }

    private static let calledAgain = 0.3

    /// Brings the groups of a list together with the organisations that were known before it.
    private mutating func joinPartners(of list: Int) {
        let range = table.records(ofList: list)
        let known = Set((0..<range.lowerBound).map { groups.root($0) })
        let (placed, open) = split(range, known: known)
        var claims = Claims(known: known, claimed: placed)
        let search = PartnerSearch(
            table: table,
            scorer: scorer(list: list, size: known.count, odds: Self.odds(model.matched), isOneList: false),
            index: CandidateIndex(table, 0..<range.lowerBound))
        let found = open.map { search.choice(of: $0, before: range.lowerBound, groups, &scratch, &candidateCount) }

        // How many of this list have a partner shows in the list itself.
        let sure = found.count { ($0.best?.probability ?? 0) >= 0.5 } + placed.count
        let matched = Self.smoothed(sure, of: open.count + placed.count, as: model.matched)
        var terms = PartnerSearch.Terms(
            prior: log2(Self.odds(matched) / Self.odds(model.matched)),
            double: log2(doubled(in: range) / matched), unclaimed: 0)
        // The surest first: who comes later to one that has a partner in this list must be a double.
        var left: [PartnerSearch.Choice] = []
        for found in found.sorted(by: PartnerSearch.Choice.precedes) {
            let choice = found.weighed(terms, claims, groups)
            guard let joined = joinBest(of: choice, search) else {
                left.append(found)
                continue
            }
            note(choice, joined: joined)
            claims.claim(groups.root(joined.a))
        }
        // Of those that are left on both sides, few would share anything by chance.
        terms.unclaimed = claims.bonus(open: left.count, of: open.count + placed.count)
        for choice in left.map({ $0.weighed(terms, claims, groups) }).sorted(by: PartnerSearch.Choice.precedes) {
            let choice = choice.weighed(terms, claims, groups)
            let joined = joinBest(of: choice, search)
            note(choice, joined: joined)
            if let joined { claims.claim(groups.root(joined.a)) }
        }
    }

    /// The groups of a list that a decision or an earlier wave has placed already, by their roots, and the others.
    private func split(_ range: Range<Int>, known: Set<Int>) -> (placed: Set<Int>, open: [[Int]]) {
        var byRoot: [Int: Int] = [:]
        var groups: [(root: Int, members: [Int])] = []
        for record in range {
            let root = self.groups.root(record)
            if let position = byRoot[root] {
                groups[position].members.append(record)
            } else {
                byRoot[root] = groups.count
                groups.append((root, [record]))
            }
        }
        return (
            Set(groups.filter { known.contains($0.root) }.map(\.root)),
            groups.filter { !known.contains($0.root) }.map(\.members)
        )
    }

    // MARK: Joining

    /// - Parameter list: whose records are looked for, in itself or in all before it.
    private func scorer(list: Int, size: Int, odds: Double, isOneList: Bool) -> PairScorer {
        PairScorer(
            table, lexicon: lexicon, model: model, size: size, matched: odds, isOneList: isOneList,
            counting: isOneList ? list..<list + 1 : 0..<list)
    }

    /// The best option, if it is sure enough and nothing tells the two organisations apart.
    private mutating func joinBest(
        of choice: PartnerSearch.Choice, _ search: PartnerSearch
    ) -> PartnerSearch.Option? {
        guard let best = choice.best, best.probability >= Resolver.linkedFrom, best.mayBeOne,
            !search.tellsApart(witnesses(groups.members(of: groups.root(best.a))), choice.group)
        else { return nil }
        let isJoined = groups.join(
            best.a, best.b, by: best.decider, probability: best.probability)
        return isJoined ? best : nil
    }

    /// The records of an organisation that can tell another one apart: those of lists that somebody keeps, if there are
    /// any, for what two hasty answers differ in says little; and none that a person joined, whatever they are called.
    private func witnesses(_ records: [Int]) -> [Int] {
        let listed = records.filter { [.frame, .member].contains(self.records[$0].role) }
        return (listed.isEmpty ? records : listed).filter { !verdicts.isJoined($0) }
    }

    /// Keeps what a person may want to look at, or to be told.
    private mutating func note(_ choice: PartnerSearch.Choice, joined: PartnerSearch.Option?) {
        for option in choice.options where option.probability >= Self.notedFrom {
            let isJoined = joined?.a == option.a && joined?.b == option.b
            let isDoubtful = option.probability >= Resolver.reviewedFrom && !verdicts.isDecided(option.a, option.b)
            pairs.append(Resolution.Pair(option, isJoined ? .linked : isDoubtful ? .review : .apart))
        }
    }

    /// Pairs that are less probable are not worth a line.
    private static let notedFrom = 0.01

    private static func odds(_ share: Double) -> Double { share / (1 - share) }

    /// A share of few is drawn to what is expected, and none is 0 or 1.
    private static func smoothed(_ count: Int, of all: Int, as expected: Double) -> Double {
        min(max((Double(count) + 10 * expected) / (Double(all) + 10), 0.1), 0.97)
    }

    // MARK: The result

    /// - Parameter order: index of each record as it was handed in.
    func resolution(order: [Int]) -> Resolution {
        let first = records.firstIndex { $0.wavesAgo == 0 } ?? records.count
        let clusters = groups.clusters(from: first)
        var links = [Resolution.Link?](repeating: nil, count: records.count)
        for (position, link) in groups.links(clusters).enumerated() where position >= first {
            links[order[position]] = link
        }
        return Resolution(
            clusters: clusters.map { $0.map { order[$0] } }, knownIDs: clusters.map { knownIDs(of: $0) }, links: links,
            pairs: settledPairs().map { pair in
                var pair = pair
                (pair.a, pair.b) = (order[pair.a], order[pair.b])
                return pair
            }, candidateCount: candidateCount, contradicted: verdicts.decisions(of: refused),
            unmatched: verdicts.unmatched)
    }

    private func knownIDs(of cluster: [Int]) -> [String] {
        let known = groups.members(of: groups.root(cluster[0])).sorted().compactMap { records[$0].knownID }
        var seen: Set<String> = []
        return known.filter { seen.insert($0).inserted }
    }

    /// What another record joined is joined, and what a person keeps apart is no doubt; of two organisations a person is
    /// asked once.
    private func settledPairs() -> [Resolution.Pair] {
        var seen: Set<[Int]> = []
        return pairs.sorted { ($1.probability, $0.a, $0.b) < ($0.probability, $1.a, $1.b) }.map { pair in
            let roots = [groups.root(pair.a), groups.root(pair.b)]
            var pair = pair
            if roots[0] == roots[1] {
                pair.outcome = .linked
            } else if pair.outcome == .review {
                let isAsked = !groups.isForbidden(pair.a, pair.b) && seen.insert(roots.sorted()).inserted
                pair.outcome = isAsked ? .review : .apart
            }
            return pair
        }
    }
}
