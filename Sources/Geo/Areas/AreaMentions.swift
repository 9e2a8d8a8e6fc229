/// An area text, taken apart from left to right by the longest word at each place.
///
/// A name is believed only where it stands by itself: 丙 in 丙駅 is no town, nor 北区 in 他市北区 ours.
struct AreaMentions {
    private(set) var mentions: [AreaMention] = []
    private(set) var isEverywhere = false
    private(set) var isOnline = false
    private(set) var isBeyond = false
    private(set) var isBeyondPrefecture = false
    private(set) var isBothSides = false
    private(set) var isOnly = false
    /// なし, 同上.
    private(set) var saysNothing = false
    /// 全域 that belongs to no place.
    private(set) var isWhole = false
    /// 5区, 市内4区: how many wards, and where that stands.
    private(set) var wardCounts: [(count: Int, range: Range<Int>)] = []
    /// Runs that no word explains.
    private(set) var unknown: [Range<Int>] = []
    /// Whether there is anything but signs and spaces.
    private(set) var hasLetters = false

    private let text: AreaText
    private var position = 0
    private var group = 0
    private var link = AreaMention.Link.none
    /// Whether nothing but marks has come since the last mention.
    private var isBehindMention = false
    /// Whether the word before is one that is known; so is the beginning.
    private var isBehindWord = true
    /// Whether the scalar before is part of a run that no word explains.
    private var isInUnknown = false
    /// 主に, 事務所は, 除く: what is said of the next place.
    private var isMainAhead = false
    private var isOfficeAhead = false
    private var isExceptAhead = false

    init(_ text: AreaText, _ lexicon: AreaLexicon) {
        self.text = text
        while position < text.count { step(lexicon) }
    }

    private mutating func step(_ lexicon: AreaLexicon) {
        if text.hasGap(before: position), isBehindMention, link == .inside { link = .gap }
        if let end = numbers() {
            position = end
            return
        }
        guard let (meanings, length) = word(lexicon) else {
            skipUnknown()
            return
        }
        hasLetters = hasLetters || !AreaLetter.isPunctuation(text.scalars[position])
        let places = meanings.filter(\.isPlace)
        if !places.isEmpty {
            if !isBelieved(places) {
                skipUnknown(length)
                return
            }
            leaveOutCounty()
            addMention(places, length)
        }
        for case .mark(let mark) in meanings where places.isEmpty || mark == .beyond {
            apply(mark, length)
            if places.isEmpty { break }
        }
        position += length
        isInUnknown = false
        isBehindWord = true
    }

    /// The longest word that makes sense here: の in 西区のみずき野, not のみ.
    private func word(_ lexicon: AreaLexicon) -> (meanings: [AreaTerm], length: Int)? {
        var found: (meanings: [AreaTerm], length: Int)?
        lexicon.forEach(in: text, at: position) { meanings, length in
            if isWord(meanings, length, lexicon) { found = (meanings, length) }
        }
        return found
    }

    private mutating func addMention(_ places: [AreaTerm], _ length: Int) {
        var mention = AreaMention(
            terms: places, start: position, end: position + length, link: link, group: group)
        mention.isMain = isMainAhead
        mention.isExcluded = isExceptAhead
        // 事務所は丙区丁町: both say where the office is.
        mention.isOffice =
            isOfficeAhead || (link == .inside && mentions.last?.isOffice ?? false && isBehindMention)
        isOfficeAhead = false
        isMainAhead = false
        mentions.append(mention)
        // の or nothing between two places puts the second one into the first.
        link = .inside
        isBehindMention = true
    }

