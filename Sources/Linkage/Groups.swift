internal import Model

/// Records joined into organisations (union–find), under pairs that a person said are different.
struct Groups {
    private var parent: [Int]
    private var decider: [(decider: RecordLink.Decider, probability: Double)?]
    private var forbidden: [(Int, Int)] = []

    init(count: Int) {
        parent = Array(0..<count)
        decider = Array(repeating: nil, count: count)
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
            // The record that came in is the one that a link is explained for.
            if self.decider[b] == nil { self.decider[b] = (decider, probability) }
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
            for (offset, index) in members.enumerated() {
                let how = offset == 0 ? nil : decider[index]
                links[index] = Resolution.Link(
                    cluster: cluster, probability: how?.probability ?? 1,
                    decider: how?.decider ?? (offset == 0 ? .first : .name))
            }
        }
        return links.compactMap { $0 }
    }
}

/// A person's decisions, found again in the records of this run.
struct Verdicts {
    let same: [(Int, Int)]
    let different: [(Int, Int)]
    private var decided: Set<[Int]> = []
    private var decisions: [[Int]: LinkDecision] = [:]

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
                    decided.insert([min(a, b), max(a, b)])
                    self.decisions[[a, b]] = decision
                    switch decision.verdict {
                    case .same: same.append((a, b))
                    case .different: different.append((a, b))
                    case .undecided: break
                    }
                }
            }
        }
        self.same = same
        self.different = different
    }

    func isDecided(_ a: Int, _ b: Int) -> Bool { decided.contains([min(a, b), max(a, b)]) }
    func decision(of pair: (Int, Int)) -> LinkDecision? { decisions[[pair.0, pair.1]] }
}
