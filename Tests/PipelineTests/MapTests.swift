import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("The map of a run")
struct MapTests {
    private func map(in wave: SmallWave) throws -> String {
        try wave.run()
        let page = try wave.output.appending(path: "report.html").readableText()
        return try #require(page.components(separatedBy: "<section id=\"map\"").last)
            .components(separatedBy: "</section>")[0]
    }

    private let answer = SmallWave.Answer(name: "ひばりの会", themes: ["こども"], types: ["居場所づくり"])

    @Test("wards without outlines are tiles, as their towns lie to each other")
    func tiles() throws {
        let map = try map(in: SmallWave([answer]))
        #expect(map.contains("縮尺のある地図ではありません"))
        let tile = /d="M(\d+) (\d+)h180v180h-180z" fill-rule="evenodd" data-area="." data-name="(.+?)"/
        let places = map.matches(of: tile).reduce(into: [:]) { places, match in
            places[String(match.output.3)] = [Int(match.output.1) ?? 0, Int(match.output.2) ?? 0]
        }
        let centre = try #require(places["中央区"])
        #expect(places.count == 5 && Set(places.values).count == 5)
        #expect(try #require(places["北区"])[1] < centre[1])
        #expect(try #require(places["南区"])[1] > centre[1])
        #expect(try #require(places["東区"])[0] > centre[0])
        #expect(try #require(places["西区"])[0] < centre[0])
    }

    @Test("wards with outlines are drawn to scale")
    func outlines() throws {
        let wave = try SmallWave([answer])
        try wave.write(DrawnWards.file, "wards.geojson")
        try wave.edit("wave.yaml") { $0.replacing("report_by", with: "polygons: wards.geojson, report_by") }
        let map = try map(in: wave)
        #expect(map.contains("縮尺は図の目盛りのとおり（5 km）") && map.components(separatedBy: " data-area=").count == 11)
    }
}
