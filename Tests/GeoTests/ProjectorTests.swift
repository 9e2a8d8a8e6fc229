import Geo
import Model
import Testing

struct ProjectorTests {
    /// City hall on JGD2011; plane coordinates as 国土地理院's 平面直角座標への換算 gives them.
    @Test
    func cityHall() throws {
        let projector = try Projector()
        let plane = try projector.plane(latitude: 32.803078, longitude: 130.707897, epsg: 6670)
        #expect(abs(plane.northing - -21799.22) < 0.005)
        #expect(abs(plane.easting - -27355.76) < 0.005)
    }

    /// The origin of each zone is 0, 0 (平成14年国土交通省告示第9号).
    @Test(arguments: [
        (1, 33.0, 129.5), (2, 33.0, 131.0), (3, 36.0, 132.0 + 10.0 / 60), (9, 36.0, 139.0 + 50.0 / 60),
        (11, 44.0, 140.25), (12, 44.0, 142.25), (15, 26.0, 127.5), (18, 20.0, 136.0), (19, 26.0, 154.0),
    ])
    func origins(zone: Int, latitude: Double, longitude: Double) throws {
        let plane = try Projector().plane(latitude: latitude, longitude: longitude, epsg: 6668 + zone)
        #expect(abs(plane.northing) < 1e-6)
        #expect(abs(plane.easting) < 1e-6)
    }

    @Test
    func namesWhatItUsed() throws {
        let projector = try Projector()
        #expect(projector.operations.isEmpty)
        _ = try projector.plane(latitude: 33, longitude: 131, epsg: 6670)
        _ = try projector.plane(latitude: 33, longitude: 130, epsg: 6669)
        _ = try projector.plane(latitude: 33.1, longitude: 131.1, epsg: 6670)
        #expect(projector.operations.map(\.epsg) == [6669, 6670])
        #expect(projector.operations.last?.description == "Japan Plane Rectangular CS zone II")
        #expect(projector.operations.last?.accuracy == 0)
    }

    /// EPSG:6690 has the same base, but easting first; EPSG:2444 is on JGD2000.
    @Test(arguments: [0, -1, 4326, 6668, 6688, 6690, 2444])
    func otherSystemsAreRefused(epsg: Int) throws {
        let projector = try Projector()
        let error = #expect(throws: StageError.self) {
            try projector.plane(latitude: 33, longitude: 131, epsg: epsg)
        }
        #expect(error?.problems.first?.code == .projectionFailed)
    }

    @Test(arguments: [(Double.nan, 131.0), (33.0, .infinity)])
    func noPoint(latitude: Double, longitude: Double) throws {
        let projector = try Projector()
        #expect(throws: StageError.self) {
            try projector.plane(latitude: latitude, longitude: longitude, epsg: 6670)
        }
    }
}
