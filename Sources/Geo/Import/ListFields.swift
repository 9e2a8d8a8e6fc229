internal import Text

/// What a column of a list of addresses holds.
enum ListField: Int, CaseIterable {
    case prefecture, municipalityCode, municipality, county, ward
    case town, chome, koaza
    case latitude, longitude, northing, easting, zone, epsg
    case localCode, townID, blockID, residenceID, secondResidenceID, parcelID
    case block, blockNumber, residenceNumber, secondResidenceNumber
    case parcelNumber, secondParcelNumber, thirdParcelNumber
    case hasResidences, isRepresentative, laterHistory, abolished
    /// Titles that only tell a format.
    case kana, mlitKind

    /// Titles as the lists have them, of old releases too; without width and case.
    var titles: [String] {
        switch self {
        case .prefecture: ["都道府県名", "prefecture", "pref"]
        case .municipalityCode: ["市区町村コード", "municipality_code", "city_code"]
        case .municipality: ["市区町村名", "municipality", "city"]
        case .county: ["郡名", "county"]
        case .ward: ["政令市区名", "ward"]
        case .town: ["大字町丁目名", "大字・丁目名", "大字・町丁目名", "大字・町名", "town", "oaza_cho"]
        case .chome: ["丁目名", "chome"]
        case .koaza: ["小字名", "小字・通称名", "koaza"]
        case .latitude: ["緯度", "緯度(代表点)", "代表点_緯度", "latitude", "lat", "rep_lat"]
        case .longitude: ["経度", "経度(代表点)", "代表点_経度", "longitude", "lng", "lon", "rep_lon"]
        case .northing: ["x座標", "northing_m"]
        case .easting: ["y座標", "easting_m"]
        case .zone: ["座標系番号"]
        case .epsg: ["rep_srid", "代表点_座標参照系", "epsg"]
        case .localCode: ["lg_code", "全国地方公共団体コード"]
        case .townID: ["machiaza_id", "町字id"]
        case .blockID: ["blk_id", "街区id"]
        case .residenceID: ["rsdt_id", "住居id"]
        case .secondResidenceID: ["rsdt2_id", "住居2id"]
        case .parcelID: ["prc_id", "地番id"]
        case .block: ["街区符号・地番"]
        case .blockNumber: ["blk_num", "街区符号"]
        case .residenceNumber: ["rsdt_num", "住居番号"]
        case .secondResidenceNumber: ["rsdt_num2", "住居番号2"]
        case .parcelNumber: ["prc_num1", "地番1"]
        case .secondParcelNumber: ["prc_num2", "地番2"]
        case .thirdParcelNumber: ["prc_num3", "地番3"]
        case .hasResidences: ["住居表示フラグ", "rsdt_addr_flg"]
        case .isRepresentative: ["代表フラグ"]
        case .laterHistory: ["更新後履歴フラグ"]
        case .abolished: ["廃止日", "ablt_date"]
        case .kana: ["市区町村名カナ", "大字町丁目名カナ", "city_kana", "town_kana"]
        case .mlitKind: ["大字・字・丁目区分コード", "原典資料コード"]
        }
    }
}

/// Where each field stands in a list, by its titles.
struct ListColumns {
    /// By field; -1 where there is none.
    private var indexes: [Int]
    private let titles: [String]

    init(titles: [String]) {
        self.titles = titles
        let comparable = titles.map { Width.foldedWithoutSpaces($0).lowercased() }
        indexes = ListField.allCases.map { field in
            field.titles.lazy.compactMap { comparable.firstIndex(of: $0) }.first ?? -1
        }
    }

    /// -1 where there is no such column, for which rows have an empty cell.
    subscript(field: ListField) -> Int { indexes[field.rawValue] }

    func has(_ fields: ListField...) -> Bool { fields.allSatisfy { self[$0] >= 0 } }

    /// As the file writes it.
    func title(_ field: ListField) -> String { self[field] >= 0 ? titles[self[field]] : field.titles[0] }
}
