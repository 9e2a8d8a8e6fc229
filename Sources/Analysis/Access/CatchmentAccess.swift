/// How well points of demand are reached by points of supply within a catchment: floating catchment areas, and plain
/// counts.
///
/// With P_i the people at i, S_j the capacity at j, f_ij the weight of their distance (0 beyond the catchment):
///
/// - **E2SFCA** (Luo and Qi 2009): R_j = S_j / Σ_i P_i f_ij, A_i = Σ_j R_j f_ij. Σ_i P_i A_i is the capacity that anybody
///   reaches, and splitting a point of demand changes nothing; but a person counts at every provider in reach.
/// - **BFCA** (Páez, Higgins and Vivona 2019, "Demand and level of service inflation in floating catchment area (FCA)
///   methods"): w^i_ij = f_ij / Σ_j f_ij and w^j_ij = f_ij / Σ_i f_ij, L_j = S_j / Σ_i P_i w^i_ij, A_i = Σ_j L_j w^j_ij. A
///   person counts once, and Σ_i A_i = Σ_j L_j; but splitting a point of demand changes the values, so that they compare
///   within one set of points only.
public struct CatchmentAccess: Sendable {
    /// Radius in metres, > 0; exactly on it counts.
    public let catchment: Double
    public let weights: DistanceWeights
    /// `nil` for as many as there are processors. The result doesn't depend on it.
    public var threads: Int?

    /// - Precondition: the catchment is finite and above 0, the weights are valid.
    public init(catchment: Double, weights: DistanceWeights, threads: Int? = nil) {
        precondition(catchment > 0 && catchment.isFinite && weights.isValid)
        self.catchment = catchment
        self.weights = weights
        self.threads = threads
    }

    /// What takes passes of its own over all pairs.
    public struct Wanted: OptionSet, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let e2sfca = Wanted(rawValue: 1)
        public static let bfca = Wanted(rawValue: 2)
    }

    /// - Parameters:
    ///   - nearest: for each of them, > 0, the distance to that many providers is found.
    ///   - isCancelled: asked every few hundred points, on any thread.
    /// - Returns: `nil` where it was cancelled.
    public func reach(
        demand: AccessPoints, supply: AccessPoints, _ wanted: Wanted, nearest: Set<Int> = [],
        isCancelled: @Sendable @escaping () -> Bool = { false }
    ) -> AccessResult? {
        func run(_ weights: some PairWeights) -> AccessResult? {
            AccessPasses(
                PairPass(
                    weights: weights, catchment: catchment, threads: threads ?? ThreadTeam.processors,
                    isCancelled: isCancelled),
                demand: demand, supply: supply
            ).result(wanted, nearest: nearest)
        }
        if wanted.isEmpty { return run(EqualWeights()) }
        switch weights {
        case .gaussian(let sigma):
            if let weights = GaussianWeights(sigma: sigma, catchment: catchment) { return run(weights) }
            return run(SteepGaussianWeights(sigma: sigma))
        case .step(let zones): return run(StepWeights(zones))
        case .gravity(let exponent, let least): return run(GravityWeights(exponent: exponent, least: least))
        case .logistic(let midpoint, let deviation):
            return run(LogisticWeights(midpoint: midpoint, deviation: deviation))
        }
    }
}

/// What each point is reached by, in the order in which the points were handed in.
public struct AccessResult: Sendable {
    /// Providers within the catchment, whole numbers.
    public internal(set) var count: [Double] = []
    /// Their capacity.
    public internal(set) var capacity: [Double] = []
    /// By k, for each that was asked for: the metres to the k-th nearest provider; infinite where fewer are within the
    /// catchment.
    public internal(set) var nearest: [Int: [Double]] = [:]
    /// A_i of E2SFCA, capacity per person; empty where it was not asked for.
    public internal(set) var e2sfca: [Double] = []
    /// R_j of E2SFCA; 0 for a provider that nobody reaches.
    public internal(set) var e2sfcaRatios: [Double] = []
    /// A_i of BFCA; empty where it was not asked for.
    public internal(set) var bfca: [Double] = []
    /// L_j of BFCA; 0 for a provider that nobody reaches.
    public internal(set) var bfcaLevels: [Double] = []
    /// Capacity of the providers that anybody reaches with a weight above 0; `nil` without E2SFCA and BFCA.
    public internal(set) var reachedCapacity: Double?
}
