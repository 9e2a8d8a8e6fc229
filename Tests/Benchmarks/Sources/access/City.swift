internal import BenchmarkSupport
internal import Glibc

/// A made city: 40 % of its points anywhere in a square, the others around eight centres.
struct City {
    let name: String
    let demandCount: Int
    let supplyCount: Int
    /// Metres.
    let side: Double

    /// About 3.7, 40 and 370 million pairs within 2 km.
    static let all = [
        City(name: "town", demandCount: 10_000, supplyCount: 6_000, side: 20_000),
        City(name: "wide", demandCount: 100_000, supplyCount: 60_000, side: 63_246),
        City(name: "dense", demandCount: 100_000, supplyCount: 60_000, side: 20_000),
    ]

    /// Its two tables, made where they aren't there yet.
    func files(_ scratch: Scratch, seed: UInt64) throws -> (demand: String, supply: String) {
        var generator = SeededGenerator(seed: seed)
        let centres = (0..<8).map { _ in (inner(&generator), inner(&generator)) }
        func table(_ amount: String, _ count: Int, _ most: Int, _ generator: inout SeededGenerator) -> [UInt8] {
            var text = "id,x,y,\(amount)\n"
            for id in 0..<count {
                let (x, y) = point(around: centres, &generator)
                text +=
                    "\(id),\(x.text(decimals: 1)),\(y.text(decimals: 1)),\(Int.random(in: 1..<most, using: &generator))\n"
            }
            return Array(text.utf8)
        }
        let demand = table("pop", demandCount, 500, &generator)
        let supply = table("cap", supplyCount, 20, &generator)
        return (
            try scratch.file("\(name)-\(seed)-demand.csv") { try OutputFile($0).write(demand) },
            try scratch.file("\(name)-\(seed)-supply.csv") { try OutputFile($0).write(supply) }
        )
    }

    private func inner(_ generator: inout SeededGenerator) -> Double {
        Double.random(in: 0.15 * side...0.85 * side, using: &generator)
    }

    private func point(around centres: [(Double, Double)], _ generator: inout SeededGenerator) -> (Double, Double) {
        if generator.happens(percent: 40) {
            return (Double.random(in: 0...side, using: &generator), Double.random(in: 0...side, using: &generator))
        }
        let centre = generator.pick(centres)
        // Box and Muller 1958.
        let radius = (-2 * log(1 - Double.random(in: 0..<1, using: &generator))).squareRoot() * 0.07 * side
        let angle = Double.random(in: 0..<2 * .pi, using: &generator)
        return (
            min(max(centre.0 + radius * cos(angle), 0), side), min(max(centre.1 + radius * sin(angle), 0), side)
        )
    }
}
