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
        let effective = Double(base) * Double(population - 1) / Double(population - base)
        let center = (share + z * z / (2 * effective)) / (1 + z * z / effective)
        let half =
            z / (1 + z * z / effective)
            * (share * (1 - share) / effective + z * z / (4 * effective * effective)).squareRoot()
        return max(0, center - half) * 100...min(1, center + half) * 100
    }

    /// Post-stratified share (Holt and Smith 1979): answers of a stratum stand for all who were asked in it.
    /// - Parameter strata: per stratum the population, its respondents, and among them the base and the count.
    /// - Returns: per cent; `nil` when no stratum has a base. Strata without respondents can't be stood for and are left
    ///   out.
    public static func postStratified(_ strata: [Stratum]) -> Double? {
        var count = 0.0
        var base = 0.0
        for stratum in strata where stratum.respondents > 0 {
            let weight = Double(stratum.population) / Double(stratum.respondents)
            count += weight * Double(stratum.count)
            base += weight * Double(stratum.base)
        }
        return base > 0 ? count / base * 100 : nil
    }

    public struct Stratum: Sendable, Hashable {
        public let population: Int
        public let respondents: Int
        public let base: Int
        public let count: Int

        public init(population: Int, respondents: Int, base: Int, count: Int) {
            self.population = population
            self.respondents = respondents
            self.base = base
            self.count = count
        }
    }

    /// To one decimal, half up, for figures that are printed; not for figures that are computed with.
    public static func rounded(_ percent: Double) -> Double { (percent * 10 + 0.5).rounded(.down) / 10 }
}