    /// Single letters are believed only where they make sense: 市 in 山鹿市 is not the city, nor が a particle in はるが丘.
    private func isWord(_ meanings: [AreaTerm], _ length: Int, _ lexicon: AreaLexicon) -> Bool {
        if meanings.contains(.mark(.only)), isBehindMention { return standsAlone(length, lexicon) }
        guard length == 1, !AreaLetter.isPunctuation(text.scalars[position]) else { return true }
        if isInUnknown, !text.hasGap(before: position) { return meanings.contains(.mark(.list)) }
        if meanings.contains(where: { $0 == .city || $0 == .prefecture }) {
            // 市全域 is all of it, 市東部 some of it; 市民 and 市役所 say nothing about where.
            let next = lexicon.longest(in: text, at: position + 1)?.meanings
            return next?.contains { $0 == .mark(.whole) || $0 == .mark(.direction) } ?? false
        }
        if meanings.contains(where: \.isPlace) { return standsAlone(length, lexicon) }
        if meanings == [.mark(.schoolDistrict)] || meanings == [.mark(.neighbourhood)] {
            return isBehindMention && mentions.last?.end == position
        }
        let isMark = meanings.allSatisfy {
            [.mark(.idle), .mark(.particle), .mark(.mainly)].contains($0)
        }
        return isBehindWord || !isMark
    }

    /// Whether a word is an item of a list: 東 in 東・西区, not in 東部 or 東野.
    private func standsAlone(_ length: Int, _ lexicon: AreaLexicon) -> Bool {
        let end = position + length
        guard isBehindWord, end < text.count, !text.hasGap(before: end) else { return isBehindWord }
        if AreaLetter.isPunctuation(text.scalars[end]) || AreaNumbers.chomes(in: text, at: end) != nil {
            return true
        }
        return lexicon.longest(in: text, at: end)?.meanings.contains { term in
            guard case .mark(let mark) = term else { return false }
            return Self.ends.contains(mark)
        } ?? false
    }

    /// What may stand behind a name of one letter.
    private static let ends: Set<AreaTerm.Mark> = [
        .list, .particle, .closing, .opening, .except, .only, .mainlyBehind, .inside, .schoolDistrict,
        .otherDistrict,
        .neighbourhood, .surroundings,
    ]

    /// Whether a place behind letters that no word explains is one of its own.
    private func isBelieved(_ places: [AreaTerm]) -> Bool {
        guard !text.hasGap(before: position), position > 0 else { return true }
        let isArea = places.contains { if case .area = $0 { true } else { false } }
        if isInUnknown {
            let before = text.scalars[position - 1]
            return AreaLetter.particles.contains(before) || (isArea && before == AreaLetter.county)
        }
        // 秋津新町 is one name, even where only 秋津 and 新町 are known.
        guard !isArea, isBehindMention, let last = mentions.last, last.end == position else { return true }
        return last.isClosed || last.kind != nil || !last.chomes.isEmpty
    }

    /// 上益城郡 before a town that is known says nothing more.
    private mutating func leaveOutCounty() {
        guard isInUnknown, !text.hasGap(before: position), position > 0 else { return }
        if text.scalars[position - 1] == AreaLetter.county { unknown.removeLast() }
    }

    // MARK: What is not known

    private mutating func skipUnknown(_ length: Int = 1) {
        let scalar = text.scalars[position]
        if AreaLetter.isPunctuation(scalar) {
            isInUnknown = false
            link = .none
            isBehindMention = false
            isBehindWord = !AreaLetter.isHyphen(scalar)
            position += 1
            return
        }
        hasLetters = true
        let isAttached = !text.hasGap(before: position)
        if isInUnknown, isAttached, let last = unknown.indices.last {
            unknown[last] = unknown[last].lowerBound..<(position + length)
        } else {
            unknown.append((isAttached ? takenBack() : position)..<(position + length))
        }
        isInUnknown = true
        link = .none
        isBehindMention = false
        isBehindWord = false
        position += length
    }

    /// Where a run that no word explains begins: with the name before it, when that is only the beginning of another.
    private mutating func takenBack() -> Int {
        guard let index = mentions.indices.last, mentions[index].end == position, isBehindMention else {
            return position
        }
        if mentions[index].isClosed || mentions[index].kind != nil {
            mentions[index].isPartial = true
            return position
        }
        return mentions.removeLast().start
    }

    // MARK: Marks

