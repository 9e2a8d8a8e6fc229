/// What is expected of a count that nobody has seen.
public struct CountForecast: Sendable, Hashable {
    public let expected: Double
    /// In nine of ten cases the count lies in it.
    public let interval: ClosedRange<Int>
    /// That it is zero, 0…1.
    public let probabilityOfNone: Double

    public static let none = CountForecast(expected: 0, interval: 0...0, probabilityOfNone: 1)

    public init(expected: Double, interval: ClosedRange<Int>, probabilityOfNone: Double) {
        self.expected = expected
        self.interval = interval
        self.probabilityOfNone = probabilityOfNone
    }

    /// With the quantiles of the negative binomial distribution of that mean and variance.
    init(mean: Double, variance: Double, probabilityOfNone: Double) {
        guard mean > 0 else {
            self = .none
            return
        }
        let distribution = NegativeBinomial(mean: mean, variance: variance)
        self.init(
            expected: mean, interval: distribution.quantile(0.05)...distribution.quantile(0.95),
            probabilityOfNone: min(1, max(0, probabilityOfNone)))
    }
}

/// Counts with more spread than Poisson's: a Poisson distribution whose mean is gamma distributed.
struct NegativeBinomial {
    private let mean: Double
    /// Of the gamma distribution.
    private let shape: Double

    /// - Parameter variance: above the mean; what isn't is taken for a little above.
    init(mean: Double, variance: Double) {
        self.mean = mean
        shape = mean * mean / max(variance - mean, mean * 1e-6)
    }

    /// The least count that is not exceeded with that probability.
    func quantile(_ probability: Double) -> Int {
        let ratio = mean / (shape + mean)
        // Begins where doubles can hold it, and adds up from below.
        var logarithm = -shape * Analysis.logarithm(1 + mean / shape)
        var sum = exponential(logarithm)
        var count = 0
        let limit = Int(mean + 40 * (mean + mean * mean / shape).squareRoot()) + 40
        while sum < probability, count < limit {
            logarithm += Analysis.logarithm((Double(count) + shape) / Double(count + 1) * ratio)
            count += 1
            sum += exponential(logarithm)
        }
        return count
    }
}
