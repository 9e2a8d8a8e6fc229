import Analysis
import TestSupport
import Testing

@Suite struct RakingTests {
    /// The sample `apiclus1` of California's schools in R's package survey: stype E, H, M and sch.wide No, Yes, with the
    /// base weight 33.847 of each school and the margins of its check of `rake`.
    private static let schools: [(type: Int, schoolWide: Int, count: Int, weight: Double)] = [
        (0, 0, 12, 39.839_236), (0, 1, 132, 29.870_675), (1, 0, 3, 67.125_529), (1, 1, 11, 50.329_401),
        (2, 0, 8, 49.069_072), (2, 1, 17, 36.791_025),
    ]

    @Test(arguments: [1.0, 33.847]) func theWorkedExampleOfTheSurveyPackageComesOut(baseWeight: Double) throws {
        let categories = Self.schools.flatMap { cell in (0..<cell.count).flatMap { _ in [cell.type, cell.schoolWide] } }
        let raked = try Raking().weights(
            baseWeights: [Double](repeating: baseWeight, count: 183), categories: categories,
            margins: [RakingMargin(populations: [4421, 755, 1018]), RakingMargin(populations: [1072, 5122])])
        var respondent = 0
        for cell in Self.schools {
            for _ in 0..<cell.count {
                #expect(abs(raked.weights[respondent] - cell.weight) < 1e-6)
                respondent += 1
            }
        }
        #expect(raked.converged && raked.largestDeviation < 1e-10 && (1..<50).contains(raked.rounds))
        #expect(raked.collapsed.isEmpty)
        #expect(abs(raked.smallest - 29.870_675) < 1e-6 && abs(raked.largest - 67.125_529) < 1e-6)
    }

    /// With one variable raking is post-stratification.
    @Test func oneMarginGivesEachAnswerItsShareOfTheCategory() throws {
        let raked = try Raking(minimumRespondents: 1).weights(
            baseWeights: [1, 1, 1, 1], categories: [0, 0, 1, 0],
            margins: [RakingMargin(populations: [30, 8])])
        #expect(raked.weights.map { ($0 * 1e9).rounded() / 1e9 } == [10, 10, 8, 10])
    }

    @Test func withoutMarginsTheBaseWeightsStay() throws {
        let raked = try Raking().weights(baseWeights: [2, 3.5], categories: [], margins: [])
        #expect(raked.weights == [2, 3.5] && raked.converged && raked.rounds == 0)
    }

    @Test func respondentsWhoAreAlikeKeepTheProportionOfTheirBaseWeights() throws {
        let raked = try Raking(minimumRespondents: 1).weights(
            baseWeights: [1, 3, 2, 2], categories: [0, 0, 0, 0, 0, 1, 1, 0],
            margins: [RakingMargin(populations: [60, 40]), RakingMargin(populations: [70, 30])])
        #expect(abs(raked.weights[1] / raked.weights[0] - 3) < 1e-12)
    }

    /// Any weights that rake to margins can be had back from them: the margins are those of made-up weights.
    @Test(arguments: 0..<20) func theWeightsHaveTheMarginsAndAreProductsOfFactors(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sizes = [Int.random(in: 2...5, using: &generator), Int.random(in: 2...6, using: &generator)]
        let factors = sizes.map { size in (0..<size).map { _ in Double.random(in: 1...9, using: &generator) } }
        let respondents = (0..<300).map { _ in sizes.map { Int.random(in: 0..<$0, using: &generator) } }
        var populations = sizes.map { [Double](repeating: 0, count: $0) }
        let weights = respondents.map { factors[0][$0[0]] * factors[1][$0[1]] }
        for (respondent, weight) in zip(respondents, weights) {
            for margin in 0..<2 { populations[margin][respondent[margin]] += weight }
        }
        let raked = try Raking().weights(
            baseWeights: [Double](repeating: 1, count: 300), categories: respondents.flatMap(\.self),
            margins: populations.map { RakingMargin(populations: $0) })
        #expect(raked.converged)
        #expect(zip(raked.weights, weights).allSatisfy { abs($0 / $1 - 1) < 1e-6 })
    }

