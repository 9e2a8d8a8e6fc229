/// A place that an area text names, before it is decided which of its meanings holds.
struct AreaMention {
    /// How it stands to the mention before it.
    enum Link { case none, list, inside }

    let terms: [AreaTerm]
    let start: Int
    var end: Int
    let link: Link
    /// Mentions of one group are excluded together.
    let group: Int
    /// 校区, 中学校区, 地区: what is said to be called so.
    var kind: AreaTerm.Mark?
    var isWhole = false
    var isPartial = false
    var isExcluded = false
    var chomes: [Int] = []

    var isCity: Bool { terms.contains(.city) }
    var isPrefecture: Bool { terms.contains(.prefecture) }

    var fullArea: String? {
        for case .area(let code) in terms { return code }
        return nil
    }

    /// Whether the codes are those of areas that it names as such, not of areas that the named towns lie in.
    func isWhole(_ codes: Set<String>) -> Bool {
        codes.allSatisfy {
            terms.contains(.area($0)) || terms.contains(.shortName($0)) || terms.contains(.schoolDistrict($0))
        }
    }
}

/// An area text, taken apart from left to right by the longest word at each place.
struct AreaMentions {
    private(set) var mentions: [AreaMention] = []
    private(set) var isWider = false
    private(set) var isOnline = false
    private(set) var isBeyond = false
    /// 全域 that belongs to no place.
    private(set) var isWhole = false
    /// Runs that no word explains.
    private(set) var unknown: [Range<Int>] = []

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

    init(_ text: AreaText, _ lexicon: AreaLexicon) {
        self.text = text
        while position < text.count { step(lexicon) }
    }

    private mutating func step(_ lexicon: AreaLexicon) {
        if let end = chomeList() {
            position = end
            return
        }
        guard let (meanings, length) = lexicon.longest(in: text, at: position), isWord(meanings, length, lexicon) else {
            skipUnknown()
            return
        }
        let places = meanings.filter(\.isPlace)
        if places.isEmpty {
            for case .mark(let mark) in meanings.prefix(1) { apply(mark, length) }
        } else {
            mentions.append(
                AreaMention(terms: places, start: position, end: position + length, link: link, group: group))
            // の or nothing between two places puts the second one into the first.
            link = .inside
            isBehindMention = true
        }
        position += length
        isInUnknown = false
        isBehindWord = true
    }

    /// Single letters are believed only where they make sense: 市 in 山鹿市 is not the city, nor が a particle in はるが丘.
    private func isWord(_ meanings: [AreaTerm], _ length: Int, _ lexicon: AreaLexicon) -> Bool {
        guard length == 1, !AreaLetter.isPunctuation(text.scalars[position]) else { return true }
        if isInUnknown, !text.hasGap(before: position) { return meanings.contains(.mark(.list)) }
        if meanings.contains(where: { $0 == .city || $0 == .prefecture }) {
            // 市全域 is all of it; 市民 and 市役所 say nothing about where.
            return lexicon.longest(in: text, at: position + 1)?.meanings.contains(.mark(.whole)) ?? false
        }
        let isMark = meanings.allSatisfy { $0 == .mark(.idle) || $0 == .mark(.schoolDistrict) }
        return isBehindWord || !isMark
    }

    private mutating func skipUnknown() {
        if AreaLetter.isPunctuation(text.scalars[position]) {
            isInUnknown = false
        } else {
            if isInUnknown, let last = unknown.indices.last {
                unknown[last] = unknown[last].lowerBound..<(position + 1)
            } else {
                unknown.append(position..<(position + 1))
            }
            isInUnknown = true
        }
        link = .none
        isBehindMention = false
        isBehindWord = false
        position += 1
    }

    private mutating func apply(_ mark: AreaTerm.Mark, _ length: Int) {
        let last = isBehindMention ? mentions.indices.last : nil
        switch mark {
        case .schoolDistrict, .otherDistrict, .neighbourhood:
            // In 校区周辺 the first mark says what it is.
            if let last {
                if mentions[last].kind == nil { mentions[last].kind = mark }
                mentions[last].end = position + length
            } else if isInUnknown, let run = unknown.indices.last {
                unknown[run] = unknown[run].lowerBound..<(position + length)
            } else if mark != .neighbourhood {
                unknown.append(position..<(position + length))
            }
        case .whole:
            if let last {
                mentions[last].isWhole = true
                if mentions[last].isCity || mentions[last].isPrefecture { group += 1 }
            } else {
                isWhole = true
            }
        case .some:
            if let last { mentions[last].isPartial = true }
        case .except:
            for index in mentions.indices where mentions[index].group == group { mentions[index].isExcluded = true }
            startGroup()
        case .list:
            link = .list
            isBehindMention = false
        case .inside:
            break
        case .opening:
            group += 1
        case .closing, .restart:
            startGroup()
        case .wider: isWider = true
        case .online: isOnline = true
        case .beyond: isBeyond = true
        case .idle: break
        }
    }

    private mutating func startGroup() {
        group += 1
        link = .none
        isBehindMention = false
    }

    /// 一丁目, 1・2丁目 or 1~3丁目 behind a place; the index behind it.
    private mutating func chomeList() -> Int? {
        guard isBehindMention, let last = mentions.indices.last, mentions[last].end == position else { return nil }
        var chomes: [Int] = []
        var position = position
        while let number = AreaNumbers.number(in: text, at: position), number.value < 1000 {
            if let first = chomes.last, position > 0, text.scalars[position - 1] == 0x7E, first < number.value {
                chomes += (first + 1)...number.value
            } else {
                chomes.append(number.value)
            }
            position = number.end
            if text.starts(with: AreaNumbers.chome, at: position) {
                mentions[last].chomes = chomes
                mentions[last].end = position + AreaNumbers.chome.count
                return mentions[last].end
            }
            guard position < text.count else { return nil }
            let scalar = text.scalars[position]
            guard AreaLetter.isHyphen(scalar) || AreaLetter.isPunctuation(scalar) else { return nil }
            position += 1
        }
        return nil
    }
}
