import Foundation
import TestSupport
import Testing

@testable import Analysis

func cosine(_ x: Double) -> Double { cos(x) }

@Suite("What those who did not answer may do") struct NonResponseModelTests {
    /// Worlds of 619 organisations of which everything is known, and twenty draws of respondents from each.
    private func score(_ settings: KnownWorld.Settings, seed: UInt64, worlds: Int) -> ForecastScore {
        var random = SeededGenerator(seed: seed)
        var score = ForecastScore()
        for _ in 0..<worlds {
            let world = KnownWorld(settings, using: &random)
            for _ in 0..<20 {
                let answers = world.respondents(using: &random)
                let model = NonResponseModel(
                    world.survey(answers), groupCount: KnownWorld.groupCount, areaCount: settings.areas,
                    activityCount: settings.activities)
                score.add(
                    model.forecast(), known: world.counts(answers, answered: true),
                    silent: world.counts(answers, answered: false))
            }
        }
        return score
    }

    @Test(
        "where some activities are done by hardly anybody: intervals hold, empty cells are found, and few are called so that aren't",
        arguments: [
            KnownWorld.Settings(areas: 5, niche: 8, none: 5, median: 0.06, spread: 0.8, whole: 0.4),
            KnownWorld.Settings(areas: 7, niche: 9, none: 4, median: 0.06, spread: 0.9, whole: 0.4),
        ])
    func calibrated(settings: KnownWorld.Settings) {
        let score = score(settings, seed: UInt64(settings.areas), worlds: settings.areas == 5 ? 10 : 4)
        #expect((0.86...0.94).contains(score.coverage))
        #expect(score.precision >= 0.8 && score.found >= 0.3)
        #expect(score.brierScore < score.constantBrierScore)
    }

    @Test(
        "where shares are of all sizes, hardly a cell can be called empty, and hardly one is",
        arguments: [
            KnownWorld.Settings(median: 0.03, spread: 1.3, whole: 0.4),
            KnownWorld.Settings(areas: 10, median: 0.012, spread: 1.5, whole: 0.2),
        ])
    func cautious(settings: KnownWorld.Settings) {
        let score = score(settings, seed: UInt64(settings.areas + 1), worlds: 3)
        #expect((0.86...0.96).contains(score.coverage))
        #expect(Double(score.absent - score.absentEmpty) < 0.03 * Double(score.unknown))
    }

    private func organizations(_ rows: [(Int, Int?, [Int]?, [Int], Int)]) -> [SurveyedOrganization] {
        rows.flatMap { group, office, areas, activities, count in
            Array(
                repeating: SurveyedOrganization(
                    group: group, office: office,
                    answer: areas.map { SurveyedOrganization.Answer(areas: $0, activities: activities) }),
                count: count)
        }
    }

    private func forecast(
        _ organizations: [SurveyedOrganization], groups: Int = 1, areas: Int = 2, activities: Int = 2,
        inclination: Double = 1
    ) -> [[CountForecast]] {
        NonResponseModel(
            organizations, groupCount: groups, areaCount: areas, activityCount: activities
        ).forecast(inclination: inclination)
    }

    @Test("nobody is silent: nobody is expected")
    func nobodySilent() {
        for forecasts in forecast(organizations([(0, 0, [0, 1], [0], 5), (0, 1, [1], [1], 3)])) {
            #expect(forecasts.allSatisfy { $0 == .none })
        }
    }

    @Test("nobody answered: little is known, and nothing breaks")
    func nobodyAnswered() {
        for forecasts in forecast(organizations([(0, 0, nil, [], 40), (0, nil, nil, [], 10)])) {
            for forecast in forecasts {
                #expect(forecast.expected.isFinite && forecast.expected >= 0)
                #expect((0...1).contains(forecast.probabilityOfNone))
            }
        }
    }

    @Test("many who answered alike: as many of the silent are expected")
    func alike() throws {
        let known = organizations([
            (0, 0, [0, 1], [0], 60), (0, 0, [0, 1], [1], 40), (0, 0, [0, 1], [], 100), (0, 0, nil, [], 100),
        ])
        let forecast = forecast(known)
        for area in 0..<2 {
            #expect(abs(forecast[0][area].expected - 30) < 3)
            #expect(abs(forecast[1][area].expected - 20) < 3)
            #expect(forecast[0][area].interval.contains(30) && forecast[0][area].interval.count < 40)
            #expect(forecast[0][area].probabilityOfNone < 1e-3)
        }
    }

    @Test("the less the silent are inclined to anything, the fewer are expected, and the likelier is nobody")
    func inclination() {
        let known = organizations([
            (0, 0, [0], [0], 3), (0, 1, [1], [1], 4), (0, 0, [0], [], 30), (0, 0, nil, [], 60), (0, 1, nil, [], 20),
        ])
        let full = forecast(known)
        let half = forecast(known, inclination: 0.5)
        for (full, half) in zip(full.joined(), half.joined()) {
            #expect(abs(half.expected - full.expected / 2) < 1e-9)
            #expect(half.probabilityOfNone > full.probabilityOfNone)
        }
    }

    @Test("groups that answered seldom count with what their own answers say")
    func groups() {
        // The second group does the second activity far more often, and is mostly silent.
        let known = organizations([
            (0, 0, [0, 1], [0], 30), (0, 0, [0, 1], [], 50), (1, 0, [0, 1], [1], 15), (1, 0, [0, 1], [], 5),
            (0, 0, nil, [], 20), (1, 0, nil, [], 200),
        ])
        let forecast = forecast(known, groups: 2)
        let pooled = 220 * 15.0 / 100
        #expect(forecast[1][0].expected > 1.5 * pooled)
    }

    @Test("where an office is says where a part is: more are expected in the area that has more silent offices")
    func offices() {
        let known = organizations([
            (0, 0, [0], [0], 10), (0, 1, [1], [0], 10), (0, 0, [0], [], 20), (0, 1, [1], [], 20), (0, 0, nil, [], 90),
            (0, 1, nil, [], 10),
        ])
        let forecast = forecast(known)
        #expect(forecast[0][0].expected > 2 * forecast[0][1].expected)
    }

    @Test("quantiles are those of the negative binomial distribution")
    func quantiles() {
        // scipy.stats.nbinom.ppf([.05, .95], shape, shape / (shape + mean)), and Poisson's where there is no more spread.
        #expect(NegativeBinomial(mean: 10, variance: 30).quantile(0.05) == 3)
        #expect(NegativeBinomial(mean: 10, variance: 30).quantile(0.95) == 20)
        #expect(NegativeBinomial(mean: 0.3, variance: 0.5).quantile(0.95) == 2)
        #expect(NegativeBinomial(mean: 4, variance: 4).quantile(0.05) == 1)
        #expect(NegativeBinomial(mean: 4, variance: 4).quantile(0.95) == 8)
        #expect(NegativeBinomial(mean: 2000, variance: 2000).quantile(0.95) == 2074)
    }
}
