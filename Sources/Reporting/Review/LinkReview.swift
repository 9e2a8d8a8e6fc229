/// The layout of `review/links.xlsx`, in which a person decides whether two organisations are one.
///
/// The next run reads it back by these titles.
public enum LinkReview {
    public static let path = "review/links.xlsx"
    public static let sheetName = "判定"
    /// Row of the titles, as a spreadsheet numbers it: title, notes and an empty row stand above.
    public static let headerRow = notes.count + 3

    /// A column; the raw value is its title. A and B stand side by side so that they can be compared.
    public enum Column: String, Sendable, CaseIterable {
        /// One of ``Decision``, or blank.
        case decision = "判定"
        case note = "メモ"
        /// Per cent.
        case probability = "同じ団体の確率（%）"
        /// What each comparison says, a line each, with its weight in bits.
        case reason = "根拠（重み）"
        case nameA = "名称 A"
        case nameB = "名称 B"
        case addressA = "所在地 A"
        case addressB = "所在地 B"
        case telephoneA = "電話 A"
        case telephoneB = "電話 B"
        case emailA = "メール A"
        case emailB = "メール B"
        case representativeA = "代表者 A"
        case representativeB = "代表者 B"
        case fileA = "ファイル A"
        case sheetA = "シート A"
        case rowA = "行 A"
        case fileB = "ファイル B"
        case sheetB = "シート B"
        case rowB = "行 B"
        case organizationIDA = "団体ID A"
        case organizationIDB = "団体ID B"
    }

    /// What can stand under 判定; the raw value is how it is written.
    public enum Decision: String, Sendable, CaseIterable {
        case same = "同一"
        case different = "別"
        case undecided = "保留"
    }

    static let title = "同じ団体かもしれない組"
    static let notes = [
        "「判定」に、同じ団体なら「同一」、違う団体なら「別」、決められないときは「保留」を選び、保存してください。次の実行で反映されます。",
        "「根拠」の数字は重みです。プラスは同じ団体、マイナスは別の団体のしるしで、1増えると見込みが2倍になります。合計が0なら五分五分です。",
        "ほかの列を書き換えても反映されません。この表は電話番号や代表者名を含みます。取扱いに注意してください。",
    ]
}
