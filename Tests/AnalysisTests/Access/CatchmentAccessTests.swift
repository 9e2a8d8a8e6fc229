import Analysis
import TestSupport
import Testing

@Suite struct CatchmentAccessTests {
    private static let both: CatchmentAccess.Wanted = [.e2sfca, .bfca]

    /// Two points of demand, two providers, each within 250 m or not.
    @Test func aSmallExampleComesOutAsByHand() throws {
        let demand = AccessPoints([(1000, 0, 10), (1000, 300, 30)])
        let supply = AccessPoints([(1000, 100, 4), (1000, 500, 6)])
        let access = CatchmentAccess(catchment: 250, weights: .step([.init(limit: 250, weight: 1)]))
        let result = try #require(access.reach(demand: demand, supply: supply, Self.both, nearest: [1, 2]))
        #expect(areClose(result.e2sfcaRatios, [0.1, 0.2]))
        #expect(areClose(result.e2sfca, [0.1, 0.3]))
        #expect(areClose(result.bfcaLevels, [0.16, 0.4]))
        #expect(areClose(result.bfca, [0.08, 0.48]))
        #expect(result.count == [1, 2] && result.capacity == [4, 10] && result.reachedCapacity == 10)
        #expect(result.nearest[1] == [100, 200] && result.nearest[2] == [.infinity, 200])
    }

    static let weights: [DistanceWeights] = [
        .gaussian(sigma: 60), .gaussian(sigma: 2000), .gaussian(sigma: 2), .gravity(exponent: 1, least: 5),
        .gravity(exponent: 2, least: 1), .gravity(exponent: 1.7, least: 20), .logistic(midpoint: 80, deviation: 30),
        .logistic(midpoint: 0, deviation: 400), .logistic(midpoint: 100, deviation: 0.1),
        .step([.init(limit: 50, weight: 1), .init(limit: 100, weight: 0.4), .init(limit: 125, weight: 0)]),
        .step([.init(limit: 30, weight: 0.1), .init(limit: 500, weight: 3)]),
    ]

