import Text

/// Numbers inside an address, in Arabic or in kanji.
enum AreaNumbers {
    static let chome = AreaText.key("丁目")
    static let cho = AreaText.key("丁")
    static let banchi = AreaText.key("番地")
    static let ban = AreaText.key("番")
    static let go = AreaText.key("号")

    struct Number {
        let value: Int
        /// Index behind it.
        let end: Int
        let isKanji: Bool
    }

    /// The number that starts at the position; `nil` when there is none or it is too long to be one.
    static func number(in text: AreaText, at position: Int) -> Number? {
        guard position < text.count else { return nil }
        return AreaLetter.isDigit(text.scalars[position]) ? arabic(text, position) : kanji(text, position)
    }

    /// Whether something stands at the position that only follows a number: 丁目, 番, 号, a hyphen, の, or the end.
    static func isBehindNumber(_ text: AreaText, _ position: Int) -> Bool {
        guard position < text.count else { return true }
        let scalar = text.scalars[position]
        return AreaLetter.isHyphen(scalar) || AreaLetter.isPunctuation(scalar) || scalar == AreaLetter.no
            || isLotMark(text, position) || text.starts(with: cho, at: position)
    }

    /// 番, 番地 or 号.
    static func isLotMark(_ text: AreaText, _ position: Int) -> Bool {
        text.starts(with: ban, at: position) || text.starts(with: go, at: position)
    }

    /// 番 as part of a name: 一番町, 二番丁.
    static func isNameBehindMark(_ text: AreaText, _ position: Int) -> Bool {
        guard position + 1 < text.count else { return false }
        return text.scalars[position + 1] == AreaLetter.town || text.starts(with: cho, at: position + 1)
    }

    /// 階, F, 号室: the number before is that of a floor or a room.
    static func isRoomMark(_ text: AreaText, _ position: Int) -> Bool {
        rooms.contains { text.starts(with: $0, at: position) }
    }

    private static let rooms = ["階", "F", "f", "号室", "室", "棟"].map { AreaText.key($0) }

    /// How many numbers stand in a row, joined by hyphens or の: 3 for `1-2-3`.
    static func runLength(in text: AreaText, at position: Int) -> Int {
        var count = 0
        var position = position
        while let number = number(in: text, at: position) {
            count += 1
            guard number.end < text.count,
                AreaLetter.isHyphen(text.scalars[number.end]) || text.scalars[number.end] == AreaLetter.no
            else { break }
            position = number.end + 1
        }
        return count
    }

    /// A space ends a number: 22 2階 is not 222階.
    private static func arabic(_ text: AreaText, _ position: Int) -> Number? {
        let scalars = text.scalars
        var value = 0
        var end = position
        while end < scalars.count, AreaLetter.isDigit(scalars[end]), end == position || !text.hasGap(before: end) {
            guard end - position < 9 else { return nil }
            value = value * 10 + Int(scalars[end] - 0x30)
            end += 1
        }
        return Number(value: value, end: end, isKanji: false)
    }

    private static func kanji(_ text: AreaText, _ position: Int) -> Number? {
        let scalars = text.scalars
        var run: [Unicode.Scalar] = []
        while run.count < 16, position + run.count < scalars.count,
            let scalar = Unicode.Scalar(scalars[position + run.count]), Numerals.isKanjiNumeral(scalar),
            run.isEmpty || !text.hasGap(before: position + run.count)
        {
            run.append(scalar)
        }
        guard let value = Numerals.value(run) else { return nil }
        return Number(value: value, end: position + run.count, isKanji: true)
    }
}
