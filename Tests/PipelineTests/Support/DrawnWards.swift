/// Boxes about the five wards of the demonstration's city, as a file of boundaries draws them.
enum DrawnWards {
    private static let boxes = [
        ("43101", "中央区", 130.69, 32.77, 130.75, 32.83), ("43102", "東区", 130.75, 32.75, 130.85, 32.85),
        ("43103", "西区", 130.58, 32.75, 130.69, 32.85), ("43104", "南区", 130.60, 32.65, 130.85, 32.75),
        ("43105", "北区", 130.60, 32.85, 130.85, 32.98),
    ]

    static let file = file(shrunkTo: 1)

    /// - Parameter share: of the width and height of each box, from its south-west.
    static func file(shrunkTo share: Double) -> String {
        collection(
            boxes.map { code, name, west, south, east, north in
                feature(
                    "\"N03_001\":\"熊本県\",\"N03_003\":null,\"N03_004\":\"熊本市\",\"N03_005\":\"\(name)\",\"N03_007\":\"\(code)\"",
                    west, south, west + (east - west) * share, south + (north - south) * share)
            })
    }

    static func feature(
        _ properties: String, _ west: Double, _ south: Double, _ east: Double, _ north: Double
    ) -> String {
        let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
            .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
        return
            "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}}"
    }

    static func collection(_ features: [String]) -> String {
        "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }
}
