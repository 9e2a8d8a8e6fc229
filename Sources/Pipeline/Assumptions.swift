internal import Analysis
internal import Model

/// What the results rest on and leave out, for the readers of the report.
struct Assumptions {
    let inputs: WaveInputs
    let rules: GapRules
    /// What the need rests on, in sentences.
    let need: [String]
    let profiles: [OrganizationProfile]
    /// Decisions that were taken over from earlier waves.
    let inheritedDecisionCount: Int

    var sentences: [String] {
        before + earlierAnswers + earlierDecisions + need + after
    }

    /// By wave, the latest first.
    private var earlierAnswers: [String] {
        let answers = Dictionary(grouping: profiles.compactMap(\.earlierAnswer), by: \.wavesAgo)
        guard !answers.isEmpty else { return [] }
        let waves = answers.sorted { $0.key < $1.key }.map { "\($1[0].wave.label)の回答を\($1.count)団体" }
        return [
            "今回の調査に回答がなく、前の調査に回答した団体は、そのときの回答で空白や声掛け候補を見ています（\(waves.joined(separator: "、"))）。"
                + "今回の集計には入れず、団体一覧に最後に回答した調査を示しています。"
        ]
    }

    private var before: [String] {
        [
            "この調査は、調査対象名簿にある団体に尋ねたものです。名簿にない公的な窓口、医療機関、介護・福祉サービスの事業所などの"
                + "活動は含みません。また、活動の量（人数・回数・定員）は分かりません。",
            "「参加団体」はPF参加団体の名簿にある団体です。団体が活動する地域は、事務所の所在地ではなく「活動の範囲」の回答によります。",
            "活動の範囲が全国などの広域やオンラインの団体は、どの地域も埋めていないものとし、「広域」として別に数えています。"
                + "市内で活動していることを確かめた団体は、review/areas.xlsx で地域を決めると、その地域に数えます。",
        ]
    }

    private var earlierDecisions: [String] {
        guard inheritedDecisionCount > 0 else { return [] }
        return [
            "前の調査までの判定 \(inheritedDecisionCount)件を引き継いでいます。活動の範囲と組み合わせの判定は、団体が同じことを答えたときだけ使っています。"
        ]
    }

    private var after: [String] {
        [
            evidenceSentence,
            "支援につながる活動内容と活動の種類は別々の設問です。両方を二つ以上選んだ団体は、すべての組み合わせで活動しているものと推定し、"
                + "その推定がなければ空白の種類が変わる欄を「推定」（inferred）としています。"
                + "団体に確かめて review/pairs.xlsx で決めた組み合わせは、推定ではありません。",
            "「未把握」と「調査では担い手を確認できず」は、回答していない団体のうち何団体がその活動をしていると見込まれるかで分けます。"
                + "種類と所在の地域が同じ団体のなかでは、回答したかどうかと活動の内容に関係がないと仮定しています。"
                + "だれも活動していない確率が\(Int((rules.absentProbability * 100).rounded()))％以上のときだけ"
                + "「調査では担い手を確認できず」とします。"
                + "回答していない団体がその活動をする割合が半分だった場合に種類が変わる欄には、変わる先を示しています。",
            "調査票が返戻された団体と休止中とみられる団体は、回答していない団体に数えません。",
            "集計の「割合」は、その設問を尋ねた団体数を母数とし、小数第2位を四捨五入しています。"
                + "「仮定なしの幅」は回答のない団体がどう答えても全体の割合が収まる幅、"
                + "「補正後」は種類と所在の構成を調査対象に合わせた割合と、ほかに回答の有無の偏りがないと仮定した場合の95％の幅です。",
            "声掛け候補は、選んだ重み付けの目標を、順に最もよく満たす組合せです。参加団体がある欄は、一団体でもあれば埋まっているとみています"
                + "（「手薄も補う」では半分）。上限値は、どのような組合せでも超えられない値です。"
                + "活動の量、団体の体制や実績は見ていません。",
            "つながりづくりの協力候補は、どの「地域×活動内容」の欄も埋めない団体のうち、必要性を感じる、協力に期待する、または"
                + "ほかの団体を助けていると答えたものです。点数も順位もありません。これらの回答を参加の意向とはみなしていません。",
            "第三者が特定されるおそれのある自由記述（支援事例）は、分類も引用もしていません。",
        ]
    }

    /// Distance and frequency stay out: an office is no venue, and small groups meet rarely.
    private var evidenceSentence: String {
        let shown =
            "活動内容を選んだ団体のうち、支援につながった事例をその分野に挙げた団体は「事例あり」として別に示しています。"
            + "事例のある団体だけで数えると種類が変わる欄には、変わる先を示しています。"
        let weight = rules.weightWithoutCase
        return shown
            + (weight < 1
                ? "空白の種類では、事例を尋ねられてその分野に挙げなかった参加団体を\(weight)団体と数えています。"
                : "空白の種類では、事例の有無で重みを変えていません。") + "活動の頻度や所在地からの距離は、空白の種類に使っていません。"
    }
}
