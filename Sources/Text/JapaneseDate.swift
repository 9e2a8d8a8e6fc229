public import Model

/// Dates as people in Japan write them and as form services export them.
public enum JapaneseDate {
    /// What a message shows as the right form.
    public static let examples = "2024/10/21, 令和6年10月21日, R6.10.21, 2024-10-21T14:03:22+09:00"

    /// Reads `2024/10/21`, `20241021`, `2024-10-21 14:03`, ISO 8601 with a zone (turned into Japanese time),
    /// `2024/10/21 2:03:22 午後 GMT+9`, `R6.10.21`, 令和元年5月1日, 令和六年十月二十一日, `Oct 21, 2024`, full width as well;
    /// `nil` when it is no date or the day does not exist.
    ///
    /// - A year of an era counts on from its first year, also before the day on which the era began and after the one on
    ///   which it ended: forms that were printed earlier say 平成36年 for 2024, and 令和元年4月 means one month only.
    /// - What could mean several days is no date: `24/10/21` (a year of two digits can be one of an era), `21/10/2024`
    ///   and `10/11/2024` (day or month first). Serial numbers of spreadsheets are none either; see
    ///   ``moment(serial:)``.
    /// - A weekday says nothing new and is passed over, right or wrong.
    public static func parse(_ text: String) -> LocalDateTime? {
        var scanner = DateScanner(Width.folded(text))
        scanner.skipSpaces()
        guard let date = date(&scanner) else { return nil }
        let isApart = scanner.endOfDay()
        if scanner.isAtEnd { return LocalDateTime(date: date) }
        guard isApart || scanner.take(any: ["T", "t"]) != nil, let time = time(&scanner) else { return nil }
        return moved(date, second: time.second, offset: time.offset)
    }

    // MARK: - Serial numbers

