import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite("The same again")
struct RepeatabilityTests {
    @Test("the same wave in another folder gives the same bytes in every edition, the manifest's timings aside")
    func sameBytes() throws {
        let runs = try DemoPair.runs()
        let again = try DemoWave("r7")
        try again.run(previous: runs.first.output())
        var first = try runs.second.output().contents()
        var second = try again.output().contents()
        #expect(first.keys.sorted() == second.keys.sorted())
        let editions = [
            "planner.xlsx", "review/themes.xlsx", "report.html", "meeting/index.html", "meeting/summary.html",
            "public/index.html", "public/hsds.json", "directory/by_ward.html", "directory/hsds.json", "tsunagi.gpkg",
            "coverage.geojson", "changes.csv", "register.sqlite",
        ]
        #expect(Set(editions).subtracting(first.keys).isEmpty)
        let manifests = [first.removeValue(forKey: "manifest.json"), second.removeValue(forKey: "manifest.json")]
        #expect(try withoutTimings(#require(manifests[0])) == withoutTimings(#require(manifests[1])))
        for (path, bytes) in first { #expect(second[path] == bytes, "\(path)") }
    }

    @Test("a rerun into the same folder gives the same bytes again")
    func sameFolder() throws {
        let wave = try DemoWave.few()
        try wave.run()
        var first = try wave.output().contents()
        try wave.run()
        var second = try wave.output().contents()
        first["manifest.json"] = nil
        second["manifest.json"] = nil
        #expect(first == second)
        #expect(!FileManager.default.fileExists(atPath: wave.folder.appending(path: Decisions.file).path))
    }

    @Test("the manifest gives the digest and the rows of every file")
    func manifest() throws {
        let wave = try DemoPair.runs().first
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let files = try wave.output().contents()
        let manifest = try decoder.decode(Manifest.self, from: try #require(files["manifest.json"]))
        #expect(Set(manifest.outputs.map(\.file)) == Set(files.keys).subtracting(["manifest.json"]))
        for output in manifest.outputs {
            let url = wave.output().appending(path: output.file)
            #expect(try FileDigest.sha256(of: url, name: output.file) == output.sha256)
        }
        #expect(manifest.inputs.first { $0.file == "01_調査対象名簿.xlsx" }?.rowCount == 626)
        #expect(manifest.inputs.allSatisfy { $0.sha256.count == 64 })
        #expect(manifest.coordinateOperations.map(\.file) == ["gazetteer/kumamoto_demo.csv", nil])
        #expect(manifest.timings.map(\.stage).contains("coverage"))
    }

    private func withoutTimings(_ manifest: Data) throws -> NSDictionary {
        var object = try #require(try JSONSerialization.jsonObject(with: manifest) as? [String: Any])
        #expect(object.removeValue(forKey: "timings") != nil)
        return object as NSDictionary
    }
}
