/// How many of the organisations that did not answer reach each area with each activity.
///
/// It assumes that within group and office answering depends on neither reach nor activity; ``forecast(inclination:)`` can
/// vary that. An organisation reaches the whole report or a part of it (``ReachModel``); within each of these classes an
/// activity has a rate that borrows from all others (``RatePrior``), from the rates of the activity in the other classes,
/// and from the groups' shares in it. The silent in a class, times the rate, is a count with the spread of all that isn't
/// known.
public struct NonResponseModel: Sendable {
    /// Counts of respondents and expected numbers, by activity and class of reach: all areas first, then each area.
    private struct Table {
        var respondents: [[Double]]
        /// Respondents of the class, counted by their groups' inclination to the activity.
        var exposures: [[Double]]
        /// The same for those who did not answer.
        var silent: [[Double]]
    }

    private let prior: RatePrior
    private let posteriors: [RatePosterior]
    /// By activity, then class of reach.
    private let meanRates: [[Double]]
    private let silent: [[Double]]
    private let reach: ReachModel
    /// By activity, then group.
    private let inclinations: [[Double]]
    private let areaCount: Int

    /// - Parameters:
    ///   - organizations: those who were asked and could have answered.
    ///   - groupCount: how many groups there are; indices are below it.
    ///   - other: whose distribution of rates, around the mean rate of these, is taken for that of these activities; `nil`
    ///     learns it from them. Pairs of activities say little of it that the activities don't.
    public init(
        _ organizations: [SurveyedOrganization], groupCount: Int, areaCount: Int, activityCount: Int,
        spreadAsIn other: NonResponseModel? = nil
    ) {
        let reach = ReachModel(organizations, groupCount: groupCount, areaCount: areaCount)
        let inclinations = Self.inclinations(organizations, groupCount, activityCount)
        let table = Self.table(organizations, reach, inclinations, groupCount, areaCount)
        let pooled = Self.pooledRate(table)
        func likelihoods(_ shape: Double) -> [RateLikelihood] {
            (0..<activityCount).map {
                Self.likelihood(table.respondents[$0], table.exposures[$0], shape: shape)
            }
        }
        var known: [[RateLikelihood]?] = RatePrior.shapes.map { _ in nil }
        if let other {
            prior = other.prior
            for shape in Set(other.prior.components.map(\.shape)) {
                known[shape] = likelihoods(RatePrior.shapes[shape])
            }
        } else {
            let all = RatePrior.shapes.map(likelihoods)
            prior = RatePrior(all, pooledRate: pooled)
            known = all
        }
        let components = prior.components.map { ($0, $0.probabilities(pooledRate: pooled)) }
        posteriors = (0..<activityCount).map { activity in
            RatePosterior(
                components, likelihoods: known.map { $0?[activity] }, counts: table.respondents[activity],
                exposures: table.exposures[activity])
        }
        meanRates = posteriors.map { posterior in (0...areaCount).map(posterior.meanRate) }
        silent = table.silent
        (self.reach, self.inclinations, self.areaCount) = (reach, inclinations, areaCount)
    }

    /// - Parameter inclination: how much more (or, below 1, less) than respondents those who did not answer are inclined to
    ///   any activity.
    /// - Returns: by activity, then by area.
    public func forecast(inclination: Double = 1) -> [[CountForecast]] {
        zip(posteriors, silent).map { posterior, silent in
            posterior.forecast(silent.map { $0 * inclination })
        }
    }

    /// The chance that one organisation that did not answer reaches an area with an activity, 0…1. Over all that did not,
    /// these add up to what ``forecast(inclination:)`` expects.
    /// - Parameter office: `nil` for elsewhere or not known.
    public func chance(of activity: Int, area: Int, group: Int, office: Int?) -> Double {
        let office = office ?? areaCount
        let whole = reach.wholeChance(group: group, office: office)
        let part = (1 - whole) * reach.partChance(office: office, area: area)
        let rates = meanRates[activity]
        return min(1, inclinations[activity][group] * (whole * rates[0] + part * rates[area + 1]))
    }

    // MARK: Counts and exposures

    private static func table(
        _ organizations: [SurveyedOrganization], _ reach: ReachModel, _ inclinations: [[Double]], _ groupCount: Int,
        _ areaCount: Int
    ) -> Table {
        let classCount = areaCount + 1
        let zeros = [Double](repeating: 0, count: classCount)
        var table = Table(
            respondents: Array(repeating: zeros, count: inclinations.count), exposures: [], silent: [])
        var answered = Array(repeating: zeros, count: groupCount)
        var silent = answered
        for organization in organizations {
            if let answer = organization.answer {
                let classes = answer.areas.count == areaCount ? [0] : answer.areas.map { $0 + 1 }
                for place in classes {
                    answered[organization.group][place] += 1
                    for activity in answer.activities { table.respondents[activity][place] += 1 }
                }
            } else {
                let office = organization.office ?? areaCount
                let whole = reach.wholeChance(group: organization.group, office: office)
                silent[organization.group][0] += whole
                for area in 0..<areaCount {
                    silent[organization.group][area + 1] += (1 - whole) * reach.partChance(office: office, area: area)
                }
            }
        }
        func weighed(_ byGroup: [[Double]]) -> [[Double]] {
            inclinations.map { inclination in
                (0..<classCount).map { place in
                    (0..<groupCount).reduce(0) { $0 + inclination[$1] * byGroup[$1][place] }
                }
            }
        }
        table.exposures = weighed(answered)
        table.silent = weighed(silent)
        return table
    }

    /// How much more than all respondents those of a group do an activity: by activity, then group; drawn towards 1 as by
    /// four further cases.
    private static func inclinations(
        _ organizations: [SurveyedOrganization], _ groupCount: Int, _ activityCount: Int
    ) -> [[Double]] {
        var counts = [[Double]](repeating: [Double](repeating: 0, count: groupCount), count: activityCount)
        var answered = [Double](repeating: 0, count: groupCount)
        for organization in organizations {
            guard let answer = organization.answer else { continue }
            answered[organization.group] += 1
            for activity in answer.activities { counts[activity][organization.group] += 1 }
        }
        let all = answered.reduce(0, +)
        return counts.map { counts in
            let rate = (counts.reduce(0, +) + 0.3) / (all + 15)
            return zip(counts, answered).map { ($0 + 4) / (rate * $1 + 4) }
        }
    }

    private static func pooledRate(_ table: Table) -> Double {
        let counts = table.respondents.reduce(0) { $0 + $1.reduce(0, +) }
        let exposures = table.exposures.reduce(0) { $0 + $1.reduce(0, +) }
        return max(counts / max(exposures, 1), 1e-4)
    }

    private static func likelihood(_ counts: [Double], _ exposures: [Double], shape: Double) -> RateLikelihood {
        var logarithms = [Double](repeating: 0, count: RatePrior.rates.count)
        for (count, exposure) in zip(counts, exposures) where exposure > 0 {
            for (index, rate) in RatePrior.rates.enumerated() {
                let mean = rate * exposure
                logarithms[index] -= shape * logarithm(1 + mean / shape)
                if count > 0 { logarithms[index] += count * logarithm(mean / (shape + mean)) }
            }
            // Γ(count + shape) / Γ(shape): the same at all rates, but not for all shapes.
            let constant = logarithmOfGamma(count + shape) - logarithmOfGamma(shape)
            for index in logarithms.indices { logarithms[index] += constant }
        }
        return RateLikelihood(logarithms: logarithms)
    }
}
