internal import Analysis
internal import Model
internal import Store

/// Those who answered as a sample of those who were asked.
///
/// Weights are raked to the types of organisation and the municipalities of those who were asked: they take for granted
/// that whether somebody answers depends on these two alone.
struct SurveySample {
    private let asked: Int
    private let respondentCount: Int
    /// Respondents that were asked a question, by question.
    private let base: [String: [Bool]]
    /// Respondents that chose an option, by question and option.
    private let chosen: [String: [String: [Bool]]]
    private let shares: WeightedShares?
    let weighting: WeightingSummary?

    private static let dimensions: [ResponseRow.Dimension] = [.organizationType, .municipality]

    init(respondents: [Respondent], choices: [Choice], responses: [ResponseRow]) {
        asked = responses.first { $0.dimension == .all }?.asked ?? 0
        respondentCount = respondents.count
        (base, chosen) = Self.table(choices, respondents)
        let parts = Self.dimensions.map { dimension in responses.filter { $0.dimension == dimension } }
        guard let raked = Self.raked(respondents, parts) else {
            (shares, weighting) = (nil, nil)
            return
        }
        shares = raked.converged ? WeightedShares(raked) : nil
        weighting = WeightingSummary(
            dimensions: Self.dimensions, respondents: respondents.count,
            effectiveSampleSize: raked.effectiveSampleSize, designEffect: raked.designEffect,
            smallestWeight: raked.smallest, largestWeight: raked.largest, converged: raked.converged,
            collapsed: raked.collapsed.map { collapsed in
                WeightingSummary.Collapsed(
                    dimension: Self.dimensions[collapsed.margin],
                    labels: collapsed.categories.map { parts[collapsed.margin][$0].label })
            })
    }

    /// `nil` where nobody answered, or what is known of them and of all doesn't go together.
    private static func raked(_ respondents: [Respondent], _ parts: [[ResponseRow]]) -> RakedWeights? {
        let indices = parts.map { part in
            Dictionary(part.enumerated().map { ($1.category, $0) }, uniquingKeysWith: { first, _ in first })
        }
        var categories: [Int] = []
        for respondent in respondents {
            guard let type = indices[0][respondent.organizationType],
                let municipality = indices[1][respondent.municipalityCode]
            else { return nil }
            categories += [type, municipality]
        }
        let margins = parts.map { part in RakingMargin(populations: part.map { Double($0.asked) }) }
        return try? Raking().weights(
            baseWeights: Array(repeating: 1, count: respondents.count), categories: categories, margins: margins)
    }

    private static func table(
        _ choices: [Choice], _ respondents: [Respondent]
    ) -> ([String: [Bool]], [String: [String: [Bool]]]) {
        let places = Dictionary(
            respondents.enumerated().map { ($1.recordID, $0) }, uniquingKeysWith: { first, _ in first })
        let nobody = [Bool](repeating: false, count: respondents.count)
        var base: [String: [Bool]] = [:]
        var chosen: [String: [String: [Bool]]] = [:]
        for choice in choices {
            guard let place = places[choice.recordID] else { continue }
            base[choice.questionID, default: nobody][place] = true
            for option in choice.options {
                chosen[choice.questionID, default: [:]][option, default: nobody][place] = true
            }
        }
        return (base, chosen)
    }

    private func chosen(_ question: String, _ option: String) -> [Bool] {
        chosen[question]?[option] ?? Array(repeating: false, count: respondentCount)
    }

    /// Share of all who were asked, if answering depends on what the weights are made of alone.
    func weighted(question: String, option: String) -> WeightedPercent? {
        guard let base = base[question], let share = shares?.share(of: chosen(question, option), in: base) else {
            return nil
        }
        return WeightedPercent(
            percent: Share.rounded(share.percent), interval: PercentRange(rounding: share.interval))
    }

    /// Of a question that everybody is asked.
    func bounds(question: String, option: String) -> PercentRange? {
        guard let base = base[question] else { return nil }
        let answered = base.count { $0 }
        return Share.boundsWithoutAssumption(
            chosen(question, option).count { $0 }, of: answered, silent: max(0, asked - answered)
        ).map(PercentRange.init(rounding:))
    }
}

extension PercentRange {
    init(rounding range: ClosedRange<Double>) {
        self.init(low: Share.rounded(range.lowerBound), high: Share.rounded(range.upperBound))
    }
}
