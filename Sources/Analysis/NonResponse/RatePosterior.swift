/// What the counts say about the rate of one activity.
struct RatePosterior: Sendable {
    private struct Part: Sendable {
        /// Of the local factors.
        let shape: Double
        /// Rates that count, with their probabilities; those of all parts add up to 1.
        let rates: [(rate: Double, weight: Double)]
    }

    private let parts: [Part]
    private let counts: [Double]
    private let exposures: [Double]

    private static let least = 1e-7

    /// - Parameters:
    ///   - prior: components with the probabilities of the rates.
    ///   - likelihoods: by shape; those that no component has need not be there.
    init(
        _ prior: [(component: RatePrior.Component, probabilities: [Double])], likelihoods: [RateLikelihood?],
        counts: [Double], exposures: [Double]
    ) {
        self.counts = counts
        self.exposures = exposures
        parts = RatePrior.shapes.indices.compactMap { shape in
            guard let likelihood = likelihoods[shape]?.values else { return nil }
            var weights = [Double](repeating: 0, count: RatePrior.rates.count)
            for (component, probabilities) in prior where component.shape == shape {
                var total = 0.0
                for index in likelihood.indices { total += probabilities[index] * likelihood[index] }
                let scale = component.weight / total
                for index in likelihood.indices { weights[index] += scale * probabilities[index] * likelihood[index] }
            }
            let rates = zip(RatePrior.rates, weights).filter { $1 > Self.least }.map { (rate: $0, weight: $1) }
            return rates.isEmpty ? nil : Part(shape: RatePrior.shapes[shape], rates: rates)
        }
    }

    /// - Parameter silent: those who did not answer, by class of reach: all areas first, then each area.
    /// - Returns: by area.
    func forecast(_ silent: [Double]) -> [CountForecast] {
        let areaCount = silent.count - 1
        var means = [Double](repeating: 0, count: areaCount)
        var squares = means
        var nobody = means
        for part in parts {
            for (rate, weight) in part.rates {
                let whole = local(part.shape, rate, 0, silent[0])
                for area in 0..<areaCount {
                    let own = local(part.shape, rate, area + 1, silent[area + 1])
                    let mean = whole.mean + own.mean
                    means[area] += weight * mean
                    squares[area] += weight * (whole.variance + own.variance + mean * mean)
                    nobody[area] += weight * whole.none * own.none
                }
            }
        }
        return (0..<areaCount).map { area in
            CountForecast(
                mean: means[area], variance: squares[area] - means[area] * means[area], probabilityOfNone: nobody[area])
        }
    }

    /// The rate in one class of reach, as far as it can be known.
    func meanRate(_ place: Int) -> Double {
        parts.reduce(0) { sum, part in
            part.rates.reduce(sum) { $0 + $1.weight * local(part.shape, $1.rate, place, 1).mean }
        }
    }

    /// The count in one class, given the rate: negative binomial, as its local factor is gamma with the count of the
    /// respondents added.
    private func local(
        _ shape: Double, _ rate: Double, _ place: Int, _ silent: Double
    ) -> (mean: Double, variance: Double, none: Double) {
        guard silent > 0 else { return (0, 0, 1) }
        let after = shape + counts[place]
        let mean = after / (shape + rate * exposures[place]) * rate * silent
        return (mean, mean + mean * mean / after, exponential(-after * logarithm(1 + mean / after)))
    }
}
