extension ShareChange {
    /// The answers of one wave to one question.
    public struct WaveCount: Sendable, Hashable {
        /// Respondents that count, 0…base.
        public let count: Int
        /// Respondents of the base.
        public let base: Int
        /// How many there would be in the base if all had answered; at least `base`.
        public let population: Int

        public init(count: Int, base: Int, population: Int) {
            self.count = count
            self.base = base
            self.population = population
        }

        var share: Double { base > 0 ? Double(count) / Double(base) : 0 }

        /// Variance of the share, with finite population correction.
        var variance: Double {
            guard base > 0, population > base else { return 0 }
            return share * (1 - share) / Double(base) * (1 - Double(base) / Double(population))
        }

        func interval(z: Double) -> ClosedRange<Double>? {
            Share.interval(count, of: base, population: population, z: z)
        }
    }

    /// Units that are in the base of both waves.
    public struct Panel: Sendable, Hashable {
        /// Counted in both waves.
        public let both: Int
        /// Counted in the later wave only.
        public let gained: Int
        /// Counted in the earlier wave only.
        public let lost: Int
        /// All units of the panel.
        public let pairs: Int
        /// Units that could have been in both bases: those of both populations; at least `pairs`.
        public let population: Int

        public init(both: Int, gained: Int, lost: Int, pairs: Int, population: Int) {
            self.both = both
            self.gained = gained
            self.lost = lost
            self.pairs = pairs
            self.population = population
        }

        /// Correlation of the shares of two waves that have this panel in common.
        ///
        /// Covariance (1 − π₁π₂/π₁₂) Σ (y₁ − p₁)(y₂ − p₂) / (n₁n₂) over the panel, with the chances π of an answer in
        /// the earlier wave, the later one and both, as found (Tam 1984, "On covariances from overlapping samples", for
        /// what is common of two samples; Wood 2008, "On the covariance between related Horvitz–Thompson estimators",
        /// for the finite populations).
        /// - Returns: −1…1; 0 without a panel or where a share has no variance.
        public func correlation(earlier: WaveCount, later: WaveCount) -> Double {
            let variance = (earlier.variance * later.variance).squareRoot()
            guard pairs > 0, earlier.population > 0, later.population > 0, variance > 0 else { return 0 }
            let (first, second) = (earlier.share, later.share)
            let products =
                Double(both) - first * Double(both + gained) - second * Double(both + lost)
                + first * second * Double(pairs)
            let apart =
                Double(earlier.base) / Double(earlier.population) * Double(later.base) / Double(later.population)
            let together = Double(pairs) / Double(max(pairs, population))
            let covariance = (1 - apart / together) * products / (Double(earlier.base) * Double(later.base))
            return max(-1, min(1, covariance / variance))
        }
    }
}
