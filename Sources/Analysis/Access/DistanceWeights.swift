internal import Glibc

/// How much a provider at a distance counts, in relation to one next door. Beyond the catchment nothing counts,
/// whatever the weights say, and what is below ``smallest`` counts as 0.
public enum DistanceWeights: Sendable, Hashable {
    /// f(d) = exp(−d² / 2σ²), σ > 0 in metres (the Gaussian of PySAL `access`; E2SFCA with weights that fall off
    /// continuously: Dai 2010, "Black residential segregation, disparities in spatial access to health care facilities,
    /// and late-stage breast cancer diagnosis in metropolitan Detroit").
    case gaussian(sigma: Double)
    /// f(d) = the weight of the first zone with d ≤ limit, 0 beyond the last (Luo and Qi 2009, "An enhanced two-step
    /// floating catchment area (E2SFCA) method", zones r = 1, 2, 3).
    case step([Zone])
    /// f(d) = (max(d, least) / least)^−β, β > 0; nearer than `least` metres, 10⁻³…10⁹, counts as there, since the power
    /// has no value at 0 (Hansen 1959, "How accessibility shapes land use"; the floor as `min_dist` of PySAL `access`).
    case gravity(exponent: Double, least: Double)
    /// f(d) = (1 + exp(−mπ / s√3)) / (1 + exp((d − m)π / s√3)) with m the distance where the weight is about a half and
    /// s > 0 the standard deviation, in metres; f(0) = 1 (Bauer and Groneberg 2016, "Measuring spatial accessibility of
    /// health care providers – introduction of a variable distance decay function within the FCA method").
    case logistic(midpoint: Double, deviation: Double)

    public struct Zone: Sendable, Hashable {
        /// Metres; a provider exactly at the limit is in the zone.
        public let limit: Double
        /// 0, or from ``DistanceWeights/smallest`` to its inverse.
        public let weight: Double

        public init(limit: Double, weight: Double) {
            self.limit = limit
            self.weight = weight
        }
    }

    /// Weights below are 0: who is reached by less is not reached, and quotients of smaller ones leave the range of numbers.
    public static let smallest = 1e-60

    /// Whether the parameters are in the ranges above; the limits of zones rise, and one weight at least is above 0.
    public var isValid: Bool {
        switch self {
        case .gaussian(let sigma): sigma > 0 && sigma.isFinite
        case .step(let zones):
            zones.contains { $0.weight > 0 }
                && zones.allSatisfy { $0.weight == 0 || (Self.smallest...1 / Self.smallest).contains($0.weight) }
                && zones.allSatisfy { $0.limit >= 0 && $0.limit.isFinite }
                && zip(zones, zones.dropFirst()).allSatisfy { $0.limit < $1.limit }
        case .gravity(let exponent, let least):
            exponent > 0 && exponent.isFinite && (1e-3...1e9).contains(least)
        case .logistic(let midpoint, let deviation):
            midpoint >= 0 && midpoint.isFinite && deviation > 0 && deviation.isFinite
        }
    }

    /// The weight at a distance ≥ 0 in metres, by the formula, number by number.
    public func weight(at distance: Double) -> Double {
        let weight =
            switch self {
            case .gaussian(let sigma): exp(-distance * distance / (2 * sigma * sigma))
            case .step(let zones): zones.first { distance <= $0.limit }?.weight ?? 0
            case .gravity(let exponent, let least): pow(max(distance, least) / least, -exponent)
            case .logistic(let midpoint, let deviation):
                (1 + exp(-midpoint / Self.scale(deviation))) / (1 + exp((distance - midpoint) / Self.scale(deviation)))
            }
        return weight < Self.smallest ? 0 : weight
    }

    /// Of the logistic distribution with a standard deviation.
    static func scale(_ deviation: Double) -> Double { deviation * 3.0.squareRoot() / .pi }
}

/// Weights of four squared distances at a time. What it says of distances beyond the catchment is not used.
protocol PairWeights: Sendable {
    func callAsFunction(_ squaredDistance: SIMD4<Double>) -> SIMD4<Double>
}

