/// The search for the town of an address in one municipality or several.
struct TownMatch {
    /// The towns that fit, all of the same length of name; more than one when the municipality leaves it open.
    var towns = Indices()
    /// How the name is written.
    var kind = StemKind.name
    /// Towns whose name fits but not the 丁目, when none fits entirely.
    var near = Indices()
    /// Index behind the town, 丁目 included.
    var end = 0
    /// The text without a 丁目 fits as well, or with one, so the reading is not the only one.
    var otherReadings = Indices()
    /// Less than 1 where the words leave a doubt.
    var confidence = 1.0

    /// What fits, then what fits but for the 丁目.
    var all: Indices {
        var all = towns
        all.append(contentsOf: near)
        return all
    }
}

/// A stem that the letters have at a position.
struct StemCandidate {
    let stem: Int
    let length: Int
    let kind: StemKind
}

extension GazetteerImage {
    /// How a stem fits a text.
    private enum Fit {
        case towns(chome: Int, end: Int, other: Int?)
        /// The words leave a doubt.
        case unsure(chome: Int, end: Int)
        /// 小字 that no list has may stand between the name and its numbers.
        case unknownTail(end: Int)
        /// The name is there, but there is no such 丁目, or only 丁目 where none is written.
        case stemOnly
        case no
    }

    /// Chooses among stems: the longest, and of those the one that is written in full.
    ///
    /// A name that fits with a 丁目 that doesn't exist ends the search: a shorter name would be another place.
    func matchTown(in text: AddressLetters, at position: Int, among candidates: [StemCandidate]) -> TownMatch {
        var match = TownMatch()
        var best: (length: Int, kind: StemKind)?
        var tail: (candidate: StemCandidate, end: Int)?
        for candidate in candidates {
            if let best, candidate.length < best.length || candidate.kind > best.kind { break }
            // 芝 and 字宮根 are two names, and not 芝宮根町.
            if candidate.kind > .parent,
                (1..<candidate.length).contains(where: { text.hasSection(before: position + $0) })
            {
                continue
            }
            switch fit(candidate, in: text, at: position + candidate.length) {
            case .towns(let chome, let end, let other):
                forEachTown(ofStem: candidate.stem, chome: chome) { match.towns.append($0) }
                if let other { forEachTown(ofStem: candidate.stem, chome: other) { match.otherReadings.append($0) } }
                (match.end, match.kind) = (end, candidate.kind)
                best = (candidate.length, candidate.kind)
            case .unsure(let chome, let end):
                forEachTown(ofStem: candidate.stem, chome: chome) { match.towns.append($0) }
                (match.end, match.kind, match.confidence) = (end, candidate.kind, 0.8)
                best = (candidate.length, candidate.kind)
            case .stemOnly:
                let record = stems[candidate.stem]
                for index in Int(record.firstTown)..<Int(record.endTown) { match.near.append(Int(stemTowns[index])) }
                match.kind = candidate.kind
                best = (candidate.length, candidate.kind)
            case .unknownTail(let end):
                // A shorter name that fits as a whole is surer, and a longer one was looked at before.
                if tail == nil { tail = (candidate, end) }
            case .no:
                break
            }
        }
        if best == nil, let (candidate, end) = tail {
            forEachTown(ofStem: candidate.stem, chome: 0) { match.towns.append($0) }
            (match.end, match.kind, match.confidence) = (end, candidate.kind, 0.6)
        }
        if match.towns.count > 1 { keepSpelling(&match, of: text, at: position) }
        return match
    }

    /// Of towns that differ only by the shape of a letter (大畑, 大畠), the one that is spelled like the text.
    private func keepSpelling(_ match: inout TownMatch, of text: AddressLetters, at position: Int) {
        let reader = LetterReader(table: table)
        let same = match.towns.filter { town in
            let name = reader.read(string(towns[town].name))
            return (0..<name.count).allSatisfy {
                text.spelling(position + $0) == name.spelling($0)
                    && ($0 == 0 || text.hasSection(before: position + $0) == name.hasSection(before: $0))
            }
        }
        if same.count == 1 { match.towns = Indices(same[0]) }
    }

