/// How common activities are, learned from all of them together.
///
/// An activity has a rate λ among organisations; λ is log-normal over the activities, or zero with some probability, as
/// nobody may do it at all. In a class of reach (the whole report, or one area's own organisations) the rate is λ times a
/// local factor, gamma with mean 1 and shape s. Counts are Poisson, and so negative binomial given λ. What these
/// distributions are like isn't chosen: all combinations on a grid are weighed by how likely they make the counts
/// (empirical Bayes with averaging; Morris 1983, Clayton and Kaldor 1987).
struct RatePrior: Sendable {
    /// A combination that is likely enough to be counted.
    struct Component: Sendable {
        let weight: Double
        /// Index into ``shapes``.
        let shape: Int
        let spread: Double
        /// Mean rate of what somebody does, to the pooled rate.
        let factor: Double
        /// Probability that nobody does it at all.
        let zero: Double

        /// Of each of ``rates``; adds up to 1.
        func probabilities(pooledRate: Double) -> [Double] {
            [zero] + density(spread: spread, mean: pooledRate * factor).map { $0 * (1 - zero) }
        }
    }

    /// λ, the first for nobody.
    static let rates: [Double] =
        [1e-9] + (0..<48).map { exponential(logarithm(1e-5) + Double($0) / 47 * logarithm(9e4)) }
    static let shapes = [1, 2.5, 6, 15, 40.0]
    private static let spreads = [0.4, 0.7, 1, 1.4, 1.9, 2.5]
    private static let factors = [0.35, 0.55, 0.8, 1.15, 1.7]
    /// With what is believed of each beforehand: mostly somebody does something.
    private static let zeros: [(share: Double, belief: Double)] = [
        (0, 0.7), (0.08, 0.12), (0.18, 0.1), (0.32, 0.05), (0.5, 0.03),
    ]
    /// Combinations this much less likely than the best are left out.
    private static let least = 1e-3

    let components: [Component]

    /// - Parameters:
    ///   - likelihoods: by shape, then activity: of its counts at each rate.
    ///   - pooledRate: of all activities together.
    init(_ likelihoods: [[RateLikelihood]], pooledRate: Double) {
        var found: [(logarithm: Double, shape: Int, density: Int, zero: Double)] = []
        let densities = Self.spreads.flatMap { spread in
            Self.factors.map { Self.density(spread: spread, mean: pooledRate * $0) }
        }
        for (shape, activities) in likelihoods.enumerated() {
            let scale = activities.reduce(0) { $0 + $1.scale } - Self.distance(Self.shapes[shape], from: 6, within: 1.7)
            for (index, density) in densities.enumerated() {
                let spread = Self.spreads[index / Self.factors.count]
                let start = scale - Self.distance(spread, from: 1.1, within: 0.6)
                let somebody = activities.map { $0.mean(under: density) }
                for zero in Self.zeros {
                    let logarithms = zip(activities, somebody).reduce(start + logarithm(zero.belief)) { total, entry in
                        total + logarithm(zero.share * entry.0.values[0] + (1 - zero.share) * entry.1)
                    }
                    found.append((logarithms, shape, index, zero.share))
                }
            }
        }
        let best = found.map(\.logarithm).max() ?? 0
        let likely = found.filter { $0.logarithm > best + logarithm(Self.least) }
        let total = likely.reduce(0) { $0 + exponential($1.logarithm - best) }
        components = likely.map { entry in
            Component(
                weight: exponential(entry.logarithm - best) / total, shape: entry.shape,
                spread: Self.spreads[entry.density / Self.factors.count],
                factor: Self.factors[entry.density % Self.factors.count], zero: entry.zero)
        }
    }

    private static func distance(_ value: Double, from centre: Double, within width: Double) -> Double {
        let steps = logarithm(value / centre) / width
        return steps * steps / 2
    }

    /// Of the log-normal part, at each rate but the first; adds up to 1.
    private static func density(spread: Double, mean: Double) -> [Double] {
        let centre = logarithm(mean) - spread * spread / 2
        let heights = rates.dropFirst().map { rate in
            let steps = (logarithm(rate) - centre) / spread
            return exponential(-steps * steps / 2)
        }
        let total = heights.reduce(0, +)
        return heights.map { $0 / total }
    }
}

/// How likely each rate makes the counts of one activity.
struct RateLikelihood {
    /// At each of `RatePrior.rates`, the largest being 1.
    let values: [Double]
    /// Logarithm of what they were divided by.
    let scale: Double

    init(logarithms: [Double]) {
        scale = logarithms.max() ?? 0
        let scale = scale
        values = logarithms.map { exponential($0 - scale) }
    }

    /// - Parameter density: at each rate but the first.
    func mean(under density: [Double]) -> Double {
        var sum = 0.0
        for index in density.indices { sum += density[index] * values[index + 1] }
        return sum
    }
}
