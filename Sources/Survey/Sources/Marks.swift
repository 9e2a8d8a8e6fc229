internal import Text

/// 1 and 0, ○ and ×, はい and いいえ: what a mark in a cell means.
public enum Marks {
    public static let examples = "1/0, ○/×, はい/いいえ, 可/不可"

    public static func meaning(_ cell: String) -> Bool? {
        switch Width.foldedWithoutSpaces(cell).lowercased() {
        case "1", "○", "〇", "◯", "●", "◎", "はい", "可", "有", "あり", "yes", "y", "true", "同意", "同意する", "✓", "✔", "レ":
            true
        case "0", "×", "✕", "✖", "x", "いいえ", "不可", "否", "無", "なし", "no", "n", "false", "同意しない": false
        default: nil
        }
    }
}
