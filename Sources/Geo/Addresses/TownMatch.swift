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
    /// Whether letters that no list has stand between the name and its numbers.
    var hasUnknownTail = false

    /// One town whose name is written in full.
    var isCertain: Bool { towns.count == 1 && confidence == 1 && kind <= .parent }
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
        case unsure(chome: Int, end: Int, confidence: Double)
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
            if let best {
                if candidate.length < best.length || (candidate.kind > best.kind && !match.towns.isEmpty) { break }
                // 浦口2338番地: 浦口 has 丁目 only, so 浦口町 is meant.
                if candidate.kind > best.kind, candidate.kind < .withoutEnding { continue }
            }
            // 芝 and 字宮根 are two names, and not 芝宮根町.
            if candidate.kind > .parent,
                (1..<candidate.length).contains(where: { text.hasSection(before: position + $0) })
            {
                continue
            }
            switch fit(candidate, in: text, at: position + candidate.length) {
            case .towns(let chome, let end, let other):
                if match.confidence < 1, match.near.isEmpty { match = TownMatch() }
                forEachTown(ofStem: candidate.stem, chome: chome) { match.towns.append($0) }
                if let other { forEachTown(ofStem: candidate.stem, chome: other) { match.otherReadings.append($0) } }
                (match.end, match.kind) = (end, candidate.kind)
                if !match.near.isEmpty { match.confidence = 0.8 }
                best = (candidate.length, candidate.kind)
            case .unsure(let chome, let end, let confidence):
                guard match.near.isEmpty, match.towns.isEmpty || match.confidence < 1 else { continue }
                forEachTown(ofStem: candidate.stem, chome: chome) { match.towns.append($0) }
                (match.end, match.kind, match.confidence) = (end, candidate.kind, confidence)
                best = (candidate.length, candidate.kind)
            case .stemOnly:
                let record = stems[candidate.stem]
                guard candidate.kind <= best?.kind ?? candidate.kind else { continue }
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
            match.hasUnknownTail = true
        }
        if match.towns.count > 1 { keepSpelling(&match, of: text, at: position) }
        return match
    }

    /// Of towns that differ only by the shape of a letter (大畑, 大畠), the one that is spelled like the text.
    private func keepSpelling(_ match: inout TownMatch, of text: AddressLetters, at position: Int) {
        let reader = LetterReader(table: table)
        func keep(_ isSame: (_ name: AddressLetters, _ index: Int) -> Bool) {
            let same = match.towns.filter { town in
                let name = reader.read(string(towns[town].name))
                return (0..<name.count).allSatisfy { isSame(name, $0) }
            }
            if same.count == 1 { match.towns = Indices(same[0]) }
        }
        // 築館字薬師ケ丘 is 築館字薬師ヶ丘 rather than 築館薬師ケ丘: a letter more says more than the shape of one.
        func hasSameSections(_ name: AddressLetters, _ index: Int) -> Bool {
            index == 0 || text.hasSection(before: position + index) == name.hasSection(before: index)
        }
        keep { text.spelling(position + $1) == $0.spelling($1) && hasSameSections($0, $1) }
        if match.towns.count > 1 { keep(hasSameSections) }
    }

    private func fit(_ candidate: StemCandidate, in text: AddressLetters, at position: Int) -> Fit {
        let stem = candidate.stem
        let hasPlain = town(ofStem: stem, chome: 0) != nil
        let plain: Fit = hasPlain ? .towns(chome: 0, end: position, other: nil) : .stemOnly
        guard text.isNumber(position) else {
            // 与一四丁目: the number was in the letters.
            if stems[stem].hasNumber == 1, text[position] == Letter.block {
                return .towns(chome: 0, end: position + (text[position + 1] == Letter.eye ? 2 : 1), other: nil)
            }
            if nameEnds(stem, in: text, at: position) {
                let confidence = hasPlain ? confidence(thatEnds: stem, in: text, at: position) : 1
                return confidence < 1 ? .unsure(chome: 0, end: position, confidence: confidence) : plain
            }
            return hasPlain ? behindName(candidate, in: text, at: position) : .no
        }
        let value = text.value(position)
        let hasChome = value > 0 && town(ofStem: stem, chome: value) != nil
        switch NumberShape(text, behind: position + 1) {
        case .chome(let end):
            if hasChome { return .towns(chome: value, end: end, other: nil) }
            // The town has no 丁目 at all: they are new, or were never official.
            return hasPlain && !hasChomes(stem) ? .unsure(chome: 0, end: position, confidence: 0.8) : .stemOnly
        case .lot:
            // 二本木126番地 is a lot of 二本木; it never is 二本木一丁目.
            return plain
        case .name:
            // 三郷: a name that goes on. 1ビル: a building behind a 丁目. 22階: a floor.
            if text.isKanjiNumber(position) {
                return hasPlain ? behindName(candidate, in: text, at: position) : .no
            }
            guard !hasPlain, hasChome, !LotParts.isRoomMark(text, position + 1) else { return plain }
            return .unsure(chome: value, end: position + 1, confidence: 0.8)
        case .bare:
            guard hasChome else { return plain }
            guard hasPlain else { return .towns(chome: value, end: position + 1, other: nil) }
            // A lot with such a small number is rarer than a 丁目 by far. Who means the 大字 says 大字.
            let isChome =
                NumberShape.runLength(text, at: position) >= 3 || !text.hasSection(before: position - candidate.length)
            return isChome
                ? .towns(chome: value, end: position + 1, other: 0) : .towns(chome: 0, end: position, other: value)
        }
    }

    /// What a name without 丁目 is when letters follow that may belong to it.
    private func behindName(_ candidate: StemCandidate, in text: AddressLetters, at position: Int) -> Fit {
        guard candidate.kind <= .parent else { return .no }
        // 松潟 市民会館: a space ends most names. Longer ones were looked at before.
        if text.hasGap(before: position), stems[candidate.stem].lettersCount >= 2 {
            return .unsure(chome: 0, end: position, confidence: 0.85)
        }
        return goesOn(candidate.stem, in: text, at: position) ? .unknownTail(end: position) : .no
    }

    /// How sure it is that a name that can end here does.
    private func confidence(thatEnds stem: Int, in text: AddressLetters, at position: Int) -> Double {
        guard position < text.count, stems[stem].lettersCount > 0 else { return 1 }
        // 脇町大字猪尻, where the list doesn't have the 大字: the 町 before it may be all that there once was.
        if text.hasLargeSection(before: position) || (text.hasSection(before: position) && endsWithTown(stem)) {
            return 0.8
        }
        // 内守谷町きぬの里 may be a town of its own; 花畑町くすのきビル has a building.
        return endsWithTown(stem) && !text.hasGap(before: position) && Letter.isKana(text[position])
            && !LotParts.begins(text, at: position) ? 0.9 : 1
    }

    private func endsWithTown(_ stem: Int) -> Bool {
        let record = stems[stem]
        let last = letters[Int(record.lettersStart) + Int(record.lettersCount) - 1]
        return last == Letter.town || last == Letter.village
    }

    /// Whether a name of two letters and more may go on with one that the list doesn't have: 鍛治屋町岡ノ段26.
    private func goesOn(_ stem: Int, in text: AddressLetters, at position: Int) -> Bool {
        let record = stems[stem]
        guard record.lettersCount >= 2 else { return false }
        let isSection = text.hasSection(before: position - Int(record.lettersCount))
        let isWhole = endsWithTown(stem)
        // 丙本町 is no part of 丙: what ends in 町 is a town of its own.
        var index = position
        while index < text.count, !text.isNumber(index) || (index == position && text.isKanjiNumber(index)),
            !Letter.isPunctuation(text[index])
        {
            if !isWhole, text[index] == Letter.town || text[index] == Letter.village { return false }
            index += 1
            if index - position > 8 { return isWhole }
        }
        if isWhole { return true }
        guard text.isNumber(index) else { return false }
        return isSection || record.lettersCount >= 3 || index - position <= 6
    }

    /// Whether no letter of a longer name can follow: 新 is not the town of 新町, nor 丙 that of 丙本町.
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
        // 十四号北1: 線 and 号 are cut by directions.
        if last == 0x7DDA || last == Letter.sign, Letter.isDirection(next), text.isNumber(position + 1) { return true }
        if text.hasGap(before: position) { return isWhole || !Letter.isKanji(next) }
        return isWhole && !Letter.isKanji(next) && next != Letter.ke && next != Letter.no && next != Letter.tsu
    }
}
