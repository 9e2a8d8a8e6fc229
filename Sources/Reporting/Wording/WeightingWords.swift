import Model

/// What the weighted shares rest on, in words.
struct WeightingWords {
    private let weighting: WeightingSummary?
    private let areaWord: String

    init(_ report: RunReport) {
        weighting = report.tables.weighting
        // What planners call it: 区 where the city has wards.
        areaWord = report.areas.contains { $0.kind == .ward } ? "区" : "市区町村"
    }

    /// What the interval takes for granted; it stands beside every weighted figure.
    var assumption: String { "種類・\(areaWord)以外で回答の有無に偏りがないと仮定した場合の幅" }

    /// What the bounds are.
    var boundsMeaning: String { "回答のなかった団体がどう答えたとしても、調査対象の全団体での割合はこの中にあります" }

    /// How much the weights widen, and what was put together; empty without weights.
    var sentences: [String] {
        guard let weighting else { return [] }
        guard weighting.converged else {
            return ["種類と\(areaWord)に合わせる重みが決まらなかったので、補正後の割合は出していません。"]
        }
        let size = Int(weighting.effectiveSampleSize.rounded())
        return [
            "補正後は、調査対象の種類と\(areaWord)の構成に、回答した\(weighting.respondents)団体を合わせた割合です（レイキング）。"
                + "重みは\(NumberWords.oneDecimal(weighting.smallestWeight))〜\(NumberWords.oneDecimal(weighting.largestWeight))、"
                + "情報の量は、同じ重みの\(size)団体にあたります（デザイン効果\(NumberWords.oneDecimal(weighting.designEffect))）。"
        ]
            + weighting.collapsed.map { collapsed in
                "回答が少ないため、\(label(of: collapsed.dimension))の"
                    + collapsed.labels.map { "「\($0.isEmpty ? "不明" : $0)」" }.joined() + "は一つとして重みを付けました。"
            }
    }

    func label(of dimension: ResponseRow.Dimension) -> String {
        switch dimension {
        case .all: "全体"
        case .organizationType: "種類"
        case .municipality: "所在"
        case .section: "把握課"
        }
    }
}

extension ResponseRow {
    /// As a planner reads it.
    var words: String {
        if dimension == .all { return "全体" }
        return label.isEmpty ? "不明" : label
    }
}
