/// Walks over the scalars of a short text that may be a date.
struct DateScanner {
    enum HalfOfDay { case morning, afternoon }

    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var isAtEnd: Bool { position == scalars.count }

    /// Goes back to where it stood when `read` finds nothing.
    mutating func attempt<Value>(_ read: (inout DateScanner) -> Value?) -> Value? {
        let start = position
        let value = read(&self)
        if value == nil { position = start }
        return value
    }

    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while position < scalars.count, Width.isSpace(scalars[position]) { position += 1 }
        return position > start
    }

    mutating func take(_ text: String) -> Bool {
        let wanted = text.unicodeScalars
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

    /// The first of the texts that stands here.
    mutating func take(any texts: [String]) -> String? {
        for text in texts where take(text) { return text }
        return nil
    }

    /// What stands between the parts of a day, with spaces around it: 年 or 月, or a sign. Some keyboards give a long
    /// vowel mark or a minus sign for a hyphen.
    mutating func takeSeparator(_ unit: String) -> Bool {
        skipSpaces()
        guard take(any: [unit, "/", "-", ".", "ー", "−", "‐", "‑", "–", "—", "―"]) != nil else { return false }
        skipSpaces()
        return true
    }

    // MARK: - Words

    /// 日 and a weekday, which says nothing new, with spaces around them; whether a time may follow at once.
    mutating func endOfDay() -> Bool {
        var isApart = skipSpaces()
        if takeWeekday() || take("日") {
            isApart = true
            skipSpaces()
            if takeWeekday() { skipSpaces() }
        }
        return isApart
    }

    /// `(月)`, `(月・祝)`, `(月曜日)`, 月曜日, ㈪ or `(Mon)`
    private mutating func takeWeekday() -> Bool {
        if take(any: Self.squareWeekdays) != nil { return true }
        for name in Self.weekdayNames where take(name) { return true }
        return attempt { scanner -> Void? in
            guard scanner.take("("), scanner.take(any: Self.weekdayNames + Self.weekdays) != nil else { return nil }
            if scanner.take(any: ["・祝", "祝"]) != nil { _ = scanner.take("日") }
            return scanner.take(")") ? () : nil
        } != nil
    }

    private static let weekdays = "日月火水木金土".map(String.init) + ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let weekdayNames = "日月火水木金土".map { "\($0)曜日" } + "日月火水木金土".map { "\($0)曜" }
    private static let squareWeekdays = ["㈪", "㈫", "㈬", "㈭", "㈮", "㈯", "㈰"]

    mutating func takeHalfOfDay() -> HalfOfDay? {
        if take(any: ["午前", "AM", "am", "a.m."]) != nil { return .morning }
        return take(any: ["午後", "PM", "pm", "p.m."]) != nil ? .afternoon : nil
    }

    /// 1…12 for a month by its English name, in full or by three letters.
    mutating func englishMonth() -> Int? {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        for (index, name) in months.enumerated() {
            if take(name) { return index + 1 }
            guard take(String(name.prefix(3))) else { continue }
            _ = take(".")
            return index + 1
        }
        return nil
    }

    // MARK: - Numbers

    /// As many digits as there are up to the upper bound, or a number in kanji; `nil` where there are fewer.
    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let rest = scalars[position...]
        let arabic = rest.prefix(digits.upperBound).prefix { ("0"..."9").contains($0) }
        let kanji = rest.prefix(8).prefix(while: Numerals.isKanjiNumeral)
        let value: Int?
        if kanji.isEmpty {
            guard digits.contains(arabic.count) else { return nil }
            value = arabic.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        } else {
            value = Numerals.value(kanji)
            guard let value, digits.contains(String(value).utf8.count) else { return nil }
        }
        position += max(arabic.count, kanji.count)
        return value
    }
}
