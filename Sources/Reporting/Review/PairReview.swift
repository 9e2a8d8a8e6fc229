/// The layout of `review/pairs.xlsx`, in which a person decides which support types go with a theme.
///
/// The next run reads it back by these titles.
public enum PairReview {
    public static let path = "review/pairs.xlsx"
    public static let sheetName = "判定"
    /// Row of the titles, as a spreadsheet numbers it: title, notes and an empty row stand above.
    public static let headerRow = notes.count + 3

    /// A column; the raw value is its title.
    public enum Column: String, Sendable, CaseIterable {
        /// One of ``Decision``, or blank.
        case decision = "判定"
        /// Labels of support types that the organisation named.
        case types = "行っている種類"
        case note = "メモ"
        case name = "団体"
        case isMember = "参加団体"
        case theme = "活動内容"
        /// Those that can go with the theme.
        case answered = "答えた種類"
        case file = "ファイル"
        case sheet = "シート"
        case row = "行"
    }

    /// What can stand under 判定; the raw value is how it is written.
    public enum Decision: String, Sendable, CaseIterable {
        case all = "すべて"
        /// Needs labels under 行っている種類.
        case types = "種類を書く"
        case nothing = "どれもしない"
        case undecided = "保留"
    }

    static let title = "確かめる活動内容と活動の種類の組み合わせ"
    static let notes = [
        "記入は任意です。活動内容と活動の種類は別々に尋ねたので、両方を二つ以上答えた団体が、どの活動内容でどの種類の活動をしているかは分かりません。"
            + "ここで決めるまでは、どの組み合わせも行っているものとして数え、それで種類が変わる欄を「推定」とします。",
        "影響するのは、地域×活動内容×活動の種類の表（planner.xlsx の「空白一覧」と coverage.csv）だけです。地域×活動内容、地域×活動の種類の表は変わりません。",
        "団体に確かめて分かった行だけ「判定」を選び、保存してください。次の実行で反映され、決めた行は載らなくなります。「答えた種類」をすべて行っていれば「すべて」、一つも行っていなければ「どれもしない」。",
        "一部だけなら、「行っている種類」に「答えた種類」から書いてください（いくつでも、「、」で区切る。「判定」は「種類を書く」か空欄）。「行っている種類」は「判定」より優先します。ほかの列を書き換えても反映されません。",
    ]
}
