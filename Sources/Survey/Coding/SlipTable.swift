/// Which letters a hand or a scanner takes for each other.
struct SlipTable: Sendable {
    private let looks: [Unicode.Scalar: Unicode.Scalar]
    private let readings: [Unicode.Scalar: Set<String>]

    init(looks: [(character: String, standard: String)], readings: [(kanji: String, on: [String])]) {
        self.looks = Dictionary(
            looks.compactMap { pair in
                guard let from = pair.character.unicodeScalars.first,
                    let to = pair.standard.unicodeScalars.first
                else {
                    return nil
                }
                return (from, to)
            }, uniquingKeysWith: { first, _ in first })
        self.readings = Dictionary(
            readings.compactMap { entry in entry.kanji.unicodeScalars.first.map { ($0, Set(entry.on)) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// A kanji of the same reading, a letter of the same look.
    func areConfused(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
        if looks[a] ?? a == looks[b] ?? b { return true }
        guard let first = readings[a], let second = readings[b] else { return false }
        return !first.isDisjoint(with: second)
    }

    /// Whether the texts differ by one slip: a letter of the same look or reading; in words of five letters and more a
    /// letter of kana that is wrong, missing or too many, or two that changed places.
    func isSlip(_ text: ArraySlice<Unicode.Scalar>, of word: [Unicode.Scalar]) -> Bool {
        let text = Array(text)
        var head = 0
        while head < min(text.count, word.count), text[head] == word[head] { head += 1 }
        var tail = 0
        while tail < min(text.count, word.count) - head,
            text[text.count - 1 - tail] == word[word.count - 1 - tail]
        {
            tail += 1
        }
        let (wrong, right) = (text[head..<(text.count - tail)], word[head..<(word.count - tail)])
        switch (wrong.count, right.count) {
        case (1, 1):
            guard let a = wrong.first, let b = right.first else { return false }
            return areConfused(a, b) || word.count >= 5 && Self.isKana(a) && Self.isKana(b)
        case (0, 1):
            return word.count >= 5 && Self.isKana(word[head]) && !Self.particles.contains(word[head])
        case (1, 0):
            return word.count >= 5 && Self.isKana(text[head]) && !Self.particles.contains(text[head])
        case (2, 2):
            return word.count >= 5 && text[head] == word[head + 1] && text[head + 1] == word[head]
                && Self.isKana(text[head]) && Self.isKana(text[head + 1])
        default: return false
        }
    }

    /// きょうだいの会 is no slip of きょうだい会.
    private static let particles: Set<Unicode.Scalar> = [
        "の", "を", "に", "は", "が", "と", "も", "や", "へ", "で",
    ]

    private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FF).contains(scalar.value)
    }
}
