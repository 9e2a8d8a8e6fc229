/// The chance of joining as far as earlier invitations tell: beta-binomial with a uniform prior.
public struct JoiningRate: Sendable, Hashable {
    public let invited: Int
    public let joined: Int

    /// - Parameters:
    ///   - invited: those whose answer is known, at least 0.
    ///   - joined: 0…`invited`
    public init(invited: Int, joined: Int) {
        precondition(joined >= 0 && joined <= invited)
        self.invited = invited
        self.joined = joined
    }

    /// Of the posterior beta distribution, (joined + 1) / (invited + 2).
    public var mean: Double { Double(joined + 1) / Double(invited + 2) }

    /// 95 % of the posterior, as much left out on either side. 16 of 18 give .67…97.
    public var interval: ClosedRange<Double> { quantile(0.025)...quantile(0.975) }

    /// Halves until the last digits stay.
    func quantile(_ probability: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if distribution(middle) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// I_x(joined + 1, invited − joined + 1), which is the chance of more than `joined` in invited + 1 draws
    /// (Abramowitz and Stegun 26.5.24).
    func distribution(_ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        let draws = Double(invited + 1)
        let all = logarithmOfGamma(draws + 1)
        return min(
            1,
            ((joined + 1)...(invited + 1)).reduce(0) { sum, count in
                let k = Double(count)
                let ways = all - logarithmOfGamma(k + 1) - logarithmOfGamma(draws - k + 1)
                return sum + exponential(ways + k * logarithm(x) + (draws - k) * logarithm(1 - x))
            })
    }
}
