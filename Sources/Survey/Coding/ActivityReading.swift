internal import Model

/// One text on its way to its codes: the phrases that stand in it, and what became of each.
struct ActivityReading {
    enum Fate {
        case counts, yielded, ruledOut
        /// Another phrase says that it isn't meant.
        case excluded
    }

    struct Found {
        let hit: PhraseIndex.Hit
        var score: Double
        let rule: Coding.Rule?
        var fate = Fate.counts
        /// Number of the phrase of the text in which it stands.
        var segment = 0
        /// What stands between it and the one before it is a joining word and no more.
        var isJoined = false
    }

    /// How far behind a phrase a word that rules it out may begin, and one that makes it an agent.
    private static let ruledOutWithin = 8
    private static let agentWithin = 2
    /// Agents are no more than a hint.
    private static let agentFactor = 0.5
    private static let leastShare = 0.6
    private static let shareFactor = 0.55

    let tables: CodingTables
    private let text: String
    let coded: CodedText
    var found: [Found] = []
    /// Which letters belong to a phrase, be it one that gave way to a longer one.
    private(set) var known: [Bool]
    private var similar: [(code: String, evidence: Coding.Evidence)] = []

    init(_ tables: CodingTables, text: String, coded: CodedText) {
        self.tables = tables
        self.text = text
        self.coded = coded
        let hits = tables.index.hits(in: coded)
        known = [Bool](repeating: false, count: coded.count)
        for hit in hits { for part in hit.parts { for place in part { known[place] = true } } }
        found = tables.index.resolved(hits).map { hit in
            let wording = tables.index.wordings[hit.wording]
            return Found(hit: hit, score: wording.weight, rule: wording.isLearned ? .learned : nil)
        }
    }

    func wording(_ item: Found) -> PhraseIndex.Wording { tables.index.wordings[item.hit.wording] }

    private func speaks(_ item: Found, for codes: Set<String>) -> Bool {
        wording(item).phrases.contains { codes.contains($0.code) }
    }

    // MARK: what stands beside

    /// Cuts the text into phrases, and marks what is ruled out or an agent.
    mutating func readContext() {
        cut()
        for index in found.indices {
            let end = found[index].hit.end
            let next = index + 1 < found.count ? found[index + 1].hit.start : coded.count
            var place = end
            scan: while place <= min(end + Self.ruledOutWithin, next, coded.count - 1),
                !coded.breaks[place] || place == end
            {
                if place > end,
                    tables.context.longest(.joins, in: coded, at: place).map({ $0.end - place >= 4 }) ?? false
                {
                    break scan
                }
                if let word = tables.context.longest(.ruledOutAfter, in: coded, at: place),
                    place < next || word.end > next
                {
                    if word.codes.isEmpty || speaks(found[index], for: word.codes) {
                        found[index].fate = .ruledOut
                    }
                    break scan
                }
                if place - end <= Self.agentWithin,
                    let word = tables.context.longest(.agentAfter, in: coded, at: place),
                    speaks(found[index], for: word.codes)
                {
                    found[index].score *= Self.agentFactor
                    break scan
                }
                place += 1
            }
        }
        // 高齢者や障害者以外: both.
        for index in found.indices.dropFirst().reversed()
        where found[index].isJoined && found[index].fate == .ruledOut
            && found[index - 1].fate == .counts
        {
            found[index - 1].fate = .ruledOut
        }
    }

    private mutating func cut() {
        for index in found.indices.dropFirst() {
            let (last, next) = (found[index - 1].hit, found[index].hit)
            found[index].segment = found[index - 1].segment
            guard last.end <= next.start else { continue }
            if (last.end...next.start).contains(where: { coded.breaks[$0] }) {
                found[index].segment += 1
                continue
            }
            let joint = tables.context.joins(coded, last.end..<next.start)
            guard joint.ends else { continue }
            found[index].isJoined = joint.isAll
            if !sharesWhatFollows(index) { found[index].segment += 1 }
        }
    }

    /// 子どもや若者のいじめ相談: the first of the two gives way to what the second gives way to.
    private func sharesWhatFollows(_ index: Int) -> Bool {
        guard found[index].isJoined, index + 1 < found.count else { return false }
        let (first, second, third) = (found[index - 1], found[index], found[index + 1])
        guard index == 1 || found[index - 2].segment != first.segment,
            third.hit.start >= second.hit.end,
            !(second.hit.end...third.hit.start).contains(where: { coded.breaks[$0] }),
            !tables.context.joins(coded, second.hit.end..<third.hit.start).ends
        else { return false }
        return wording(third).phrases.contains { strong in
            [first, second].allSatisfy { item in
                wording(item).phrases.contains { gives($0.code, wayTo: strong.code) }
            }
        }
    }

    func gives(_ code: String, wayTo other: String) -> Bool {
        tables.vocabulary.yields[code]?.contains(other) ?? false
    }

    // MARK: what one phrase does to another

    /// 保護犬の里親 isn't about children: phrases that rule out codes in their part of the text.
    mutating func applyExclusions() {
        for item in found where item.fate == .counts {
            for phrase in wording(item).phrases where !phrase.excludes.isEmpty {
                for index in found.indices
                where !wording(found[index]).isNone && found[index].segment == item.segment {
                    let isMeant = wording(found[index]).phrases.allSatisfy {
                        $0.code != phrase.code
                            && (phrase.excludes.contains("*") || phrase.excludes.contains($0.code))
                    }
                    if isMeant { found[index].fate = .excluded }
                }
            }
        }
    }

