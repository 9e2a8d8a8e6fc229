import Foundation
import Model
import Survey
import TestSupport

/// Twelve answers to one small survey, with all that programs like to change on the way.
struct WrittenSurvey {
    struct Answer: Sendable {
        let name: String
        let postalCode: String
        let telephone: String
        /// Serial day of the 1900 system and second of the day.
        let moment: (day: Int, second: Int)
        /// Label of 1-1; empty where it was not answered.
        let kind: String
        /// Labels of 2-2.
        let activities: [String]
        let opinion: String
        let members: String

        init(
            _ name: String, _ postalCode: String, _ telephone: String, _ moment: (Int, Int), _ kind: String,
            _ activities: [String], _ opinion: String, _ members: String
        ) {
            (self.name, self.postalCode, self.telephone, self.kind) = (name, postalCode, telephone, kind)
            (self.moment, self.activities, self.opinion, self.members) = (moment, activities, opinion, members)
        }
    }

    static let kinds = ["NPO法人（特定非営利活動法人）", "任意団体", "会社・個人"]
    static let activities = ["こども・若者", "高齢者", "相談、情報提供", "居場所, サロン", "その他（動物;環境など）"]

    static let answers = [
        Answer(
            "㈱髙橋", "060-0806", "0112-00-1234", (45_586, 50_602), kinds[2], [activities[0], activities[3]], "一行目\n二行目",
            "12"),
        Answer("ＮＰＯ法人　こども食堂", "860-0806", "096-328-2222", (45_586, 0), kinds[0], [activities[0]], "", "1500"),
        Answer("12", "001-0010", "", (45_587, 43_200), kinds[1], [activities[4], activities[2]], "団体名は数字です", "0"),
        Answer("0123の会", "", "080-1234-5678", (45_587, 86_399), kinds[1], activities, "a,b;c\td", ""),
        Answer("TRUE", "862-0950", "", (45_588, 1), "", [], "", ""),
        Answer(
            "ひまわりの会～熊本―", "860-8601", "0963282111", (45_588, 32_700), kinds[0], [activities[1]], "「引用」と\"quote\"", "3"),
        Answer(
            "恵み園\n（本部）", "861-5515", "", (45_589, 46_800), kinds[2], [activities[2], activities[3]], "一\n\n三", "47"),
        Answer("認定NPO法人ﾋﾏﾜﾘ", "861-4101", "", (45_600, 35_999), kinds[0], [], "①②③ Ⅳ ㍻ ㊤", ""),
        Answer("A, B & C <協働>", "", "", (45_601, 36_000), kinds[1], [activities[4]], "<b>&amp;</b>", "8"),
        Answer("\"結\"の会", "860-0001", "", (45_602, 36_001), kinds[1], [activities[3]], "=1+1", "99人"),
        Answer("表ソ能", "861-8045", "096-000-0000", (45_603, 60), kinds[0], [activities[1], activities[4]], "-", "1"),
        Answer(
            "2024/10/21の会", "861-0142", "", (45_608, 64_800), kinds[1], [activities[0], activities[1]], "00123", "20"),
    ]

    static let records = [
        "㈱髙橋 | 060-0806 | 0112-00-1234 | 2024-10-21T14:03:22 | company | children, space | 一行目⏎二行目 | 12",
        "ＮＰＯ法人　こども食堂 | 860-0806 | 096-328-2222 | 2024-10-21T00:00:00 | npo | children | - | 1500",
        "12 | 001-0010 | - | 2024-10-22T12:00:00 | voluntary | advice, other | 団体名は数字です | 0",
        "0123の会 | - | 080-1234-5678 | 2024-10-22T23:59:59 | voluntary | children, older_people, advice, space, other | a,b;c⇥d | -",
        "TRUE | 862-0950 | - | 2024-10-23T00:00:01 | - | - | - | -",
        "ひまわりの会～熊本― | 860-8601 | 0963282111 | 2024-10-23T09:05:00 | npo | older_people | 「引用」と\"quote\" | 3",
        "恵み園⏎（本部） | 861-5515 | - | 2024-10-24T13:00:00 | company | advice, space | 一⏎⏎三 | 47",
        "認定NPO法人ﾋﾏﾜﾘ | 861-4101 | - | 2024-11-04T09:59:59 | npo | - | ①②③ Ⅳ ㍻ ㊤ | -",
        "A, B & C <協働> | - | - | 2024-11-05T10:00:00 | voluntary | other | <b>&amp;</b> | 8",
        "\"結\"の会 | 860-0001 | - | 2024-11-06T10:00:01 | voluntary | space | =1+1 | 99人",
        "表ソ能 | 861-8045 | 096-000-0000 | 2024-11-07T00:01:00 | npo | older_people, other | - | 1",
        "2024/10/21の会 | 861-0142 | - | 2024-11-12T18:00:00 | voluntary | children, older_people | 00123 | 20",
    ]

