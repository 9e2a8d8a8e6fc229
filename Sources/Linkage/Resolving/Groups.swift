internal import Model

/// Records joined into organisations (union–find), under pairs that a person said are different.
struct Groups {
    private struct Join {
        let other: Int
        let decider: RecordLink.Decider
        let probability: Double
    }

    private var parent: [Int]
    /// By root: the records of its organisation, in no order.
    private var members: [[Int]]
    /// The joins that each record took part in; over one organisation they form a tree.
    private var joins: [[Join]]
    private var forbidden: [(Int, Int)] = []

    init(count: Int) {
        parent = Array(0..<count)
        members = parent.map { [$0] }
        joins = Array(repeating: [], count: count)
    }

    func root(_ index: Int) -> Int {
        var index = index
        while parent[index] != index { index = parent[index] }
        return index
    }

    func members(of root: Int) -> [Int] { members[root] }

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
        pairs.filter { !join($0.0, $0.1, by: decider, probability: probability) }
    }

    /// - Returns: `false` where a decision forbids it.
    mutating func join(_ a: Int, _ b: Int, by decider: RecordLink.Decider, probability: Double) -> Bool {
        let (rootA, rootB) = (root(a), root(b))
        if rootA == rootB { return true }
        if isForbidden(a, b) { return false }
        // The smaller one moves, so that paths stay short.
        let (stays, moves) = members[rootA].count >= members[rootB].count ? (rootA, rootB) : (rootB, rootA)
        parent[moves] = stays
        members[stays] += members[moves]
        members[moves] = []
        joins[a].append(Join(other: b, decider: decider, probability: probability))
        joins[b].append(Join(other: a, decider: decider, probability: probability))
        return true
    }

    /// Organisations of the records from `first` on, in the order of their first ones.
    func clusters(from first: Int) -> [[Int]] {
        var clusters: [[Int]] = []
        var position: [Int: Int] = [:]
        for index in first..<parent.count {
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

    /// How each record hangs on the first of its cluster; `nil` for those in none.
    func links(_ clusters: [[Int]]) -> [Resolution.Link?] {
        var links = [Resolution.Link?](repeating: nil, count: parent.count)
        for (cluster, records) in clusters.enumerated() {
            guard let first = records.first else { continue }
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
        return links
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
