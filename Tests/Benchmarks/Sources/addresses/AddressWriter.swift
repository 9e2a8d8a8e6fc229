internal import BenchmarkSupport
internal import Text

/// Writes addresses of towns as people write them, the same for the same seed: 都道府県, 郡 or a ward left out, 丁目 in
/// kanji, in digits or as the first of three numbers, 番地, every hyphen, full width, postcodes, buildings, notes.
struct AddressWriter {
    private let towns: [Town]
    private(set) var random: SeededGenerator

    init(_ towns: [Town], seed: UInt64) {
        self.towns = towns
        random = SeededGenerator(seed: seed)
    }

    mutating func next() -> (text: String, town: Town) {
        let town = random.pick(towns)
        let gap = random.happens(percent: 10) ? random.pick([" ", "　"]) : ""
        let hyphen = random.happens(percent: 60) ? "-" : random.pick(["－", "−", "ー", "‐", "―", "の"])
        var text = place(town, gap: gap) + gap + name(town) + numbers(town, hyphen)
        if random.happens(percent: 15) { text = Self.widened(text) }
        if random.happens(percent: 10) { text = postcode() + text }
        return (text + tail(behindNumber: text.unicodeScalars.last.map(Self.isNumber) ?? false), town)
    }

    private mutating func place(_ town: Town, gap: String) -> String {
        let hasPrefecture = random.happens(percent: 75)
        // Names of towns and villages repeat from prefecture to prefecture.
        let hasCounty = !hasPrefecture || random.happens(percent: 75)
        let hasWard = !town.isOnlyOne || random.happens(percent: 75)
        return (hasPrefecture ? town.prefecture + gap : "") + (hasCounty ? town.county : "") + town.city
            + (hasWard ? town.ward : "")
    }

    private mutating func name(_ town: Town) -> String {
        var name = town.stem
        if name.hasPrefix("大字"), random.happens(percent: 40) { name.removeFirst(2) }
        guard random.happens(percent: 30) else { return name }
        let spellings: [(Unicode.Scalar, [Unicode.Scalar])] = [
            ("ケ", ["ヶ", "が"]), ("ヶ", ["ケ", "が"]), ("ノ", ["の", "之"]), ("の", ["ノ"]), ("之", ["の"]),
        ]
        var scalars = Array(name.unicodeScalars)
        // Not at its ends, where it is a word of its own.
        for index in scalars.indices.dropFirst().dropLast() {
            guard let spelling = spellings.first(where: { $0.0 == scalars[index] }) else { continue }
            scalars[index] = random.pick(spelling.1)
        }
        name = ""
        name.unicodeScalars.append(contentsOf: scalars)
        return name
    }

    private mutating func numbers(_ town: Town, _ hyphen: String) -> String {
        let (block, lot) = (Int.random(in: 1...60, using: &random), Int.random(in: 1...40, using: &random))
        guard let chome = town.chome else {
            let ground = block * lot
            // 阿三 and 千百七番地 can't be told apart.
            let isNumeral = town.stem.unicodeScalars.last.map(Numerals.isKanjiNumeral) ?? false
            return random.pick([
                "\(ground)\(hyphen)\(block)", "\(ground)番地\(block)", "\(ground)番地の\(block)", "\(ground)番地",
                "\(ground)", "\(block)番\(lot)号", "甲\(ground)", isNumeral ? "" : "\(Numerals.kanji(ground))番地", "",
            ])
        }
        let short = town.hasNamesake ? "\(chome)丁目\(block)" : "\(chome)\(hyphen)\(block)"
        return random.pick([
            "\(chome)\(hyphen)\(block)\(hyphen)\(lot)", "\(chome)\(hyphen)\(block)\(hyphen)\(lot)",
            "\(chome)\(hyphen)\(block)\(hyphen)\(lot)", short, "\(chome)丁目\(block)番\(lot)号",
            "\(chome)丁目\(block)\(hyphen)\(lot)", "\(chome)丁目\(block)番地\(lot)",
            "\(Numerals.kanji(chome))丁目\(block)\(hyphen)\(lot)",
            "\(Numerals.kanji(chome))丁目\(Numerals.kanji(block))番\(Numerals.kanji(lot))号",
            "\(Numerals.kanji(chome))丁目",
        ])
    }

    private mutating func postcode() -> String {
        let digits = String(Int.random(in: 1_000_000...9_999_999, using: &random))
        return random.pick(["〒", "", "〒 "]) + digits.prefix(3) + random.pick(["-", "－"]) + digits.suffix(4)
            + random.pick([" ", "　", ""])
    }

    /// - Parameter behindNumber: a building may follow at once then.
    private mutating func tail(behindNumber: Bool) -> String {
        var tail = ""
        if random.happens(percent: 18) {
            tail += random.pick(behindNumber ? [" ", "　", ""] : [" ", "　"])
            tail += random.pick(["コーポ桜", "第二山田ビル", "市民会館", "グリーンハイツ", "ＳＫビル", "○○小学校内"])
            tail += random.pick(["", "203号", "３階", "5F", "1-201", "Ｂ棟101号室"])
        }
        if random.happens(percent: 4) { tail += random.pick(["（旧公民館内）", "(事務局)", "（担当 田中", "【仮】"]) }
        return tail
    }

    private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "０"..."９", "号", "地": true
        default: false
        }
    }

    private static func widened(_ text: String) -> String {
        var wide = ""
        for scalar in text.unicodeScalars {
            let isASCII = (0x21...0x7E).contains(scalar.value)
            wide.unicodeScalars.append(isASCII ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
        }
        return wide
    }
}
