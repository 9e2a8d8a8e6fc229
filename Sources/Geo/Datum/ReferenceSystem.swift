/// Two coordinates in the order of their system's axes: latitude and longitude in degrees, or northing (X) and easting
/// (Y) in metres.
public struct CoordinatePair: Sendable, Hashable {
    public var first: Double
    public var second: Double

    public init(first: Double, second: Double) {
        self.first = first
        self.second = second
    }
}

/// A reference system that lists of addresses in Japan are given in.
public struct ReferenceSystem: Sendable, Hashable {
    public enum Datum: String, Sendable, Codable {
        case tokyo, jgd2000, jgd2011, wgs84
    }

    public let datum: Datum
    /// 1…19 of the plane rectangular systems; `nil` where points are latitude and longitude.
    public let planeZone: Int?
    public let epsg: Int

    public static let jgd2000 = ReferenceSystem(datum: .jgd2000, planeZone: nil, epsg: 4612)
    public static let jgd2011 = ReferenceSystem(datum: .jgd2011, planeZone: nil, epsg: 6668)

    /// - Parameter epsg: 4301, 4612, 6668, 4326, or a plane zone: 30161–30179 (Tokyo Datum), 2443–2461 (JGD2000),
    ///   6669–6687 (JGD2011).
    /// - Returns: `nil` for any other.
    public init?(epsg: Int) {
        switch epsg {
        case 4301: self.init(datum: .tokyo, planeZone: nil, epsg: epsg)
        case 4612: self = .jgd2000
        case 6668: self = .jgd2011
        case 4326: self.init(datum: .wgs84, planeZone: nil, epsg: epsg)
        case 30161...30179: self.init(datum: .tokyo, planeZone: epsg - 30160, epsg: epsg)
        case 2443...2461: self.init(datum: .jgd2000, planeZone: epsg - 2442, epsg: epsg)
        case 6669...6687: self.init(datum: .jgd2011, planeZone: epsg - 6668, epsg: epsg)
        default: return nil
        }
    }

    private init(datum: Datum, planeZone: Int?, epsg: Int) {
        self.datum = datum
        self.planeZone = planeZone
        self.epsg = epsg
    }

    /// What ``init(epsg:)`` takes, for messages.
    public static let known = "4301, 4612, 6668, 4326, 2443–2461, 6669–6687, 30161–30179"

    var planeZoneCode: Int? { planeZone == nil ? nil : epsg }
}
