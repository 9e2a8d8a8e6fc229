/// The phrases of a vocabulary, ready to be looked for.
struct PhraseIndex: Sendable {
    /// What one wording says; several phrases where it can mean several codes.
    struct Wording: Sendable {
        /// As it compares; the parts of a phrase with gaps.
        let parts: [[Unicode.Scalar]]
        let scripts: [Script]
        let position: CodingPhrase.Position
        /// In the order of the table.
        var phrases: [CodingPhrase] {
            didSet { weigh() }
        }
        let isLearned: Bool

        /// Letters in all.
        let length: Int
        /// Whether it says that something is about none of the codes.
        private(set) var isNone = true
        private(set) var weight = 0.0
        init(_ phrase: CodingPhrase, parts: [CodedText], isLearned: Bool) {
            self.parts = parts.map(\.scalars)
            scripts = parts.flatMap(\.scripts)
            position = phrase.position
            phrases = [phrase]
            self.isLearned = isLearned
            length = parts.reduce(0) { $0 + $1.count }
            weigh()
        }

        private mutating func weigh() {
            isNone = phrases.allSatisfy { $0.kind == .none }
            weight = phrases.map(\.weight).max() ?? 0
        }

        /// Whether it is enough for a code.
        var isFirmCode: Bool { !isNone && weight >= ActivityCoder.assignedFrom }
        /// Wordings that are compared with slips of the keyboard: firm ones in one piece.
        var isFirm: Bool { parts.count == 1 && phrases.count == 1 && isFirmCode }
    }

    /// Where a wording stands; with gaps, its parts.
    struct Hit {
        let wording: Int
        let start: Int
        let end: Int
        let parts: [Range<Int>]
        /// Letters from its first to its last, those of gaps too.
        let length: Int

        func overlaps(_ other: Hit) -> Bool {
            start < other.end && other.start < end
                && parts.contains { part in other.parts.contains { $0.overlaps(part) } }
        }
    }

    private struct Part: Sendable {
        /// The wording that is just this part.
        var whole: Int?
        /// Wordings with gaps that begin with it.
        var opens: [Int] = []
    }

    /// Letters that a gap may span.
    static let longestGap = 8

    private(set) var wordings: [Wording] = []
    private var trie = PhraseTrie()
    private var parts: [Part] = []
    /// Wordings with gaps, by their parts.
    private var gapped: [[Int]: Int] = [:]

    init(_ phrases: [CodingPhrase], learned: [CodingPhrase], spellings: SpellingRules) {
        for phrase in learned { add(phrase, isLearned: true, spellings) }
        for phrase in phrases { add(phrase, isLearned: false, spellings) }
    }

    private mutating func add(_ phrase: CodingPhrase, isLearned: Bool, _ spellings: SpellingRules) {
        let texts = phrase.text.split(separator: "…").map {
            CodedText(String($0), spellings: spellings)
        }
        guard !texts.isEmpty, texts.allSatisfy({ $0.count > 0 }) else { return }
        let ids = texts.map { part($0.scalars) }
        if let known = ids.count == 1 ? parts[ids[0]].whole : gapped[ids] {
            // What a person decided stands alone; a code's first phrase counts, a code goes before none.
            guard wordings[known].isLearned == isLearned else { return }
            guard !wordings[known].phrases.contains(where: { $0.code == phrase.code }) else { return }
            if phrase.kind == .none { return }
            wordings[known].phrases.removeAll { $0.kind == .none }
            wordings[known].phrases.append(phrase)
            return
        }
        let index = wordings.count
        wordings.append(Wording(phrase, parts: texts, isLearned: isLearned))
        if ids.count == 1 {
            parts[ids[0]].whole = index
        } else {
            gapped[ids] = index
            parts[ids[0]].opens.append(index)
        }
    }

    private mutating func part(_ letters: [Unicode.Scalar]) -> Int {
        let id = trie.insert(letters, index: parts.count)
        if id == parts.count { parts.append(Part()) }
        return id
    }

    /// Every place at which a wording can stand, boundaries kept.
    func hits(in text: CodedText) -> [Hit] {
        var hits: [Hit] = []
        var opened: [(part: Int, range: Range<Int>)] = []
        for start in 0..<text.count {
            trie.matches(in: text.scalars, at: start) { end, part in
                if let wording = parts[part].whole, fits(wordings[wording], start, end, text) {
                    hits.append(
                        Hit(wording: wording, start: start, end: end, parts: [start..<end], length: end - start)
                    )
                }
                if !parts[part].opens.isEmpty { opened.append((part, start..<end)) }
            }
        }
        for (part, range) in opened {
            for wording in parts[part].opens { hits += gapped(wording, from: range, text) }
        }
        return hits
    }

