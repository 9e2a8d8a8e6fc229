extension ActivityReading {
    /// 子ども and 若者 say little beside words that aren't known: メンヘラと呼ばれる若者, 不良行為少年, 事件で子どもを失った親. Such
    /// words are then left to a person.
    mutating func doubtPopulations() {
        // A word that is known is no reason for doubt, if only a longer one has its place.
        let covered = zip(coverage(), known).map { $0 || $1 }
        for index in found.indices where found[index].fate == .counts && isPopulation(found[index]) {
            let hit = found[index].hit
            if hasUnknownModifier(before: hit.start, covered)
                || hasUnknownCompound(after: hit.end, covered)
                || hasStrongerHint(index)
            {
                found[index].score *= Self.doubtFactor
            }
        }
    }

    /// Too little for setting a code, enough for the first guess.
    private static let doubtFactor = 0.75
    /// Fainter hints don't cast doubt.
    private static let doubtingHint = 0.4

    private func isPopulation(_ item: Found) -> Bool {
        let codes = wording(item).phrases.map(\.code)
        return item.rule == nil && codes.allSatisfy { tables.vocabulary.populations.contains($0) }
    }

    /// Which letters belong to a phrase.
    func coverage() -> [Bool] {
        var covered = [Bool](repeating: false, count: coded.count)
        for item in found { for part in item.hit.parts { for place in part { covered[place] = true } } }
        return covered
    }

    /// A clause or a compound that ends right before a word.
    private func hasUnknownModifier(before start: Int, _ covered: [Bool]) -> Bool {
        var first = start
        while first > 0, !coded.breaks[first], !covered[first - 1] { first -= 1 }
        let letters = first..<start
        guard letters.count >= 2, let last = letters.last else { return false }
        switch coded.scripts[last] {
        case .hiragana:
            return letters.count >= 4 && Self.clauseEnds.contains(coded.scalars[last])
        case .kanji:
            return coded.scripts[start] == .kanji && coded.scripts[last - 1] == .kanji
        case .katakana, .latin, .digit, .other:
            return false
        }
    }

    /// 女性ランナー is hardly about women.
    private func hasUnknownCompound(after end: Int, _ covered: [Bool]) -> Bool {
        guard end > 0, coded.scripts[end - 1] != .hiragana else { return false }
        var last = end
        while last < coded.count, !coded.breaks[last], !covered[last], coded.scripts[last] == .katakana { last += 1 }
        return last - end >= 3
    }

    private func hasStrongerHint(_ index: Int) -> Bool {
        let codes = wording(found[index]).phrases.map(\.code)
        return found.contains { other in
            other.fate == .counts && other.segment == found[index].segment
                && other.score < ActivityCoder.assignedFrom && other.score >= Self.doubtingHint
                && wording(other).phrases.contains { hint in
                    codes.allSatisfy { $0 != hint.code && gives($0, wayTo: hint.code) }
                }
        }
    }

    private static let clauseEnds: Set<Unicode.Scalar> = [
        "る", "た", "だ", "い", "う", "く", "す", "つ", "ぶ", "む", "な",
    ]
}
