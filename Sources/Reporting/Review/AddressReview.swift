/// The layout of `review/addresses.xlsx`, in which a person decides where an address is.
///
/// The next run reads it back by these titles.
public enum AddressReview {
    public static let path = "review/addresses.xlsx"
    public static let sheetName = "判定"
    /// Row of the titles, as a spreadsheet numbers it: title, notes and an empty row stand above.
    public static let headerRow = notes.count + 3

    /// A column; the raw value is its title.
    public enum Column: String, Sendable, CaseIterable {
        /// One of ``Decision``, or blank.
        case decision = "判定"
        /// An address that is read instead of the written one.
        case correction = "正しい住所"
        case note = "メモ"
        /// The decision is remembered by this text.
        case address = "書かれた所在地"
        case reason = "確かめること"
        /// With the prefecture.
        case municipality = "読み取った市区町村"
        case town = "読み取った町名"
        case rest = "残り"
        case level = "どこまで"
        /// Per cent.
        case confidence = "確かさ（%）"
        case candidate1 = "候補1"
        case candidate2 = "候補2"
        case candidate3 = "候補3"
        case names = "団体"
        case count = "行の数"
        case places = "ファイルと行"

        public static let candidates: [Column] = [.candidate1, .candidate2, .candidate3]
    }

    /// What can stand under 判定; the raw value is how it is written.
    public enum Decision: String, Sendable, CaseIterable {
        case candidate1 = "候補1"
        case candidate2 = "候補2"
        case candidate3 = "候補3"
        case asRead = "このとおり"
        case unknown = "不明"
        /// Needs an address under 正しい住所.
        case elsewhere = "別の所"

        /// The column that holds what is chosen; `nil` for the others.
        public var candidate: Column? {
            switch self {
            case .candidate1: .candidate1
            case .candidate2: .candidate2
            case .candidate3: .candidate3
            case .asRead, .unknown, .elsewhere: nil
            }
        }
    }

    static let title = "場所を確かめる所在地"
    static let notes = [
        "「判定」を選び、保存してください。次の実行で反映されます。候補が合っていれば「候補1」など、「読み取った市区町村・町名」でよければ「このとおり」、調べても分からなければ「不明」。",
        "どれも違えば、「正しい住所」に住所を書いてください（「判定」は「別の所」か空欄）。「正しい住所」は「判定」より優先します。元のファイルは書き換えません。",
        "ほかの列を書き換えても反映されません。所在地を秘匿する団体は載せていません。",
    ]
}
