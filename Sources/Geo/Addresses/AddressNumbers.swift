import Text

/// Numbers inside an address, in Arabic or in kanji.
enum AddressNumbers {
    static let chome = PlaceText.key("丁目")
    static let cho = PlaceText.key("丁")
    static let banchi = PlaceText.key("番地")
    static let ban = PlaceText.key("番")
    static let go = PlaceText.key("号")

    struct Number {
        let value: Int
        /// Index behind it.
        let end: Int
        let isKanji: Bool
    }

    /// The number that starts at the position; `nil` when there is none or it is too long to be one.
    static func number(in text: PlaceText, at position: Int) -> Number? {
        let scalars = text.scalars
        guard position < scalars.count else { return nil }
        if Letter.isDigit(scalars[position]) { return arabic(scalars, position) }
        return kanji(scalars, position)
    }

    /// Whether something stands at the position that only follows a number: 丁目, 番, 号, a hyphen, の, or the end.
    static func isBehindNumber(_ text: PlaceText, _ position: Int) -> Bool {
        guard position < text.count else { return true }
        let scalar = text.scalars[position]
        return Letter.isHyphen(scalar) || Letter.isPunctuation(scalar) || scalar == Letter.no
            || [cho, ban, go].contains { text.starts(with: $0, at: position) }
    }

    /// How many numbers stand in a row, joined by hyphens or の: 3 for `1-2-3`.
    static func runLength(in text: PlaceText, at position: Int) -> Int {
        var count = 0
        var position = position
        while let number = number(in: text, at: position) {
            count += 1
            guard number.end < text.count,
                Letter.isHyphen(text.scalars[number.end]) || text.scalars[number.end] == Letter.no
            else { break }
            position = number.end + 1
        }
        return count
    }

    private static func arabic(_ scalars: [UInt32], _ position: Int) -> Number? {
        var value = 0
        var end = position
        while end < scalars.count, Letter.isDigit(scalars[end]) {
            guard end - position < 9 else { return nil }
            value = value * 10 + Int(scalars[end] - 0x30)
            end += 1
        }
        return Number(value: value, end: end, isKanji: false)
    }

    private static func kanji(_ scalars: [UInt32], _ position: Int) -> Number? {
        var run: [Unicode.Scalar] = []
        while run.count < 16, position + run.count < scalars.count,
            let scalar = Unicode.Scalar(scalars[position + run.count]), Numerals.isKanjiNumeral(scalar)
        {
            run.append(scalar)
        }
        guard let value = Numerals.value(run) else { return nil }
        return Number(value: value, end: position + run.count, isKanji: true)
    }
}
