enum LinkReviewLayout {
    struct Side { let file: String; let sheet: String; let row: String }
    static let a = Side(file: "Aファイル", sheet: "Aシート", row: "A行")
    static let b = Side(file: "Bファイル", sheet: "Bシート", row: "B行")
    static let verdict = "判定"
    static let note = "メモ"
    static let neededTitles = [a.file, a.sheet, a.row, b.file, b.sheet, b.row, verdict]
    static let path = "review/links.xlsx"
    static let verdicts = ["同一", "別", "保留"]
}
