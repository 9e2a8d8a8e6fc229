import Model
import TestSupport
import Testing

/// Form services and scanning software that export text.
enum TextWriters {
    static let files = [googleForms, logoForm, scanner, unicodeText]

    private static func day(_ serial: Int) throws -> CivilDate {
        try #require(CivilDate(daysSince1970: serial - 25_569))
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// `14:03:22`, or with hours of one digit.
    private static func clock(_ second: Int, pads: Bool = true) -> String {
        let hour = second / 3600
        return "\(pads ? two(hour) : "\(hour)"):\(two(second / 60 % 60)):\(two(second % 60))"
    }

    /// The cells of an answer, with the moment and the choices as a service writes them.
    private static func cells(
        _ answer: WrittenSurvey.Answer, moment: String, choices: String
    ) -> [String] {
        [
            answer.name, answer.postalCode, answer.telephone, moment, answer.kind, choices, answer.opinion,
            answer.members,
        ]
    }

    /// UTF-8, half days behind the time, choices joined by a comma and a space, quotes around every cell.
    private static let googleForms = WrittenFile(
        program: "Google Forms", name: "回答.csv",
        source: WrittenFile.plainSource.replacing("回答日時", with: "タイムスタンプ")
    ) {
        let titles = WrittenFile.plainTitles.map { $0 == "回答日時" ? "タイムスタンプ" : $0 }
        let rows = try WrittenSurvey.answers.map { answer in
            let (date, second) = (try day(answer.moment.day), answer.moment.second)
            let hour = second / 3600
            let time = clock(second - (hour / 12) * 43_200 + (hour % 12 == 0 ? 43_200 : 0), pads: false)
            let moment = "\(date.year)/\(two(date.month))/\(two(date.day)) \(time) \(hour < 12 ? "午前" : "午後") GMT+9"
            return cells(answer, moment: moment, choices: answer.activities.joined(separator: ", "))
        }
        return OddText.utf8(OddText.csv([titles] + rows, lineEnd: "\n", quotesAll: true))
    }

    /// UTF-8 with a byte order mark, the zone behind the time, a line for each choice.
    private static let logoForm = WrittenFile(
        program: "LoGoフォーム", name: "logo.csv", source: WrittenFile.plainSource
    ) {
        let rows = try WrittenSurvey.answers.map { answer in
            let moment = try "\(day(answer.moment.day))T\(clock(answer.moment.second))+09:00"
            return cells(answer, moment: moment, choices: answer.activities.joined(separator: "\n"))
                .map { $0.replacing("\n", with: "\r\n") }
        }
        let titles = ["受付番号"] + WrittenFile.plainTitles
        let table = [titles] + rows.enumerated().map { ["2024-\($0)"] + $1 }
        return OddText.utf8("\u{FEFF}" + OddText.csv(table))
    }

    /// CP932, a column of 0 and 1 for each choice under a title of its own, 99 for what was not answered.
    private static let scanner = WrittenFile(
        program: "OMR", name: "omr.csv",
        source: """
            header_rows: 2
                no_answer: ["99"]
                columns: {name: 名称, postal_code: 郵便番号, telephone: 電話番号, answered_at: 受付日時}
                answers:
                  "1": {column: 問1 団体の種類, coded_as: codes}
                  "2": {columns_under: 問2 活動内容}
                  "3": 問3 意見
                  "4": 問4 会員数
            """
    ) {
        let upper = ["団体", "", "", "受付日時", "問1 団体の種類", "問2 活動内容", "", "", "", "", "問3 意見", "問4 会員数"]
        let lower = ["名称", "郵便番号", "電話番号", "", ""] + WrittenSurvey.activities + ["", ""]
        let rows = try WrittenSurvey.answers.map { answer in
            let date = try day(answer.moment.day)
            let moment = "R\(date.year - 2018).\(date.month).\(date.day) \(clock(answer.moment.second, pads: false))"
            let kind = WrittenSurvey.kinds.firstIndex(of: answer.kind).map { "\($0 + 1)" } ?? "99"
            let isAnswered = !answer.activities.isEmpty
            let marks = WrittenSurvey.activities.map { label in
                isAnswered ? (answer.activities.contains(label) ? "1" : "0") : "99"
            }
            return [answer.name, answer.postalCode, answer.telephone, moment, kind] + marks
                + [answer.opinion, answer.members.isEmpty ? "99" : answer.members]
        }
        return try CP932.bytes(OddText.csv([upper, lower] + rows))
    }

    /// Excel's "Unicode text": UTF-16 with tabs; cells keep the looks that they had.
    private static let unicodeText = WrittenFile(
        program: "Excel's Unicode text", name: "回答.txt", source: WrittenFile.plainSource
    ) {
        let rows = try WrittenSurvey.answers.map { answer in
            let date = try day(answer.moment.day)
            let moment = "\(date.year)/\(date.month)/\(date.day) \(clock(answer.moment.second, pads: false))"
            return cells(answer, moment: moment, choices: answer.activities.joined(separator: ";"))
        }
        return OddText.utf16("\u{FEFF}" + OddText.csv([WrittenFile.plainTitles] + rows, delimiter: "\t"))
    }
}
