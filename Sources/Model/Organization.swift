/// 団体: the real thing that one or more records speak of.
public struct Organization: Sendable {
    /// `o` and 12 base-32 characters; stable across reruns and waves.
    public let id: String
    public var name: String
    public var legalForm: String?
    /// Id of an option of the question on the type of organisation.
    public var organizationType: String?
    public var address: String?
    public var place: Place?
    public var serviceArea: ServiceArea
    public var isInFrame: Bool
    public var isMember: Bool
    /// In this wave.
    public var hasResponded: Bool
    /// `nil` where it never answered, as far as is known.
    public var latestAnswer: LatestAnswer?
    /// Returned mail or thought dormant: not a silent organisation.
    public var isUnreachable: Bool
    /// 所在地秘匿, or a theme that withholds it: no output carries address, point or mesh.
    public var isLocationWithheld: Bool
    public var consent: PublicConsent
    public var section: String?

    public init(
        id: String, name: String, legalForm: String? = nil, organizationType: String? = nil, address: String? = nil,
        place: Place? = nil, serviceArea: ServiceArea = ServiceArea(kind: .unknown), isInFrame: Bool = false,
        isMember: Bool = false, hasResponded: Bool = false, latestAnswer: LatestAnswer? = nil,
        isUnreachable: Bool = false,
        isLocationWithheld: Bool = false, consent: PublicConsent = PublicConsent(), section: String? = nil
    ) {
        self.id = id
        self.name = name
        self.legalForm = legalForm
        self.organizationType = organizationType
        self.address = address
        self.place = place
        self.serviceArea = serviceArea
        self.isInFrame = isInFrame
        self.isMember = isMember
        self.hasResponded = hasResponded
        self.latestAnswer = latestAnswer
        self.isUnreachable = isUnreachable
        self.isLocationWithheld = isLocationWithheld
        self.consent = consent
        self.section = section
    }

    public var mayBeNamedInPublic: Bool { consent.allows(.name) }
}

/// What an address was resolved to, as far as the gazetteer goes.
public struct Place: Sendable, Hashable {
    /// How exact it is; the numbers are those of `geocode_level`.
    public enum Level: Int, Sendable, Comparable, CaseIterable {
        case nothing = 0
        case prefecture = 1
        case municipality = 2
        case town = 3
        case block = 7
        case lot = 8

        public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    public var level: Level
    /// Five digits; of the ward where there is one.
    public var municipalityCode: String?
    public var municipality: String?
    public var town: String?
    /// What follows the town, as written.
    public var rest: String
    /// Degrees, JGD2011 (EPSG:6668).
    public var latitude: Double?
    public var longitude: Double?
    /// Metres in the plane rectangular system of the place (EPSG:6669–6687): easting is Y, northing is X there.
    public var easting: Double?
    public var northing: Double?
    /// JIS X 0410, third mesh (about 1 km), eight digits.
    public var meshCode: String?
    /// Other readings that fit as well, as code and town.
    public var alternatives: [String]

    public init(
        level: Level, municipalityCode: String? = nil, municipality: String? = nil, town: String? = nil,
        rest: String = "", latitude: Double? = nil, longitude: Double? = nil, easting: Double? = nil,
        northing: Double? = nil, meshCode: String? = nil, alternatives: [String] = []
    ) {
        self.level = level
        self.municipalityCode = municipalityCode
        self.municipality = municipality
        self.town = town
        self.rest = rest
        self.latitude = latitude
        self.longitude = longitude
        self.easting = easting
        self.northing = northing
        self.meshCode = meshCode
        self.alternatives = alternatives
    }
}
