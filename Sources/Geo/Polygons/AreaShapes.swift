/// The outlines of areas by their codes, ready to be asked what lies where.
public struct AreaShapes: Sendable {
    /// In the order in which they were given.
    public let codes: [String]
    private let polygons: [AreaPolygon]
    private let bands: [EdgeBands]
    private let indexes: [String: Int]

    /// No outlines.
    public init() { self.init([]) }

    /// - Parameter polygons: of two with the same code the first one stays; empty ones are left out.
    public init(_ polygons: [(code: String, polygon: AreaPolygon)]) {
        var indexes: [String: Int] = [:]
        var kept: [(code: String, polygon: AreaPolygon)] = []
        for entry in polygons where !entry.polygon.isEmpty && indexes[entry.code] == nil {
            indexes[entry.code] = kept.count
            kept.append(entry)
        }
        codes = kept.map(\.code)
        self.polygons = kept.map(\.polygon)
        bands = kept.map { EdgeBands($0.polygon) }
        self.indexes = indexes
    }

    public var isEmpty: Bool { codes.isEmpty }

    public subscript(code: String) -> AreaPolygon? { indexes[code].map { polygons[$0] } }

    func bands(of code: String) -> EdgeBands? { indexes[code].map { bands[$0] } }

    /// Whether a point lies in an area; false for one without an outline. One on a border belongs to the area north
    /// and east of it.
    public func contains(_ code: String, _ point: AreaPolygon.Point) -> Bool {
        bands(of: code)?.contains(point) ?? false
    }

    /// Codes of all areas that hold a point, in the order in which they were given.
    public func codes(at point: AreaPolygon.Point) -> [String] {
        codes.indices.filter { bands[$0].contains(point) }.map { codes[$0] }
    }

    /// How much of an area lies in others, as shares of its own size from 0 to 1, in the order of the others.
    ///
    /// The area is cut by ``Overlap/lines`` lines of latitude, and the runs of each that lie in both are added up
    /// (midpoint rule): the share of an area with a coast is off by less than 0.01, that of a rectangle by nothing.
    ///
    /// - Returns: 0 for areas without an outline, and for all where the area itself has none.
    public func shares(of code: String, in others: [String]) -> [Double] {
        let others = others.map(bands(of:))
        guard let inner = bands(of: code), others.contains(where: { $0?.bounds.meets(inner.bounds) ?? false }) else {
            return others.map { _ in 0 }
        }
        return Overlap(inner).shares(in: others)
    }

    /// The same for an outline that isn't one of these, in all of them.
    func shares(of polygon: AreaPolygon) -> [Double] {
        guard polygons.contains(where: { $0.bounds.meets(polygon.bounds) }) else { return polygons.map { _ in 0 } }
        return Overlap(EdgeBands(polygon)).shares(in: bands)
    }
}
