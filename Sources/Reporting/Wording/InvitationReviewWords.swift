import Model

/// What last wave's list promised and what came of it, in words.
struct InvitationReviewWords {
    /// Stands wherever a promise is set against its outcome.
    static let caveat =
        "ここで比べるのは、PFの参加団体が担い手としてその欄に届いているかどうかです。支援の量や、住民の孤独・孤立への効果を測るものではありません。"

    let review: InvitationReview

    init(_ review: InvitationReview) { self.review = review }

    /// The three groups, with how many joined.
    var groups: [(words: String, entries: [InvitationReview.Entry])] {
        [
            ("前回の一覧にあり、声を掛けた", review.listedAndInvited), ("一覧になく、声を掛けた", review.invitedOffList),
            ("一覧にあり、声を掛けていない", review.listedOnly),
        ]
    }

    var sentences: [String] { [groupsSentence, promiseSentence, outcomeSentence, leftOutSentence].compactMap { $0 } }

    private var groupsSentence: String {
        if review.listSize == 0, review.invitedCount == 0 { return "前回の声掛け候補の一覧も、前回の調査より後の声掛けの記録もありません。" }
        let list =
            review.listSize == 0
            ? "前回の声掛け候補の一覧はありません。"
            : "前回の声掛け候補の一覧は\(NumberWords.grouped(review.listSize))団体\(promised)でした。"
        if review.invitedCount == 0 { return list + "前回の調査より後の声掛けの記録がないので、見込みと結果は比べられません。" }
        let joined = (review.listedAndInvited + review.invitedOffList).count { $0.hasJoined }
        return list + "声を掛けたのは\(NumberWords.grouped(review.invitedCount))団体で、そのうち"
            + "\(NumberWords.grouped(joined))団体が参加団体になりました。"
    }

    /// What the list printed for all of it.
    private var promised: String {
        review.promisedShare.map { "（全体で、目標とした空白の\(NumberWords.percent(ofShare: $0))を補う見込み）" } ?? ""
    }

    private var total: InvitationReview.Measure? { review.measures.first }

    private var promiseSentence: String? {
        guard review.listSize > 0, review.invitedCount > 0 else { return nil }
        guard let total else { return "一覧にあって声を掛けた団体がないので、見込みと比べる結果はありません。" }
        let lead =
            "一覧にあり声を掛けた\(NumberWords.grouped(review.listedAndInvited.count))団体は、全団体が参加すれば、前回は参加団体のいなかった"
            + "\(NumberWords.grouped(total.cells))欄（空白の需要の\(share(total.need) ?? "0.0%")）を補うはずでした。"
        guard let expected = total.expectedNeed else { return lead + "参加の見込みは、前回の台帳にありません。" }
        if expected >= total.need * (1 - 1e-9) { return lead + "前回の一覧は、全団体が参加するものとして作られています。" }
        return lead + "前回の一覧の参加の見込みを入れると、空白の需要の\(share(expected) ?? "0.0%")です。"
    }

    private var outcomeSentence: String? {
        guard let total else { return nil }
        let others =
            total.cellsByOthers > 0
            ? "ほかに\(NumberWords.grouped(total.cellsByOthers))欄には、これらの団体でない参加団体が届いています。" : ""
        let unmeasured =
            total.unmeasuredCells > 0
            ? "\(NumberWords.grouped(total.unmeasuredCells))欄は、今回の設問や地域では確かめられません。" : ""
        return "今回そのうち\(NumberWords.grouped(total.reachedCells))欄（空白の需要の\(share(total.reachedNeed) ?? "0.0%")）に、"
            + "これらの団体が参加団体として届いています。\(others)\(unmeasured)"
    }

    private var leftOutSentence: String? {
        guard review.leftOut > 0 else { return nil }
        return "前回すでに参加団体だった団体と、前回の調査より前の声掛け\(NumberWords.grouped(review.leftOut))件は、入れていません。"
    }

    /// Of all need that no member reached then; `nil` where there is none.
    func share(_ need: Double?) -> String? {
        need.flatMap { review.openNeed > 0 ? NumberWords.percent(ofShare: $0 / review.openNeed) : nil }
    }

    static func label(_ measure: InvitationReview.Measure) -> String {
        measure.themeID == nil ? "すべての活動内容" : measure.theme
    }
}
