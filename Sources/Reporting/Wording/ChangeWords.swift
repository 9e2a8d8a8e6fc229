import Model

extension TabulationChange.Comparability {
    /// As a planner reads it; empty where nothing has to be said.
    var words: String {
        switch self {
        case .same: ""
        case .relabelled: "言い方が変わった"
        case .merged: "前回の複数の選択肢をまとめた"
        case .split: "前回の選択肢を分けた（比べられない）"
        case .new: "新しい選択肢"
        case .gone: "今回はない選択肢"
        case .otherBase: "尋ねた相手が違う（比べられない）"
        case .notAskedBefore: "前回は尋ねていない"
        case .notAskedNow: "今回は尋ねていない"
        }
    }
}

extension TabulationChange.Change {
    /// `+3.2（−1.0〜+7.4）`
    var words: String {
        "\(NumberWords.signed(points))（\(NumberWords.signed(interval.low))〜\(NumberWords.signed(interval.high))）"
    }
}
