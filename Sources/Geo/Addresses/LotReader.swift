/// Reads what follows a town: 12番21号, 12-21, 12の21, 851番地17, 甲12-3.
enum LotReader {
    /// The lot with hyphens between its numbers (empty when there is none) and the index behind it.
    ///
    /// At most two numbers belong to it: in 26-10-301 the third is a room, and so is the second in 26番地101号室.
    static func read(_ text: PlaceText, from start: Int) -> (lot: String, end: Int) {
        var position = start
        if position < text.count, isJoiner(text.scalars[position]) { position += 1 }
        let prefix = letter(text, position)
        if prefix != nil { position += 1 }
        guard let block = number(text, position) else { return ("", start) }
        let first = (prefix.map(String.init) ?? "") + String(block.value)
        var (end, expectsMore) = mark(text, block.end)
        guard expectsMore, let lot = AddressNumbers.number(in: text, at: end), lot.value > 0,
            !lot.isKanji || lotEnds(text, lot.end), !AddressNumbers.isRoomMark(text, lot.end)
        else {
            // A hyphen without a number behind it belongs to what follows.
            if end > block.end, isJoiner(text.scalars[end - 1]) { end -= 1 }
            return (first, end)
        }
        end = lot.end
        if text.starts(with: AddressNumbers.go, at: end) { end += 1 }
        return ("\(first)-\(lot.value)", end)
    }

    /// Whether the words stand there that say that there is no lot.
    static func saysNone(_ text: PlaceText, at position: Int) -> Bool {
        withoutLot.contains { text.starts(with: $0, at: position) }
    }

    /// Behind a hyphen that joins a lot to its room.
    static func behindJoiner(_ text: PlaceText, _ position: Int) -> Int {
        position < text.count && isJoiner(text.scalars[position]) ? position + 1 : position
    }

    /// Whether a lot can start here, so that no letter before it belongs to a name.
    static func begins(_ text: PlaceText, at position: Int) -> Bool {
        if number(text, position) != nil { return true }
        return letter(text, position) != nil && number(text, position + 1) != nil
    }

    /// 番地の, 番地, 番, 号 or a joiner behind a number; a second number can follow all but 号.
    private static func mark(_ text: PlaceText, _ position: Int) -> (end: Int, expectsMore: Bool) {
        var end = position
        if text.starts(with: AddressNumbers.banchi, at: end) {
            end += 2
        } else if text.starts(with: AddressNumbers.ban, at: end) {
            end += 1
        } else if text.starts(with: AddressNumbers.go, at: end) {
            return (end + 1, false)
        }
        if end < text.count, isJoiner(text.scalars[end]) { end += 1 }
        return (end, end > position)
    }

    /// A kanji numeral is one only before 番, 号 or a joiner: 三 in 三郎 is none.
    private static func number(_ text: PlaceText, _ position: Int) -> AddressNumbers.Number? {
        guard let number = AddressNumbers.number(in: text, at: position), number.value > 0,
            !AddressNumbers.isRoomMark(text, number.end)
        else { return nil }
        return number.isKanji && !lotEnds(text, number.end) ? nil : number
    }

    private static func lotEnds(_ text: PlaceText, _ position: Int) -> Bool {
        AddressNumbers.isBehindNumber(text, position)
    }

    private static func isJoiner(_ scalar: UInt32) -> Bool { Letter.isHyphen(scalar) || scalar == Letter.no }

    /// 甲乙…, 子丑…, イロハ… before the number of a lot.
    private static func letter(_ text: PlaceText, _ position: Int) -> Unicode.Scalar? {
        guard position < text.count, let scalar = Unicode.Scalar(text.scalars[position]), letters.contains(scalar)
        else { return nil }
        return scalar
    }

    private static let withoutLot = ["無番地", "番外地"].map { PlaceText.key($0) }
    private static let letters = Set("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥イロハニホヘト".unicodeScalars)
}
