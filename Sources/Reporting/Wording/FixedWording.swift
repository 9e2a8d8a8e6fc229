/// Sentences that have to stand as they are wherever a result is shown.
public enum FixedWording {
    /// Stands with every shortlist.
    public static let shortlistCaveat =
        "設定した重みのもとで空白を最も補う組合せです。団体の評価・順位ではなく、補助・委託の判断に使いません。"
    /// Stands with every list of those who could cooperate.
    public static let cooperationCaveat =
        "空白を補う団体とは別に、話を聞いてみる団体の一覧です。順位はありません。団体の評価ではなく、補助・委託の判断に使いません。"
    /// Stands wherever it is shown that an organisation sees the need or hopes for something.
    static let needIsNoWish =
        "「必要性を感じる」や「自治体への期待」という回答は、PFへの参加の意向ではありません。"
    /// Stands with what the platform could offer, and with the members that could make a contact.
    static let beforeCalling =
        "「PFができること」は案です。市のPFにないことは伝えないでください（Data/platform/offers.csv で書き直せます）。"
        + "「公開の同意なし」の参加団体の名前は、その団体の了解を得てから伝えてください。"
    /// Stands with every table of gaps.
    static let leavesOut =
        "この表は、調査に答えた団体とPF参加団体の名簿だけによります。公的な窓口、医療機関、介護・福祉サービスの事業所などは含まず、活動の量は分かりません。"
    static let withheldLocation = "所在地秘匿"
    static let internalMark = "内部資料"
}