    /// A wording with gaps that begins at a place; each next part at the first place where it stands.
    private func gapped(_ wording: Int, from first: Range<Int>, _ text: CodedText) -> [Hit] {
        var ranges = [first]
        for part in wordings[wording].parts.dropFirst() {
            var start = ranges[ranges.count - 1].upperBound
            let limit = min(start + Self.longestGap, text.count - part.count)
            while start <= limit, !text.scalars[start...].starts(with: part) {
                guard !text.breaks[start] else { return [] }
                start += 1
            }
            guard start <= limit, !text.breaks[start] else { return [] }
            ranges.append(start..<start + part.count)
        }
        let end = ranges[ranges.count - 1].upperBound
        return [
            Hit(
                wording: wording, start: first.lowerBound, end: end, parts: ranges,
                length: end - first.lowerBound)
        ]
    }

    /// Whether a wording can be a word here: ゲイ isn't in ゲイン, DV not in DVD, うつ not in うつわ.
    private func fits(_ wording: Wording, _ start: Int, _ end: Int, _ text: CodedText) -> Bool {
        guard wording.position != .any else { return true }
        if begins(wording, insideHiraganaAt: start, text) { return false }
        if start > 0, !text.breaks[start],
            !separates(text, at: start - 1, from: text.scripts[start], wording)
        {
            return false
        }
        if end < text.count, !text.breaks[end], wording.position != .start,
            !separates(text, at: end, from: text.scripts[end - 1], wording)
        {
            return false
        }
        return true
    }

    /// Whether a word that is written in katakana would begin in the midst of hiragana: タイ人 in やめたい人.
    private func begins(_ wording: Wording, insideHiraganaAt start: Int, _ text: CodedText) -> Bool {
        guard wording.scripts.first == .katakana, start > 0, !text.breaks[start] else { return false }
        return text.scripts[start] == .hiragana && text.scripts[start - 1] == .hiragana
            && !Self.particles.contains(text.scalars[start - 1])
    }

    /// Whether the letter at a place can stand beside a word that has letters of a script at that end.
    private func separates(_ text: CodedText, at index: Int, from script: Script, _ wording: Wording)
        -> Bool
    {
        guard text.scripts[index] == script else { return true }
        let isWhole = wording.position == .whole
        // Kana alone make words of other words' letters only while they are few.
        let isLong = wording.length > Self.longestShort || wording.scripts.contains { $0 != script }
        switch script {
        case .latin, .digit: return false
        case .hiragana: return isLong && !isWhole || Self.particles.contains(text.scalars[index])
        case .katakana: return isLong && !isWhole
        case .kanji, .other: return !isWhole
        }
    }

    private static let longestShort = 3

    private static let particles: Set<Unicode.Scalar> = [
        "の", "と", "や", "に", "は", "が", "を", "も", "へ", "で", "な", "か", "だ", "等",
    ]

    /// Of wordings that overlap the longest, the heavier, the first; but a weak one gives way to a sure one that it only
    /// cuts into, and of two sure ones that cut into each other the first one counts.
    func resolved(_ hits: [Hit]) -> [Hit] {
        guard hits.count > 1 else { return hits }
        let wordings = wordings
        let ranked = hits.sorted { a, b in
            let (first, second) = (wordings[a.wording], wordings[b.wording])
            if first.isLearned != second.isLearned { return first.isLearned }
            if a.length != b.length { return a.length > b.length }
            if first.isNone != second.isNone { return second.isNone }
            if first.weight != second.weight { return first.weight > second.weight }
            return (a.start, a.wording) < (b.start, b.wording)
        }
        var kept: [Hit] = []
        for (index, hit) in ranked.enumerated() {
            if kept.contains(where: { $0.overlaps(hit) }) { continue }
            let others = ranked[(index + 1)...].filter { other in
                wordings[other.wording].isFirmCode && other.overlaps(hit)
                    && !kept.contains { $0.overlaps(other) }
            }
            // Nothing sure is lost to what says less; 留学生の生活支援 is cut before 学, not in it.
            let isWeak = !wordings[hit.wording].isFirmCode
            let cuts = others.contains { other in
                let isInside = hit.start <= other.start && other.end <= hit.end
                let isBefore = hit.parts.count == 1 && other.parts.count == 1 && other.start < hit.start
                return isWeak ? !isInside : isBefore && other.end < hit.end
            }
            if cuts { continue }
            kept.append(hit)
        }
        return kept.sorted { $0.start < $1.start }
    }
}
