/// Sentences that have to stand as they are wherever a result is shown.
public enum FixedWording {
    /// Stands with every shortlist.
    public static let shortlistCaveat =
        "設定した重みのもとで空白を最も補う組合せです。団体の評価・順位ではなく、補助・委託の判断に使いません。"
    static let withheldLocation = "所在地秘匿"
    static let internalMark = "内部資料"
}