    /// Kish's figures by hand: (1 + 1 + 4)² / (1 + 1 + 16) = 2.
    @Test func unequalWeightsCountForFewerRespondents() throws {
        let raked = try Raking(minimumRespondents: 1).weights(
            baseWeights: [1, 1, 1], categories: [0, 0, 1], margins: [RakingMargin(populations: [2, 4])])
        #expect(abs(raked.effectiveSampleSize - 2) < 1e-9 && abs(raked.designEffect - 1.5) < 1e-9)
        let equal = try Raking().weights(
            baseWeights: [1, 1, 1], categories: [0, 0, 0], margins: [RakingMargin(populations: [12])])
        #expect(abs(equal.effectiveSampleSize - 3) < 1e-12 && abs(equal.designEffect - 1) < 1e-12)
    }

    /// The first category of either margin has the same respondents, but not the same population.
    @Test func marginsThatCannotBeMetTogetherAreSaidSo() throws {
        let raked = try Raking(minimumRespondents: 1, maximumRounds: 60).weights(
            baseWeights: [1, 1, 1, 1], categories: [0, 0, 0, 0, 1, 1, 1, 1],
            margins: [RakingMargin(populations: [50, 50]), RakingMargin(populations: [60, 40])])
        #expect(!raked.converged && raked.rounds == 60 && raked.largestDeviation > 0.1)
        #expect(raked.weights.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect(abs(raked.weights.reduce(0, +) - 100) < 1e-9)
    }
}

@Suite struct RakingErrorTests {
    private func error(
        weights: [Double] = [1, 1], categories: [Int] = [0, 0, 1, 1], _ populations: [[Double]] = [[3, 4], [5, 2]]
    ) -> RakingError? {
        do throws(RakingError) {
            _ = try Raking().weights(
                baseWeights: weights, categories: categories,
                margins: populations.map { RakingMargin(populations: $0) })
            return nil
        } catch { return error }
    }

    @Test func whatIsInOrderIsRaked() { #expect(error() == nil) }

    @Test func nobodyCannotBeWeighted() { #expect(error(weights: [], categories: []) == .noRespondents) }

    @Test func everyRespondentHasACategoryOfEveryMargin() {
        #expect(error(categories: [0, 0, 1]) == .categoryCount(found: 3, expected: 4))
        #expect(error(categories: [0, 0, 1, 2]) == .unknownCategory(respondent: 1, margin: 1, category: 2))
        #expect(error(categories: [-1, 0, 1, 1]) == .unknownCategory(respondent: 0, margin: 0, category: -1))
    }

    @Test(arguments: [0, -1, Double.infinity]) func aBaseWeightIsAboveNothing(weight: Double) {
        #expect(error(weights: [1, weight]) == .baseWeight(respondent: 1, found: weight))
    }

    @Test func aBaseWeightIsANumber() {
        guard case .baseWeight(respondent: 0, found: _) = error(weights: [.nan, 1]) else {
            Issue.record("accepted")
            return
        }
    }

    @Test(arguments: [-1, Double.infinity]) func aPopulationIsANumberOfUnits(population: Double) {
        #expect(error([[3, 4], [population, 2]]) == .population(margin: 1, category: 0, found: population))
    }

    @Test func aMarginSpeaksOfSomebody() { #expect(error([[0, 0], [5, 2]]) == .emptyMargin(margin: 0)) }

    @Test func theMarginsSpeakOfOnePopulation() {
        #expect(error([[3, 4], [5, 3]]) == .totalsDiffer(margin: 1, found: 8, expected: 7))
        #expect(error([[3, 4], [5, 2.000_000_1]]) == nil)
    }
}
