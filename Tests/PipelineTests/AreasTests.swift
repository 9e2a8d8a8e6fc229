import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite("Areas of a wave from polygons and gazetteers")
struct AreasTests {
    /// In the first ward and across its border.
    private static let districts = [
        ("B1", "城東", 130.69, 32.79, 130.72, 32.83), ("B2", "健軍", 130.76, 32.77, 130.80, 32.80),
        ("B3", "境目", 130.73, 32.77, 130.77, 32.79),
    ]

    private static func districtFile() -> String {
        DrawnWards.collection(
            districts.map {
                DrawnWards.feature(
                    "\"A27_001\":\"43100\",\"A27_002\":\"熊本市立\",\"A27_003\":\"\($0.0)\",\"A27_004\":\"\($0.1)小学校\",\"A27_005\":\"\"",
                    $0.2, $0.3, $0.4, $0.5)
            })
    }

    /// - Parameter areas: what stands under `areas:`, in flow style without the braces.
    private func wave(_ areas: String) throws -> DemoWave {
        let wave = try DemoWave.few()
        try wave.write(DrawnWards.file, "wards.geojson")
        try wave.write(Self.districtFile(), "districts.json")
        try wave.edit("wave.yaml") { yaml in
            var lines = yaml.components(separatedBy: "\n")
            guard let first = lines.firstIndex(where: { $0.hasPrefix("areas:") }) else { return yaml }
            let end = lines[(first + 1)...].firstIndex { !$0.hasPrefix(" ") } ?? lines.endIndex
            lines.replaceSubrange(first..<end, with: ["areas: {\(areas)}"])
            return lines.joined(separator: "\n")
        }
        return wave
    }

    private func cells(_ wave: DemoWave) throws -> [[String: String]] {
        try TableFile(wave.output().appending(path: "coverage.csv")).rows.filter { $0["support_type"] == "" }
    }

    @Test("gaps are reported by mesh, and each mesh is one of the wards'")
    func meshes() throws {
        let wave = try wave("file: areas/kumamoto.csv, polygons: wards.geojson, report_by: mesh, mesh: 1km")
        try wave.write(DrawnWards.file(shrunkTo: 0.3), "wards.geojson")
        let outcome = try wave.run()
        let codes = Set(try cells(wave).map { $0["area_code"] ?? "" })
        #expect(codes.count > 30 && codes.allSatisfy { $0.utf8.count == 8 })
        #expect(outcome.findings.contains { $0.problem.code == .populationUnknown })
        // Organisations of the whole city fill every one.
        let members = try cells(wave).filter { $0["member_count"] != "0" }.map { $0["area_code"] ?? "" }
        #expect(Set(members) == codes)
        let manifest = try String(
            contentsOf: wave.output().appending(path: "manifest.json"), encoding: .utf8)
        #expect(manifest.contains("wards.geojson"))
    }

    @Test("districts of the table and of polygons are reported together, and towns lead to districts")
    func districts() throws {
        let wave = try wave(
            "file: areas/kumamoto.csv, polygons: [wards.geojson, districts.json], report_by: school_district")
        let outcome = try wave.run()
        let areas = Dictionary(
            try cells(wave).map { ($0["area_code"] ?? "", $0["area"] ?? "") }, uniquingKeysWith: { a, _ in a })
        #expect(areas.count == 93)
        #expect(areas["43100-城東"] == "城東" && areas["B1"] == nil)
        #expect(areas["B3"] == "境目")
        let codes = Set(outcome.findings.map(\.problem.code))
        // 90 districts of the table have no outline here.
        #expect(codes.contains(.areaWithoutPolygon))
    }

    @Test("gaps are reported by the towns of the gazetteers")
    func towns() throws {
        let wave = try wave("file: areas/kumamoto.csv, report_by: town")
        try wave.run()
        let codes = Set(try cells(wave).map { $0["area_code"] ?? "" })
        #expect(codes.count > 50 && codes.allSatisfy { $0.contains("-town-") })
        #expect(codes.contains { $0.hasPrefix("43101-town-") } && !codes.contains("43100-town-植木町"))
    }

    @Test("properties of a file of one's own are named in wave.yaml")
    func ownLayout() throws {
        let wave = try wave(
            "file: areas/kumamoto.csv, polygons: [{file: own.geojson, kind: school_district, code: ID, name: NAME}], "
                + "report_by: school_district")
        let text = DrawnWards.collection([
            DrawnWards.feature("\"ID\":7,\"NAME\":\"新しい小学校\"", 130.7, 32.8, 130.71, 32.81)
        ])
        try text.write(to: wave.folder.appending(path: "own.geojson"), atomically: true, encoding: .utf8)
        try wave.run()
        let areas = try cells(wave).filter { $0["area_code"] == "7" }
        #expect(!areas.isEmpty && areas.allSatisfy { $0["area"] == "新しい" })
    }

    @Test("what is wrong with the keys is said with its line, and nothing is written")
    func mistakes() throws {
        for (areas, code) in [
            ("file: areas/kumamoto.csv, polygons: nowhere.geojson", ProblemCode.fileMissing),
            ("file: areas/kumamoto.csv, mesh: 1km", .keyMissing),
            ("file: areas/kumamoto.csv, report_by: mesh, mesh: 2km", .valueUnknown),
            ("file: areas/kumamoto.csv, polygons: [{kind: town}]", .keyMissing),
            ("file: areas/kumamoto.csv, polygons: [{file: wards.geojson, kind: district}]", .valueUnknown),
            ("file: areas/kumamoto.csv, polygons: [{file: wards.geojson, layout: x}]", .keyUnknown),
            ("file: areas/kumamoto.csv, polygons: [{file: wards.geojson, code: X, name: Y}]", .propertyMissing),
        ] {
            let wave = try wave(areas)
            let error = #expect(throws: StageError.self) { try wave.run() }
            #expect(error?.problems.contains { $0.code == code } ?? false, "\(areas): \(error?.problems ?? [])")
            #expect(!FileManager.default.fileExists(atPath: wave.output().path))
        }
    }

    @Test("the wards of the city have the sizes that are published", .enabled(if: RepositoryFolder.realData != nil))
    func publishedSizes() throws {
        let folder = try #require(RepositoryFolder.realData)
        let scratch = try ScratchFolder()
        let output = scratch.url.appending(path: "areas.csv")
        _ = try AreaTabling(
            polygons: [folder.appending(path: "boundaries/kumamoto_wards_n03.geojson")], municipality: "43100",
            output: output, dataFolder: RepositoryFolder.data
        ).run()
        let published = try TableFile(RepositoryFolder.data.appending(path: "areas/kumamoto.csv")).rows
        let sizes = try TableFile(output).rows.filter { $0["kind"] == "ward" }
        #expect(sizes.count == 5)
        for row in sizes {
            let size = try #require(row["area_km2"].flatMap(Double.init))
            let known = try #require(
                published.first { $0["area_code"] == row["area_code"] }?["area_km2"].flatMap(Double.init))
            #expect(abs(size / known - 1) < 0.01)
        }
    }
}
