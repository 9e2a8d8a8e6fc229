/// A form of a few questions of each kind, for tests that add a row to it.
enum SmallForm {
    static let workbook = FormWorkbook(
        """
        survey
        | type | name | label | relevant | appearance | choice_filter | calculation | disabled |
        | select_one yesno | active | 活動していますか | | | | | |
        | select_multiple kinds | kinds | 活動の種類 | | | | | |
        | select_one scale | scale | 満足度 | | | | | |
        | integer | people | 人数 | | | | | |
        | text | name | 名称 | | | | | |
        | calculate | total | | | | | 1 + 1 | |
        choices
        | list_name | name | label |
        | yesno | yes | はい |
        | yesno | no | いいえ |
        | kinds | a | 相談 |
        | kinds | b | 見守り |
        | kinds | c | 配食 |
        | scale | 1 | 不満 |
        | scale | 2 | ふつう |
        | scale | 3 | 満足 |
        """)
    /// Row of what is added to the survey.
    static let nextRow = 8

    static func adding(_ row: String) -> FormWorkbook { workbook.adding(row, to: "survey") }
}