    /// The day that a spreadsheet means by a serial number (1900 system; day 60 is Excel's 29 February 1900, which
    /// did not exist). `nil` outside 1…2,958,465.
    public static func date(serial: Int) -> CivilDate? {
        guard (1...2_958_465).contains(serial), serial != 60 else { return nil }
        return CivilDate(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))
    }

    /// The moment that a spreadsheet means by `45586` or `45586.5858`, the text of a serial number (1900 system) whose
    /// cell lost its date format; times are rounded to the second. `nil` outside of 1970…2100, where a number is more
    /// likely to be something else, and for what is written in any other way.
    public static func moment(serial text: String) -> LocalDateTime? {
        let parts = Width.trimmed(Width.folded(text)).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts[0].utf8.count == 5, parts.allSatisfy(isDigits), let day = Int(parts[0]),
            (25_569...73_415).contains(day)
        else { return nil }
        var second = 0
        if parts.count == 2 {
            guard let fraction = Double("0." + parts[1]) else { return nil }
            second = Int((fraction * 86_400).rounded())
        }
        return date(serial: day + second / 86_400).map {
            LocalDateTime(date: $0, secondOfDay: second == 0 ? nil : second % 86_400)
        }
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    // MARK: - Days

    /// The names of an era; those of one letter may have a point behind them.
    private static let eras: [(names: [String], letters: [String], firstYear: Int)] = [
        (["令和", "令", "㋿"], ["R", "r"], 2019), (["平成", "平", "㍻"], ["H", "h"], 1989),
        (["昭和", "昭", "㍼"], ["S", "s"], 1926), (["大正", "大", "㍽"], ["T", "t"], 1912),
        (["明治", "明", "㍾"], ["M", "m"], 1868),
    ]

    private static func date(_ scanner: inout DateScanner) -> CivilDate? {
        if let date = scanner.attempt(compactDate) ?? scanner.attempt(englishDate) { return date }
        guard let year = scanner.attempt(year), agrees(year, &scanner),
            scanner.takeSeparator("年"), agrees(year, &scanner),
            let month = scanner.number(digits: 1...2), scanner.takeSeparator("月"),
            let day = scanner.number(digits: 1...2)
        else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private static func year(_ scanner: inout DateScanner) -> Int? {
        for era in eras {
            let isNamed = scanner.take(any: era.names) != nil
            guard isNamed || scanner.take(any: era.letters) != nil else { continue }
            if !isNamed { _ = scanner.take(".") }
            scanner.skipSpaces()
            guard let year = scanner.take("元") ? 1 : scanner.number(digits: 1...2), year > 0 else { return nil }
            return era.firstYear + year - 1
        }
        return scanner.number(digits: 4...4)
    }

    /// 令和6(2024)年 and 2024年(令和6年) say a year twice; whether both say the same.
    private static func agrees(_ year: Int, _ scanner: inout DateScanner) -> Bool {
        scanner.skipSpaces()
        guard scanner.take("(") else { return true }
        scanner.skipSpaces()
        guard let other = self.year(&scanner), other == year else { return false }
        scanner.skipSpaces()
        _ = scanner.take("年")
        defer { scanner.skipSpaces() }
        return scanner.take(")")
    }

    /// `20241021`, for a year of this or the last century: other numbers of eight digits are no dates.
    private static func compactDate(_ scanner: inout DateScanner) -> CivilDate? {
        guard let number = scanner.number(digits: 8...8), (1900...2099).contains(number / 10_000) else { return nil }
        return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    /// `Oct 21, 2024` and `21 October 2024`: the month has a name, so nothing can be mistaken.
    private static func englishDate(_ scanner: inout DateScanner) -> CivilDate? {
        let leading = scanner.number(digits: 1...2)
        scanner.skipSpaces()
        guard let month = scanner.englishMonth() else { return nil }
        scanner.skipSpaces()
        guard let day = leading ?? scanner.number(digits: 1...2) else { return nil }
        _ = scanner.take(",")
        scanner.skipSpaces()
        return scanner.number(digits: 4...4).flatMap { CivilDate(year: $0, month: month, day: day) }
    }

    // MARK: - Times

    private static func time(_ scanner: inout DateScanner) -> (second: Int, offset: Int?)? {
        let before = scanner.takeHalfOfDay()
        scanner.skipSpaces()
        guard let clock = clock(&scanner) else { return nil }
        scanner.skipSpaces()
        let behind = scanner.takeHalfOfDay()
        guard before == nil || behind == nil else { return nil }
        var hour = clock.hour
        switch before ?? behind {
        case .afternoon: if hour < 12 { hour += 12 }
        case .morning:
            guard hour <= 12 else { return nil }
            // Spreadsheets show the first hour of a day as 午前12時.
            if hour == 12 { hour = 0 }
        case nil: break
        }
        guard hour < 24, clock.minute < 60, clock.second < 60 else { return nil }
        scanner.skipSpaces()
        guard let zone = zone(&scanner) else { return nil }
        scanner.skipSpaces()
        return scanner.isAtEnd ? (hour * 3600 + clock.minute * 60 + clock.second, zone.offset) : nil
    }

    /// `14:03`, `14:03:22.5`, 14時, 14時半, 14時3分22秒
    private static func clock(_ scanner: inout DateScanner) -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = scanner.number(digits: 1...2) else { return nil }
        scanner.skipSpaces()
        if scanner.take("時") {
            if scanner.take("半") { return (hour, 30, 0) }
            scanner.skipSpaces()
            guard let minute = scanner.number(digits: 1...2) else { return (hour, 0, 0) }
            scanner.skipSpaces()
            guard scanner.take("分") else { return (hour, minute, 0) }
            scanner.skipSpaces()
            let second = scanner.number(digits: 1...2) ?? 0
            _ = scanner.take("秒")
            return (hour, minute, second)
        }
        guard scanner.take(":") else { return nil }
        scanner.skipSpaces()
        guard let minute = scanner.number(digits: 1...2) else { return nil }
        guard scanner.take(":") else { return (hour, minute, 0) }
        guard let second = scanner.number(digits: 1...2) else { return nil }
        if scanner.take("."), scanner.number(digits: 1...9) == nil { return nil }
        return (hour, minute, second)
    }

    private struct Zone {
        /// Seconds east of Greenwich; `nil` where no zone is named.
        let offset: Int?
    }

    /// `Z`, `+09:00`, `GMT+9`, `UTC`, `JST` or nothing; `nil` for a zone that there is not.
    private static func zone(_ scanner: inout DateScanner) -> Zone? {
        if scanner.take(any: ["JST", "jst"]) != nil { return Zone(offset: 9 * 3600) }
        if scanner.take(any: ["Z", "z"]) != nil { return Zone(offset: 0) }
        let isNamed = scanner.take(any: ["GMT", "UTC"]) != nil
        guard let sign = scanner.take("+") ? 1 : scanner.take("-") ? -1 : nil else {
            return Zone(offset: isNamed ? 0 : nil)
        }
        // Only behind a name is one digit certain to be hours.
        guard let hours = scanner.number(digits: 2...2) ?? (isNamed ? scanner.number(digits: 1...1) : nil) else {
            return nil
        }
        _ = scanner.take(":")
        let minutes = scanner.number(digits: 2...2) ?? 0
        guard hours <= 14, minutes < 60 else { return nil }
        return Zone(offset: sign * (hours * 3600 + minutes * 60))
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
