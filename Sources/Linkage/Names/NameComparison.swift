/// Compares names.
struct NameComparison {
    let lexicon: NameLexicon

    /// Names alike for so much in two letters in a row are similar.
    private static let leastSimilarity = 0.6
    /// No slip explains what is in so long a text.
    private static let mostLetters = 120

    /// - Parameters: names in standard spelling that are not equal.
    func compare(_ a: NameView, _ b: NameView) -> NameAgreement {
        if a.letters.isEmpty || b.letters.isEmpty { return .missing }
        let pair = NamePair(a, b)
        if pair.common == 0, haveNothingInCommon(pair) { return .different }
        if let agreement = addedOrSlip(pair) { return agreement }
        // Ends that say nothing: 事務局 at one, 本部 at the other.
        if pair.suffix == 0 || pair.prefix == 0, pair.common >= 2, saysNothing(pair.shortRest),
            saysNothing(pair.longRest)
        {
            return .part
        }
        return replaced(pair)
    }

    /// Whether ``compare(_:_:)`` finds a slip and nothing else, with less work.
    func isSlip(_ a: NameView, _ b: NameView) -> Bool {
        if a.letters.isEmpty || b.letters.isEmpty { return false }
        let pair = NamePair(a, b)
        // What one has more as a whole can be a slip in a name too short for edits, and so can a word that stands twice.
        let isContained = pair.common == pair.short.count
        guard isContained || pair.mayBeWithin(edits: Self.mostSlips(pair)), pair.common > 0 || pair.shareLetters else {
            return false
        }
        return addedOrSlip(pair) == .slip
    }

    /// Of names with nothing alike at either end: whether they have too few letters in common. What may be neither a slip
    /// nor similar differs anyhow, and most pairs end there.
    private func haveNothingInCommon(_ pair: NamePair) -> Bool {
        guard pair.mayBeWithin(edits: Self.mostSlips(pair)) || pair.mayBeSimilar(Self.leastSimilarity) else {
            return true
        }
        return !pair.shareLetters
    }

    private func saysNothing(_ stretch: NamePair.Letters) -> Bool {
        lexicon.classes(of: stretch).map { !$0.separates } ?? false
    }

    private func addedOrSlip(_ pair: NamePair) -> NameAgreement? {
        pair.common == pair.short.count ? added(pair) : slips(pair)
    }

    /// One name is in the other as a whole.
    private func added(_ pair: NamePair) -> NameAgreement {
        let extra = pair.longRest
        // Typed twice: 協会協会.
        if extra.count >= 2, pair.short.count >= 4, pair.isRepeated { return .slip }
        if let classes = lexicon.classes(of: extra) {
            // 山形県手をつなぐ会 is called 手をつなぐ会 at home; ダルク and ダルク山形 are two.
            if classes == .region { return pair.prefix == 0 ? .place : .sibling }
            // 山形支部, 山形事務所: where a part is.
            return classes.isSubset(of: [.unit, .neutral, .region]) ? .part : .sibling
        }
        if lexicon.separates(extra) || beginsWord(pair) { return .sibling }
        let isInside = pair.prefix > 0 && pair.suffix > 0
        if extra.count == 1, extra[0] == NameLetters.no, isInside, pair.short.count >= 3 { return .slip }
        if extra.count == 1, pair.short.count >= 4 {
            return isInside || !NameLetters.isKanji(extra[0]) ? .slip : .extended
        }
        if isInside, pair.short.count >= 4, extra.count <= 2, extra.allSatisfy(NameLetters.isKana) { return .slip }
        return isInside && pair.short.count >= 6 ? .shortened : .extended
    }

    /// Whether what the longer name has more makes another body of a general ending: ひかりの会, ひかり友の会.
    private func beginsWord(_ pair: NamePair) -> Bool {
        let ending = NamePair.Letters(rebasing: pair.long[pair.prefix...])
        guard ending.count > pair.longRest.count, ending.count <= pair.longRest.count + 2 else { return false }
        return lexicon.classes(of: ending)?.separates ?? false
    }

    /// How many letters may be typed wrongly in a name.
    private static func mostSlips(_ pair: NamePair) -> Int {
        switch pair.short.count {
        case 10...: 3
        case 7...: 2
        case 4...: 1
        default: 0
        }
    }

    /// Whether a few letters typed wrongly explain the difference.
    private func slips(_ pair: NamePair) -> NameAgreement? {
        let allowed = Self.mostSlips(pair)
        guard allowed > 0, pair.long.count <= Self.mostLetters, pair.mayBeWithin(edits: allowed),
            NameEdits.areWithin(allowed, pair.shortRest, pair.longRest),
            let edits = NameEdits.between(pair.short, pair.long, most: allowed)
        else { return nil }
        var otherKana = 0
        for edit in edits {
            switch edit {
            case .swapped: break
            case .inserted(let letter, let isInside):
                if lexicon.separates(letter), !NameLetters.isKana(letter) { return .sibling }
                if !isInside, NameLetters.isKanji(letter) { return nil }
            case .replaced(let one, let other):
                if lexicon.areAlike(one, other) { continue }
                // One kana may be any other; a second one makes another word (つばさ, わかば).
                otherKana += 1
                guard otherKana == 1, NameLetters.isKana(one), NameLetters.isKana(other) else { return nil }
            }
        }
        return .slip
    }

    /// Another word stands in the place of one.
    private func replaced(_ pair: NamePair) -> NameAgreement {
        let (short, long) = (pair.shortRest, pair.longRest)
        if isShortened(short, long) || isShortened(long, short) {
            return pair.common + short.count >= 4 ? .shortened : .different
        }
        if pair.common >= 3, pair.common * 2 >= pair.short.count {
            return .sibling
        }
        let isSimilar =
            pair.mayBeSimilar(Self.leastSimilarity)
            && Bigrams.similarity(pair.short, pair.long) >= Self.leastSimilarity
        return isSimilar ? .similar : .different
    }

    /// 民児協 of 民生委員児童委員協議会: it begins alike, and its letters come in the same order.
    private func isShortened(_ short: NamePair.Letters, _ long: NamePair.Letters) -> Bool {
        guard short.count >= 2, long.count >= short.count * 2, short[0] == long[0] else { return false }
        var found = 0
        for letter in long where found < short.count && letter == short[found] { found += 1 }
        return found == short.count
    }
}
