import Foundation
import Model
import TestSupport
import Testing
import Text

@Suite struct JapaneseDateTests {
    private func read(_ text: String) -> String? { JapaneseDate.parse(text)?.description }

    @Test(arguments: [
        "2024/10/21", "2024-10-21", "2024.10.21", "2024年10月21日", "２０２４／１０／２１", "２０２４年１０月２１日", "R6.10.21", "R6/10/21",
        "R06.10.21", "r6.10.21", "Ｒ６．１０．２１", "令和6年10月21日", "令和６年１０月２１日", "令和 6 年 10 月 21 日", "令和6.10.21",
        " 2024/10/21 ", "　2024/10/21", "2024 / 10 / 21", "2024/10/21(月)", "2024/10/21（月）", "2024/10/21 (月)",
        "2024年10月21日（月）", "2024年10月21日(月曜日)", "2024年10月21日 月曜日", "2024/10/21\n", "2024/10/21\u{200B}", "平成36年10月21日",
    ])
    func aDayIsReadHoweverItIsWritten(text: String) {
        #expect(read(text) == "2024-10-21")
    }

    @Test(arguments: [
        ("令和元年5月1日", "2019-05-01"), ("R元.5.1", "2019-05-01"), ("令和1年5月1日", "2019-05-01"), ("平成31年4月30日", "2019-04-30"),
        ("H31.4.30", "2019-04-30"), ("平成元年1月8日", "1989-01-08"), ("昭和64年1月7日", "1989-01-07"), ("S64.1.7", "1989-01-07"),
        ("昭和元年12月25日", "1926-12-25"), ("大正15年12月25日", "1926-12-25"), ("T15.12.25", "1926-12-25"),
        ("明治元年10月23日", "1868-10-23"), ("M45.7.30", "1912-07-30"), ("2024/2/29", "2024-02-29"),
        ("2024年10月20日日曜日", "2024-10-20"), ("2024年10月20日(日)", "2024-10-20"), ("2024/1/2", "2024-01-02"),
    ])
    func erasCountFromTheirFirstYear(text: String, day: String) {
        #expect(read(text) == day)
    }

    @Test(arguments: [
        ("2024/10/21 14:03:22", "14:03:22"), ("2024/10/21 14:03", "14:03:00"), ("2024-10-21T14:03:22", "14:03:22"),
        ("2024-10-21t14:03:22.123", "14:03:22"), ("2024-10-21T14:03:22+09:00", "14:03:22"),
        ("2024-10-21T14:03:22+0900", "14:03:22"), ("2024-10-21T05:03:22Z", "14:03:22"),
        ("2024-10-21 01:03:22 -04:00", "14:03:22"), ("2024年10月21日 14時3分", "14:03:00"),
        ("2024年10月21日14時3分22秒", "14:03:22"), ("2024年10月21日午後3時5分", "15:05:00"), ("2024/10/21 午後3時5分", "15:05:00"),
        ("2024/10/21 午前9:05", "09:05:00"), ("2024/10/21 午後12:05", "12:05:00"), ("2024/10/21 午前12:05", "00:05:00"),
        ("2024/10/21(月) 14:03", "14:03:00"), ("2024/10/21 (月) 14:03", "14:03:00"), ("2024/10/21（月）14:03", "14:03:00"),
        ("２０２４／１０／２１　１４：０３", "14:03:00"), ("R6.10.21 14:03", "14:03:00"), ("2024/10/21 0:00:00", "00:00:00"),
        ("2024/10/21 23:59:59", "23:59:59"),
    ])
    func aTimeIsReadOnJapaneseClocks(text: String, time: String) {
        #expect(read(text) == "2024-10-21T\(time)+09:00")
    }