    @Test(arguments: weights, [1, 2, 3] as [UInt64])
    func everyMeasureIsWhatAllPairsSay(weights: DistanceWeights, seed: UInt64) throws {
        for (demand, supply, side, catchment) in [
            (60, 45, 700.0, 125.0), (1, 80, 300, 125), (80, 1, 300, 125), (40, 40, 5e6, 125), (30, 30, 100, 1e5),
            (50, 50, 0, 125), (200, 150, 400, 40.5),
        ] {
            let world = AccessWorld(demand: demand, supply: supply, side: side, grain: 5, seed: seed)
            let truth = world.truth(catchment, weights)
            let result = try #require(
                CatchmentAccess(catchment: catchment, weights: weights)
                    .reach(demand: world.demand, supply: world.supply, Self.both, nearest: [1, 3]))
            #expect(areClose(result.e2sfca, truth.e2sfca, within: 1e-11))
            #expect(areClose(result.bfca, truth.bfca, within: 1e-11))
            #expect(areClose(result.bfcaLevels, truth.bfcaLevels, within: 1e-11))
            #expect(result.count == truth.count && areClose(result.capacity, truth.capacity))
            #expect(result.nearest[1] == truth.distances.map { $0.first ?? .infinity })
            #expect(result.nearest[3] == truth.distances.map { $0.count < 3 ? .infinity : $0[2] })
            #expect(result.reachedCapacity == truth.reachedCapacity)
        }
    }

    @Test(arguments: 0..<5) func eachMeasureIsTheSameAloneAndTogether(seed: UInt64) throws {
        let world = AccessWorld(demand: 90, supply: 70, side: 900, seed: seed)
        let access = CatchmentAccess(catchment: 150, weights: .gaussian(sigma: 70))
        func reach(_ wanted: CatchmentAccess.Wanted) throws -> AccessResult {
            try #require(access.reach(demand: world.demand, supply: world.supply, wanted, nearest: [1]))
        }
        let together = try reach(Self.both)
        let (enhanced, balanced, counts) = (try reach(.e2sfca), try reach(.bfca), try reach([]))
        #expect(together.e2sfca == enhanced.e2sfca && together.e2sfcaRatios == enhanced.e2sfcaRatios)
        #expect(together.bfca == balanced.bfca && together.bfcaLevels == balanced.bfcaLevels)
        for other in [enhanced, balanced, counts] {
            #expect(other.count == together.count && other.capacity == together.capacity)
            #expect(other.nearest == together.nearest)
        }
        #expect(enhanced.reachedCapacity == balanced.reachedCapacity && counts.reachedCapacity == nil)
        #expect(counts.e2sfca.isEmpty && enhanced.bfca.isEmpty && balanced.e2sfca.isEmpty)
    }

    @Test(arguments: weights, [11, 12] as [UInt64])
    func peopleTimesAccessIsTheCapacityThatAnybodyReaches(weights: DistanceWeights, seed: UInt64) throws {
        let world = AccessWorld(demand: 800, supply: 300, side: 3000, seed: seed)
        let result = try #require(
            CatchmentAccess(catchment: 130, weights: weights)
                .reach(demand: world.demand, supply: world.supply, .e2sfca))
        let handedOut = zip(world.demand.amount, result.e2sfca).reduce(0) { $0 + $1.0 * $1.1 }
        let reached = try #require(result.reachedCapacity)
        #expect(isClose(handedOut, reached))
        #expect(reached > 0 && reached < world.supply.amount.reduce(0, +))
    }

    @Test(arguments: [21, 22, 23] as [UInt64])
    func theBalancedMeasureHandsOutItsLevelsAndCountsEachPersonOnce(seed: UInt64) throws {
        let world = AccessWorld(demand: 800, supply: 300, side: 3500, seed: seed)
        let weights = DistanceWeights.gaussian(sigma: 90)
        let result = try #require(
            CatchmentAccess(catchment: 200, weights: weights).reach(demand: world.demand, supply: world.supply, .bfca))
        #expect(isClose(result.bfca.reduce(0, +), result.bfcaLevels.reduce(0, +)))
        // Capacity over level is the demand at a provider.
        let demand = zip(world.supply.amount, result.bfcaLevels).reduce(0) { $0 + ($1.1 > 0 ? $1.0 / $1.1 : 0) }
        let reached = zip(world.demand.amount, result.count).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) }
        // Providers without capacity have a level of 0, and their demand can't be seen.
        #expect(demand <= reached * (1 + 1e-12))
        var offering = world
        offering.supply = AccessPoints(
            (0..<world.supply.count).map { (world.supply.x[$0], world.supply.y[$0], world.supply.amount[$0] + 1) })
        let full = try #require(
            CatchmentAccess(catchment: 200, weights: weights)
                .reach(demand: offering.demand, supply: offering.supply, .bfca))
        let counted = zip(offering.supply.amount, full.bfcaLevels).reduce(0) { $0 + ($1.1 > 0 ? $1.0 / $1.1 : 0) }
        #expect(isClose(counted, reached))
    }

    @Test func splittingAPointOfDemandChangesNothingButTheBalancedMeasure() throws {
        let world = AccessWorld(demand: 200, supply: 100, side: 1000, seed: 31)
        let target = try #require(world.demand.amount.firstIndex { $0 >= 2 })
        let points = (0..<world.demand.count).map { (world.demand.x[$0], world.demand.y[$0], world.demand.amount[$0]) }
        var split = points
        split[target].2 -= 1
        split.append((points[target].0, points[target].1, 1))
        let access = CatchmentAccess(catchment: 200, weights: .gaussian(sigma: 100))
        let whole = try #require(access.reach(demand: world.demand, supply: world.supply, Self.both))
        let parts = try #require(access.reach(demand: AccessPoints(split), supply: world.supply, Self.both))
        #expect(areClose(Array(parts.e2sfca.dropLast()), whole.e2sfca))
        #expect(isClose(parts.e2sfca[200], whole.e2sfca[target]))
        #expect(parts.count.dropLast() == whole.count[...] && parts.count[200] == whole.count[target])
        #expect(!areClose(Array(parts.bfca.dropLast()), whole.bfca, within: 1e-6))
    }

    @Test(arguments: [41, 42] as [UInt64]) func theOrderOfTheRowsDoesNotMatter(seed: UInt64) throws {
        let world = AccessWorld(demand: 300, supply: 200, side: 1500, seed: seed)
        var generator = SeededGenerator(seed: seed)
        let order = Array(0..<300).shuffled(using: &generator)
        let shuffled = AccessWorld(
            demand: world.demand.reordered(order),
            supply: world.supply.reordered(Array(0..<200).shuffled(using: &generator)))
        let access = CatchmentAccess(catchment: 250, weights: .logistic(midpoint: 100, deviation: 50))
        let a = try #require(access.reach(demand: world.demand, supply: world.supply, Self.both, nearest: [2]))
        let b = try #require(access.reach(demand: shuffled.demand, supply: shuffled.supply, Self.both, nearest: [2]))
        #expect(areClose(order.map { a.e2sfca[$0] }, b.e2sfca) && areClose(order.map { a.bfca[$0] }, b.bfca))
        #expect(order.map { a.count[$0] } == b.count && order.map { a.nearest[2]?[$0] } == b.nearest[2])
    }

    @Test(arguments: weights) func theNumberOfThreadsChangesNoBit(weights: DistanceWeights) throws {
        let world = AccessWorld(demand: 500, supply: 400, side: 1200, seed: 51)
        func reach(_ threads: Int) throws -> AccessResult {
            try #require(
                CatchmentAccess(catchment: 120, weights: weights, threads: threads)
                    .reach(demand: world.demand, supply: world.supply, Self.both, nearest: [1, 4]))
        }
        let one = try reach(1)
        for threads in [2, 3, 16] {
            let several = try reach(threads)
            #expect(several.e2sfca == one.e2sfca && several.bfca == one.bfca && several.count == one.count)
            #expect(several.nearest == one.nearest && several.capacity == one.capacity)
        }
    }

    /// Right-angled triangles with whole sides: the distance is hit exactly.
    @Test(arguments: [(3.0, 4.0), (5, 12), (8, 15), (20, 21), (0, 1), (1, 0), (696, 697)])
    func exactlyOnTheRadiusCounts(a: Double, b: Double) throws {
        for (scale, x, y) in [(1.0, 0.0, 0.0), (100, -30_000, 120_000), (0.25, 5, -9), (1000, 1e6, 1e6)] {
            let radius = ((a * a + b * b) * scale * scale).squareRoot()
            let supply = AccessPoints([
                (x + a * scale, y + b * scale, 1), (x - a * scale, y - b * scale, 1), (x + b * scale, y - a * scale, 1),
                (x - b * scale, y + a * scale, 1),
            ])
            let demand = AccessPoints([(x, y, 1)])
            func count(_ catchment: Double) -> Double? {
                CatchmentAccess(catchment: catchment, weights: .gaussian(sigma: catchment))
                    .reach(demand: demand, supply: supply, .e2sfca)?.count[0]
            }
            #expect(count(radius) == 4 && count(radius.nextDown) == 0)
        }
    }

    @Test func whoeverReachesNothingHasZeroAndNoNearest() throws {
        let demand = AccessPoints([(0, 0, 10), (5000, 0, 10)])
        let supply = AccessPoints([(0, 100, 3), (9000, 0, 8)])
        let access = CatchmentAccess(catchment: 300, weights: .gaussian(sigma: 100))
        let result = try #require(access.reach(demand: demand, supply: supply, Self.both, nearest: [1]))
        #expect(result.e2sfca[1] == 0 && result.bfca[1] == 0 && result.count[1] == 0 && result.capacity[1] == 0)
        #expect(result.nearest[1] == [100, .infinity])
        // Nobody reaches the second provider.
        #expect(result.e2sfcaRatios[1] == 0 && result.bfcaLevels[1] == 0 && result.reachedCapacity == 3)
    }

    @Test func nobodyOrNothingIsNoMistake() throws {
        let points = AccessPoints([(0, 0, 10), (50, 0, 0)])
        let access = CatchmentAccess(catchment: 300, weights: .gaussian(sigma: 100))
        let noSupply = try #require(access.reach(demand: points, supply: AccessPoints(), Self.both, nearest: [1]))
        #expect(noSupply.e2sfca == [0, 0] && noSupply.bfca == [0, 0] && noSupply.count == [0, 0])
        let noDemand = try #require(access.reach(demand: AccessPoints(), supply: points, Self.both, nearest: [1]))
        #expect(noDemand.e2sfca.isEmpty && noDemand.e2sfcaRatios == [0, 0] && noDemand.reachedCapacity == 0)
        // Where no people live, capacity is reached by nobody.
        let noPeople = try #require(
            access.reach(demand: AccessPoints([(0, 0, 0)]), supply: points, Self.both, nearest: [1]))
        #expect(noPeople.e2sfca == [0] && noPeople.bfca == [0] && noPeople.count == [2])
    }

    @Test func aCancelledMeasurementHasNoResult() {
        let world = AccessWorld(demand: 500, supply: 300, side: 1000, seed: 61)
        let access = CatchmentAccess(catchment: 100, weights: .gaussian(sigma: 100))
        #expect(access.reach(demand: world.demand, supply: world.supply, Self.both, isCancelled: { true }) == nil)
    }
}
