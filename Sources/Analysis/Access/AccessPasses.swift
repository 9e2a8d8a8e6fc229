/// The passes that the measures take: over the demand for the sums of weights (BFCA), over the supply for the demand at
/// each provider, over the demand again for the access.
final class AccessPasses<Weights: PairWeights> {
    private let pass: PairPass<Weights>
    private let demand: PointGrid
    private let supply: PointGrid

    // In the order of the grids. Of the demand:
    private let people: Column<Double>
    /// P_i / Σ_j f_ij: what a provider gets of the people at i for each unit of weight.
    private let shares: Column<Double>
    private let counts: Column<Double>
    private let capacities: Column<Double>
    private let distances: Column<Double>
    private let enhanced: Column<Double>
    private let balanced: Column<Double>
    // Of the supply:
    private let capacity: Column<Double>
    private let ratios: Column<Double>
    private let levels: Column<Double>
    /// L_j / Σ_i f_ij
    private let levelShares: Column<Double>

    init(_ pass: PairPass<Weights>, demand: AccessPoints, supply: AccessPoints) {
        self.pass = pass
        self.demand = PointGrid(demand, catchment: pass.catchment)
        self.supply = PointGrid(supply, catchment: pass.catchment)
        people = self.demand.sorted(demand.amount)
        shares = self.demand.zeros()
        counts = self.demand.zeros()
        capacities = self.demand.zeros()
        distances = self.demand.zeros()
        enhanced = self.demand.zeros()
        balanced = self.demand.zeros()
        capacity = self.supply.sorted(supply.amount)
        ratios = self.supply.zeros()
        levels = self.supply.zeros()
        levelShares = self.supply.zeros()
    }

    /// - Returns: `nil` where it was cancelled.
    func result(_ wanted: CatchmentAccess.Wanted, nearest: Set<Int>) -> AccessResult? {
        let (isEnhanced, isBalanced) = (wanted.contains(.e2sfca), wanted.contains(.bfca))
        let isDone =
            switch (isEnhanced, isBalanced) {
            case (false, false): findReach()
            case (true, false): sumDemand() && shareOut()
            case (false, true): sumWeights() && sumShares() && shareOutLevels()
            case (true, true): sumWeights() && sumBoth() && shareOutBoth()
            }
        var result = AccessResult()
        guard isDone, let distances = findNearest(nearest.sorted()) else { return nil }
        result.nearest = distances
        result.count = counts.unsorted(demand.order)
        result.capacity = capacities.unsorted(demand.order)
        if isEnhanced {
            result.e2sfca = enhanced.unsorted(demand.order)
            result.e2sfcaRatios = ratios.unsorted(supply.order)
        }
        if isBalanced {
            result.bfca = balanced.unsorted(demand.order)
            result.bfcaLevels = levels.unsorted(supply.order)
        }
        if !wanted.isEmpty { result.reachedCapacity = reachedCapacity(isEnhanced ? ratios : levels) }
        return result
    }

    // MARK: - Over the demand, at first

    /// Who is within the catchment, without weights.
    private func findReach() -> Bool {
        pass(over: demand, from: supply, ReachSums(capacity.view), storeReach)
    }

    private func sumWeights() -> Bool {
        let (people, shares, storeReach) = (people.view, shares.view, storeReach)
        return pass(over: demand, from: supply, Both(first: WeightSum(), second: ReachSums(capacity.view))) {
            shares[$0] = quotient(people[$0], $1.first.value)
            storeReach($0, $1.second)
        }
    }

    private var storeReach: @Sendable (Int, ReachSums) -> Void {
        let (counts, capacities, distances) = (counts.view, capacities.view, distances.view)
        return { place, sums in
            counts[place] = Double(sums.count)
            capacities[place] = sums.amount
            distances[place] = sums.nearest
        }
    }

    /// The distance to the nearest provider is there already.
    private func findNearest(_ wanted: [Int]) -> [Int: [Double]]? {
        guard let most = wanted.last else { return [:] }
        if most == 1 { return [1: distances.unsorted(demand.order)] }
        let pass = PairPass(
            weights: EqualWeights(), catchment: pass.catchment, threads: pass.threads, isCancelled: pass.isCancelled)
        let columns = wanted.map { _ in demand.zeros() }
        let views = columns.map(\.view)
        let isDone = pass(over: demand, from: supply, NearestSums(count: most)) { place, sums in
            for (column, count) in zip(views, wanted) { column[place] = sums.distance(to: count) }
        }
        return withExtendedLifetime(columns) {
            isDone
                ? Dictionary(uniqueKeysWithValues: zip(wanted, columns.map { $0.unsorted(demand.order) })) : nil
        }
    }

    // MARK: - Over the supply

    private func sumDemand() -> Bool {
        let (capacity, ratios) = (capacity.view, ratios.view)
        return pass(over: supply, from: demand, WeightedSum(people.view)) {
            ratios[$0] = quotient(capacity[$0], $1.value)
        }
    }

    private func sumShares() -> Bool {
        let (capacity, levels, levelShares) = (capacity.view, levels.view, levelShares.view)
        return pass(over: supply, from: demand, Both(first: WeightSum(), second: WeightedSum(shares.view))) {
            let level = quotient(capacity[$0], $1.second.value)
            levels[$0] = level
            levelShares[$0] = quotient(level, $1.first.value)
        }
    }

    private func sumBoth() -> Bool {
        let (capacity, ratios, levels, levelShares) = (capacity.view, ratios.view, levels.view, levelShares.view)
        let empty = Both(
            first: WeightedSum(people.view), second: Both(first: WeightSum(), second: WeightedSum(shares.view)))
        return pass(over: supply, from: demand, empty) {
            ratios[$0] = quotient(capacity[$0], $1.first.value)
            let level = quotient(capacity[$0], $1.second.second.value)
            levels[$0] = level
            levelShares[$0] = quotient(level, $1.second.first.value)
        }
    }

    // MARK: - Over the demand, at last

    private func shareOut() -> Bool {
        let (enhanced, storeReach) = (enhanced.view, storeReach)
        let empty = Both(first: WeightedSum(ratios.view), second: ReachSums(capacity.view))
        return pass(over: demand, from: supply, empty) {
            enhanced[$0] = $1.first.value
            storeReach($0, $1.second)
        }
    }

    private func shareOutLevels() -> Bool {
        let balanced = balanced.view
        return pass(over: demand, from: supply, WeightedSum(levelShares.view)) { balanced[$0] = $1.value }
    }

    private func shareOutBoth() -> Bool {
        let (enhanced, balanced) = (enhanced.view, balanced.view)
        let empty = Both(first: WeightedSum(ratios.view), second: WeightedSum(levelShares.view))
        return pass(over: demand, from: supply, empty) {
            enhanced[$0] = $1.first.value
            balanced[$0] = $1.second.value
        }
    }

    /// - Parameter ratios: 0 for a provider that nobody reaches, and for one that offers nothing.
    private func reachedCapacity(_ ratios: Column<Double>) -> Double {
        (0..<supply.count).reduce(0) { $0 + (ratios[$1] > 0 ? capacity[$1] : 0) }
    }
}

/// 0 where there is nothing to divide by.
private func quotient(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 0 }
