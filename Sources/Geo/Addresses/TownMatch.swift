import Model

/// The search for the town of an address among the municipalities that it can lie in.
struct TownMatch: Sendable {
    /// The towns that fit, all of the same length of name; more than one when the municipality leaves it open.
    var towns: [Int] = []
    /// Towns whose name fits but not the 丁目, when none fits entirely.
    var near: [Int] = []
    /// Municipalities of `near`.
    var nearMunicipalities: [Int] = []
    /// Index behind the town, 丁目 included.
    var end = 0
    /// The text without a 丁目 fits as well, or with one, so the reading is not the only one.
    var otherReadings: [Int] = []
}

extension Gazetteer {
    /// How a stem fits a text.
    private enum Fit {
        case town(Int, end: Int, other: Int?)
        /// The name is there, but the gazetteer has no such 丁目, or only 丁目 where none is written.
        case stemOnly
        case no
    }

    /// Looks for the longest name of a town that the text has at a position.
    ///
    /// A name that fits with a 丁目 that doesn't exist ends the search: a shorter name would be another place.
    func matchTown(in text: PlaceText, at start: Int, among municipalities: [Int]) -> TownMatch {
        // 字 before a town is written or left out as people like, in the list as in the address.
        let isMarked = start < text.count && text.scalars[start] == Letter.section
        let position = isMarked ? start + 1 : start
        var candidates: [(stem: Int, municipality: Int, length: Int)] = []
        for municipality in municipalities {
            stems.forEachPrefix(of: text.scalars, from: position, in: stems(of: municipality)) { stem, length in
                candidates.append((stem, municipality, length))
            }
        }
        candidates.sort { ($1.length, $0.stem) < ($0.length, $1.stem) }
        var match = TownMatch()
        var longest: Int?
        for candidate in candidates {
            if let longest, candidate.length < longest { break }
            switch fit(candidate.stem, in: text, at: position + candidate.length) {
            case .town(let town, let end, let other):
                match.towns.append(town)
                if let other { match.otherReadings.append(other) }
                match.end = end
                longest = candidate.length
            case .stemOnly where candidate.length > 0:
                match.near += towns(ofStem: candidate.stem)
                match.nearMunicipalities.append(candidate.municipality)
                longest = candidate.length
            case .stemOnly, .no:
                break
            }
        }
        return match
    }

    private func fit(_ stem: Int, in text: PlaceText, at position: Int) -> Fit {
        // The row of a municipality as a whole has no name, and is no town.
        let plain = stems[stem].isEmpty ? nil : town(ofStem: stem, chome: 0)
        guard let number = AddressNumbers.number(in: text, at: position),
            !number.isKanji || AddressNumbers.isBehindNumber(text, number.end)
        else {
            guard nameEnds(stem, in: text, at: position) else { return .no }
            return plain.map { .town($0, end: position, other: nil) } ?? .stemOnly
        }
        let chome = number.value > 0 ? town(ofStem: stem, chome: number.value) : nil
        if text.starts(with: AddressNumbers.chome, at: number.end) {
            return chome.map { .town($0, end: number.end + 2, other: nil) } ?? .stemOnly
        }
        if AddressNumbers.isLotMark(text, number.end) {
            // 二本木126番地 is a lot of 二本木; it never is 二本木一丁目, and 一番町 is no lot at all.
            if AddressNumbers.isNameBehindMark(text, number.end) { return .no }
            return plain.map { .town($0, end: position, other: nil) } ?? .stemOnly
        }
        if let chome, let plain {
            // 1-2-3 has a 丁目; 1-2 is a lot where the town is known without one.
            let hasChome = AddressNumbers.runLength(in: text, at: position) >= 3
            return hasChome
                ? .town(chome, end: number.end, other: plain) : .town(plain, end: position, other: chome)
        }
        if let chome { return .town(chome, end: number.end, other: nil) }
        return plain.map { .town($0, end: position, other: nil) } ?? .stemOnly
    }

    /// Whether no letter of a longer name can follow: 新 is not the town of 新町, nor 健軍 that of 健軍本町.
    private func nameEnds(_ stem: Int, in text: PlaceText, at position: Int) -> Bool {
        guard position < text.count else { return true }
        let next = text.scalars[position]
        if Letter.isPunctuation(next) || next == Letter.section || LotReader.begins(text, at: position) { return true }
        if Letter.isHyphen(next) && text.hasGap(before: position) { return true }
        if LotReader.saysNone(text, at: position) { return true }
        guard let last = stems[stem].last else { return false }
        let isWhole = last == Letter.town || last == Letter.village
        if text.hasGap(before: position) { return isWhole || !Letter.isKanji(next) }
        return isWhole && !Letter.isKanji(next) && ![Letter.ke, Letter.no, Letter.tsu].contains(next)
            && !Letter.isHyphen(next)
    }
}
