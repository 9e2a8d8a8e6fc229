/// How a share has changed from one wave to the next, with an interval.
public struct ShareChange: Sendable, Hashable {
    /// Later share − earlier share, −100…100.
    public let percentagePoints: Double
    /// In percentage points, −100…100, with the change between its bounds.
    public let interval: ClosedRange<Double>

    /// Both waves of the same units. The interval is Bonett and Price's (2012, "Adjusted Wald confidence interval for a
    /// difference of binomial proportions based on paired data"): the variance of McNemar's difference
    /// [(b + c) − (b − c)²/n] / n² with one more unit that gained and one more that lost. The number of pairs is
    /// replaced by n(N − 1)/(N − n), which leaves no width when all answered both times.
    /// - Parameters:
    ///   - gained: b, counted in the later wave only.
    ///   - lost: c, counted in the earlier wave only.
    ///   - pairs: n, units that are in the base of both waves.
    ///   - population: N, units that could have been; `nil` for many more than answered.
    ///   - z: normal quantile, 1.959964 for 95 %.
    /// - Returns: `nil` without pairs.
    public static func paired(
        gained: Int, lost: Int, pairs: Int, population: Int? = nil, z: Double = 1.959_963_984_540_054
    ) -> ShareChange? {
        guard pairs > 0, gained >= 0, lost >= 0, gained + lost <= pairs else { return nil }
        let change = Double(gained - lost) / Double(pairs)
        let correction = finiteCorrection(pairs, of: population)
        guard correction > 0 else { return ShareChange(share: change, below: 0, above: 0) }
        let effective = Double(pairs) / correction
        let later = (Double(gained) / correction + 1) / (effective + 2)
        let earlier = (Double(lost) / correction + 1) / (effective + 2)
        let center = later - earlier
        let half = z * ((later + earlier - center * center) / (effective + 2)).squareRoot()
        return ShareChange(
            share: change, below: change - max(-1, center - half), above: min(1, center + half) - change)
    }

    /// Two samples of which some units are in both. The bounds of the change are put together from those of the two
    /// shares (Zou and Donner 2008, "Construction of confidence limits about effect measures", equations 9 and 10; for
    /// Wilson's intervals Newcombe's 1998 square-and-add).
    /// - Parameters:
    ///   - earlier, later: share and its interval, both in per cent: plain or weighted.
    ///   - correlation: of the two shares as estimates, −1…1; see `Panel.correlation`.
    public static func between(
        earlier: (percent: Double, interval: ClosedRange<Double>),
        later: (percent: Double, interval: ClosedRange<Double>), correlation: Double
    ) -> ShareChange {
        let down = distance(
            later.percent - later.interval.lowerBound, earlier.interval.upperBound - earlier.percent, correlation)
        let up = distance(
            later.interval.upperBound - later.percent, earlier.percent - earlier.interval.lowerBound, correlation)
        return ShareChange(share: (later.percent - earlier.percent) / 100, below: down / 100, above: up / 100)
    }

    /// Plain shares of all respondents of two waves.
    /// - Returns: `nil` where a wave has no base.
    public static func overlapping(
        earlier: WaveCount, later: WaveCount, panel: Panel, z: Double = 1.959_963_984_540_054
    ) -> ShareChange? {
        guard let first = earlier.interval(z: z), let second = later.interval(z: z) else { return nil }
        return between(
            earlier: (earlier.share * 100, first), later: (later.share * 100, second),
            correlation: panel.correlation(earlier: earlier, later: later))
    }

    private init(share: Double, below: Double, above: Double) {
        percentagePoints = share * 100
        let lower = max(-1, share - max(0, below))
        let upper = min(1, share + max(0, above))
        interval = lower * 100...upper * 100
    }

    /// (N − n) / (N − 1), 0…1.
    private static func finiteCorrection(_ count: Int, of population: Int?) -> Double {
        guard let population else { return 1 }
        return population > count ? Double(population - count) / Double(population - 1) : 0
    }

    private static func distance(_ a: Double, _ b: Double, _ correlation: Double) -> Double {
        max(0, a * a + b * b - 2 * correlation * a * b).squareRoot()
    }
}
