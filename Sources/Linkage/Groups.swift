internal import Model

/// Records joined into organisations (union–find), under pairs that a person said are different.
struct Groups {
    private struct Join {
        let other: Int
        let decider: RecordLink.Decider
        let probability: Double
    }

    private var parent: [Int]
    /// The joins that each record took part in; over one organisation they form a tree.
    private var joins: [[Join]]
    private var forbidden: [(Int, Int)] = []

    init(count: Int) {
        parent = Array(0..<count)
        joins = Array(repeating: [], count: count)
    }

    func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index { index = parent[index] }
        return index
    }

    mutating func forbid(_ pairs: [(Int, Int)]) { forbidden += pairs }

    func isForbidden(_ a: Int, _ b: Int) -> Bool {
        guard !forbidden.isEmpty else { return false }
        let (rootA, rootB) = (root(a), root(b))
        return forbidden.contains { pair in
            let roots = (root(pair.0), root(pair.1))
            return roots == (rootA, rootB) || roots == (rootB, rootA)
        }
    }

    /// Joins what may be joined and gives back the pairs that a decision forbids.
    mutating func join(
        _ pairs: [(Int, Int)], by decider: RecordLink.Decider, probability: Double
    ) -> [(Int, Int)] {
        var refused: [(Int, Int)] = []
        for (a, b) in pairs {
            let (rootA, rootB) = (root(a), root(b))
            if rootA == rootB { continue }
            if isForbidden(a, b) {
                refused.append((a, b))
                continue
            }
            parent[rootB] = rootA
            joins[a].append(Join(other: b, decider: decider, probability: probability))
            joins[b].append(Join(other: a, decider: decider, probability: probability))
        }
        return refused
    }

    func clusters(order: [Int]) -> [[Int]] {
        var clusters: [[Int]] = []
        var position: [Int: Int] = [:]
        for index in order {
            let root = root(index)
            if let known = position[root] {
                clusters[known].append(index)
            } else {
                position[root] = clusters.count
                clusters.append([index])
            }
        }
        return clusters
    }

    func links(order: [Int]) -> [Resolution.Link] {
        var links = [Resolution.Link?](repeating: nil, count: parent.count)
        for (cluster, members) in clusters(order: order).enumerated() {
            guard let first = members.first else { continue }
            links[first] = Resolution.Link(cluster: cluster, probability: 1, decider: .first)
            var open = [first]
            while let index = open.popLast() {
                guard let link = links[index] else { continue }
                for join in joins[index] where links[join.other] == nil {
                    links[join.other] = Self.extended(link, by: join)
                    open.append(join.other)
                }
            }
        }
        return links.compactMap { $0 }
    }

    /// A record that hangs on the first one by several joins is as probable as the weakest of them, which explains it;
    /// a person's word explains more than a name.
    private static func extended(_ link: Resolution.Link, by join: Join) -> Resolution.Link {
        let isKept =
            link.probability < join.probability || (link.probability == join.probability && link.decider == .person)
        return Resolution.Link(
            cluster: link.cluster, probability: min(link.probability, join.probability),
            decider: isKept ? link.decider : join.decider)
    }
}

/// A person's decisions, found again in the records of this run.
struct Verdicts {
    let same: [(Int, Int)]
    let different: [(Int, Int)]
    let unmatched: [LinkDecision]
    private var decided: Set<[Int]> = []
    private var decisionsOfSame: [[Int]: LinkDecision] = [:]

    init(_ decisions: [LinkDecision], records: [LinkRecord], order: [Int]) {
        var byContent: [String: [Int]] = [:]
        if !decisions.isEmpty {
            for index in order { byContent[records[index].contentKey, default: []].append(index) }
        }
        var same: [(Int, Int)] = []
        var different: [(Int, Int)] = []
        for decision in decisions {
            for a in byContent[decision.a] ?? [] {
                for b in byContent[decision.b] ?? [] where a != b {
                    // 保留 leaves the pair in the review.
                    if decision.verdict != .undecided { decided.insert([min(a, b), max(a, b)]) }
                    switch decision.verdict {
                    case .same:
                        same.append((a, b))
                        decisionsOfSame[[a, b]] = decision
                    case .different: different.append((a, b))
                    case .undecided: break
                    }
                }
            }
        }
        self.same = same
        self.different = different
        unmatched = decisions.filter { byContent[$0.a] == nil || byContent[$0.b] == nil }
    }

    func isDecided(_ a: Int, _ b: Int) -> Bool { decided.contains([min(a, b), max(a, b)]) }

    /// The decisions behind pairs of `same`, each once.
    func decisions(of pairs: [(Int, Int)]) -> [LinkDecision] {
        var seen: Set<LinkDecision> = []
        return pairs.compactMap { decisionsOfSame[[$0.0, $0.1]] }.filter { seen.insert($0).inserted }
    }
}
