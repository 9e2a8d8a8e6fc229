import Geo
import Testing

/// Check points: offices of the city on JGD2011, codes by the rules of JIS X 0410.
struct MeshTests {
    @Test(arguments: [
        (32.803078, 130.707897, Mesh.Level.first, "4930"), (32.803078, 130.707897, .second, "493015"),
        (32.803078, 130.707897, .third, "49301566"), (32.803078, 130.707897, .half, "493015662"),
        (32.803078, 130.707897, .quarter, "4930156623"), (32.78053, 130.768061, .third, "49301631"),
        (32.78053, 130.768061, .quarter, "4930163132"), (32.903561, 130.694263, .third, "49302585"),
        (32.903561, 130.694263, .quarter, "4930258523"),
        // JIS X 0410's own example: Tokyo's 5339.
        (35.7007, 139.7146, .third, "53394547"),
    ])
    func codes(latitude: Double, longitude: Double, level: Mesh.Level, expected: String) {
        #expect(Mesh.code(latitude: latitude, longitude: longitude, level: level) == expected)
    }

    @Test(arguments: [
        (-0.1, 130.0), (66.7, 130.0), (32.8, 99.9), (32.8, 180.0), (.nan, 130.0), (32.8, .infinity),
    ])
    func outside(latitude: Double, longitude: Double) {
        #expect(Mesh.code(latitude: latitude, longitude: longitude, level: .first) == nil)
    }

    @Test(arguments: ["", "493", "49308", "493085", "493019", "493015660", "4930156625", "49x0", "4980", "49301566234"])
    func noSuchCode(code: String) {
        #expect(Mesh.bounds(code) == nil)
    }

    @Test
    func boundsOfAThirdMesh() throws {
        let bounds = try #require(Mesh.bounds("49301566"))
        #expect(abs(bounds.south - 32.8) < 1e-12)
        #expect(abs(bounds.west - 130.7) < 1e-12)
        #expect(abs((bounds.north - bounds.south) * 3600 - 30) < 1e-9)
        #expect(abs((bounds.east - bounds.west) * 3600 - 45) < 1e-9)
    }

    /// A point lies in the bounds of its code, and both corners lead back to it, at every level.
    @Test(arguments: Mesh.Level.allCases)
    func roundTrip(level: Mesh.Level) throws {
        var generator = SeededGenerator(seed: 20_241_021)
        for _ in 0..<2_000 {
            let latitude = Double.random(in: 20..<46, using: &generator)
            let longitude = Double.random(in: 122..<154, using: &generator)
            let code = try #require(Mesh.code(latitude: latitude, longitude: longitude, level: level))
            #expect(code.utf8.count == level.rawValue)
            let bounds = try #require(Mesh.bounds(code))
            #expect(bounds.south <= latitude + 1e-9 && latitude < bounds.north + 1e-9)
            #expect(bounds.west <= longitude + 1e-9 && longitude < bounds.east + 1e-9)
            #expect(Mesh.code(latitude: bounds.south, longitude: bounds.west, level: level) == code)
            let next = Mesh.code(latitude: bounds.north, longitude: bounds.east, level: level)
            #expect(next != code)
        }
    }

    /// A coarser code is the beginning of a finer one.
    @Test
    func levelsAgree() {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<2_000 {
            let latitude = (Double.random(in: 20..<46, using: &generator) * 480).rounded() / 480
            let longitude = (Double.random(in: 122..<154, using: &generator) * 320).rounded() / 320
            let codes = Mesh.Level.allCases.compactMap {
                Mesh.code(latitude: latitude, longitude: longitude, level: $0)
            }
            #expect(zip(codes, codes.dropFirst()).allSatisfy { $1.hasPrefix($0) })
        }
    }
}