    @Test(arguments: [
        ("2024-10-20T20:00:00Z", "2024-10-21T05:00:00+09:00"), ("2024-12-31T15:00:00Z", "2025-01-01T00:00:00+09:00"),
        ("2024-03-01T00:30:00+14:00", "2024-02-29T19:30:00+09:00"),
        ("1969-12-31T14:59:59Z", "1969-12-31T23:59:59+09:00"),
        ("1969-12-30T23:00:00+09:00", "1969-12-30T23:00:00+09:00"),
        ("1960-01-01T00:00:00+10:00", "1959-12-31T23:00:00+09:00"),
    ])
    func aZoneCanMoveTheDay(text: String, moment: String) {
        #expect(read(text) == moment)
    }

    @Test(arguments: [
        "2024/2/30", "2023/2/29", "2024/4/31", "2024/13/1", "2024/0/1", "2024/1/0", "令和6年2月30日", "R0.1.1", "令和0年1月1日",
        "2024/10/21 24:00", "2024/10/21 14:60", "2024/10/21 14:03:60", "2024/10/21 14:03+99:99", "9999-12-31T23:00:00Z",
    ])
    func whatNoCalendarOrClockShowsIsNoDate(text: String) {
        #expect(JapaneseDate.parse(text) == nil)
    }

    @Test(arguments: [
        "", " ", "未定", "10月21日", "2024", "2024/10", "20241021", "24/10/21", "2024/10/21頃", "2024/10/21 午後", "R6", "令和",
        "令和元年",
        "2024//10/21", "2024/10/21/", "2024/10/21x", "2024/10/2114:03", "2024-10-21T", "45586", "2024/１０-",
        "-2024/10/21",
        "2024/10/211", "2024/100/21", "٢٠٢٤/١٠/٢١", "2024/10/21 14", "2024/10/21 14:3:2:1", "2024/10/21 日曜日 日曜日 日曜日",
        "99", "無回答", "2024年10月21日2024年10月21日",
    ])
    func whatIsNoDateIsNone(text: String) {
        #expect(JapaneseDate.parse(text) == nil)
    }

    @Test(arguments: ["9", "2024/", "令和", "2024/10/21 ", "2024/10/21 1", "(月)", "　"]) func aVeryLongTextIsNoDate(
        part: String
    ) {
        #expect(JapaneseDate.parse(String(repeating: part, count: 20_000) + "x") == nil)
    }

    @Test(arguments: 0..<10) func anyTextIsADateOrNone(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = [
            "2024", "/", "10", "21", "令和", "6", "年", "月", "日", "元", " ", "T", ":", "+", "午後", "(月)", "R", ".", "Z", "時",
        ]
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...12, using: &generator))
                .map { _ in parts[Int.random(in: parts.indices, using: &generator)] }.joined()
            if let moment = JapaneseDate.parse(text) {
                #expect(JapaneseDate.parse(moment.description) == moment, "\(text)")
            }
        }
    }

    @Test func everyDayIsReadBackFromItsISOForm() throws {
        let first = try #require(CivilDate(year: 1868, month: 1, day: 1)).daysSince1970
        let last = try #require(CivilDate(year: 2100, month: 12, day: 31)).daysSince1970
        for number in stride(from: first, through: last, by: 17) {
            let day = try #require(CivilDate(daysSince1970: number))
            #expect(JapaneseDate.parse(day.description) == LocalDateTime(date: day))
        }
    }

    @Test func theExamplesOfMessagesAreDates() {
        for example in JapaneseDate.examples.components(separatedBy: ", ") {
            #expect(JapaneseDate.parse(example)?.date.description == "2024-10-21", "\(example)")
        }
    }
}

@Suite struct SerialDateTests {
    /// ECMA-376 part 1, 18.17.4.1: in the 1900 system 1 is 1 January 1900 and 60 the day that never was.
    @Test(arguments: [
        (1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (25_569, "1970-01-01"), (45_586, "2024-10-21"),
        (2_958_465, "9999-12-31"),
    ])
    func aSerialNumberIsADay(serial: Int, day: String) {
        #expect(JapaneseDate.date(serial: serial)?.description == day)
    }

    @Test(arguments: [60, 0, -1, 2_958_466, Int.max, Int.min]) func otherNumbersAreNone(serial: Int) {
        #expect(JapaneseDate.date(serial: serial) == nil)
    }
}
