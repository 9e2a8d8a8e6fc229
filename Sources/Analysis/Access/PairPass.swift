/// One pass over all pairs: for each point of one side, sums over the points of the other side within the catchment.
///
/// No pair is kept. Each point's sums are made by one thread in the order of the grid, so that the result doesn't
/// depend on how many threads there are.
struct PairPass<Weights: PairWeights>: Sendable {
    let weights: Weights
    let catchment: Double
    let threads: Int
    let isCancelled: @Sendable () -> Bool

    /// Points that a thread takes at a time.
    private static var chunk: Int { 128 }

    /// - Parameters:
    ///   - targets: whose neighbours are summed, in the order of their grid.
    ///   - sources: the neighbours.
    ///   - empty: sums of nothing.
    ///   - store: gets each target's place and its sums, on any thread.
    /// - Returns: false where it was cancelled.
    func callAsFunction<Sums: PairSums>(
        over targets: PointGrid, from sources: PointGrid, _ empty: Sums, _ store: @Sendable (Int, Sums) -> Void
    ) -> Bool {
        let (points, neighbours) = (targets.view, sources.view)
        return withExtendedLifetime((targets, sources)) {
            ThreadTeam.run(targets.count, chunk: Self.chunk, threads: threads, isCancelled: isCancelled) { places in
                for place in places {
                    var sums = empty
                    add(to: &sums, points.x[place], points.y[place], neighbours)
                    store(place, sums)
                }
            }
        }
    }

    @inline(__always)
    private func add<Sums: PairSums>(to sums: inout Sums, _ x: Double, _ y: Double, _ sources: PointGrid.View) {
        let squaredCatchment = SIMD4<Double>(repeating: catchment * catchment)
        for band in sources.bands(near: y) {
            let run = sources.run(in: band, near: x, y)
            var place = run.lowerBound
            while place + 4 <= run.upperBound {
                let squared = squaredDistance(sources, place, x, y)
                add(to: &sums, place, squared, squaredCatchment)
                place += 4
            }
            guard place < run.upperBound else { continue }
            // The points behind the run belong to another one.
            let rest = SIMD4<Double>(repeating: Double(run.upperBound - place))
            let squared = squaredDistance(sources, place, x, y)
                .replacing(with: .infinity, where: SIMD4(0, 1, 2, 3) .>= rest)
            add(to: &sums, place, squared, squaredCatchment)
        }
    }

    @inline(__always)
    private func squaredDistance(_ sources: PointGrid.View, _ place: Int, _ x: Double, _ y: Double) -> SIMD4<Double> {
        let dx = sources.x.four(at: place) - x
        let dy = sources.y.four(at: place) - y
        return dx * dx + dy * dy
    }

    @inline(__always)
    private func add<Sums: PairSums>(
        to sums: inout Sums, _ place: Int, _ squared: SIMD4<Double>, _ squaredCatchment: SIMD4<Double>
    ) {
        // Exactly on the radius counts.
        let isWithin = squared .<= squaredCatchment
        let weight = SIMD4<Double>.zero.replacing(with: weights(squared), where: isWithin)
        sums.add(at: place, weight: weight, squaredDistance: squared, isWithin: isWithin)
    }
}
