/// Two names, what they have in common at their ends, and how far apart they are at least.
struct NamePair {
    typealias Letters = UnsafeBufferPointer<UInt16>

    /// The shorter one; the first one of two of one length.
    let short: Letters
    let long: Letters
    /// How many letters both begin with, and how many of the others both end with.
    let prefix: Int
    let suffix: Int
    /// Two letters in a row that one of them has and the other lacks, at least; the larger number of the two.
    private let lacking: Int
    /// Two letters in a row that both have, at most.
    private let mostShared: Int

    init(_ a: NameView, _ b: NameView) {
        let (one, other) = a.letters.count <= b.letters.count ? (a, b) : (b, a)
        let (short, long) = (one.letters, other.letters)
        var prefix = 0
        while prefix < short.count, short[prefix] == long[prefix] { prefix += 1 }
        var suffix = 0
        let gap = long.count - short.count
        while suffix < short.count - prefix {
            let index = short.count - 1 - suffix
            guard short[index] == long[index + gap] else { break }
            suffix += 1
        }
        let (lackingShort, lackingLong) = (one.sketch.lacking(in: other.sketch), other.sketch.lacking(in: one.sketch))
        (self.short, self.long, self.prefix, self.suffix) = (short, long, prefix, suffix)
        lacking = max(lackingShort, lackingLong)
        mostShared = min(short.count - 1 - lackingShort, long.count - 1 - lackingLong)
    }

    /// How many letters they have in common at their ends.
    var common: Int { prefix + suffix }

    /// What stands between the ends.
    var shortRest: Letters { Letters(rebasing: short[prefix..<short.count - suffix]) }
    var longRest: Letters { Letters(rebasing: long[prefix..<long.count - suffix]) }

    /// Whether what the longer one has more is what stands before or behind it in both.
    var isRepeated: Bool {
        let extra = longRest
        return (prefix >= extra.count && long[prefix - extra.count..<prefix].elementsEqual(extra))
            || (suffix >= extra.count && long[(long.count - suffix)...].prefix(extra.count).elementsEqual(extra))
    }

    /// Whether so many edits may be enough. One of them breaks three runs of two letters at most: a swap.
    func mayBeWithin(edits: Int) -> Bool { long.count - short.count <= edits && lacking <= edits * 3 }

    /// Whether a third of the letters of the shorter name are in the longer one.
    var shareLetters: Bool { short.count { long.contains($0) } * 3 >= short.count }

    /// Whether their similarity may be so much.
    func mayBeSimilar(_ least: Double) -> Bool {
        short.count < 2 || Bigrams.similarity(shared: mostShared, short.count, long.count) >= least
    }
}