extension SIMD4<Double> {
    /// Without weights that are too small.
    @inline(__always)
    fileprivate var cut: SIMD4<Double> {
        replacing(with: 0, where: self .< SIMD4(repeating: DistanceWeights.smallest))
    }
}

/// For measures that ask only who is within reach.
struct EqualWeights: PairWeights {
    @inline(__always)
    func callAsFunction(_ squaredDistance: SIMD4<Double>) -> SIMD4<Double> { SIMD4(repeating: 1) }
}

/// ln of ``DistanceWeights/smallest``
private let logarithmOfSmallest = -138.155_105_579_642_74

/// Where no weight within the catchment is too small, which is nearly always.
struct GaussianWeights: PairWeights {
    private let binaryFactor: Double

    /// - Returns: `nil` where weights within the catchment may be too small.
    init?(sigma: Double, catchment: Double) {
        let factor = GaussianWeights.factor(sigma)
        guard catchment * catchment * factor >= logarithmOfSmallest else { return nil }
        binaryFactor = factor * VectorExponential.binaryLogarithmOfE
    }

    static func factor(_ sigma: Double) -> Double { -1 / (2 * sigma * sigma) }

    @inline(__always)
    func callAsFunction(_ squaredDistance: SIMD4<Double>) -> SIMD4<Double> {
        VectorExponential.twoToThe(squaredDistance * binaryFactor)
    }
}

struct SteepGaussianWeights: PairWeights {
    private let factor: Double

    init(sigma: Double) { factor = max(GaussianWeights.factor(sigma), -.greatestFiniteMagnitude) }

    @inline(__always)
    func callAsFunction(_ squaredDistance: SIMD4<Double>) -> SIMD4<Double> {
        VectorExponential.eToThe(squaredDistance * factor, least: logarithmOfSmallest)
    }
}

struct StepWeights: PairWeights {
    /// The last zone first, so that nearer ones overwrite it.
    private let zones: [(squaredLimit: Double, weight: Double)]

    init(_ zones: [DistanceWeights.Zone]) {
        self.zones = zones.reversed().map { ($0.limit * $0.limit, $0.weight) }
    }

    @inline(__always)
    func callAsFunction(_ squaredDistance: SIMD4<Double>) -> SIMD4<Double> {
        var weights = SIMD4<Double>.zero
        for zone in zones {
            weights.replace(
                with: SIMD4(repeating: zone.weight), where: squaredDistance .<= SIMD4(repeating: zone.squaredLimit))
        }
        return weights
    }
}

struct GravityWeights: PairWeights {
    private let halfExponent: Double
    private let squaredLeast: Double

    init(exponent: Double, least: Double) {
        halfExponent = exponent / 2
        squaredLeast = least * least
    }

    @inline(__always)
    func callAsFunction(_ squaredDistance: SIMD4<Double>) -> SIMD4<Double> {
        let ratio = pointwiseMax(squaredDistance, SIMD4(repeating: squaredLeast)) / squaredLeast
        // The exponents that are used.
        if halfExponent == 1 { return (1 / ratio).cut }
        if halfExponent == 0.5 { return (1 / ratio.squareRoot()).cut }
        var weights = SIMD4<Double>.zero
        for lane in 0..<4 { weights[lane] = pow(ratio[lane], -halfExponent) }
        return weights.cut
    }
}

struct LogisticWeights: PairWeights {
    private let midpoint: Double
    private let scale: Double
    private let numerator: Double

    init(midpoint: Double, deviation: Double) {
        self.midpoint = midpoint
        scale = DistanceWeights.scale(deviation)
        numerator = 1 + exp(-midpoint / scale)
    }

    /// 1 / (1 + e^z) = e^−|z| / (1 + e^−|z|) above the midpoint, so that nothing overflows.
    @inline(__always)
    func callAsFunction(_ squaredDistance: SIMD4<Double>) -> SIMD4<Double> {
        let z = (squaredDistance.squareRoot() - midpoint) / scale
        let power = VectorExponential.eToThe(pointwiseMin(z, -z), least: 2 * logarithmOfSmallest)
        let isBelow = z .<= SIMD4<Double>.zero
        return (numerator * power.replacing(with: 1, where: isBelow) / (1 + power)).cut
    }
}
