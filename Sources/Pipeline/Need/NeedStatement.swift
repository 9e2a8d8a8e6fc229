internal import FoundationEssentials
internal import Model
internal import Survey

/// What the need rests on, in sentences for the readers of the report.
struct NeedStatement {
    let inputs: WaveInputs
    let needs: [Need]
    let themes: [Theme]
    /// `nil` without figures.
    let balance: NeedBalance?
    let isOneMeasure: Bool

    var sentences: [String] {
        (balance.map(figureSentences) ?? ["需要の重みは、すべての活動内容を同じ重さとし、地域の人口で割り振った仮の値です。"])
            + [prioritySentence].compactMap { $0 }
    }

    private func figureSentences(_ balance: NeedBalance) -> [String] {
        let file = inputs.needFile?.name ?? ""
        return ["需要の重みは \(file) の数値によります。数値のない欄は「数値なし」として扱い、0とはみなしません。", balanceSentence(balance)]
            + [splitSentence, withoutFigureSentence].compactMap { $0 }
    }

    private func balanceSentence(_ balance: NeedBalance) -> String {
        switch balance {
        case .equal:
            (isOneMeasure ? "" : "活動内容によって数値の種類が違います。")
                + "数値のある活動内容はどれも同じ重さとし、数値は、地域への割り振りだけに使っています（across_themes: equal）。"
        case .figures:
            "活動内容どうしの重さは、数値の大きさに比例します（across_themes: figures）。"
                + (isOneMeasure ? "" : "活動内容によって数値の種類が違うので、大きさを比べられるかを確かめてください。")
        }
    }

    private var splitSentence: String? {
        let (split, estimated) = (needs.count { $0.basis == .split }, needs.count { $0.basis == .estimated })
        guard split + estimated > 0 else { return nil }
        var parts: [String] = []
        if split > 0 { parts.append("市などの数値を地域に割り振った欄が\(split)") }
        if estimated > 0 { parts.append("市などの数値から、分かっている地域を引いた残りを割り振った欄が\(estimated)") }
        return parts.joined(separator: "、") + "あります。割り振りは、人口か、表に示された指標によります。"
    }

    private var withoutFigureSentence: String? {
        let equal = themes.filter { theme in needs.contains { $0.themeID == theme.id && $0.basis == .equal } }
        let withheld = needs.count { $0.basis == .withheld }
        let none = needs.count { $0.weight == nil }
        let without = themes.count { theme in
            needs.allSatisfy { $0.themeID != theme.id || $0.weight == nil }
        }
        var sentences: [String] = []
        if !equal.isEmpty {
            sentences.append(
                "数値のない\(equal.count)の活動内容は、数値のある活動内容の平均の重さとし、人口で割り振っています（without_figure: equal_share）。")
        }
        if none > 0 {
            sentences.append(
                "数値のない欄が\(none)あります" + (withheld > 0 ? "（うち秘匿\(withheld)）" : "")
                    + (without > 0 ? "。どの地域にも数値のない活動内容は\(without)です" : "")
                    + "。空白は示しますが、声掛け候補の計算には入れません。")
        }
        return sentences.isEmpty ? nil : sentences.joined()
    }

    private var prioritySentence: String? {
        let labels = themes.filter { theme in needs.contains { $0.themeID == theme.id && $0.isPriority } }.map(\.label)
        guard !labels.isEmpty else { return nil }
        let weight = ShortestNumber.text(inputs.description.need.priorityWeight)
        return "重点分野（\(labels.joined(separator: "、"))）は、ほかの活動内容の\(weight)倍の重さとしています。"
    }
}