    static let codebook = """
        questions:
          - id: "1"
            label: 団体の種類
            kind: single
            concept: organization_type
            options:
              - {code: 1, id: npo, label: "\(kinds[0])"}
              - {code: 2, id: voluntary, label: "\(kinds[1])"}
              - {code: 3, id: company, label: "\(kinds[2])"}
          - id: "2"
            label: 活動内容
            kind: multiple
            options:
              - {code: 1, id: children, label: "\(activities[0])"}
              - {code: 2, id: older_people, label: "\(activities[1])"}
              - {code: 3, id: advice, label: "\(activities[2])"}
              - {code: 4, id: space, label: "\(activities[3])"}
              - {code: 5, id: other, label: "\(activities[4])"}
          - id: "3"
            label: 意見
            kind: text
          - id: "4"
            label: 会員数
            kind: text

        """
}

/// One program's way of writing the survey.
struct WrittenFile: Sendable {
    let program: String
    let name: String
    /// What `wave.yaml` says under the source, without the file and the role.
    let source: String
    let make: @Sendable () throws -> [UInt8]
}

extension WrittenFile {
    /// The usual titles, each question in one column.
    static let plainSource = """
        columns: {name: 団体名, postal_code: 郵便番号, telephone: 電話番号, answered_at: 回答日時}
            answers: {"1": 団体の種類, "2": 活動内容, "3": 意見, "4": 会員数}
        """
    static let plainTitles = ["団体名", "郵便番号", "電話番号", "回答日時", "団体の種類", "活動内容", "意見", "会員数"]

    func read() throws -> (records: [String], findings: [Finding]) {
        let yaml = """
            wave:
              id: r6
              label: 第1回調査
              municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
              answers_from: 2024-10-01
              answers_until: 2024-11-12
            codebook: codebook.yaml
            areas: {file: areas.csv}
            gazetteers: [gazetteer.csv]
            sources:
              - file: \(name)
                role: response
                \(source)

            """
        let wave = try WaveDescription(yaml: yaml, file: "wave.yaml")
        let questionnaire = try CodebookReader.read(
            yaml: WrittenSurvey.codebook, file: "codebook.yaml", taxonomy: CodebookText.taxonomy)
        let folder = try ScratchFolder()
        let path = try folder.write(try make(), to: name).path
        let result = try SourceReader(wave: wave, questionnaire: questionnaire).read(wave.sources[0], at: path)
        return (result.records.map(Self.line), result.findings)
    }

    /// One line a record, `-` for what is blank; ⏎ for a line break, whatever its characters.
    private static func line(_ record: Record) -> String {
        let answers = ["1", "2", "3", "4"].map { id in
            record.answers[id].map { $0.text ?? $0.chosen.joined(separator: ", ") }
        }
        let fields = [
            record.name, record[.postalCode], record[.telephone],
            record.date.map { "\($0)".replacing("+09:00", with: "") },
        ]
        return (fields + answers).map { text in
            guard let text, !text.isEmpty else { return "-" }
            return text.replacing("\r\n", with: "⏎").replacing("\n", with: "⏎").replacing("\t", with: "⇥")
        }.joined(separator: " | ")
    }
}
