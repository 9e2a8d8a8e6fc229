/// Shares and what a sample can say of them.
public enum Share {
    /// `count / base` in per cent, rounded half up to one decimal in whole numbers (no binary fraction is involved).
    /// `nil` for an empty base.
    public static func percent(_ count: Int, of base: Int) -> Double? {
        guard base > 0 else { return nil }
        return Double((count * 2000 + base) / (2 * base)) / 10
    }

    /// Wilson's score interval (Wilson 1927) for a share of a finite population: the sample size is replaced by
    /// n · (N − 1) / (N − n), which leaves no width when everybody answered.
    /// - Parameters:
    ///   - population: N, how many there are in all; at least `base`.
    ///   - z: normal quantile, 1.959964 for 95 %.
    /// - Returns: bounds in per cent, 0…100; `nil` for an empty base.
    public static func interval(
        _ count: Int, of base: Int, population: Int, z: Double = 1.959_963_984_540_054
    ) -> ClosedRange<Double>? {
        guard base > 0 else { return nil }
        let share = Double(count) / Double(base)
        guard population > base else { return share * 100...share * 100 }
        let inverse = Double(population - base) / (Double(base) * Double(population - 1))
        return ScoreInterval.percent(share: share, inverseSampleSize: inverse, z: z)
    }

    /// To one decimal, half up, for figures that are printed; not for figures that are computed with.
    public static func rounded(_ percent: Double) -> Double { (percent * 10 + 0.5).rounded(.down) / 10 }
}
