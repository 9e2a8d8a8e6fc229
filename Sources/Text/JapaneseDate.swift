public import Model

/// Dates as people in Japan write them and as form services export them.
public enum JapaneseDate {
    /// What a message shows as the right form.
    public static let examples = "2024/10/21, 令和6年10月21日, R6.10.21, 2024-10-21T14:03:22+09:00"

    /// Reads `2024/10/21`, `2024-10-21 14:03`, ISO 8601 with a zone (turned into Japanese time), `R6.10.21`,
    /// 令和元年5月1日, full width as well; `nil` when it is no date or the day does not exist.
    public static func parse(_ text: String) -> LocalDateTime? {
        var scanner = Scanner(Width.folded(text))
        scanner.skipSpaces()
        guard let date = date(&scanner) else { return nil }
        let isApart = scanner.endOfDay()
        if scanner.isAtEnd { return LocalDateTime(date: date) }
        guard isApart || scanner.take("T") || scanner.take("t"), let time = time(&scanner) else { return nil }
        return moved(date, second: time.second, offset: time.offset)
    }

    /// The day that a spreadsheet means by a serial number (1900 system; day 60 is Excel's 29 February 1900, which
    /// did not exist). `nil` outside 1…2,958,465.
    public static func date(serial: Int) -> CivilDate? {
        guard (1...2_958_465).contains(serial), serial != 60 else { return nil }
        return CivilDate(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))
    }

    private static let eras: [(names: [String], firstYear: Int)] = [
        (["令和", "R", "r"], 2019), (["平成", "H", "h"], 1989), (["昭和", "S", "s"], 1926), (["大正", "T"], 1912),
        (["明治", "M"], 1868),
    ]

    private static func date(_ scanner: inout Scanner) -> CivilDate? {
        var firstYear = 1
        if let era = eras.first(where: { $0.names.contains { scanner.take($0) } }) { firstYear = era.firstYear }
        scanner.skipSpaces()
        let isEra = firstYear != 1
        guard let year = isEra && scanner.take("元") ? 1 : scanner.number(digits: isEra ? 1...2 : 4...4), year > 0,
            let month = scanner.part(after: ["年", "/", "-", "."]),
            let day = scanner.part(after: ["月", "/", "-", "."])
        else { return nil }
        return CivilDate(year: firstYear + year - 1, month: month, day: day)
    }

    private static func time(_ scanner: inout Scanner) -> (second: Int, offset: Int?)? {
        let isAfternoon = scanner.take("午後")
        let isMorning = !isAfternoon && scanner.take("午前")
        guard var hour = scanner.number(digits: 1...2), let minute = scanner.part(after: [":", "時"]) else { return nil }
        var second = 0
        if scanner.take(":") {
            guard let seconds = scanner.number(digits: 1...2) else { return nil }
            second = seconds
            if scanner.take(".") { _ = scanner.number(digits: 1...9) }
        } else if scanner.take("分") {
            second = scanner.number(digits: 1...2) ?? 0
            _ = scanner.take("秒")
        }
        if isAfternoon, hour < 12 { hour += 12 }
        // Spreadsheets show the first hour of a day as 午前12時.
        if isMorning, hour == 12 { hour = 0 }
        guard hour < 24, minute < 60, second < 60 else { return nil }
        scanner.skipSpaces()
        var offset: Int?
        if scanner.take("Z") {
            offset = 0
        } else if let sign = scanner.take("+") ? 1 : scanner.take("-") ? -1 : nil {
            guard let hours = scanner.number(digits: 2...2) else { return nil }
            _ = scanner.take(":")
            let minutes = scanner.number(digits: 2...2) ?? 0
            guard hours <= 14, minutes < 60 else { return nil }
            offset = sign * (hours * 3600 + minutes * 60)
        }
        return scanner.isAtEnd ? (hour * 3600 + minute * 60 + second, offset) : nil
    }

    /// A time with a zone, on the clocks of Japan.
    private static func moved(_ date: CivilDate, second: Int, offset: Int?) -> LocalDateTime? {
        guard let offset else { return LocalDateTime(date: date, secondOfDay: second) }
        let total = date.daysSince1970 * 86_400 + second - offset + 9 * 3600
        let day = total >= 0 ? total / 86_400 : -((-total + 86_399) / 86_400)
        guard let moved = CivilDate(daysSince1970: day) else { return nil }
        return LocalDateTime(date: moved, secondOfDay: total - day * 86_400)
    }
}

/// Walks over the scalars of a short text.
private struct Scanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    var isAtEnd: Bool { position == scalars.count }

    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while position < scalars.count, Width.isSpace(scalars[position]) { position += 1 }
        return position > start
    }

    mutating func take(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[position...].starts(with: wanted) else { return false }
        position += wanted.count
        return true
    }

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

    /// `(月)`, `(月曜日)` or `月曜日`
    private mutating func takeWeekday() -> Bool {
        for day in "日月火水木金土" where take("(\(day))") || take("(\(day)曜日)") || take("\(day)曜日") { return true }
        return false
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
        var value = 0
        var count = 0
        while position + count < scalars.count, count < digits.upperBound,
            let digit = scalars[position + count].properties.numericType == .decimal
                ? Int(String(scalars[position + count])) : nil
        {
            value = value * 10 + digit
            count += 1
        }
        guard digits.contains(count) else { return nil }
        position += count
        return value
    }

    /// A number of one or two digits behind one of the separators, with spaces around either.
    mutating func part(after separators: [String]) -> Int? {
        skipSpaces()
        guard separators.contains(where: { take($0) }) else { return nil }
        skipSpaces()
        return number(digits: 1...2)
    }
}
