/// 2ˣ and eˣ of four numbers at a time, the same to the bit on every machine.
///
/// x = n + r with a whole n and |r| ≤ ½; 2ʳ by a polynomial of degree 10 with p(0) = 1 (interpolated at Chebyshev nodes,
/// off by 6·10⁻¹⁶ at most), 2ⁿ by way of the exponent's bits. With the rounding of eˣ = 2^(x log₂ e), the relative error is
/// below 10⁻¹⁵ + 3·10⁻¹⁶ |x|.
enum VectorExponential {
    static var binaryLogarithmOfE: Double { 1.442_695_040_888_963_4 }

    /// - Parameters:
    ///   - x: ≤ 0 or anything below.
    ///   - least: −708 or more; below, the result is 0.
    @inline(__always)
    static func eToThe(_ x: SIMD4<Double>, least: Double) -> SIMD4<Double> {
        let power = twoToThe(pointwiseMax(x, SIMD4(repeating: least)) * binaryLogarithmOfE)
        return power.replacing(with: 0, where: x .< SIMD4(repeating: least))
    }

    /// - Parameter x: from −1022 to 0; of anything else the result has no meaning.
    @inline(__always)
    static func twoToThe(_ x: SIMD4<Double>) -> SIMD4<Double> {
        // Adding 1.5·2⁵² rounds to a whole number, which then stands in the lowest bits.
        let shifted = x + magic
        let r = x - (shifted - magic)
        let r2 = r * r
        // Odd and even powers apart: neither waits for the other.
        let odd = c1 + r2 * (c3 + r2 * (c5 + r2 * (c7 + r2 * c9)))
        let even = 1 + r2 * (c2 + r2 * (c4 + r2 * (c6 + r2 * (c8 + r2 * c10))))
        let exponent = unsafeBitCast(shifted, to: SIMD4<UInt64>.self) &<< SIMD4(repeating: 52)
        return unsafeBitCast(unsafeBitCast(even + r * odd, to: SIMD4<UInt64>.self) &+ exponent, to: SIMD4<Double>.self)
    }

    private static var magic: Double { 0x1.8p52 }
    private static var c1: Double { 0x1.62e42fefa39f7p-1 }
    private static var c2: Double { 0x1.ebfbdff82c590p-3 }
    private static var c3: Double { 0x1.c6b08d7044119p-5 }
    private static var c4: Double { 0x1.3b2ab6fba385fp-7 }
    private static var c5: Double { 0x1.5d87fe908f88ap-10 }
    private static var c6: Double { 0x1.4309130378460p-13 }
    private static var c7: Double { 0x1.ffcb76789860fp-17 }
    private static var c8: Double { 0x1.62bfe46117445p-20 }
    private static var c9: Double { 0x1.b6571de2f2351p-24 }
    private static var c10: Double { 0x1.e5e9f548e5725p-28 }
}
