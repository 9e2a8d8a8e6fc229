/// The layout of 声掛け候補 in `planner.xlsx`, in which people write down whom they invite and how that went.
///
/// The next run reads it back by these titles.
public enum LedgerReview {
    public static let path = "planner.xlsx"
    public static let sheetName = "声掛け候補"

    /// A column; the raw value is its title.
    public enum Column: String, Sendable, CaseIterable {
        /// Blank for those that are not on the list any more.
        case rank = "順"
        case name = "団体名"
        /// One of ``Decision``, or blank.
        case decision = "判断"
        case reason = "理由"
        case caller = "声掛け役"
        case invitedOn = "声掛け日"
        case method = "方法"
        case outcome = "結果"
        case note = "備考"
        case leafletConsent = "リーフレット掲載同意"
        case pickReasons = "候補にした理由"
        case uncertain = "確かめること"
        case section = "把握課"
        case organizationID = "団体ID"

        /// What people write, in the order of the sheet.
        public static let inputs: [Column] = [
            .decision, .reason, .caller, .invitedOn, .method, .outcome, .note, .leafletConsent,
        ]
    }

    /// What can stand under 判断; the raw value is how it is written.
    public enum Decision: String, Sendable, CaseIterable {
        case invite = "声掛け"
        case pass = "見送り"
        case undecided = "保留"
    }

    /// What the sheet offers; other words for the same are read as well.
    static let methods = ["電話", "訪問", "メール", "手紙", "会議・行事"]
    static let outcomes = ["参加", "辞退", "検討中"]
    static let consents = ["○", "×"]

    static let notes = [
        "黄色の欄は記録です。会議で決めたことと声掛けの結果を書いて保存すると、次の実行で読み取り、新しい表に引き継ぎます。声掛け日は、2025/1/10、R7.1.10 などと書けます。",
        "「見送り」は、この調査の候補に入れません。「声掛け」は、結果が決まるまで候補に残します。「参加」「辞退」は候補から外れ、下に残ります。",
        "記録を消すと、取り消しになります。黄色でない欄を書き換えても反映されません。表にない団体は、下に団体名と団体ID（「団体一覧」にあります）を書き足してください。",
    ]
}
