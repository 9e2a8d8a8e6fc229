internal import Model

extension NeedStage.Outcome {
    /// - Parameter cases: the counts of the question about cases, one for each of its options; empty where it wasn't asked.
    func report(cases: [TabulationRow]) -> NeedReport {
        let themes = needs.map(\.themeID).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return NeedReport(
            needs: needs,
            themes: themes.map { theme in
                total(of: theme, needs.filter { $0.themeID == theme }, cases.first { $0.optionID == theme })
            }, notes: sentences)
    }

    private func total(of theme: String, _ needs: [Need], _ cases: TabulationRow?) -> NeedReport.ThemeTotal {
        let (weights, figures) = (needs.compactMap(\.weight), needs.compactMap(\.figure))
        let measured = needs.first { $0.figure != nil }
        return NeedReport.ThemeTotal(
            themeID: theme, isPriority: needs.contains { $0.isPriority },
            weight: weights.isEmpty ? nil : weights.reduce(0, +),
            figure: figures.isEmpty ? nil : figures.reduce(0, +), measure: measured?.measure ?? "",
            unit: measured?.unit ?? "", weighedAreas: weights.count, cases: cases)
    }
}
