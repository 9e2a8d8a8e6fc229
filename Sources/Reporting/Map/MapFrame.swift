import Model

#if canImport(Glibc)
    import Glibc
#endif

/// Where degrees come to lie on a drawing: north is up, and a metre is as long to the east as to the north in its middle.
struct MapFrame {
    /// Of the drawing, in its own units.
    static let width = 960
    /// No drawing is higher than wide.
    private static let greatestHeight = 960.0
    private static let margin = 8.0
    /// Of latitude, at the middle of Japan (GRS80), in kilometres; a scale bar is not more exact.
    private static let kilometresPerDegree = 110.95
    let height: Int
    private let west: Double
    private let north: Double
    /// Units per degree of longitude, and of latitude.
    private let scale: (x: Double, y: Double)

    /// - Returns: `nil` where there is nothing, or nothing that is wide or high.
    init?(_ outlines: some Collection<AreaOutline>) {
        let points = outlines.lazy.flatMap(\.polygons).compactMap(\.first).joined()
        guard let first = points.first else { return nil }
        var (west, east) = (first.longitude, first.longitude)
        var (south, north) = (first.latitude, first.latitude)
        for point in points {
            (west, east) = (min(west, point.longitude), max(east, point.longitude))
            (south, north) = (min(south, point.latitude), max(north, point.latitude))
        }
        let narrowing = cos((south + north) / 2 * .pi / 180)
        let (wide, high) = ((east - west) * narrowing, north - south)
        guard wide > 0, high > 0 else { return nil }
        let room = Double(Self.width) - 2 * Self.margin
        let perDegree = min(room / wide, (Self.greatestHeight - 2 * Self.margin) / high)
        scale = (perDegree * narrowing, perDegree)
        self.west = west - (room - wide * perDegree) / 2 / scale.x - Self.margin / scale.x
        self.north = north + Self.margin / scale.y
        height = Int((high * perDegree + 2 * Self.margin).rounded(.up))
    }

    func place(_ point: AreaOutline.Point) -> (x: Double, y: Double) {
        ((point.longitude - west) * scale.x, (north - point.latitude) * scale.y)
    }

    /// To whole units; `nil` outside the drawing.
    func spot(_ point: AreaOutline.Point) -> (x: Int, y: Int)? {
        let (x, y) = place(point)
        guard (0...Double(Self.width)).contains(x), (0...Double(height)).contains(y) else { return nil }
        return (Int(x.rounded()), Int(y.rounded()))
    }

    /// A round length that takes up to a quarter of the width: kilometres, and units of the drawing.
    var scaleBar: (kilometres: Double, length: Double) {
        let perKilometre = scale.y / Self.kilometresPerDegree
        let longest = Double(Self.width) / 4 / perKilometre
        let power = pow(10, log10(longest).rounded(.down))
        let kilometres = [5, 2, 1].map { $0 * power }.first { $0 <= longest } ?? power
        return (kilometres, kilometres * perKilometre)
    }
}
