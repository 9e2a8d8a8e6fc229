import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

/// The files for other systems, as programs for them read them. `make test-outputs` installs what they want and runs them.
@Suite("Files for other systems", .enabled(if: OutputTools.folder != nil))
struct OutputFormatTests {
    private static let result = Result {
        let wave = try DirectoryWave()
        try wave.write(DrawnWards.file, "wards.geojson")
        try wave.edit("wave.yaml") { $0.replacing("report_by", with: "polygons: wards.geojson, report_by") }
        try wave.run()
        return wave
    }

    private func path(_ file: String) throws -> String { try Self.result.get().output.appending(path: file).path }

    private func run(_ tool: String, _ arguments: [String]) throws -> String {
        let program = tool.hasPrefix("/") ? tool : "/usr/bin/\(tool)"
        let result = try Program.run(arguments, of: URL(filePath: program))
        #expect(result.status == 0, "\(result.output)\n\(result.errors)")
        return result.output
    }

    @Test("GDAL's validator finds nothing in the GeoPackage")
    func validGeoPackage() throws {
        let arguments = ["-m", "osgeo_utils.samples.validate_gpkg", "--extra", "--warning-as-error"]
        #expect(try run("python3", arguments + [path("tsunagi.gpkg")]).isEmpty)
    }

    @Test("GDAL reads every layer, in its reference system")
    func layers() throws {
        let text = try run("ogrinfo", ["-ro", "-al", "-so", path("tsunagi.gpkg")])
        for layer in ["organizations", "areas", "coverage", "gaps"] {
            let part = try #require(text.components(separatedBy: "Layer name: \(layer)\n").last)
            #expect(part.contains("ID[\"EPSG\",6668]"), "\(layer)")
        }
        #expect(text.components(separatedBy: "Feature Count: 5\n").count == 2, "five wards")
    }

    @Test("each organisation is at its place, and those whose place is withheld at none")
    func places() throws {
        let scratch = try ScratchFolder()
        let file = scratch.url.appending(path: "points.csv")
        _ = try run(
            "ogr2ogr", ["-f", "CSV", file.path, path("tsunagi.gpkg"), "organizations", "-lco", "GEOMETRY=AS_XY"])
        let points = try TableFile(file).rows
        let expected = try TableFile(URL(filePath: path("organizations.csv"))).rows
        #expect(points.count == expected.count)
        for (point, organization) in zip(points, expected) {
            #expect(point["organization_id"] == organization["organization_id"])
            #expect(Double(point["X"] ?? "") == Double(organization["longitude"] ?? ""))
            #expect(Double(point["Y"] ?? "") == Double(organization["latitude"] ?? ""))
        }
        #expect(points.contains { $0["X"] == "" } && points.contains { $0["X"] != "" })
    }

    @Test("GDAL reads the GeoJSON, with outlines that don't cross themselves")
    func outlines() throws {
        let text = try run("ogrinfo", ["-ro", "-al", "-so", path("coverage.geojson")])
        #expect(text.contains("Geometry: Polygon") && text.contains("Feature Count: 5"))
        #expect(text.contains("Extent: (130.580000, 32.650000) - (130.850000, 32.980000)"))
        let sql = "select count(*) as broken from coverage where not st_isvalid(geometry)"
        #expect(
            try run("ogrinfo", ["-ro", "-q", path("coverage.geojson"), "-dialect", "sqlite", "-sql", sql])
                .contains("broken (Integer) = 0"))
    }

    @Test(
        "the directory is HSDS 3, and has nothing that the specification doesn't know",
        .enabled(if: RepositoryFolder.realData != nil), arguments: ["public", "directory"], [false, true])
    func humanServices(folder: String, isStrict: Bool) throws {
        let tools = try #require(OutputTools.folder)
        let schemas = try #require(RepositoryFolder.realData).appending(path: "hsds/organization.json")
        let organization = try JSONSerialization.jsonObject(with: Data(contentsOf: schemas))
        let scratch = try ScratchFolder()
        let schema = try scratch.write(
            JSONSerialization.data(
                withJSONObject: [
                    "type": "array", "minItems": 1, "items": isStrict ? closed(organization) : organization,
                ]),
            to: "schema.json")
        _ = try run(
            tools.appending(path: "bin/check-jsonschema").path,
            ["--schemafile", schema.path, path("\(folder)/hsds.json")])
    }

    /// The schema with additional properties forbidden everywhere.
    private func closed(_ schema: Any) -> Any {
        if let list = schema as? [Any] { return list.map(closed) }
        guard let object = schema as? [String: Any] else { return schema }
        var result = object.mapValues(closed)
        if object["type"] as? String == "object", object["properties"] != nil { result["additionalProperties"] = false }
        return result
    }
}

private enum OutputTools {
    /// A Python environment with check-jsonschema; GDAL is the system's.
    static let folder = ProcessInfo.processInfo.environment["TSUNAGI_OUTPUT_TOOLS"].map { URL(filePath: $0) }
}
