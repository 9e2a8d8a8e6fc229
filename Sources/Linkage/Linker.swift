internal import Model
internal import Text

/// Decides which records are one organisation.
///
/// Records of one normalised name are one organisation. A name with a single slip inside it, or with a branch note, is
/// the same when telephone, mail or lot agree as well. What resembles but falls short is left for a person, and what a
/// person decided always wins.
public struct Linker: Sendable {
    /// Probability given to a link by contact and a name with a slip, and to pairs left for review. Stated, not trained.
    public static let contactProbability = 0.95
    public static let reviewProbability = 0.5

    public init() {}

    /// - Parameter records: in any order; the result does not depend on it but for the indices.
    public func resolve(_ records: [LinkRecord], decisions: [LinkDecision]) -> Resolution {
        let order = records.indices.sorted { Self.precedes(records[$0], records[$1]) }
        var groups = Groups(count: records.count)
        let verdicts = Verdicts(decisions, records: records, order: order)
        groups.forbid(verdicts.different)
        let refused = groups.join(verdicts.same, by: .person, probability: 1)
        // Those that a decision keeps apart from the first of their name are one organisation among themselves.
        var open = order
        while !open.isEmpty {
            open = groups.join(sameName(records, order: open), by: .name, probability: 1).map(\.1)
        }
        let contact = contactPairs(records, order: order)
        _ = groups.join(
            contact.filter { Self.isSlipOrBranch(records[$0.0].name.looseCore, records[$0.1].name.looseCore) },
            by: .contact, probability: Self.contactProbability)
        return Resolution(
            clusters: groups.clusters(order: order), links: groups.links(order: order),
            doubtful: doubts(
                contact + branchPairs(records, order: order), records: records, groups: groups, verdicts: verdicts),
            contradicted: verdicts.decisions(of: refused), unmatched: verdicts.unmatched)
    }

    /// Frame, member, response, invitation; then by text, so that reordered files name organisations alike.
    static func precedes(_ a: LinkRecord, _ b: LinkRecord) -> Bool {
        (a.role, a.contentKey, a.reference) < (b.role, b.contentKey, b.reference)
    }

    private func sameName(_ records: [LinkRecord], order: [Int]) -> [(Int, Int)] {
        var byName: [String: [Int]] = [:]
        var names: [String] = []
        for index in order where !records[index].name.core.isEmpty {
            let name = records[index].name.core
            if byName[name] == nil { names.append(name) }
            byName[name, default: []].append(index)
        }
        return names.flatMap { name in
            let group = byName[name] ?? []
            let branches = Set(group.map { Self.branch(of: records[$0]) }).subtracting([""])
            // With several branches, a record without a note could be any of them: a person decides.
            let parts =
                branches.count < 2
                ? [group]
                : (branches.sorted() + [""]).map { branch in group.filter { Self.branch(of: records[$0]) == branch } }
            return parts.flatMap { part in part.dropFirst().map { (part[0], $0) } }
        }
    }

    /// What a bracketed note says of a part of the organisation, such as 東支部; not 代表 or 事務局.
    private static func branch(of record: LinkRecord) -> String {
        record.name.notes.filter { note in !neutralNotes.contains { note.hasPrefix($0) || note.hasSuffix($0) } }
            .sorted().joined(separator: " ")
    }

    private static let neutralNotes = ["代表", "事務局", "本部", "担当", "会長", "理事長", "連絡先", "任意団体", "休止", "旧"]

    /// Pairs of records of one name whose notes name different branches, each pair of branches once.
    private func branchPairs(_ records: [LinkRecord], order: [Int]) -> [(Int, Int)] {
        var first: [String: [(branch: String, index: Int)]] = [:]
        var pairs: [(Int, Int)] = []
        for index in order where !records[index].name.core.isEmpty {
            let (name, branch) = (records[index].name.core, Self.branch(of: records[index]))
            let known = first[name, default: []]
            if known.contains(where: { $0.branch == branch }) { continue }
            pairs += known.map { ($0.index, index) }
            first[name, default: []].append((branch, index))
        }
        return pairs
    }

    /// Pairs of records that share a telephone number, a mail address or a lot, each pair once.
    private func contactPairs(_ records: [LinkRecord], order: [Int]) -> [(Int, Int)] {
        var byContact: [String: [Int]] = [:]
        var pairs: [(Int, Int)] = []
        var seen: Set<[Int]> = []
        for index in order {
            for key in records[index].contacts {
                for earlier in byContact[key, default: []] where seen.insert([earlier, index]).inserted {
                    pairs.append((earlier, index))
                }
                byContact[key, default: []].append(index)
            }
        }
        return pairs
    }

    private func doubts(
        _ contact: [(Int, Int)], records: [LinkRecord], groups: Groups, verdicts: Verdicts
    ) -> [Resolution.Doubt] {
        var seen: Set<[Int]> = []
        var doubts: [Resolution.Doubt] = []
        for (a, b) in contact {
            let roots = [groups.root(a), groups.root(b)]
            guard roots[0] != roots[1], !verdicts.isDecided(a, b), !groups.isForbidden(a, b),
                Self.resemble(records[a].name.core, records[b].name.core), seen.insert(roots.sorted()).inserted
            else { continue }
            doubts.append(
                Resolution.Doubt(a: a, b: b, probability: Self.reviewProbability, reason: .contactAndSimilarName))
        }
        return doubts
    }

    /// One character left out or doubled inside the longer name (never its first or last: 東あおぞら会 is another one,
    /// and so is あおぞら東園), or a branch note behind the shorter one.
    static func isSlipOrBranch(_ a: String, _ b: String) -> Bool {
        if a == b { return !a.isEmpty }
        let (short, long) = a.unicodeScalars.count <= b.unicodeScalars.count ? (a, b) : (b, a)
        if !short.isEmpty, long.hasPrefix(short), isBranchNote(long.dropFirst(short.count)) { return true }
        let (shorter, longer) = (Array(short.unicodeScalars), Array(long.unicodeScalars))
        guard longer.count == shorter.count + 1, shorter.count >= 4, let first = shorter.first, first == longer.first,
            shorter.last == longer.last, let gap = shorter.indices.first(where: { shorter[$0] != longer[$0] }),
            !isDistinguishing(longer[gap])
        else { return false }
        return shorter[gap...].elementsEqual(longer[(gap + 1)...])
    }

    /// 熊本支部 or 事務局, but not 後援会事務局: that is the office of another body.
    private static func isBranchNote(_ rest: Substring) -> Bool {
        branchNotes.contains { rest.hasSuffix($0) } && !rest.contains("会")
    }

    /// What tells sisters of one name apart, and is hardly ever left out by mistake.
    private static func isDistinguishing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "東", "西", "南", "北", "新", "旧", "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "0"..."9",
            "a"..."z":
            true
        default: false
        }
    }

    /// At most a third of the longer name differs.
    static func resemble(_ a: String, _ b: String) -> Bool {
        let (short, long) = (
            min(a.unicodeScalars.count, b.unicodeScalars.count), max(a.unicodeScalars.count, b.unicodeScalars.count)
        )
        // A text of thousands of characters in a name is no slip of the pen, and comparing two takes seconds.
        guard long > 0, long <= 300, (long - short) * 3 <= long else { return a == b && long > 0 }
        return EditDistance.between(a, b) * 3 <= long
    }

    private static let branchNotes = ["支部", "支所", "支店", "本部", "事務局", "事務所", "分室"]
}
