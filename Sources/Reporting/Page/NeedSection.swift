import Model

/// 需要: what each theme weighs and why, with the cases that organisations had beside it.
struct NeedSection {
    private let need: NeedReport
    private let labels: LabelBook
    private let words: NeedWords

    init(_ presentation: Presentation) {
        need = presentation.report.need
        labels = presentation.labels
        words = NeedWords(presentation.report)
    }

    var value: PageValue {
        [
            "isThere": .flag(!need.themes.isEmpty), "notes": .texts(words.notes),
            "hasFigures": .flag(words.hasFigures), "hasPriorities": .flag(words.hasPriorities),
            "hasCases": .flag(words.hasCases), "caseQuestion": .text(words.caseQuestion),
            "rows": .list(need.themes.map(row)),
        ]
    }

    private func row(_ total: NeedReport.ThemeTotal) -> PageValue {
        [
            "theme": .text(labels.theme(total.themeID)), "isPriority": .flag(total.isPriority),
            "hasPriorities": .flag(words.hasPriorities), "hasFigures": .flag(words.hasFigures),
            "hasCases": .flag(words.hasCases),
            "weight": .text(total.weight.map(NumberWords.percent) ?? "数値なし"),
            "figure": .text(NeedWords.figure(total.figure, total.unit)), "measure": .text(total.measure),
            "cases": .text(total.cases.map { NumberWords.grouped($0.count) } ?? "—"),
            "caseShare": .text(
                total.cases.map { cases in
                    (cases.sharePercent.map { NumberWords.oneDecimal($0) + "%" } ?? "—") + "（n=\(cases.base)）"
                } ?? "—"),
        ]
    }
}
