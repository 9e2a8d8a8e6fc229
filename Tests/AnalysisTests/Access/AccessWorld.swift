import Analysis
import TestSupport

/// Demand and supply, and what is measured of them by the definitions, over all pairs.
struct AccessWorld {
    var demand = AccessPoints()
    var supply = AccessPoints()

    /// Points in a square, some of them in one place, some without people or capacity.
    ///
    /// - Parameter grain: coordinates are multiples of it, so that distances are hit exactly.
    init(demand demandCount: Int, supply supplyCount: Int, side: Double, grain: Double = 1, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let corner = (Double(Int.random(in: -40_000...40_000, using: &generator)), Double(seed % 7) * 1000)
        func coordinate() -> Double { (Double.random(in: 0...side, using: &generator) / grain).rounded() * grain }
        func points(_ count: Int) -> AccessPoints {
            var points = AccessPoints()
            for index in 0..<count {
                let isDouble = index > 0 && Int.random(in: 0..<10, using: &generator) == 0
                points.append(
                    x: isDouble ? points.x[index - 1] : corner.0 + coordinate(),
                    y: isDouble ? points.y[index - 1] : corner.1 + coordinate(),
                    amount: Double(max(0, Int.random(in: -1...50, using: &generator))))
            }
            return points
        }
        demand = points(demandCount)
        supply = points(supplyCount)
    }

    init(demand: AccessPoints, supply: AccessPoints) {
        self.demand = demand
        self.supply = supply
    }

    struct Truth {
        var count: [Double] = []
        var capacity: [Double] = []
        /// Ascending, within the catchment, for each point of demand.
        var distances: [[Double]] = []
        var e2sfca: [Double] = []
        var bfca: [Double] = []
        var bfcaLevels: [Double] = []
        var reachedCapacity = 0.0
    }

    func truth(_ catchment: Double, _ weights: DistanceWeights) -> Truth {
        let f = (0..<demand.count).map { i in
            (0..<supply.count).map { j in
                let distance = distance(i, j)
                return distance <= catchment ? weights.weight(at: distance) : 0
            }
        }
        let (people, capacity) = (demand.amount, supply.amount)
        func overDemand(_ body: (Int) -> Double) -> Double { (0..<demand.count).reduce(0) { $0 + body($1) } }
        func overSupply(_ body: (Int) -> Double) -> Double { (0..<supply.count).reduce(0) { $0 + body($1) } }
        func quotient(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 0 }
        let ratios = (0..<supply.count).map { j in quotient(capacity[j], overDemand { people[$0] * f[$0][j] }) }
        let rows = (0..<demand.count).map { i in overSupply { f[i][$0] } }
        let columns = (0..<supply.count).map { j in overDemand { f[$0][j] } }
        let levels = (0..<supply.count).map { j in
            quotient(capacity[j], overDemand { people[$0] * quotient(f[$0][j], rows[$0]) })
        }
        var truth = Truth()
        truth.e2sfca = (0..<demand.count).map { i in overSupply { ratios[$0] * f[i][$0] } }
        truth.bfcaLevels = levels
        truth.bfca = (0..<demand.count).map { i in overSupply { levels[$0] * quotient(f[i][$0], columns[$0]) } }
        truth.distances = (0..<demand.count).map { i in
            (0..<supply.count).map { distance(i, $0) }.filter { $0 <= catchment }.sorted()
        }
        truth.count = truth.distances.map { Double($0.count) }
        truth.capacity = (0..<demand.count).map { i in overSupply { distance(i, $0) <= catchment ? capacity[$0] : 0 } }
        truth.reachedCapacity = overSupply { ratios[$0] > 0 ? capacity[$0] : 0 }
        return truth
    }

    private func distance(_ i: Int, _ j: Int) -> Double {
        let (dx, dy) = (demand.x[i] - supply.x[j], demand.y[i] - supply.y[j])
        return (dx * dx + dy * dy).squareRoot()
    }
}

extension AccessPoints {
    init(_ points: [(x: Double, y: Double, amount: Double)]) {
        self.init()
        for point in points { append(x: point.x, y: point.y, amount: point.amount) }
    }

    func reordered(_ order: [Int]) -> AccessPoints {
        AccessPoints(order.map { (x[$0], y[$0], amount[$0]) })
    }
}

/// Whether two numbers agree to a billionth of a thousandth.
func isClose(_ a: Double, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
    abs(a - b) <= tolerance * max(abs(a), abs(b))
}

func areClose(_ a: [Double], _ b: [Double], within tolerance: Double = 1e-12) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { isClose($0, $1, within: tolerance) }
}
