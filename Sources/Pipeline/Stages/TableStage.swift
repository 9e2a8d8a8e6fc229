internal import Analysis
internal import Model
internal import Store

/// Counts of the register → tables with shares and intervals.
struct TableStage {
    let register: Register
    let wave: Wave

    func run() throws(StageError) -> [TabulationRow] {
        let response = try register.response()
        let types = try register.organizationTypeCounts()
        let counts = try register.answerCounts(waveID: wave.id)
        var rows = [responseRow(response)]
        var start = counts.startIndex
        while start < counts.endIndex {
            let key = (counts[start].questionID, counts[start].optionID)
            let end = counts[start...].firstIndex { ($0.questionID, $0.optionID) != key } ?? counts.endIndex
            rows.append(row(Array(counts[start..<end]), population: response.asked, types: types))
            start = end
        }
        return rows
    }

    private func responseRow(_ response: (asked: Int, answered: Int)) -> TabulationRow {
        TabulationRow(
            questionID: "response", question: "回収", option: "回答", count: response.answered, base: response.asked,
            answered: response.asked, sharePercent: Share.percent(response.answered, of: response.asked),
            weightedPercent: nil, lowPercent: nil, highPercent: nil)
    }

    /// - Parameter strata: the counts of one option, by type of organisation.
    private func row(_ strata: [AnswerCount], population: Int, types: [OrganizationTypeCount]) -> TabulationRow {
        let first = strata[0]
        let count = strata.reduce(0) { $0 + $1.count }
        let base = strata.reduce(0) { $0 + $1.base }
        let byType = Dictionary(types.map { ($0.organizationType, $0) }, uniquingKeysWith: { first, _ in first })
        let weighted = Share.postStratified(
            strata.map { stratum in
                let type = byType[stratum.organizationType]
                return Share.Stratum(
                    population: type?.asked ?? 0, respondents: type?.responded ?? 0, base: stratum.base,
                    count: stratum.count)
            })
        let asked = askedInPopulation(base: base, population: population, types: types)
        let interval = Share.interval(count, of: base, population: asked)
        return TabulationRow(
            questionID: first.questionID, question: first.question, option: first.option, count: count, base: base,
            answered: strata.reduce(0) { $0 + $1.answered }, sharePercent: Share.percent(count, of: base),
            weightedPercent: weighted.map(Share.rounded), lowPercent: interval.map { Share.rounded($0.lowerBound) },
            highPercent: interval.map { Share.rounded($0.upperBound) })
    }

    /// How many in the frame would have been asked the question, when as many as among those who answered.
    private func askedInPopulation(base: Int, population: Int, types: [OrganizationTypeCount]) -> Int {
        let responded = types.reduce(0) { $0 + $1.responded }
        guard responded > 0 else { return base }
        return max(base, (population * base + responded / 2) / responded)
    }
}
