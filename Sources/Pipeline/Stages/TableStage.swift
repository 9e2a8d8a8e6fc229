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
            rows.append(row(Array(counts[start..<end]), types: types))
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

    /// Counts, base and share are over all who answered; weights and interval speak for the frame and rest on its members.
    /// - Parameter strata: the counts of one option, by type of organisation and whether it is in the frame.
    private func row(_ strata: [AnswerCount], types: [OrganizationTypeCount]) -> TabulationRow {
        let first = strata[0]
        let count = strata.reduce(0) { $0 + $1.count }
        let base = strata.reduce(0) { $0 + $1.base }
        let inFrame = strata.filter(\.isInFrame)
        let byType = Dictionary(types.map { ($0.organizationType, $0) }, uniquingKeysWith: { first, _ in first })
        let weighted = Share.postStratified(
            inFrame.map { stratum in
                let type = byType[stratum.organizationType]
                return Share.Stratum(
                    population: type?.asked ?? 0, respondents: type?.responded ?? 0, base: stratum.base,
                    count: stratum.count)
            })
        let interval = interval(
            inFrame.reduce(0) { $0 + $1.count }, of: inFrame.reduce(0) { $0 + $1.base }, types: types)
        return TabulationRow(
            questionID: first.questionID, question: first.question, option: first.option, count: count, base: base,
            answered: strata.reduce(0) { $0 + $1.answered }, sharePercent: Share.percent(count, of: base),
            weightedPercent: weighted.map(Share.rounded), lowPercent: interval.map { Share.rounded($0.lowerBound) },
            highPercent: interval.map { Share.rounded($0.upperBound) })
    }

    /// Of the frame's share; the population is as many as would have been asked the question, when as many as among those
    /// who answered. `nil` without a frame.
    private func interval(_ count: Int, of base: Int, types: [OrganizationTypeCount]) -> ClosedRange<Double>? {
        let asked = types.reduce(0) { $0 + $1.asked }
        let responded = types.reduce(0) { $0 + $1.responded }
        guard responded > 0 else { return nil }
        return Share.interval(count, of: base, population: max(base, (asked * base + responded / 2) / responded))
    }
}
