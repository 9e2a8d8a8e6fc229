import Glibc
import TestSupport
import Testing

@testable import Analysis

@Suite struct DistanceWeightTests {
    @Test func weightsAreWhatTheirFormulasSay() {
        let gaussian = DistanceWeights.gaussian(sigma: 1000)
        #expect(gaussian.weight(at: 0) == 1 && isClose(gaussian.weight(at: 1000), 0.606_530_659_712_633_4))
        let gravity = DistanceWeights.gravity(exponent: 2, least: 100)
        #expect(gravity.weight(at: 0) == 1 && gravity.weight(at: 100) == 1 && isClose(gravity.weight(at: 200), 0.25))
        let step = DistanceWeights.step([.init(limit: 600, weight: 1), .init(limit: 1200, weight: 0.68)])
        #expect(step.weight(at: 600) == 1 && step.weight(at: 600.1) == 0.68 && step.weight(at: 1200.1) == 0)
        // The values that decay_logistic(cutoff = 30, sd = 5) of R's package accessibility has at 0, 30, 45 and 60.
        let logistic = DistanceWeights.logistic(midpoint: 30, deviation: 5)
        for (distance, weight) in [(0.0, 1.0), (30, 0.500_009_4), (45, 0.004_314_804), (60, 0.000_018_778_53)] {
            #expect(isClose(logistic.weight(at: distance), weight, within: 1e-6))
        }
    }

    @Test(
        arguments: [
            .gaussian(sigma: 0), .gaussian(sigma: -.infinity), .gaussian(sigma: .nan), .gravity(exponent: 0, least: 1),
            .gravity(exponent: 1, least: 0), .logistic(midpoint: -1, deviation: 1),
            .logistic(midpoint: 1, deviation: 0),
            .step([]), .step([.init(limit: 100, weight: 0)]), .step([.init(limit: 100, weight: -1)]),
            .step([.init(limit: 200, weight: 1), .init(limit: 100, weight: 0.5)]),
            .step([.init(limit: 100, weight: 1), .init(limit: 100, weight: 0.5)]),
        ] as [DistanceWeights])
    func parametersThatMakeNoWeightsAreToldApart(weights: DistanceWeights) { #expect(!weights.isValid) }

    /// The C library's is right to the last digit, more or less.
    @Test(arguments: 0..<4) func theExponentialOfFourNumbersIsThatOfTheCLibrary(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var (worst, worstOfAll) = (0.0, 0.0)
        for _ in 0..<20_000 {
            let range = [1e-12, 1, 30, 708][Int.random(in: 0..<4, using: &generator)]
            let x = (0..<4).map { _ in -Double.random(in: 0...range, using: &generator) }
            let powers = VectorExponential.eToThe(SIMD4(x), least: -708)
            for lane in 0..<4 {
                let error = abs(powers[lane] / exp(x[lane]) - 1)
                worst = max(worst, error / (1e-15 + 3e-16 * abs(x[lane])))
                worstOfAll = max(worstOfAll, error)
            }
        }
        #expect(worst <= 1 && worstOfAll < 2.2e-13)
    }

    @Test func theExponentialHasItsEdges() {
        #expect(VectorExponential.eToThe(SIMD4(0, -0.0, -709, -.infinity), least: -708) == SIMD4(1, 1, 0, 0))
        let powers = VectorExponential.eToThe(SIMD4(-708, -707.9, -.leastNonzeroMagnitude, -1e300), least: -708)
        #expect(isClose(powers[0], exp(-708.0)) && isClose(powers[1], exp(-707.9)))
        #expect(powers[2] == 1 && powers[3] == 0)
        // Halves are where the whole part changes.
        for half in stride(from: -1000.5, through: -0.5, by: 1) {
            let two = VectorExponential.twoToThe(SIMD4(half, half.nextUp, half.nextDown, half))
            for lane in 0..<4 { #expect(isClose(two[lane], exp2(half), within: 1e-12)) }
        }
    }
}