    /// Whether the town of a stem that has no 丁目 is written with 大字 or 字.
    private func isSection(plainOf stem: Int) -> Bool {
        guard let town = town(ofStem: stem, chome: 0) else { return false }
        let name = string(towns[town].name)
        return name.hasPrefix("大字") || name.hasPrefix("字")
    }

    private func fit(_ candidate: StemCandidate, in text: AddressLetters, at position: Int) -> Fit {
        let stem = candidate.stem
        let hasPlain = town(ofStem: stem, chome: 0) != nil
        let plain: Fit = hasPlain ? .towns(chome: 0, end: position, other: nil) : .stemOnly
        guard text.isNumber(position) else {
            if nameEnds(stem, in: text, at: position) { return plain }
            return hasPlain && candidate.kind <= .parent && goesOn(stem, in: text, at: position)
                ? .unknownTail(end: position) : .no
        }
        let value = text.value(position)
        let hasChome = value > 0 && town(ofStem: stem, chome: value) != nil
        switch NumberShape(text, behind: position + 1) {
        case .chome(let end):
            if hasChome { return .towns(chome: value, end: end, other: nil) }
            // The town has no 丁目 at all: they are new, or were never official.
            return hasPlain && !hasChomes(stem) ? .unsure(chome: 0, end: position) : .stemOnly
        case .lot:
            // 二本木126番地 is a lot of 二本木; it never is 二本木一丁目.
            return plain
        case .name:
            // 三郷: a name that goes on. 1ビル: a building behind a 丁目. 22階: a floor.
            if text.isKanjiNumber(position) { return .no }
            guard !hasPlain, hasChome, !LotParts.isRoomMark(text, position + 1) else { return plain }
            return .unsure(chome: value, end: position + 1)
        case .bare:
            guard hasChome else { return plain }
            guard hasPlain else { return .towns(chome: value, end: position + 1, other: nil) }
            // 1-2-3 has a 丁目, and so has 1-2 where only a 大字 has no 丁目: who means that one says 大字.
            let numbers = NumberShape.runLength(text, at: position)
            let isChome =
                numbers >= 3
                || (numbers == 2 && isSection(plainOf: stem) && !text.hasSection(before: position - candidate.length))
            return isChome
                ? .towns(chome: value, end: position + 1, other: 0) : .towns(chome: 0, end: position, other: value)
        }
    }

    /// Whether a name of two letters and more may go on with one that the list doesn't have: 鍛治屋町岡ノ段26.
    private func goesOn(_ stem: Int, in text: AddressLetters, at position: Int) -> Bool {
        let record = stems[stem]
        guard record.lettersCount >= 2 else { return false }
        let isSection = text.hasSection(before: position - Int(record.lettersCount))
        let last = letters[Int(record.lettersStart) + Int(record.lettersCount) - 1]
        let isWhole = last == Letter.town || last == Letter.village
        guard isWhole || isSection || record.lettersCount >= 3 else { return false }
        // 健軍本町 is no part of 健軍: what ends in 町 is a town of its own.
        var index = position
        while index < text.count, !text.isNumber(index), !Letter.isPunctuation(text[index]) {
            if !isWhole, text[index] == Letter.town || text[index] == Letter.village { return false }
            index += 1
            if index - position > 8 { return isWhole }
        }
        return text.isNumber(index) || isWhole
    }

    /// Whether no letter of a longer name can follow: 新 is not the town of 新町, nor 健軍 that of 健軍本町.
    private func nameEnds(_ stem: Int, in text: AddressLetters, at position: Int) -> Bool {
        guard position < text.count else { return true }
        let next = text[position]
        if Letter.isPunctuation(next) || text.hasSection(before: position) || LotParts.begins(text, at: position) {
            return true
        }
        if next == Letter.no { return text.isNumber(position + 1) && !text.isKanjiNumber(position + 1) }
        if Letter.isHyphen(next) { return text.isNumber(position + 1) || text.hasGap(before: position) }
        let record = stems[stem]
        guard record.lettersCount > 0 else { return false }
        let last = letters[Int(record.lettersStart) + Int(record.lettersCount) - 1]
        let isWhole = last == Letter.town || last == Letter.village
        if text.hasGap(before: position) { return isWhole || !Letter.isKanji(next) }
        return isWhole && !Letter.isKanji(next) && next != Letter.ke && next != Letter.no && next != Letter.tsu
    }
}
