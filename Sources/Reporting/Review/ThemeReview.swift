public import Model

/// The layout of `review/themes.xlsx`, in which a person decides what free texts say.
///
/// The next run reads it back by these titles.
public enum ThemeReview {
    public static let path = "review/themes.xlsx"
    public static let sheetName = "判定"
    static let listSheetName = "分類の一覧"
    static let namesSheetName = "団体名だけ"
    /// Row of the titles, as a spreadsheet numbers it: title, notes and an empty row stand above.
    public static let headerRow = notes.count + 3

    /// A column; the raw value is its title.
    public enum Column: String, Sendable, CaseIterable {
        /// One of ``Decision``, or blank.
        case decision = "判定"
        /// Labels of the taxonomy, instead of what was read.
        case correction = "正しい分類"
        case note = "メモ"
        /// The decision is remembered by this text.
        case text = "書かれた文"
        case state = "状態"
        /// What was assigned, for good or until it is put right.
        case assigned = "付けた分類"
        case guess1 = "候補1"
        case guess2 = "候補2"
        case evidence = "根拠の言葉"
        case fromName = "団体名からの連想"
        case chosen = "選んだ選択肢"
        /// Activities, or kinds of support.
        case subject = "何の分類か"
        case question = "設問"
        case names = "団体"
        case count = "行の数"
        case places = "ファイルと行"
    }

    /// What can stand under 判定; the raw value is how it is written.
    public enum Decision: String, Sendable, CaseIterable {
        case guess1 = "候補1"
        case guess2 = "候補2"
        case both = "候補1と2"
        case asRead = "このとおり"
        case noCode = "該当なし"
        /// Needs labels under 正しい分類.
        case elsewhere = "別の内容"

        /// The columns that hold what is chosen.
        public var columns: [Column] {
            switch self {
            case .guess1: [.guess1]
            case .guess2: [.guess2]
            case .both: [.guess1, .guess2]
            case .asRead: [.assigned]
            case .noCode, .elsewhere: []
            }
        }
    }

    /// What stands under 何の分類か.
    static func word(_ subject: ActivitySubject) -> String { subject == .theme ? "活動内容" : "活動の種類" }

    public static func subject(_ word: String) -> ActivitySubject? {
        ActivitySubject.allCases.first { self.word($0) == word }
    }

    static let title = "自由記述の分類"
    static let notes = [
        "「要確認」の行で「判定」を選び、保存してください。次の実行で反映され、同じ言葉には次からも使います。どちらの候補も合っていれば「候補1と2」、どれでもなければ「該当なし」。",
        "候補が違えば、「正しい分類」に分類の名前を書いてください（いくつでも、「、」で区切る）。名前は「分類の一覧」シートにあります。「正しい分類」は「判定」より優先します。",
        "「付けた」の行は、確認なしで付けたものです。違っていれば、同じように直せます。集計表の「その他」の数は、ここで何を決めても変わりません。",
        "ほかの列を書き換えても反映されません。「団体名からの連想」は参考です。名称は会員のことを明かしうるので、名称だけで分類を付けることはありません。",
    ]
}
