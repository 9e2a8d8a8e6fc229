import Model

/// What is said around a shortlist: what it aims at, how far from the best it can be, and what it rests on.
struct ShortlistWords {
    let shortlist: ExplainedShortlist

    init(_ shortlist: ExplainedShortlist) { self.shortlist = shortlist }

    private var result: Shortlist { shortlist.shortlist }

    /// What was chosen from what, and how.
    var headline: String {
        let from = shortlist.candidateCount > 0 ? "候補になりうる\(NumberWords.grouped(shortlist.candidateCount))団体から" : ""
        return "重み付け「\(shortlist.preset.label)」、\(from)\(result.size)団体まで、\(result.methodName)。"
    }

    /// A sentence for each aim, with its proof.
    var aims: [String] {
        shortlist.aims.enumerated().map { place, aim in
            let order = shortlist.aims.count > 1 ? "\(place + 1)番目の目標 " : ""
            return order + reached(aim) + "（\(proof(aim))）"
        }
    }

    private func reached(_ aim: ShortlistAim) -> String {
        if let activities = aim.activities {
            if activities.open == 0 { return "\(aim.name)：ありません" }
            let rest = activities.without.isEmpty ? "" : "。残るのは「\(activities.without.joined(separator: "」「"))」"
            return "\(aim.name)：\(isCertain ? "" : "全団体が参加すれば、")\(activities.open)のうち\(activities.reached)を補います\(rest)"
        }
        guard aim.total > 0 else { return "\(aim.name)：ありません" }
        let share = NumberWords.percent(ofShare: aim.value / aim.total)
        return "\(aim.name)：重みの合計の\(share)を補\(isCertain ? "います" : "う見込みです")"
    }

    private func proof(_ aim: ShortlistAim) -> String {
        if result.isCutByTime, !aim.isProven { return "時間の制限で打ち切ったため、最善とは言えません。最善との差は最大でも\(gap(aim))" }
        if aim.isProven {
            return shortlist.aims.first == aim ? "これを上回る組合せはないことを確かめました" : "前の目標を損なわずに、これを上回る組合せはないことを確かめました"
        }
        return "最善の組合せとの差は最大でも\(gap(aim))"
    }

    private func gap(_ aim: ShortlistAim) -> String {
        let percent = aim.upperBound > 0 ? max(0, (aim.upperBound - aim.value) / aim.upperBound * 100) : 0
        return percent > 0 && percent < 0.1 ? "0.1%未満" : NumberWords.oneDecimal(percent) + "%"
    }

    /// Whether everybody is taken to join.
    private var isCertain: Bool { shortlist.joining.basis == .nothing }

    /// What all picks together close, in a sentence; `nil` without picks.
    var outlook: String? {
        shortlist.picks.last.map { last in
            let share = NumberWords.percent(ofShare: last.candidate.shareOfGapClosed)
            return isCertain
                ? "全団体に参加いただくと、参加団体だけでは空いている部分の\(share)を補います。"
                : "参加の見込みを入れると、参加団体だけでは空いている部分の\(share)を補う見込みです。"
        }
    }

    private var shortfall: String {
        let isHintOfUse = shortlist.preset != .thin && shortlist.preset != .own
        let conditions = shortlist.constraints.isEmpty ? "" : "条件のもとでは、"
        return "指定は\(result.size)団体ですが、\(conditions)これ以上は目標を進める団体がありません。"
            + (isHintOfUse ? "参加団体が1団体だけの欄も厚くするなら重み付け「\(ShortlistPreset.thin.label)」を指定してください。" : "")
            + (isCertain ? "辞退に備えるなら参加の見込み（acceptance）を指定してください。" : "")
    }

    /// Ties and lists that stay short.
    var remarks: [String] {
        var remarks: [String] = []
        if result.candidates.count < result.size {
            remarks.append(shortfall)
        }
        let tied = result.candidates.count { !$0.tiedWith.isEmpty }
        if tied > 0 {
            remarks.append("\(tied)団体には、まったく同じだけ補える別の団体があります。この一覧では団体IDの順で先のものを選びました。")
        }
        return remarks
    }

    var constraints: [String] {
        shortlist.constraints.map { constraint in
            if constraint.isFromLedger { return constraint.name }
            return constraint.name + (constraint.price.map { "。\($0)" } ?? "。この条件による減りはありません")
        }
    }

    /// What the chance of joining rests on, and what another would change.
    var joining: [String] {
        let joining = shortlist.joining
        var sentences: [String] = []
        let share = NumberWords.percent(ofShare: joining.mean)
        let range =
            joining.interval.map {
                "（95％の幅 \(NumberWords.percent(ofShare: $0.lowerBound))〜\(NumberWords.percent(ofShare: $0.upperBound))）"
            } ?? ""
        switch joining.basis {
        case .nothing: sentences.append("声を掛けた団体は、すべて参加するものとして選びました。")
        case .stated(let source):
            sentences.append(
                "参加の見込みは、\(joining.invited)団体のうち\(joining.joined)団体が参加した実績（\(source)）から、一律に\(share)\(range)としました。")
        case .ledger(let undecided):
            let waiting = undecided > 0 ? "返事待ち・検討中の\(undecided)団体は数えていません。" : ""
            sentences.append(
                "参加の見込みは、声掛け記録で結果の分かる\(joining.invited)団体のうち\(joining.joined)団体が参加したことから、一律に\(share)\(range)としました。\(waiting)"
            )
        }
        for type in joining.types {
            sentences.append(
                "「\(type.label)」は、\(type.invited)団体のうち\(type.joined)団体が参加したため、\(NumberWords.percent(ofShare: type.mean))としました。"
            )
        }
        if let other = shortlist.otherChance {
            sentences.append(
                "参加の見込みを一律に\(NumberWords.percent(ofShare: other.chance))としても、\(shortlist.picks.count)団体のうち\(other.kept)団体は同じです。"
            )
        }
        return sentences
    }

    /// What the share of draws means.
    var stability: String? {
        guard shortlist.sampleCount > 0 else { return nil }
        return "「候補に残る割合」は、分野・地域ごとの重みを半分から2倍ほどの間で動かし、自由記述から読み取った内容と、参加団体が答えなかった欄の扱いも変えて、"
            + "\(shortlist.sampleCount)回選び直したうち、一覧に入った割合です。低い団体には、同じように補える団体がほかにあることがあります。"
    }

    private static let mostParts = 30

    /// `NPO法人 9（候補 60）` and so on, by kind.
    var makeUp: [(title: String, parts: [String])] {
        let makeUp = shortlist.makeUp
        return [
            ("団体の種類", makeUp.organizationTypes), ("法人の種類", makeUp.legalForms), ("活動の範囲", makeUp.areaRanges),
            ("活動する地域（重複あり）", makeUp.areas),
        ]
        .filter { !$0.1.isEmpty }
        .map { title, parts in
            let shown = parts.prefix(Self.mostParts).map { "\($0.name) \($0.count)（候補\($0.candidateCount)）" }
            return (title, shown + (parts.count > shown.count ? ["ほか\(parts.count - shown.count)"] : []))
        }
    }
}
