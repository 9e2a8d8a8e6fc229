/// What stands in front of an address.
enum Preamble {
    /// Index behind a label, a postcode and a note in brackets. Seven digits without 〒 count only when a name follows.
    static func end(in text: AddressLetters) -> Int {
        var index = label(text, 0) ?? 0
        while index < text.count {
            if let behind = postalCode(text, index) {
                index = label(text, behind) ?? behind
            } else if let behind = note(text, index) {
                index = behind
            } else if text[index] == Letter.postMark || Letter.isPunctuation(text[index]) {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    static func skippingPunctuation(_ text: AddressLetters, _ position: Int) -> Int {
        var index = position
        while index < text.count, Letter.isPunctuation(text[index]) { index += 1 }
        return index
    }

    private static func postalCode(_ text: AddressLetters, _ index: Int) -> Int? {
        guard text.isNumber(index), !text.isKanjiNumber(index) else { return nil }
        if text.digits(index) == 7 {
            let next = index + 1
            return (text.isNumber(next) && !text.isKanjiNumber(next)) || Letter.isHyphen(text[next]) ? nil : next
        }
        guard text.digits(index) == 3 else { return nil }
        let second = Letter.isHyphen(text[index + 1]) ? index + 2 : index + 1
        guard text.isNumber(second), text.digits(second) == 4, !Letter.isHyphen(text[second + 1]) else { return nil }
        return second + 1
    }

    /// 所在地： or 郵便番号: whatever ends with a colon before the first number, and a few words that need none.
    private static func label(_ text: AddressLetters, _ start: Int) -> Int? {
        for word in labels where word.indices.allSatisfy({ text[start + $0] == word[$0] }) { return start + word.count }
        var index = start
        while index < min(start + 14, text.count), !text.isNumber(index) {
            if text[index] == 0x3A { return index + 1 }
            index += 1
        }
        return nil
    }

    private static let labels = ["郵便番号", "住所", "所在地", "現住所"].map { $0.unicodeScalars.map { UInt16($0.value) } }

    /// （本部） in front; a bracket that isn't closed holds the address itself.
    private static func note(_ text: AddressLetters, _ index: Int) -> Int? {
        guard text[index] == 0x28 || text[index] == 0x3010 || text[index] == 0x5B else { return nil }
        let closing = (index + 1..<min(index + 12, text.count)).first {
            text[$0] == 0x29 || text[$0] == 0x3011 || text[$0] == 0x5D
        }
        return closing.map { $0 + 1 }
    }
}
