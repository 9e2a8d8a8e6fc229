/// What is added up over the neighbours of one point, four of them at a time.
protocol PairSums: Sendable {
    /// - Parameters:
    ///   - place: of the first of four neighbours in their grid.
    ///   - weight: 0 for those that are not within the catchment.
    ///   - squaredDistance: infinite for those that are not neighbours at all.
    mutating func add(
        at place: Int, weight: SIMD4<Double>, squaredDistance: SIMD4<Double>, isWithin: SIMDMask<SIMD4<Int64>>)
}

/// Σ f
struct WeightSum: PairSums {
    private var sums = SIMD4<Double>.zero

    var value: Double { sums.sum() }

    @inline(__always)
    mutating func add(
        at place: Int, weight: SIMD4<Double>, squaredDistance: SIMD4<Double>, isWithin: SIMDMask<SIMD4<Int64>>
    ) { sums += weight }
}

/// Σ a f, with a number of each neighbour.
struct WeightedSum: PairSums {
    private let column: ColumnView<Double>
    private var sums = SIMD4<Double>.zero

    init(_ column: ColumnView<Double>) { self.column = column }

    var value: Double { sums.sum() }

    @inline(__always)
    mutating func add(
        at place: Int, weight: SIMD4<Double>, squaredDistance: SIMD4<Double>, isWithin: SIMDMask<SIMD4<Int64>>
    ) { sums += column.four(at: place) * weight }
}

/// Neighbours within the catchment, whatever their weight: how many, their amounts, and how near the nearest is.
struct ReachSums: PairSums {
    private let amounts: ColumnView<Double>
    private var counts = SIMD4<Int64>.zero
    private var sums = SIMD4<Double>.zero
    private var least = SIMD4<Double>(repeating: .infinity)

    init(_ amounts: ColumnView<Double>) { self.amounts = amounts }

    var count: Int { Int(counts.wrappedSum()) }
    var amount: Double { sums.sum() }
    /// Infinite where nobody is within the catchment.
    var nearest: Double { least.min().squareRoot() }

    @inline(__always)
    mutating func add(
        at place: Int, weight: SIMD4<Double>, squaredDistance: SIMD4<Double>, isWithin: SIMDMask<SIMD4<Int64>>
    ) {
        counts &+= SIMD4<Int64>.zero.replacing(with: 1, where: isWithin)
        sums += SIMD4<Double>.zero.replacing(with: amounts.four(at: place), where: isWithin)
        least = pointwiseMin(
            least, SIMD4<Double>(repeating: .infinity).replacing(with: squaredDistance, where: isWithin))
    }
}

/// The squared distances of the nearest neighbours within the catchment.
struct NearestSums: PairSums {
    /// Ascending; infinite where there are fewer.
    private var least: [Double]

    /// - Parameter count: > 0
    init(count: Int) { least = Array(repeating: .infinity, count: count) }

    /// How far away the last of so many is; infinite where there are fewer within the catchment.
    func distance(to count: Int) -> Double { least[count - 1].squareRoot() }

    @inline(__always)
    mutating func add(
        at place: Int, weight: SIMD4<Double>, squaredDistance: SIMD4<Double>, isWithin: SIMDMask<SIMD4<Int64>>
    ) {
        let distances = SIMD4<Double>(repeating: .infinity).replacing(with: squaredDistance, where: isWithin)
        guard distances.min() < least[least.count - 1] else { return }
        for lane in 0..<4 { insert(distances[lane]) }
    }

    private mutating func insert(_ distance: Double) {
        var place = least.count - 1
        guard distance < least[place] else { return }
        while place > 0, least[place - 1] > distance {
            least[place] = least[place - 1]
            place -= 1
        }
        least[place] = distance
    }
}

struct Both<First: PairSums, Second: PairSums>: PairSums {
    var first: First
    var second: Second

    @inline(__always)
    mutating func add(
        at place: Int, weight: SIMD4<Double>, squaredDistance: SIMD4<Double>, isWithin: SIMDMask<SIMD4<Int64>>
    ) {
        first.add(at: place, weight: weight, squaredDistance: squaredDistance, isWithin: isWithin)
        second.add(at: place, weight: weight, squaredDistance: squaredDistance, isWithin: isWithin)
    }
}
