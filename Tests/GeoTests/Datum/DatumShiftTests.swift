import Foundation
import Model
import TestSupport
import Testing

@testable import Geo

struct DatumShiftTests {
    private static func shifted(
        _ first: Double, _ second: Double, _ epsg: Int, grids: String? = nil
    ) throws -> (point: CoordinatePair, operations: [AppliedOperation]) {
        var points = [CoordinatePair(first: first, second: second)]
        let system = try #require(ReferenceSystem(epsg: epsg))
        let operations = try DatumShift(grids: grids).shift(&points, from: system)
        return (points[0], operations)
    }

    private static var grids: String {
        get throws { try #require(RepositoryFolder.realData).appending(path: "grids").path }
    }

    private static func metres(_ a: CoordinatePair, _ latitude: Double, _ longitude: Double) -> Double {
        let north = (a.first - latitude) * 111_000
        let east = (a.second - longitude) * 111_320 * cos(latitude * .pi / 180)
        return (north * north + east * east).squareRoot()
    }

    @Test
    func whatIsInJGD2011Stays() throws {
        let (point, operations) = try Self.shifted(32.803078, 130.707897, 6668)
        #expect(point == CoordinatePair(first: 32.803078, second: 130.707897))
        #expect(operations.map(\.accuracy) == [0])
        #expect(operations.filter(\.isWorthTelling).isEmpty)
    }

    /// City Hall of Kumamoto; X is northing and comes first.
    @Test(arguments: [6670, 2444])
    func planeCoordinates(epsg: Int) throws {
        let (point, _) = try Self.shifted(-21799.22, -27355.76, epsg)
        #expect(Self.metres(point, 32.803078, 130.707897) < 0.01)
    }

    @Test
    func wgs84IsTakenAsEqual() throws {
        let (point, operations) = try Self.shifted(35.68, 139.76, 4326)
        #expect(Self.metres(point, 35.68, 139.76) < 0.001)
        #expect(operations.map(\.accuracy) == [1])
    }

    /// Against the approximation of 飛田幹男 (2001), good to some metres.
    @Test(arguments: [(35.6895, 139.6917), (32.8, 130.7), (43.06, 141.35)], [false, true])
    func tokyoDatum(place: (latitude: Double, longitude: Double), withGrids: Bool) throws {
        if withGrids, RepositoryFolder.realData == nil { return }
        let (latitude, longitude) = place
        let (point, operations) = try Self.shifted(latitude, longitude, 4301, grids: withGrids ? Self.grids : nil)
        let expected = (
            latitude: latitude - 0.00010695 * latitude + 0.000017464 * longitude + 0.0046017,
            longitude: longitude - 0.000046038 * latitude - 0.000083043 * longitude + 0.010040
        )
        #expect(Self.metres(point, expected.latitude, expected.longitude) < (withGrids ? 3 : 10))
        #expect(operations.map(\.points) == [1])
        let operation = try #require(operations.first)
        #expect(operation.name.contains(withGrids ? "EPSG:6712" : "EPSG:15483"))
        #expect(operation.accuracy.map { $0 > (withGrids ? 0.2 : 9) } == true)
    }

    @Test(arguments: [(30162, 9.0), (30178, 9.0)])
    func planeZonesOfTheTokyoDatum(epsg: Int, roughest: Double) throws {
        let (point, operations) = try Self.shifted(0, 0, epsg)
        // The origins of the zones are round numbers in the Tokyo Datum, and 400 m away from that now.
        let origin = epsg == 30162 ? (33.0, 131.0) : (20.0, 136.0)
        #expect((300...800).contains(Self.metres(point, origin.0, origin.1)))
        #expect(operations.first?.accuracy.map { $0 > roughest } == true)
    }

    @Test
    func withoutItsGridTheNorthEastIsToldApart() throws {
        var points = [(38.3, 141.5), (32.8, 130.7), (43.06, 141.35), (35.68, 139.76)].map {
            CoordinatePair(first: $0.0, second: $0.1)
        }
        let before = points
        let operations = try DatumShift().shift(&points, from: .jgd2000)
        #expect(points == before)
        #expect(operations.map(\.points) == [2, 2])
        #expect(operations.map(\.accuracy) == [Tohoku2011.largestShift, 1])
        #expect(operations.first?.name.contains("missing") == true)
    }

    @Test(.enabled(if: RepositoryFolder.realData != nil, "needs grids that are not part of the package"))
    func theEarthquakeOf2011() throws {
        var points = [(38.3, 141.5), (32.8, 130.7)].map { CoordinatePair(first: $0.0, second: $0.1) }
        let operations = try DatumShift(grids: Self.grids).shift(&points, from: .jgd2000)
        // The Oshika peninsula moved 5.3 m to the east-south-east (国土地理院, 2011).
        #expect((4.8...5.6).contains(Self.metres(points[0], 38.3, 141.5)))
        #expect(points[0].second > 141.5 && points[0].first < 38.3)
        #expect(points[1] == CoordinatePair(first: 32.8, second: 130.7))
        #expect(operations.map(\.grids) == [["touhokutaiheiyouoki2011.tif"], []])
        #expect(operations.map(\.points) == [1, 1])
    }

    @Test(.enabled(if: RepositoryFolder.realData != nil, "needs grids that are not part of the package"))
    func aGridThatNothingAsksForIsNamed() throws {
        #expect(try DatumShift(grids: Self.grids).unusedGrids == ["kumamoto2016_BL.tif"])
    }

    @Test
    func aFolderOfGridsHasToBeThere() throws {
        #expect(throws: StageError.self) { try DatumShift(grids: "/there/is/none") }
    }

    @Test
    func whatCantBeProjectedIsNoPoint() throws {
        let (point, operations) = try Self.shifted(1e30, 1e30, 6670)
        #expect(point.first.isNaN && point.second.isNaN)
        #expect(operations.last?.name == "no operation")
    }

    @Test(arguments: [0, 3857, 2442, 2462, 6688, 30160, 30180])
    func otherSystemsAreUnknown(epsg: Int) { #expect(ReferenceSystem(epsg: epsg) == nil) }

    @Test(arguments: [(2443, 1), (2461, 19), (6669, 1), (6687, 19), (30161, 1), (30179, 19)])
    func zonesByCode(epsg: Int, zone: Int) { #expect(ReferenceSystem(epsg: epsg)?.planeZone == zone) }

    /// In bulk the same as one by one, whatever zones are mixed.
    @Test
    func planeCoordinatesOfManyPoints() throws {
        let prefectures = try Prefectures.load(
            path: RepositoryFolder.data.appending(path: "areas/prefectures.csv").path, name: "prefectures.csv")
        let places: [(UInt32, Double, Double, Int)] = [
            (43101, 32.803078, 130.707897, 6670), (1101, 43.06, 141.35, 6680), (13101, 35.69, 139.75, 6677),
            (1202, 41.77, 140.73, 6679), (13421, 27.09, 142.19, 6682), (43101, 32.78053, 130.768061, 6670),
        ]
        var points = places.map { GazetteerPoint(latitude: $0.1, longitude: $0.2) } + [GazetteerPoint()]
        try DatumShift().project(&points, municipalities: places.map(\.0) + [43101], prefectures: prefectures)
        let projector = try Projector()
        for (point, place) in zip(points, places) {
            let one = try projector.plane(latitude: place.1, longitude: place.2, epsg: place.3)
            #expect(abs(point.easting - one.easting) < 1e-6)
            #expect(abs(point.northing - one.northing) < 1e-6)
        }
        #expect(abs(points[0].northing - -21799.22) < 0.005)
        #expect(abs(points[0].easting - -27355.76) < 0.005)
        #expect(points.last?.easting.isNaN == true)
    }
}
