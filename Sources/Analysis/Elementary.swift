internal import Glibc

/// e^x of the C library, the only thing that Analysis wants of the system.
func exponential(_ x: Double) -> Double { exp(x) }
