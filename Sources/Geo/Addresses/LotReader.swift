/// What follows a town: 12番21号, 12-21, 12の21, 851番地17, 甲12-3, 亥45-1, 無番地.
struct LotParts {
    /// 街区符号: the number before 番, or the first of `12-21`. `nil` where it is a 番地.
    var block: LotNumber?
    /// 住居番号 or 地番.
    var lot: LotNumber?
    /// 枝番: 17 of 851番地17.
    var branch: LotNumber?
    /// Index of the letter behind it.
    var end: Int

    /// - Parameter start: behind the town; a hyphen there belongs to nothing.
    init(_ text: AddressLetters, from start: Int) {
        var index = Self.behindJoiner(text, start)
        end = index
        let prefix = Self.prefix(text, index)
        if prefix != nil { index += 1 }
        if prefix != nil, Letter.isHyphen(text[index]) || text[index] == Letter.no { index += 1 }
        guard Self.isNumber(text, index) else {
            return
        }
        let first = LotNumber(prefix: prefix ?? 0, value: text.value(index))
        index += 1
        let mark = Mark(text, at: index)
        end = mark.end
        switch mark.kind {
        case .sign, .none: lot = first
        case .ground, .joiner, .number:
            guard let (second, behind) = Self.second(text, at: mark.end) else {
                if mark.kind == .number { block = first } else { lot = first }
                // A hyphen without a number behind it belongs to what follows.
                if mark.kind == .joiner { end = index }
                return
            }
            end = behind
            if mark.kind == .ground || prefix != nil {
                lot = first
                branch = second
            } else {
                block = first
                lot = second
            }
        }
    }

    /// 1-2-3-101 has its room in the same row: it is given back with what is left.
    private static func second(_ text: AddressLetters, at start: Int) -> (LotNumber, end: Int)? {
        var index = start
        let prefix = prefix(text, index)
        if prefix != nil { index += 1 }
        guard isNumber(text, index) else { return nil }
        let number = LotNumber(prefix: prefix ?? 0, value: text.value(index))
        index += 1
        if text[index] == Letter.sign { index += 1 }
        return (number, index)
    }

    /// `12` of 12番21号; empty for a 番地.
    func writeBlock(to text: inout ByteText) { block?.write(to: &text) }

    /// `21`, or `851-17`.
    func writeLot(to text: inout ByteText) {
        lot?.write(to: &text)
        guard let branch else { return }
        text.append(UInt8(ascii: "-"))
        branch.write(to: &text)
    }

    /// Behind a hyphen that joins a town to its lot.
    static func behindJoiner(_ text: AddressLetters, _ index: Int) -> Int {
        isJoiner(text[index]) && index < text.count ? index + 1 : index
    }

    /// Whether a lot can start here, so that no letter before it belongs to a name.
    static func begins(_ text: AddressLetters, at index: Int) -> Bool {
        isNumber(text, index) || (prefix(text, index) != nil && isNumber(text, index + 1))
            || wordWithoutLot(text, at: index) != nil
    }

    private struct Mark {
        enum Kind { case none, ground, number, sign, joiner }

        let kind: Kind
        let end: Int

        init(_ text: AddressLetters, at index: Int) {
            var end = index
            var kind = Kind.none
            if text[end] == Letter.number {
                kind = text[end + 1] == Letter.ground ? .ground : .number
                end += kind == .ground ? 2 : 1
            } else if text[end] == Letter.ground, text.isNumber(end + 1) || LotParts.isJoiner(text[end + 1]) {
                kind = .ground
                end += 1
            } else if text[end] == Letter.sign {
                (self.kind, self.end) = (.sign, end + 1)
                return
            }
            if end < text.count, LotParts.isJoiner(text[end]), text.isNumber(end + 1) || kind == .none {
                if kind == .none { kind = .joiner }
                end += 1
            }
            (self.kind, self.end) = (kind, end)
        }
    }

    /// A number that is one: not that of a floor or a room, and in kanji only before 番, 号, a joiner or the end.
    private static func isNumber(_ text: AddressLetters, _ index: Int) -> Bool {
        guard text.isNumber(index), text.value(index) > 0, text.digits(index) <= 9, !isRoomMark(text, index + 1) else {
            return false
        }
        guard text.isKanjiNumber(index) else { return true }
        let next = text[index + 1]
        return index + 1 >= text.count || isJoiner(next) || Letter.isPunctuation(next) || next == Letter.number
            || next == Letter.sign || (next == Letter.ground && text.isNumber(index + 2))
            || text.hasGap(before: index + 1)
    }

    static func isJoiner(_ letter: UInt16) -> Bool { Letter.isHyphen(letter) || letter == Letter.no }

    /// 階, F, 号室, 室, 棟.
    static func isRoomMark(_ text: AddressLetters, _ index: Int) -> Bool {
        switch text[index] {
        case 0x968E, 0x46, 0x66, 0x5BA4, 0x68DF: true
        case Letter.sign: text[index + 1] == 0x5BA4 || text[index + 1] == 0x68DF
        default: false
        }
    }

    /// 甲乙…, 子丑…, イロハ…, A–Z before the number of a lot.
    private static func prefix(_ text: AddressLetters, _ index: Int) -> UInt16? {
        prefixes.contains(text[index]) ? text[index] : nil
    }

    private static let prefixes = Set(
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥イロハニホヘトチリヌルヲワカヨタレソケABCDEFGH".unicodeScalars
            .map { UInt16($0.value) })

    /// Words that say that there is no lot.
    private static func wordWithoutLot(_ text: AddressLetters, at index: Int) -> (name: String, length: Int)? {
        guard text[index] == 0x7121 || text[index] == Letter.number || text[index] == Letter.ground else { return nil }
        return words.first { word in word.letters.indices.allSatisfy { text[index + $0] == word.letters[$0] } }
            .map { ($0.name, $0.letters.count) }
    }

    private static let words = ["無番地", "番外地", "番外", "番地不詳", "番地なし", "地番なし", "地先", "地内"].map { name in
        (name: name, letters: name.unicodeScalars.map { UInt16($0.value) })
    }
}
