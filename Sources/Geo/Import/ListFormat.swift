/// Lists of addresses that can be imported, by whom they are published.
enum ListFormat: String, CaseIterable {
    /// 位置参照情報 大字・町丁目レベル
    case mlitTowns = "mlit_towns"
    /// 位置参照情報 街区レベル
    case mlitBlocks = "mlit_blocks"
    /// アドレス・ベース・レジストリ: 町字, 住居表示-街区, 住居表示-住居, 地番, and the points of each.
    case registryTowns = "abr_towns"
    case registryTownPoints = "abr_town_points"
    case registryBlocks = "abr_blocks"
    case registryBlockPoints = "abr_block_points"
    case registryResidences = "abr_residences"
    case registryResidencePoints = "abr_residence_points"
    case registryParcels = "abr_parcels"
    case registryParcelPoints = "abr_parcel_points"
    /// Geolonia 住所データ
    case geolonia
    /// A list of one's own.
    case plain

    /// - Returns: `nil` for what is none of them.
    init?(_ columns: ListColumns) {
        let hasPoint = columns.has(.latitude, .longitude) || columns.has(.northing, .easting)
        if columns.has(.block, .municipality, .town) {
            self = .mlitBlocks
        } else if columns.has(.localCode, .townID) {
            if columns.has(.parcelID) {
                self = hasPoint ? .registryParcelPoints : .registryParcels
            } else if columns.has(.residenceID) {
                self = hasPoint ? .registryResidencePoints : .registryResidences
            } else if columns.has(.blockID) {
                self = hasPoint ? .registryBlockPoints : .registryBlocks
            } else if columns.has(.town, .municipality) {
                self = .registryTowns
            } else if hasPoint {
                self = .registryTownPoints
            } else {
                return nil
            }
        } else if columns.has(.municipality, .town), hasPoint {
            if columns.has(.mlitKind, .municipalityCode) {
                self = .mlitTowns
            } else if columns.has(.kana, .municipalityCode) {
                self = .geolonia
            } else if columns.has(.municipalityCode) || columns.has(.prefecture) {
                self = .plain
            } else {
                return nil
            }
        } else {
            return nil
        }
    }

    enum Content { case towns, numbers, points }

    var content: Content {
        switch self {
        case .mlitTowns, .registryTowns, .geolonia, .plain: .towns
        case .mlitBlocks, .registryBlocks, .registryResidences, .registryParcels: .numbers
        case .registryTownPoints, .registryBlockPoints, .registryResidencePoints, .registryParcelPoints: .points
        }
    }

    /// The list that has the points of this one.
    var points: ListFormat? {
        switch self {
        case .registryTowns: .registryTownPoints
        case .registryBlocks: .registryBlockPoints
        case .registryResidences: .registryResidencePoints
        case .registryParcels: .registryParcelPoints
        default: nil
        }
    }

    /// Where no row says; `nil` where the publisher doesn't either. 位置参照情報 is in JGD2000, and Geolonia takes its
    /// points from there.
    var system: ReferenceSystem? {
        switch self {
        case .mlitTowns, .mlitBlocks, .geolonia: .jgd2000
        case .plain: nil
        default: .jgd2011
        }
    }
}
