/// How much of one outline lies in others.
struct Overlap {
    /// Lines of latitude that an outline is cut by.
    static let lines = 256

    private let bounds: AreaPolygon.Bounds
    /// Latitude and runs of each line.
    private let cuts: [(latitude: Double, runs: [ClosedRange<Double>])]
    private let length: Double

    init(_ inner: EdgeBands) {
        bounds = inner.bounds
        let step = (bounds.north - bounds.south) / Double(Self.lines)
        cuts = (0..<Self.lines).map { [bounds] line in
            let latitude = bounds.south + (Double(line) + 0.5) * step
            return (latitude, inner.runs(at: latitude))
        }
        length = cuts.reduce(0) { sum, cut in cut.runs.reduce(sum) { $0 + $1.length } }
    }

    /// From 0 to 1.
    func shares(in others: [EdgeBands?]) -> [Double] {
        others.map { other in
            guard let other, length > 0, other.bounds.meets(bounds) else { return 0 }
            return cuts.reduce(0) { $0 + Self.common($1.runs, other.runs(at: $1.latitude)) } / length
        }
    }

    /// Length that two lists of runs, each from west to east, have in common.
    static func common(_ a: [ClosedRange<Double>], _ b: [ClosedRange<Double>]) -> Double {
        var (i, j, sum) = (0, 0, 0.0)
        while i < a.count, j < b.count {
            sum += max(0, min(a[i].upperBound, b[j].upperBound) - max(a[i].lowerBound, b[j].lowerBound))
            if a[i].upperBound < b[j].upperBound { i += 1 } else { j += 1 }
        }
        return sum
    }
}

extension ClosedRange<Double> {
    var length: Double { upperBound - lowerBound }
}
