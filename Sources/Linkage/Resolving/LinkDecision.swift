/// What a person decided about two records, by their content.
public struct LinkDecision: Sendable, Hashable {
    public enum Verdict: String, Sendable, CaseIterable {
        case same, different, undecided
    }

    public let a: String
    public let b: String
    public let verdict: Verdict

    /// - Parameters: content keys of the two records (`LinkRecord.contentKey`), in any order.
    public init(a: String, b: String, verdict: Verdict) {
        (self.a, self.b) = a < b ? (a, b) : (b, a)
        self.verdict = verdict
    }
}

/// A person's decisions, found again in the records of this run.
struct Verdicts {
    let same: [(Int, Int)]
    let different: [(Int, Int)]
    let unmatched: [LinkDecision]
    private var decided: Set<[Int]> = []
    private var joined: Set<Int> = []
    private var decisionsOfSame: [[Int]: LinkDecision] = [:]

    init(_ decisions: [LinkDecision], records: [LinkRecord]) {
        var byContent: [String: [Int]] = [:]
        if !decisions.isEmpty {
            for (index, record) in records.enumerated() { byContent[record.contentKey, default: []].append(index) }
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
                        joined.formUnion([a, b])
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

    /// Whether a person said of a record that it is of one organisation with another one.
    func isJoined(_ record: Int) -> Bool { joined.contains(record) }

    /// The decisions behind pairs of `same`, each once.
    func decisions(of pairs: [(Int, Int)]) -> [LinkDecision] {
        var seen: Set<LinkDecision> = []
        return pairs.compactMap { decisionsOfSame[[$0.0, $0.1]] }.filter { seen.insert($0).inserted }
    }
}
