internal import Text

/// How an invitation ended.
public enum InvitationOutcome: String, Sendable, CaseIterable {
    case joined, declined
    /// It still thinks about it, or has not answered: no refusal.
    case undecided

    /// As a ledger writes them; for messages.
    public static let examples = "参加/辞退/検討中"

    /// - Returns: `undecided` for a blank; `nil` for words that mean none of them.
    public init?(written text: String) {
        // 辞退（多忙のため）
        let word = Width.foldedWithoutSpaces(text).prefix { !"(（:：、,".contains($0) }
        switch String(word) {
        case "参加", "参加する", "参加済み", "参加済", "加入", "加入済み", "加入済", "承諾", "承諾済み", "登録", "登録済み", "入会", "了承", "○", "〇", "◯":
            self = .joined
        case "辞退", "参加しない", "不参加", "断り", "お断り", "拒否", "見送り", "加入しない", "参加辞退", "不承諾", "×", "✕":
            self = .declined
        case "" where Width.foldedWithoutSpaces(text).isEmpty:
            self = .undecided
        case "検討中", "検討", "保留", "回答待ち", "返事待ち", "返答待ち", "未回答", "未定", "連絡待ち", "調整中", "不在", "連絡つかず", "声掛け中", "-", "ー",
            "―":
            self = .undecided
        default: return nil
        }
    }
}
