/// The layout of `review/areas.xlsx`, in which a person decides where an organisation works.
///
/// The next run reads it back by these titles.
public enum AreaReview {
    public static let path = "review/areas.xlsx"
    public static let sheetName = "判定"
    /// Row of the titles, as a spreadsheet numbers it: title, notes and an empty row stand above.
    public static let headerRow = notes.count + 3

    /// A column; the raw value is its title.
    public enum Column: String, Sendable, CaseIterable {
        /// One of ``Decision``, or blank.
        case decision = "判定"
        /// Names of places inside the city.
        case correction = "活動する地域"
        case note = "メモ"
        case name = "団体"
        case isMember = "参加団体"
        case choice = "選んだ範囲"
        case text = "書かれた範囲"
        case reason = "確かめること"
        case notUnderstood = "分からない言葉"
        case areas = "今数えている地域"
        case file = "ファイル"
        case sheet = "シート"
        case row = "行"
    }

    /// What can stand under 判定; the raw value is how it is written.
    public enum Decision: String, Sendable, CaseIterable {
        case city = "市全域"
        case asRead = "このとおり"
        case nowhere = "市内では活動しない"
        /// Needs places under 活動する地域.
        case areas = "地域を書く"
    }

    static let title = "確かめる活動の範囲"
    static let notes = [
        "団体に確かめてから「判定」を選び、保存してください。次の実行で反映されます。市のどこでも活動していれば「市全域」、「今数えている地域」でよければ「このとおり」（空欄なら、どこにも数えないままです）。",
        "一部の地域なら、「活動する地域」に地域名を書いてください（例：「○○区、△△校区」。「判定」は「地域を書く」か空欄）。「活動する地域」は「判定」より優先します。元のファイルは書き換えません。",
        "全国・広域・オンラインの団体は、ここで決めるまで「広域」として別に数え、どの地域も埋めません。ほかの列を書き換えても反映されません。",
    ]
}