    /// In what no phrase was found in: phrases with one slip of the keyboard.
    mutating func addSlips() {
        var free: [Range<Int>] = []
        var start = 0
        let covered = coverage()
        for place in 0...coded.count
        where place == coded.count || covered[place] || coded.scripts[place] == .other
            || coded.breaks[place]
        {
            if place - start >= 3 { free.append(start..<place) }
            start =
                place < coded.count && (covered[place] || coded.scripts[place] == .other)
                ? place + 1 : place
        }
        for range in free {
            guard let slip = tables.near.slip(in: coded, range, tables.index) else { continue }
            let hit = PhraseIndex.Hit(
                wording: slip.wording, start: slip.place.lowerBound, end: slip.place.upperBound,
                parts: [slip.place],
                length: slip.place.count)
            let position = found.firstIndex { $0.hit.start > hit.start } ?? found.count
            let beside = found[max(position - 1, 0)..<min(position + 1, found.count)]
            let segment =
                beside.first { item in
                    let gap = min(item.hit.end, hit.end)...max(item.hit.start, hit.start)
                    return !gap.contains { coded.breaks[$0] }
                }?.segment ?? -1 - position
            var item = Found(hit: hit, score: ActivityCoder.slipScore, rule: .slip)
            item.segment = segment
            found.insert(item, at: position)
        }
    }

    /// In one phrase of the text the more specific code counts.
    mutating func applyPrecedence() {
        for index in found.indices where found[index].fate == .counts {
            let codes = wording(found[index]).phrases.map(\.code)
            let hasStronger = found.indices.contains { other in
                other != index && found[other].fate == .counts
                    && found[other].segment == found[index].segment
                    && found[other].score >= ActivityCoder.assignedFrom
                    && wording(found[other]).phrases.contains { strong in
                        codes != [strong.code]
                            && codes.allSatisfy { $0 == strong.code || gives($0, wayTo: strong.code) }
                    }
            }
            if hasStronger { found[index].fate = .yielded }
        }
    }

    /// Where nothing is known: wordings with letters in common, as guesses.
    mutating func addSimilar() {
        guard found.isEmpty else { return }
        for (wording, share) in tables.near.similar(to: coded, atLeast: Self.leastShare) {
            for phrase in tables.index.wordings[wording].phrases
            where !similar.contains(where: { $0.code == phrase.code }) {
                let place = coded.place(0..<coded.count)
                similar.append(
                    (
                        phrase.code,
                        Coding.Evidence(
                            words: text.scalars(place), place: place, phrase: phrase.text, rule: .similar,
                            score: Self.shareFactor * share * phrase.weight)
                    ))
            }
            if similar.count >= 2 { break }
        }
    }

    // MARK: the result

    func coding() -> Coding {
        var byCode: [String: (standing: Coding.Standing, score: Double, evidence: [Coding.Evidence])] =
            [:]
        func add(_ code: String, _ standing: Coding.Standing, _ evidence: Coding.Evidence) {
            guard let known = byCode[code] else {
                byCode[code] = (standing, evidence.score, [evidence])
                return
            }
            let best = (standing.rank, -evidence.score) < (known.standing.rank, -known.score)
            byCode[code] = (
                best ? standing : known.standing, best ? evidence.score : known.score,
                known.evidence + [evidence]
            )
        }
        for item in found {
            for phrase in wording(item).phrases where phrase.kind != .none {
                let weight = wording(item).weight
                let evidence = evidence(
                    item, phrase, score: weight > 0 ? item.score * phrase.weight / weight : 0)
                let standing: Coding.Standing
                switch item.fate {
                case .excluded: continue
                case .yielded: standing = .yielded
                case .ruledOut: standing = .ruledOut
                case .counts: standing = evidence.score >= ActivityCoder.assignedFrom ? .assigned : .review
                }
                add(phrase.code, standing, evidence)
            }
        }
        for (code, evidence) in similar { add(code, .review, evidence) }
        let order = Dictionary(uniqueKeysWithValues: zip(tables.vocabulary.codes, 0...))
        let codes = byCode.map { code, value in
            Coding.Code(id: code, score: value.score, standing: value.standing, evidence: value.evidence)
        }.sorted {
            ($0.standing.rank, -$0.score, order[$0.id] ?? 0) < (
                $1.standing.rank, -$1.score, order[$1.id] ?? 0
            )
        }
        return Coding(codes: codes, outcome: outcome(codes))
    }

    private func evidence(_ item: Found, _ phrase: CodingPhrase, score: Double) -> Coding.Evidence {
        let place = coded.place(item.hit.start..<item.hit.end)
        let rule: Coding.Rule =
            item.rule
            ?? {
                switch phrase.kind {
                case .exact: .exact
                case .narrower: .narrower
                case .hint, .none: .hint
                }
            }()
        return Coding.Evidence(
            words: text.scalars(place), place: place, phrase: phrase.text, rule: rule, score: score)
    }

    private func outcome(_ codes: [Coding.Code]) -> Coding.Outcome {
        if codes.contains(where: { $0.standing == .assigned }) { return .assigned }
        if codes.contains(where: { $0.standing == .review && $0.score >= ActivityCoder.reviewedFrom }) {
            return .review
        }
        if codes.contains(where: { $0.standing == .ruledOut }) { return .none(.ruledOut) }
        return .none(found.isEmpty ? .unknownWords : .outside)
    }
}
