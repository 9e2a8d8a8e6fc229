import Foundation
import Model
import Testing

@testable import Reporting

@Suite struct ExchangeTests {
    @Test func aUUIDIsThatOfTheStandard() {
        // RFC 9562 gives the value for the namespace of DNS; this is Python's uuid.uuid5(NAMESPACE_URL, …).
        #expect(NameUUID.make("http://example.com/") == "0a300ee9-f9e4-5697-a51a-efc7fafaba67")
        #expect(NameUUID.make("organization", "あ", in: "43100") != NameUUID.make("organization", "あ", in: "43101"))
    }

    @Test func organisationsOfOneNameHaveIDsOfTheirOwn() throws {
        let report = TestReport.make(memberName: "かくれがの会")
        let directory = MemberDirectory(.everybody, Presentation(report, version: "1"))
        #expect(directory.entries.map(\.name) == ["かくれがの会", "かくれがの会"])
        #expect(Set(directory.entries.map(\.id)).count == 2)
    }

    /// A specification that wants a description gets one, and a postcode that isn't known is said to be unknown.
    @Test func whatTheSurveyDoesNotAskForIsSaidToBeUnknown() throws {
        let text = try WrittenEditions().text("public/hsds.json")
        #expect(text.contains("\"postal_code\": \"999-0001\""))
        let document = try JSONSerialization.jsonObject(with: Data(text.utf8))
        let organizations = try #require(document as? [[String: Any]])
        #expect(organizations.allSatisfy { ($0["description"] as? String)?.contains("活動の範囲：") == true })
        let hidden = try #require(organizations.first { $0["name"] as? String == "かくれがの会" })
        #expect(hidden["locations"] == nil && hidden["phones"] == nil)
    }

    @Test func outlinesGoRoundTheRightWayAndAreasWithoutOneHaveNoGeometry() throws {
        let document = try JSONSerialization.jsonObject(with: Data(WrittenEditions().bytes("coverage.geojson")))
        let collection = try #require(document as? [String: Any])
        #expect(Set(collection.keys) == ["type", "features"])
        let features = try #require(collection["features"] as? [[String: Any]])
        #expect(features.map { $0["id"] as? String } == ["11101", "11102"])
        #expect(features[1]["geometry"] is NSNull)
        let geometry = try #require(features[0]["geometry"] as? [String: Any])
        let polygons = try #require(geometry["coordinates"] as? [[[[Double]]]])
        #expect(geometry["type"] as? String == "MultiPolygon" && polygons.map(\.count) == [2, 1])
        for polygon in polygons {
            for (index, ring) in polygon.enumerated() {
                #expect(ring.first == ring.last)
                #expect((turn(ring) > 0) == (index == 0))
                #expect(ring.allSatisfy { $0[0] > 130 && $0[1] < 40 }, "longitude comes first")
            }
        }
        #expect(polygons[1][0][0][1] == 35.1234568)
    }

    /// Twice the area that a ring goes round; positive where it goes counterclockwise.
    private func turn(_ ring: [[Double]]) -> Double {
        zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
    }
}
