/// A mistake in an answer, and the finding about it.
struct AnswerMistake: Sendable {
    let name: String
    /// As `findings.csv` has it without its quotes, with `ROW` for the row that it stands in.
    let finding: String
    /// By mail.
    let row: String

    init(_ name: String, says finding: String, _ row: String) {
        self.name = name
        self.finding = finding
        self.row = row
    }

    /// Rows of the file as it is, the header among them.
    static let firstRow = 9

    static let all = [
        AnswerMistake(
            "a row without a name", says: "error,04_メール回答.csv,,ROW,団体名,name_missing",
            "2024/11/10,,熊本市,,1,4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "a choice that there isn't", says: "warning,04_メール回答.csv,,ROW,問1種類,unknown_choice,選択肢にない回答「9」",
            "2024/11/10,いずみ会,熊本市,,9,4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "two choices where one was asked", says: "warning,04_メール回答.csv,,ROW,問1種類,several_chosen",
            "2024/11/10,うぐいす荘,熊本市,,\"1,2\",4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "an answer that was not asked for", says: "warning,04_メール回答.csv,,ROW,問3-2分類,answer_not_asked",
            "2024/11/10,えんどう豆の会,熊本市,,1,4,,1,5,,5,2,1,2,3,1,2,1"),
        AnswerMistake(
            "a date in words", says: "warning,04_メール回答.csv,,ROW,受信日,date_unreadable,日付「きのう」を読めません",
            "きのう,おおぞら,熊本市,,1,4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "a date after the survey", says: "warning,04_メール回答.csv,,ROW,受信日,date_outside_survey",
            "2024/12/24,かたつむり,熊本市,,1,4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "a date that Excel shows as a number",
            says: "info,04_メール回答.csv,,ROW,受信日,date_from_serial,「45606」を Excel の日付の通し番号とみなし、2024-11-10 と",
            "45606,きりん組,熊本市,,1,4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "an organisation that was not asked", says: "warning,04_メール回答.csv,,ROW,,not_in_frame",
            "2024/11/10,くすのき会,熊本市,,1,4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "an organisation that answers twice", says: "warning,04_メール回答.csv,,3,,double_answer",
            "2024/11/11,特定非営利活動法人アトリエこども劇場熊本,熊本市北区梶尾町148-29,,1,4,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "a part of the city without a name", says: "warning,04_メール回答.csv,,ROW,1-2 活動の範囲,area_not_named",
            "2024/11/10,こだま,熊本市,,1,1,,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "a part of the city that is unknown", says: "warning,04_メール回答.csv,,ROW,1-2 活動の範囲,area_not_understood",
            "2024/11/10,さんざし,熊本市,,1,1,あのへん,1,5,,5,2,1,2,,1,2,1"),
        AnswerMistake(
            "an address that is unknown", says: "warning,04_メール回答.csv,,ROW,所在地,address_not_found",
            "2024/11/10,しおかぜ,どこか1-2,,1,4,,1,5,,5,2,1,2,,1,2,1"),
    ]
}
