/// Compares names.
struct NameComparison {
    let lexicon: NameLexicon

    /// - Parameters: names in standard spelling that are not equal.
    func compare(_ a: ArraySlice<UInt16>, _ b: ArraySlice<UInt16>) -> NameAgreement {
        if a.isEmpty || b.isEmpty { return .missing }
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        let difference = Difference(short, long)
        // Nothing at either end, and no letters in common.
        if difference.prefix + difference.suffix == 0, !Self.shareLetters(short, long) { return .different }
        if difference.short.isEmpty { return added(difference, to: short, long) }
        if let slip = slips(short, long) { return slip }
        // Ends that say nothing: 事務局 at one, 本部 at the other.
        if difference.suffix == 0 || difference.prefix == 0, difference.prefix + difference.suffix >= 2,
            saysNothing(difference.short), saysNothing(difference.long)
        {
            return .part
        }
        return replaced(difference, short, long)
    }

    /// Whether a third of the letters of the shorter name are in the longer one.
    private static func shareLetters(_ short: ArraySlice<UInt16>, _ long: ArraySlice<UInt16>) -> Bool {
        short.count { long.contains($0) } * 3 >= short.count
    }

    private func saysNothing(_ stretch: ArraySlice<UInt16>) -> Bool {
        lexicon.classes(of: stretch).map { !$0.contains { $0.separates } } ?? false
    }

    /// What both have at their ends, and what is between.
    struct Difference {
        let prefix: Int
        let suffix: Int
        let short: ArraySlice<UInt16>
        let long: ArraySlice<UInt16>

        init(_ short: ArraySlice<UInt16>, _ long: ArraySlice<UInt16>) {
            var prefix = 0
            let (one, other) = (short.startIndex, long.startIndex)
            while prefix < short.count, short[one + prefix] == long[other + prefix] { prefix += 1 }
            var suffix = 0
            while suffix < short.count - prefix, short[short.endIndex - 1 - suffix] == long[long.endIndex - 1 - suffix]
            {
                suffix += 1
            }
            self.prefix = prefix
            self.suffix = suffix
            self.short = short[one + prefix..<short.endIndex - suffix]
            self.long = long[other + prefix..<long.endIndex - suffix]
        }
    }

    /// One name is in the other as a whole.
    private func added(_ difference: Difference, to short: ArraySlice<UInt16>, _ long: ArraySlice<UInt16>)
        -> NameAgreement
    {
        let extra = difference.long
        if let classes = lexicon.classes(of: extra) {
            // 熊本支部, 熊本事務所: where a part is.
            return classes.isSubset(of: [.unit, .neutral, .region]) && classes != [.region] ? .part : .sibling
        }
        if lexicon.separates(extra) { return .sibling }
        let isInside = difference.prefix > 0 && difference.suffix > 0
        if extra.count == 1, short.count >= 4 {
            return isInside || !NameLetters.isKanji(extra.first ?? 0) ? .slip : .extended
        }
        if isInside, short.count >= 4, extra.allSatisfy(NameLetters.isKana), extra.count <= 2 { return .slip }
        return isInside && short.count >= 6 ? .shortened : .extended
    }

    /// Whether a few letters typed wrongly explain the difference.
    private func slips(_ short: ArraySlice<UInt16>, _ long: ArraySlice<UInt16>) -> NameAgreement? {
        let allowed = short.count >= 10 ? 3 : short.count >= 7 ? 2 : short.count >= 4 ? 1 : 0
        guard allowed > 0, long.count - short.count <= allowed, long.count <= 120,
            let edits = NameEdits.between(short, long, most: allowed)
        else { return nil }
        var slips = 0
        for edit in edits {
            switch edit {
            case .swapped: slips += 1
            case .inserted(let letter, let isInside):
                if lexicon.separates([letter]), !NameLetters.isKana(letter) { return .sibling }
                if !isInside, NameLetters.isKanji(letter) { return nil }
                slips += 1
            case .replaced(let one, let other):
                guard lexicon.areAlike(one, other) else { return nil }
                slips += 1
            }
        }
        return slips <= allowed ? .slip : nil
    }

    /// Another word stands in the place of one.
    private func replaced(_ difference: Difference, _ short: ArraySlice<UInt16>, _ long: ArraySlice<UInt16>)
        -> NameAgreement
    {
        let common = difference.prefix + difference.suffix
        if isShortened(difference.short, difference.long) || isShortened(difference.long, difference.short) {
            return common + difference.short.count >= 4 ? .shortened : .different
        }
        if common >= 3, common * 2 >= short.count {
            return .sibling
        }
        return Bigrams.similarity(short, long) >= 0.6 ? .similar : .different
    }

    /// 民児協 of 民生委員児童委員協議会: it begins alike, and its letters come in the same order.
    private func isShortened(_ short: ArraySlice<UInt16>, _ long: ArraySlice<UInt16>) -> Bool {
        guard short.count >= 2, long.count >= short.count * 2, short.first == long.first else { return false }
        var rest = short
        for letter in long where letter == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}

enum Bigrams {
    /// Twice what is shared over all: 0…1.
    static func similarity(_ a: ArraySlice<UInt16>, _ b: ArraySlice<UInt16>) -> Double {
        guard a.count > 1, b.count > 1 else { return a == b ? 1 : 0 }
        var counts: [UInt32: Int] = [:]
        for index in a.indices.dropFirst() { counts[UInt32(a[index - 1]) << 16 | UInt32(a[index]), default: 0] += 1 }
        var shared = 0
        for index in b.indices.dropFirst() {
            let bigram = UInt32(b[index - 1]) << 16 | UInt32(b[index])
            if let count = counts[bigram], count > 0 {
                counts[bigram] = count - 1
                shared += 1
            }
        }
        return 2 * Double(shared) / Double(a.count + b.count - 2)
    }
}
