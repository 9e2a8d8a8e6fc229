internal import Model
internal import Text

/// When a figure was taken: a day, a month, a year or a fiscal year, in any era.
enum PlannerDate {
    /// `2024-10-01`, `2024-10`, `2024` or `2024年度`; `nil` where it is none of these.
    static func text(_ written: String) -> String? {
        let text = Width.foldedWithoutSpaces(written)
        if let moment = JapaneseDate.parse(text) ?? JapaneseDate.moment(serial: text) {
            return moment.date.description
        }
        if text.hasSuffix("年度") { return year(String(text.dropLast(2))).map { "\($0)年度" } }
        // A month or a year is a date without its end.
        let month = text.hasSuffix("月") ? String(text.dropLast()) : text
        if let date = JapaneseDate.parse(month + "月1日")?.date { return String(date.description.dropLast(3)) }
        return year(text.hasSuffix("年") ? String(text.dropLast()) : text).map { "\($0)" }
    }

    private static func year(_ text: String) -> Int? { JapaneseDate.parse(text + "年1月1日")?.date.year }

    static let examples = "2024-10-01, 令和6年10月, 2024, 令和6年度"
}