    private mutating func apply(_ mark: AreaTerm.Mark, _ length: Int) {
        let last = isBehindMention ? mentions.indices.last : nil
        switch mark {
        case .schoolDistrict, .otherDistrict, .neighbourhood, .surroundings, .direction:
            describe(last, mark, length)
        case .whole:
            if let last {
                mentions[last].isWhole = true
                if mentions[last].isCity || mentions[last].isPrefecture { group += 1 }
            } else {
                isWhole = true
            }
        case .some:
            if let last { mentions[last].isPartial = true }
        case .only: isOnly = true
        case .mainly: isMainAhead = true
        case .mainlyBehind: if let last { mentions[last].isMain = true }
        case .except: exclude()
        case .office, .base: locate(last, mark)
        case .list, .particle:
            link = .list
            if mark == .list { (isBehindMention, isOfficeAhead) = (false, false) }
        case .opening:
            group += 1
            if link == .inside || link == .gap { link = .bracket }
        case .closing, .restart: startGroup()
        case .everywhere: isEverywhere = true
        case .online: isOnline = true
        case .beyond: isBeyond = true
        case .beyondPrefecture: isBeyondPrefecture = true
        case .bothSides: isBothSides = true
        case .nothing: saysNothing = true
        case .inside, .idle: break
        }
    }

    /// What is said to be called so. In 校区周辺 the first mark says what it is.
    private mutating func describe(_ last: Int?, _ mark: AreaTerm.Mark, _ length: Int) {
        let end = position + length
        if mark == .surroundings, let index = last ?? (link == .list ? mentions.indices.last : nil) {
            mentions[index].hasSurroundings = true
            if last == nil { return }
        }
        if let last {
            if mark == .direction { mentions[last].isPartial = true }
            if mentions[last].kind == nil { mentions[last].kind = mark }
            if mentions[last].end == position { mentions[last].end = end }
        } else if isInUnknown, let run = unknown.indices.last {
            unknown[run] = unknown[run].lowerBound..<end
        } else if mark != .neighbourhood, mark != .surroundings {
            unknown.append(position..<end)
        }
    }

    private mutating func exclude() {
        let count = mentions.reversed().prefix { $0.group == group }.count
        for index in mentions.indices.suffix(count) { mentions[index].isExcluded = true }
        if count == 0 { isExceptAhead = true } else { startGroup() }
    }

    /// 事務所は甲区, 甲区に事務所, 甲区（事務所）.
    private mutating func locate(_ last: Int?, _ mark: AreaTerm.Mark) {
        guard let last else {
            isOfficeAhead = true
            return
        }
        for index in mentions[...last].indices.reversed() {
            if mark == .office { mentions[index].isOffice = true } else { mentions[index].isBase = true }
            // 丙区丁町に事務所: both.
            guard mentions[index].link == .inside else { break }
        }
        link = .list
    }

    private mutating func startGroup() {
        group += 1
        link = .none
        isBehindMention = false
        isOfficeAhead = false
        isExceptAhead = false
    }

    // MARK: Numbers

    /// Numbers that belong to a town or count wards, and those that number a list; the index behind them.
    private mutating func numbers() -> Int? {
        guard let first = AreaNumbers.number(in: text, at: position), first.value < 100_000 else {
            return nil
        }
        if isBehindMention, let last = mentions.indices.last, mentions[last].end == position,
            !mentions[last].isClosed,
            let list = AreaNumbers.chomes(in: text, at: position)
                ?? AreaNumbers.lot(in: text, at: position)
        {
            mentions[last].chomes += list.chomes
            mentions[last].end = list.end
            return list.end
        }
        if let end = AreaNumbers.wardCount(in: text, behind: first.end) {
            hasLetters = true
            wardCounts.append((first.value, position..<end))
            isBehindWord = true
            isInUnknown = false
            // 3区（甲区、乙区、丙区） and 3区すべて.
            link = .none
            return end
        }
        // 1. and ① number the items of a list.
        guard !first.isKanji, isBehindWord, first.value < 20 else { return nil }
        link = link == .inside ? .list : link
        return first.end
    }
}
