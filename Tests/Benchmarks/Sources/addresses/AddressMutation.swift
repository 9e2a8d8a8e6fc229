internal import BenchmarkSupport

/// Makes of an address what no person wrote: what programs break at.
struct AddressMutation {
    private static let brackets = ["（", "(", "「", "『", "【", "[", "〔", "<", "｛", "）", "」"]
    private static let emoji = ["👨‍👩‍👧‍👦", "🏠", "🇯🇵", "👍🏽", "❤️", "🈁", "#️⃣"]
    private static let marks = ["\u{301}", "\u{3099}", "\u{309A}", "\u{FE0F}", "\u{E0100}", "\u{200D}", "\u{20DD}"]
    private static let digits = ["1", "９", "一", "十", "千", "〇", "①", "㉑", "٣"]
    /// Words that mean something to a reader of addresses.
    private static let words = [
        "丁目", "番地", "番", "号", "の", "-", "ー", "大字", "字", "条", "西", "線", "甲", "イ", "市", "区", "郡", "町", "村", "県", "都", "〒",
        "通", "上る", "東入", "第", "地割", "ヶ", "\u{3000}", "\u{0}", "\u{FEFF}", "\u{202E}",
    ]

    /// - Returns: bytes that need not be UTF-8.
    static func mutated(_ address: String, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = Array(address.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&bytes, &random) }
        return bytes
    }

    private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        let place = boundary(in: bytes, &random)
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<15:
            let count = Int.random(in: 1...8, using: &random)
            let junk = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let start = Int.random(in: 0...bytes.count, using: &random)
            bytes.replaceSubrange(start..<min(bytes.count, start + random.pick([0, 1, junk.count])), with: junk)
        case 15..<30: bytes.insert(contentsOf: random.pick(brackets).utf8, at: place)
        case 30..<45: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
        case 45..<55:
            let part = Array(bytes[place..<min(bytes.count, place + Int.random(in: 1...60, using: &random))])
            let times = random.happens(percent: 10) ? 500 : 8
            let count = Int.random(in: 1...times, using: &random)
            bytes.insert(contentsOf: repeated(part, count), at: place)
        case 55..<65: bytes.insert(contentsOf: repeated(Array(random.pick(words).utf8), run(&random)), at: place)
        case 65..<75: bytes.insert(contentsOf: repeated(Array(random.pick(digits).utf8), run(&random)), at: place)
        case 75..<83: bytes.insert(contentsOf: repeated(Array(random.pick(marks).utf8), run(&random)), at: place)
        case 83..<90:
            bytes.insert(contentsOf: repeated(Array(random.pick(emoji).utf8), run(&random) / 8 + 1), at: place)
        case 90..<95:
            // Another part of the same address in front of it, or all of it again.
            bytes += bytes[place...] + bytes
        default:
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                bytes.insert(contentsOf: random.pick(words).utf8, at: place)
            }
        }
        // As much as a cell of Excel holds.
        if bytes.count > 98_301 { bytes.removeSubrange(98_301...) }
    }

    /// Mostly a few, now and then thousands.
    private static func run(_ random: inout SeededGenerator) -> Int {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<90: Int.random(in: 1...40, using: &random)
        case 90..<98: Int.random(in: 40...1000, using: &random)
        default: Int.random(in: 1000...10_000, using: &random)
        }
    }

    private static func repeated(_ part: [UInt8], _ count: Int) -> [UInt8] {
        Array([[UInt8]](repeating: part, count: count).joined())
    }

    /// Where a character begins, or the end.
    private static func boundary(in bytes: [UInt8], _ random: inout SeededGenerator) -> Int {
        var place = Int.random(in: 0...bytes.count, using: &random)
        while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }
}
