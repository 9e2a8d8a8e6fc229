public import Model

/// Which property of a feature says what.
public enum PolygonLayout: Sendable, Hashable {
    /// 国土数値情報 N03 行政区域: from 2024 on N03_004 is the municipality and N03_005 the ward, before that N03_003
    /// is the city of a ward and N03_004 the ward.
    case administrative
    /// 国土数値情報 A27 小学校区, the polygons of 2010 and 2016: A27_005 code of the municipality, A27_007 name. They have
    /// no code of their own.
    case schoolDistricts
    /// The same with the properties numbered from A27_001.
    case schoolDistrictsFromOne
    /// 国土数値情報 A27 of 2021 and 2023: A27_001 code of the municipality, A27_003 code of the school, A27_004 name.
    case schoolDistrictsWithCode
    /// 国勢調査 小地域（町丁・字等）境界データ: KEY_CODE, S_NAME, JINKO.
    case censusTowns
    /// `code` or `area_code`, `name` or `area`, and what else there is of `kind`, `parent_codes`, `population`,
    /// `population_as_of`, `pref`, `city`, `ward`.
    case plain
    case own(OwnPolygonLayout)

    /// What the properties of a file say of its layout; `nil` when they are none that is known.
    init?(properties: Set<String>, own: OwnPolygonLayout? = nil) {
        func has(_ names: String...) -> Bool { properties.isSuperset(of: names) }
        if let own, own.code != nil || own.name != nil {
            self = .own(own)
        } else if has("N03_004", "N03_007") {
            self = .administrative
        } else if has("A27_005", "A27_007") {
            self = .schoolDistricts
        } else if has("A27_001", "A27_003"), has("A27_004", "A27_005") || has("A27_004_ja") {
            self = .schoolDistrictsWithCode
        } else if has("A27_001", "A27_003") {
            self = .schoolDistrictsFromOne
        } else if has("KEY_CODE", "S_NAME") {
            self = .censusTowns
        } else if has("code") || has("area_code"), has("name") || has("area") || has("ward") {
            self = .plain
        } else {
            return nil
        }
    }

    /// What is known, for messages.
    static let known =
        "N03_004 + N03_007, A27_005 + A27_007, A27_001 + A27_003 + A27_004, KEY_CODE + S_NAME, code + name"

    /// What the areas of a file come from, for the column `source`.
    func source(file: String) -> String {
        switch self {
        case .administrative: "国土数値情報（行政区域データ）（国土交通省）：\(file)"
        case .schoolDistricts, .schoolDistrictsFromOne, .schoolDistrictsWithCode:
            "国土数値情報（小学校区データ）（国土交通省）：\(file)"
        case .censusTowns: "国勢調査 小地域境界データ（総務省統計局）：\(file)"
        case .plain, .own: file
        }
    }
}

/// Names of properties that a person gives for a file of their own.
public struct OwnPolygonLayout: Sendable, Hashable {
    public var kind: Area.Kind?
    public var code: String?
    public var name: String?
    public var population: String?

    public init(kind: Area.Kind? = nil, code: String? = nil, name: String? = nil, population: String? = nil) {
        self.kind = kind
        self.code = code
        self.name = name
        self.population = population
    }
}
