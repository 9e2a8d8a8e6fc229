import Text

/// Numbers inside an area text, in Arabic or in kanji.
enum AreaNumbers {
    static let chome = AreaText.key("丁目")
    static let cho = AreaText.key("丁")

    struct Number {
        let value: Int
        /// Index behind it.
        let end: Int
        let isKanji: Bool
    }

    /// The number that starts at the position; `nil` when there is none or it is too long to be one.
    static func number(in text: AreaText, at position: Int) -> Number? {
        guard position < text.count else { return nil }
        return AreaLetter.isDigit(text.scalars[position])
            ? arabic(text, position) : kanji(text, position)
    }

    /// 一丁目, 1・2丁目, 1~3丁目 or 一丁目から三丁目; the index behind.
    static func chomes(in text: AreaText, at start: Int) -> (chomes: [Int], end: Int)? {
        var chomes: [Int] = []
        var found: (chomes: [Int], end: Int)?
        var position = start
        var isRange = false
        while let number = number(in: text, at: position), number.value < 1000 {
            if isRange, let first = chomes.last, first < number.value {
                chomes += (first + 1)...number.value
            } else {
                chomes.append(number.value)
            }
            position = number.end
            for mark in [chome, cho] where text.starts(with: mark, at: position) {
                position += mark.count
                found = (chomes, position)
                break
            }
            guard let separator = separator(in: text, at: position) else { break }
            isRange = separator.isRange
            position = separator.end
        }
        return found
    }

    /// What stands between two numbers of 丁目; `nil` where the row ends.
    private static func separator(in text: AreaText, at position: Int) -> (isRange: Bool, end: Int)? {
        guard position < text.count else { return nil }
        for word in ranges where text.starts(with: word, at: position) {
            return (true, position + word.count)
        }
        for word in lists where text.starts(with: word, at: position) {
            return (false, position + word.count)
        }
        let scalar = text.scalars[position]
        if AreaLetter.isHyphen(scalar) { return (true, position + 1) }
        return AreaLetter.isPunctuation(scalar) ? (false, position + 1) : nil
    }

    private static let ranges = ["~", "から", "より"].map { AreaText.key($0) }
    private static let lists = ["と", "及び", "および", "や"].map { AreaText.key($0) }

    /// 2-1-1, 1番地, 10条: the rest of an address, of which the first number may be a 丁目.
    static func lot(in text: AreaText, at start: Int) -> (chomes: [Int], end: Int)? {
        var first: Int?
        var position = start
        while let number = number(in: text, at: position), !number.isKanji {
            first = first ?? number.value
            position = number.end
            for mark in lots where text.starts(with: mark, at: position) {
                position += mark.count
                break
            }
            guard position + 1 < text.count, AreaLetter.isHyphen(text.scalars[position]),
                AreaLetter.isDigit(text.scalars[position + 1])
            else { break }
            position += 1
        }
        guard let first, position > start else { return nil }
        return (first < 30 ? [first] : [], position)
    }

    private static let lots = ["番地の", "番地", "番", "号", "条", "丁目"].map { AreaText.key($0) }

    /// 区, つの区, 行政区 behind a number, where it ends a word; the index behind.
    static func wardCount(in text: AreaText, behind position: Int) -> Int? {
        for word in wards where text.starts(with: word, at: position) { return position + word.count }
        return nil
    }

    private static let wards = ["つの区", "つの行政区", "行政区", "区域", "区", "の区"].map { AreaText.key($0) }

    /// A space ends a number: 22 2階 is not 222階.
    private static func arabic(_ text: AreaText, _ position: Int) -> Number? {
        let scalars = text.scalars
        var value = 0
        var end = position
        while end < scalars.count, AreaLetter.isDigit(scalars[end]),
            end == position || !text.hasGap(before: end)
        {
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
