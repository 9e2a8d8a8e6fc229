/// A unit that gaps are reported in, or that a service area is named by.
public struct Area: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case prefecture, municipality, ward
        case schoolDistrict = "school_district"
        case town, mesh
    }

    /// Municipality codes have five digits (a city that has wards ends in 00), prefectures two; other kinds are unique as given.
    public let code: String
    public let name: String
    public let kind: Kind
    /// Codes of the areas that it lies in; a school district can reach across a border and then has two.
    public let parents: [String]
    public let population: Int?

    public init(code: String, name: String, kind: Kind, parents: [String], population: Int? = nil) {
        self.code = code
        self.name = name
        self.kind = kind
        self.parents = parents
        self.population = population
    }
}

/// 活動の範囲: how far an organisation says it works. The raw values are option ids of the codebook.
public enum ServiceAreaKind: String, Sendable, CaseIterable {
    /// A part of the city, named in a text.
    case part
    case city
    case cityAndBeyond = "city_and_beyond"
    case prefecture
    /// Only outside the city.
    case outside
    /// Several prefectures or the whole country; fills no area until a person confirms it.
    case wider
    case online
    /// その他: the text decides; without one nothing is known.
    case other
    case unknown

    /// 広域: it says that the city is within reach, not that anybody works there.
    public var isWide: Bool { self == .wider || self == .online }
}

/// A set of areas with a kind: where an organisation works, which is not where its office is.
public struct ServiceArea: Sendable, Hashable {
    public var kind: ServiceAreaKind
    /// Codes of the areas of the report that it covers, sorted.
    public var codes: [String]
    /// Codes of places outside the city that were named, sorted.
    public var outsideCodes: [String]
    /// Codes of the areas that a person said it works in, sorted; `nil` where nobody decided.
    public var confirmedCodes: [String]?

    /// The areas that are known: what a person said, else what was answered.
    public var knownCodes: [String] { confirmedCodes ?? codes }

    /// The areas that it fills: what a person said, else what was answered. 全国 and the like are counted apart until a
    /// person confirms that the city is meant.
    public var filledCodes: [String] { confirmedCodes ?? (kind.isWide ? [] : codes) }

    public init(
        kind: ServiceAreaKind, codes: [String] = [], outsideCodes: [String] = [], confirmedCodes: [String]? = nil
    ) {
        self.kind = kind
        self.codes = codes
        self.outsideCodes = outsideCodes
        self.confirmedCodes = confirmedCodes
    }
}
