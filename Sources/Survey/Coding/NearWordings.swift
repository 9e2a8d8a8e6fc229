/// Wordings by their pairs of letters, for what no wording is found in.
struct NearWordings: Sendable {
    private let slips: SlipTable
    /// Pair of letters → wordings that have it.
    private var byPair: [UInt64: [Int32]] = [:]
    private let sizes: [Int]

    init(_ index: PhraseIndex, slips: SlipTable) {
        self.slips = slips
        sizes = index.wordings.map { max($0.length - 1, 1) }
        for (number, wording) in index.wordings.enumerated()
        where wording.parts.count == 1 && !wording.isNone && wording.length >= 3 {
            for pair in Self.pairs(wording.parts[0][...]) where byPair[pair]?.last != Int32(number) {
                byPair[pair, default: []].append(Int32(number))
            }
        }
    }

    private static func pairs(_ text: ArraySlice<Unicode.Scalar>) -> [UInt64] {
        zip(text, text.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
    }

    /// Wordings by how many of their pairs the letters have, in their order.
    private func shared(with text: ArraySlice<Unicode.Scalar>) -> [(wording: Int, count: Int)] {
        var counts: [Int32: Int] = [:]
        for pair in Set(Self.pairs(text)) {
            for wording in byPair[pair] ?? [] { counts[wording, default: 0] += 1 }
        }
        return counts.map { (Int($0.key), $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// A firm wording that the letters hold with one slip, and where; the longest.
    func slip(in text: CodedText, _ range: Range<Int>, _ index: PhraseIndex) -> (
        wording: Int, place: Range<Int>
    )? {
        let letters = text.scalars[range]
        var best: (wording: Int, place: Range<Int>)?
        for (number, count) in shared(with: letters) {
            let wording = index.wordings[number]
            let length = wording.length
            // One letter spoils two pairs, a swap three.
            guard wording.isFirm, count >= max(1, length - 4), length > best?.place.count ?? 0 else {
                continue
            }
            for size in [length, length - 1, length + 1] where size <= letters.count {
                let starts = range.lowerBound...(range.upperBound - size)
                guard
                    let start = starts.first(where: {
                        slips.isSlip(text.scalars[$0..<($0 + size)], of: wording.parts[0])
                    })
                else { continue }
                best = (number, start..<(start + size))
                break
            }
        }
        return best
    }

    /// The wordings that share most of their pairs with the letters, best first: share of the wording's pairs, 0…1.
    func similar(to text: CodedText, atLeast least: Double) -> [(wording: Int, share: Double)] {
        shared(with: text.scalars[...])
            .map { ($0.wording, Double($0.count) / Double(sizes[$0.wording])) }
            .filter { $0.1 >= least }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}
