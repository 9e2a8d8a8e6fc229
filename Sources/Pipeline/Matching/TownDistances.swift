internal import Analysis
internal import Geo
internal import Model

/// Straight distances from one town to others, centre to centre.
struct TownDistances {
    /// In whole metres, in the order of the towns.
    let metres: [Int]

    /// - Throws: `StageError` when a point can't be projected.
    init(from town: NearTown, to towns: [NearTown], prefectures: Prefectures) throws(StageError) {
        let plane = try TownPlane(town, prefectures)
        let origin = try plane.points([town])
        let points = try plane.points(towns)
        let access = CatchmentAccess(catchment: Self.farthest, weights: .gaussian(sigma: Self.farthest), threads: 1)
        let nearest = access.reach(demand: points, supply: origin, [], nearest: [1])?.nearest[1] ?? []
        metres = nearest.map { Int(($0 / Self.step).rounded() * Self.step) }
    }

    /// Farther than any place in Japan is from another.
    private static let farthest = 10_000_000.0
    /// Centres of towns are no better than that, and equal figures on paper should be equal.
    private static let step = 100.0
}

/// The plane of a town, for every place that it is compared with.
private struct TownPlane {
    private let projector: Projector
    private let epsg: Int

    init(_ town: NearTown, _ prefectures: Prefectures) throws(StageError) {
        projector = try Projector()
        guard
            let epsg = prefectures.epsg(
                prefectureCode: String(town.municipalityCode.prefix(2)), municipalityCode: town.municipalityCode,
                latitude: town.latitude, longitude: town.longitude)
        else {
            throw StageError(
                .projectionFailed, at: CellLocation(file: TownBook.option), found: town.municipalityCode,
                expected: "EPSG:6669–6687")
        }
        self.epsg = epsg
    }

    func points(_ towns: [NearTown]) throws(StageError) -> AccessPoints {
        var points = AccessPoints()
        points.reserveCapacity(towns.count)
        for town in towns {
            let plane = try projector.plane(latitude: town.latitude, longitude: town.longitude, epsg: epsg)
            points.append(x: plane.easting, y: plane.northing, amount: 1)
        }
        return points
    }
}
