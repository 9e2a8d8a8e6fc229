internal import Glibc

// What Analysis wants of the C library.

func exponential(_ x: Double) -> Double { exp(x) }

/// ln Γ(x) for x > 0.
func logarithmOfGamma(_ x: Double) -> Double { lgamma(x) }

func logarithm(_ x: Double) -> Double { log(x) }
