extension Share {
    /// Between what shares the population's lies, whatever those who didn't answer would have said (Manski 1989,
    /// "Anatomy of the selection problem"): none of them counts, or all of them count.
    ///
    /// Where all N were asked, n = `base` answered and k = `count` count, this is [k/N, (k + N − n)/N].
    /// - Parameter silent: how many of the population didn't answer and may be of the base, N − n; at least 0.
    /// - Returns: bounds in per cent, 0…100; `nil` for a population of nobody.
    public static func boundsWithoutAssumption(_ count: Int, of base: Int, silent: Int) -> ClosedRange<Double>? {
        let population = base + silent
        guard population > 0, silent >= 0, (0...base).contains(count) else { return nil }
        let scale = 100 / Double(population)
        return Double(count) * scale...Double(count + silent) * scale
    }
}
