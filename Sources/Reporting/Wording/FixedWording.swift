/// Sentences that have to stand as they are wherever a result is shown.
public enum FixedWording {
    /// Stands with every shortlist.
    public static let shortlistCaveat =
        "設定した重みのもとで空白を最も補う組合せです。団体の評価・順位ではなく、補助・委託の判断に使いません。"
    /// Stands with every table of gaps.
    static let leavesOut =
        "この表は、調査に答えた団体とPF参加団体の名簿だけによります。公的な窓口、医療機関、介護・福祉サービスの事業所などは含まず、活動の量は分かりません。"
    static let withheldLocation = "所在地秘匿"
    static let internalMark = "内部資料"
}
