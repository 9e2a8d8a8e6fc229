internal import Model
internal import Text

/// What is known of a question, for telling whether two are the same.
struct QuestionSignature: Sendable {
    enum Kind: Sendable { case choice, text, blank }

    /// Bare titles, the most telling first.
    var titles: [String]
    var numbers: Set<String>
    /// Keys of the labels.
    var labels: Set<String>
    /// How many options there are for certain; `nil` where only those are seen that somebody chose.
    var optionCount: Int?
    /// Largest code.
    var largestCode: Int?
    var kind: Kind
    /// `nil` when it can't be told.
    var isMultiple: Bool?
}

/// Finds the same questions in two lists. Questionnaires keep their order, so the lists are aligned
/// (Needleman and Wunsch 1970); where columns were moved about, the best pairs are taken in any order.
struct QuestionAligner {
    let words: SurveyWords

    /// Pairs of positions, in the order of `a`.
    func pairs(_ a: [QuestionSignature], _ b: [QuestionSignature]) -> [(a: Int, b: Int)] {
        let scores = a.map { left in b.map { score(left, $0) } }
        let inOrder = aligned(scores)
        let free = matched(scores)
        func total(_ pairs: [(a: Int, b: Int)]) -> Double { pairs.reduce(0) { $0 + scores[$1.a][$1.b] } }
        let moved = total(free) > total(inOrder) * 1.15 + 3
        return (moved ? free : inOrder).sorted { $0.a < $1.a }
    }

    private func aligned(_ scores: [[Double]]) -> [(a: Int, b: Int)] {
        let (rows, columns) = (scores.count, scores.first?.count ?? 0)
        guard rows > 0, columns > 0 else { return [] }
        var best = Array(repeating: Array(repeating: 0.0, count: columns + 1), count: rows + 1)
        for i in 1...rows {
            for j in 1...columns {
                best[i][j] = max(best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + scores[i - 1][j - 1])
            }
        }
        var pairs: [(a: Int, b: Int)] = []
        var (i, j) = (rows, columns)
        while i > 0, j > 0 {
            if best[i][j] == best[i - 1][j] {
                i -= 1
            } else if best[i][j] == best[i][j - 1] {
                j -= 1
            } else {
                pairs.append((i - 1, j - 1))
                (i, j) = (i - 1, j - 1)
            }
        }
        return pairs
    }

    /// The best pair first, then the next; columns of one file were put in another order.
    private func matched(_ scores: [[Double]]) -> [(a: Int, b: Int)] {
        let all = scores.indices.flatMap { i in scores[i].indices.map { (a: i, b: $0, score: scores[i][$0]) } }
        var pairs: [(a: Int, b: Int)] = []
        var (takenA, takenB): (Set<Int>, Set<Int>) = ([], [])
        for pair in all.filter({ $0.score > 2 }).sorted(by: { ($1.score, $0.a, $0.b) < ($0.score, $1.a, $1.b) })
        where !takenA.contains(pair.a) && !takenB.contains(pair.b) {
            takenA.insert(pair.a)
            takenB.insert(pair.b)
            pairs.append((pair.a, pair.b))
        }
        return pairs
    }

    /// Above 0 where it is likelier than not that both are the same question.
    func score(_ a: QuestionSignature, _ b: QuestionSignature) -> Double {
        let evidence = evidence(a, b)
        guard a.kind != .blank, b.kind != .blank else { return evidence - (evidence > 1 ? 1 : 2) }
        if a.kind != b.kind { return evidence - 6 }
        guard a.kind == .choice else { return evidence - 0.5 }
        var score = evidence - 0.5
        if let multipleA = a.isMultiple, let multipleB = b.isMultiple, multipleA != multipleB { score -= 2 }
        return score + structureScore(a, b)
    }

    /// What numbers, titles and labels say for the two being the same; below ``leastEvidence`` only their place in the
    /// questionnaire speaks for it.
    func evidence(_ a: QuestionSignature, _ b: QuestionSignature) -> Double {
        var evidence = 0.0
        if !a.numbers.isEmpty, !b.numbers.isEmpty { evidence += a.numbers.isDisjoint(with: b.numbers) ? -7 : 6 }
        evidence += titleScore(a, b)
        if !a.labels.isEmpty, !b.labels.isEmpty {
            let common = Double(a.labels.intersection(b.labels).count)
            let share = common / Double(min(a.labels.count, b.labels.count))
            evidence += share == 0 ? -4 : 8 * share + min(2, common / 4) - 2
        }
        return evidence
    }

    static let leastEvidence = 1.5

    /// How well the numbers of options fit where one of the two has no labels.
    private func structureScore(_ a: QuestionSignature, _ b: QuestionSignature) -> Double {
        if !a.labels.isEmpty, !b.labels.isEmpty { return 0 }
        let (labelled, coded) = a.labels.isEmpty ? (b, a) : (a, b)
        // A column for each option says how many there are; codes say how many at least.
        let isCertain = coded.optionCount != nil
        guard let largest = coded.optionCount ?? coded.largestCode else { return 0 }
        guard labelled.labels.isEmpty else {
            let count = labelled.optionCount ?? labelled.labels.count
            if labelled.optionCount != nil, largest > count { return -5 }
            // Not every option of a long list was chosen by somebody.
            if largest > count { return largest <= count + 2 + count / 2 ? 1.2 - 0.05 * Double(largest - count) : -5 }
            if isCertain, count > largest { return -5 }
            return 1.5 * Double(largest) / Double(max(count, 1))
        }
        guard let other = labelled.optionCount ?? labelled.largestCode else { return 0 }
        return 1 - abs(Double(largest - other)) / Double(max(largest, other, 1))
    }

    private func titleScore(_ a: QuestionSignature, _ b: QuestionSignature) -> Double {
        let scores = a.titles.flatMap { left in b.titles.map { Self.likeness(words.key(left), words.key($0)) } }
        guard let best = scores.max() else { return 0 }
        // Words that have nothing in common are those of two questions.
        return best < 0.15 ? -1.5 : 5 * best
    }

    /// 1 for the same text; else mostly how much of the shorter one is found in the longer one, by pairs of characters.
    static func likeness(_ a: String, _ b: String) -> Double {
        if a == b { return a.isEmpty ? 0 : 1 }
        let (short, long) = a.count <= b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
        guard short.count >= 2 else { return short.first.map(long.contains) ?? false ? 0.2 : 0 }
        func pairs(_ text: [Character]) -> Set<String> {
            Set(zip(text, text.dropFirst()).map { "\($0)\($1)" })
        }
        let (shorter, longer) = (pairs(short), pairs(long))
        let common = Double(shorter.intersection(longer).count)
        return 0.75 * common / Double(shorter.count) + 0.25 * 2 * common / Double(shorter.count + longer.count)
    }
}
