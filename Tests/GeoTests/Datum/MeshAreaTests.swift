import Geo
import Testing

struct MeshAreaTests {
    @Test(arguments: [
        ("4930", 32.803078, 130.707897), ("493015", 32.803078, 130.707897), ("49301566", 32.803078, 130.707897),
        ("493015662", 32.803078, 130.707897), ("4930156623", 32.803078, 130.707897), ("49301631", 32.78053, 130.768061),
        ("4930163132", 32.78053, 130.768061), ("49302585", 32.903561, 130.694263),
        ("4930258523", 32.903561, 130.694263),
    ])
    func theMeshHoldsItsPoint(code: String, latitude: Double, longitude: Double) throws {
        let area = try Mesh.Area(code: code)
        #expect(area.south <= latitude && latitude < area.north)
        #expect(area.west <= longitude && longitude < area.east)
        #expect(area.code == code)
        #expect(Mesh.code(latitude: area.center.latitude, longitude: area.center.longitude, level: area.level) == code)
    }

    @Test(arguments: zip(Mesh.Level.allCases, [(40.0, 60.0), (5, 7.5), (0.5, 0.75), (0.25, 0.375), (0.125, 0.1875)]))
    func sizesInMinutes(level: Mesh.Level, size: (height: Double, width: Double)) throws {
        let code = try #require(Mesh.code(latitude: 32.803078, longitude: 130.707897, level: level))
        let area = try Mesh.Area(code: code)
        #expect(area.level == level)
        #expect(abs(area.height * 60 - size.height) < 1e-9)
        #expect(abs(area.width * 60 - size.width) < 1e-9)
    }

    @Test
    func cornerOfAFirstMesh() throws {
        let area = try Mesh.Area(code: "4930")
        #expect(abs(area.south - 98.0 / 3) < 1e-9)
        #expect(area.west == 130)
    }

    @Test(arguments: [
        ("", Mesh.MeshCodeError.length(0)), ("493", .length(3)), ("49301", .length(5)), ("49301566234", .length(11)),
        ("49x0", .notDigits), ("４９３０", .notDigits), ("4980", .digit(position: 3, 8)),
        ("493085", .digit(position: 5, 8)),
        ("493019", .digit(position: 6, 9)), ("493015660", .digit(position: 9, 0)),
        ("4930156625", .digit(position: 10, 5)),
    ])
    func whatIsNoCodeSaysWhy(code: String, expected: Mesh.MeshCodeError) {
        #expect(throws: expected) { try Mesh.Area(code: code) }
    }
}
