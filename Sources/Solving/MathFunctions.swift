internal import Glibc

enum MathFunctions {
    static func log(_ number: Double) -> Double { Glibc.log(number) }
}
