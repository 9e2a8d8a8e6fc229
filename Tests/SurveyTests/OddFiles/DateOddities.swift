import TestSupport

/// How the moment of an answer is written.
enum DateOddities {
    static let files = written + unreadable + serials

    private static let moments = ["2024-10-21T14:03:22+09:00", "2024-10-22", "2024-10-23T09:05:00+09:00"]

    /// A CSV with other cells under 回答日時.
    private static func csv(
        _ oddity: String, _ cells: [String], moments: [String] = moments, findings: [String] = []
    ) -> OddFile {
        OddFile(oddity, records: OddSurvey.records(answered: moments), findings: findings) {
            OddText.utf8(OddText.csv(OddSurvey.table("回答日時", cells)))
        }
    }

    private static let written = [
        csv("ISO 8601 with the zone of Japan", ["2024-10-21T14:03:22+09:00", "2024-10-22", "2024-10-23T09:05+0900"]),
        csv(
            "ISO 8601 in UTC, which moves the day", ["2024-10-21T05:03:22.123Z", "2024-10-22", "2024-10-23 00:05 UTC"]),
        csv(
            "dates as Google Forms writes them in Japanese",
            ["2024/10/21 2:03:22 午後 GMT+9", "2024/10/22", "2024/10/23 9:05:00 午前 GMT+9"]),
        csv("dates with 午前 and 午後 in front", ["2024年10月21日 午後2時3分22秒", "2024年10月22日", "2024/10/23 午前9:05"]),
        csv("dates with their weekdays", ["2024/10/21（月） 14:03:22", "2024年10月22日(火)", "2024/10/23 (水) 9:05"]),
        csv("days of the era by its letter", ["R6.10.21 14:03:22", "R6/10/22", "r06-10-23 9:05"]),
        csv("days of the era by its name", ["令和6年10月21日 14時3分22秒", "令和６年１０月２２日", "令6.10.23 9:05"]),
        csv("days of the era as one sign", ["㋿6年10月21日 14:03:22", "㋿6.10.22", "㋿6/10/23 9:05"]),
        csv("days in full width", ["２０２４／１０／２１　１４：０３：２２", "２０２４年１０月２２日", "２０２４－１０－２３　９：０５"]),
        csv("days in kanji", ["令和六年十月二十一日午後二時三分二十二秒", "二〇二四年十月二十二日", "令和六年十月二十三日九時五分"]),
        csv("eight digits", ["20241021 14:03:22", "20241022", "２０２４１０２３ 9:05"]),
        csv(
            "the year twice, of the era and of the West",
            ["令和6年(2024年)10月21日 14:03:22", "2024(令和6)年10月22日", "R6(2024)/10/23 9:05"]),
        csv(
            "years of an era that has ended, and its first year", ["平成36年10月21日", "昭和99年10月22日", "令和元年10月23日"],
            moments: ["2024-10-21", "2024-10-22", "2019-10-23"],
            findings: ["warning date_outside_survey 4「回答日時」 令和元年10月23日 → 2024-10-01–2024-11-12"]),
    ]

    private static let examples = "2024/10/21, 令和6年10月21日, R6.10.21, 2024-10-21T14:03:22+09:00"

    private static let unreadable = [
        csv(
            "dates that could be several days", ["21/10/2024", "10/11/2024", "24/10/21"], moments: ["-", "-", "-"],
            findings: [
                "warning date_unreadable 2「回答日時」 21/10/2024 → \(examples)",
                "warning date_unreadable 3「回答日時」 10/11/2024 → \(examples)",
                "warning date_unreadable 4「回答日時」 24/10/21 → \(examples)",
            ]),
        csv(
            "days that no calendar has", ["2024/2/30", "令和6年13月1日", "未定"], moments: ["-", "-", "-"],
            findings: [
                "warning date_unreadable 2「回答日時」 2024/2/30 → \(examples)",
                "warning date_unreadable 3「回答日時」 令和6年13月1日 → \(examples)",
                "warning date_unreadable 4「回答日時」 未定 → \(examples)",
            ]),
    ]

    /// A workbook with numbers under 回答日時.
    private static func workbook(
        _ oddity: String, _ numbers: [String], formats: [String], is1904: Bool = false, findings: [String] = []
    ) -> OddFile {
        OddFile(oddity, file: "answers.xlsx", findings: findings) {
            let cells = numbers.enumerated().map { OddSheet.Cell.number($1, style: formats.isEmpty ? 0 : $0 + 1) }
            var book = OddSheet.workbook(OddSheet.cells("回答日時", cells))
            book.formats = formats
            book.is1904 = is1904
            return book.bytes
        }
    }

    private static let numbers = ["45586.585671296299", "45587", "45588.378472222219"]

    private static let serials = [
        workbook("days and times by their formats", numbers, formats: ["yyyy/m/d h:mm", "yyyy/m/d", "m/d/yy h:mm:ss"]),
        workbook(
            "days and times by formats of the era", numbers,
            formats: [
                #"[$-411]ggge"年"m"月"d"日" h:mm"#, #"[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@"#, #"[$-411]ge.m.d h"時"mm"分""#,
            ]),
        workbook(
            "days and times since 1904", ["44124.585671296299", "44125", "44126.378472222219"],
            formats: ["yyyy/m/d h:mm:ss", "yyyy/m/d", "yyyy/m/d h:mm:ss"], is1904: true),
        workbook(
            "serial numbers of a workbook whose cells lost their format", numbers, formats: [],
            findings: [
                "info date_from_serial 2「回答日時」 45586.5856712963 → 2024-10-21",
                "info date_from_serial 3「回答日時」 45587 → 2024-10-22",
                "info date_from_serial 4「回答日時」 45588.37847222222 → 2024-10-23",
            ]),
        csv(
            "serial numbers in a CSV", ["45586.5856712963", "45587", "45588.37847"],
            moments: ["2024-10-21T14:03:22+09:00", "2024-10-22", "2024-10-23T09:05:00+09:00"],
            findings: [
                "info date_from_serial 2「回答日時」 45586.5856712963 → 2024-10-21",
                "info date_from_serial 3「回答日時」 45587 → 2024-10-22",
                "info date_from_serial 4「回答日時」 45588.37847 → 2024-10-23",
            ]),
        OddFile(
            "eight digits whose format puts the signs in", file: "answers.xlsx",
            records: OddSurvey.records(answered: ["2024-10-21", "2024-10-22", "2024-10-23"])
        ) {
            var book = OddSheet.workbook(
                OddSheet.cells(
                    "回答日時", [.number("20241021", style: 1), .number("20241022", style: 2), .number("20241023")]))
            book.formats = ["0000\"-\"00\"-\"00", "0000\"年\"00\"月\"00\"日\""]
            return book.bytes
        },
    ]
}
