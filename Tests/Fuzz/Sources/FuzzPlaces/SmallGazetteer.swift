internal import FuzzSupport
public import Geo
internal import Model
internal import Text

/// A gazetteer with one of everything that addresses are read by: wards, counties, towns of several wards, 条, 丁目, 地割,
/// 小字, 大字, streets of Kyoto, names within names, a town that is a numeral, blocks and lots.
public enum SmallGazetteer {
    public static let prefectures = made {
        try MemoryFile.with([Array(prefectureList.utf8)]) { paths in
            try Prefectures.load(path: paths[0], name: "prefectures.csv")
        }
    }

    /// Made once: its table of letters has all characters.
    public static let plan = GazetteerImport(
        prefectures: prefectures,
        variants: CharacterVariants(pairs: [(variant: "髙", standard: "高"), ("壷", "壺"), ("澤", "沢"), ("齋", "斎")]))

    public static let imported = made {
        try MemoryFile.with([Array(towns.utf8), Array(blocks.utf8)]) { paths in
            try plan.run(paths.map { GazetteerImport.File(path: $0, name: "list.csv") })
        }
    }

    public static let gazetteer = made { try Gazetteer(imported) }

    public static let addresses = [
        "熊本県熊本市中央区出水3丁目12番21号くすのきビル３階", "〒862-0941 熊本市出水４－１２", "中央区手取本町1-1", "大津町大字室1234-5（旧公民館", "甲府町1",
        "北海道札幌市中央区北3西1-7", "京都府京都市中京区寺町通御池上る上本能寺前町488", "岩手県花巻市大迫町大迫第２地割51番地4", "熊本市八王寺町12",
        "東京都中央区築地一丁目1番1号", "熊本市中央区健軍1-24-3", "", "市", String(repeating: "一", count: 300),
    ]

    private static func made<Value>(_ make: () throws -> Value) -> Value {
        do {
            return try make()
        } catch {
            fatalError("\(error)")
        }
    }

    private static let prefectureList = """
        prefecture_code,prefecture,plane_zone,municipalities,south,west,north,east
        01,北海道,12,,,,,
        03,岩手県,10,,,,,
        13,東京都,14,,,,28,
        13,東京都,9,,,,,
        26,京都府,6,,,,,
        43,熊本県,2,,,,,

        """

    private static let towns = """
        municipality_code,prefecture,municipality,town,koaza,latitude,longitude
        43101,熊本県,熊本市中央区,手取本町,,32.8030,130.7094
        43101,熊本県,熊本市中央区,出水一丁目,,32.7852,130.7313
        43101,熊本県,熊本市中央区,出水三丁目,,32.7853,130.7314
        43101,熊本県,熊本市中央区,出水四丁目,,32.7854,130.7315
        43101,熊本県,熊本市中央区,健軍一丁目,,32.7900,130.7500
        43101,熊本県,熊本市中央区,八王寺町,,32.7801,130.7101
        43102,熊本県,熊本市東区,出水四丁目,,32.7855,130.7415
        43102,熊本県,熊本市東区,八王寺町,,32.7802,130.7202
        43103,熊本県,熊本市西区,二本木一丁目,,32.7902,130.6902
        43103,熊本県,熊本市西区,二本木二丁目,,32.7903,130.6903
        43104,熊本県,熊本市南区,城南町沈目,,32.7004,130.7404
        43104,熊本県,熊本市南区,富合町木原,,32.7104,130.6904
        43105,熊本県,熊本市北区,植木町亀甲,,32.8905,130.6905
        43105,熊本県,熊本市北区,壺川一丁目,,32.8200,130.7000
        43403,熊本県,菊池郡大津町,大字室,,32.8800,130.8700
        43403,熊本県,菊池郡大津町,大字室門出,門出,32.8810,130.8710
        43403,熊本県,菊池郡大津町,大字杉水,,,
        43404,熊本県,菊池郡菊陽町,光の森七丁目,,32.8500,130.7800
        43443,熊本県,上益城郡益城町,安永,,32.7900,130.8100
        43514,熊本県,球磨郡あさぎり町,上北,,32.2500,130.9200
        01101,北海道,札幌市中央区,北三条西一丁目,,43.0650,141.3500
        01101,北海道,札幌市中央区,南四条東二丁目,,43.0550,141.3600
        01101,北海道,札幌市中央区,大通西十丁目,,43.0600,141.3420
        01233,北海道,伊達市,大滝区本町,,42.6700,141.0900
        03205,岩手県,花巻市,大迫町大迫第２地割,,39.4700,141.2900
        03205,岩手県,花巻市,一日市,,39.3900,141.1200
        13101,東京都,千代田区,霞が関一丁目,,35.6740,139.7530
        13102,東京都,中央区,築地一丁目,,35.6690,139.7720
        13102,東京都,中央区,日本橋三丁目,,35.6800,139.7740
        13122,東京都,葛飾区,亀有五丁目,,35.7600,139.8480
        13361,東京都,大島町,元町一丁目,,34.7500,139.3600
        13421,東京都,小笠原村,父島,,27.0900,142.1900
        26104,京都府,京都市中京区,上本能寺前町,,35.0110,135.7680
        26104,京都府,京都市中京区,亀屋町,,35.0120,135.7650
        26106,京都府,京都市下京区,亀屋町,,35.0000,135.7600
        26106,京都府,京都市下京区,一之町,,34.9900,135.7550

        """

    private static let blocks = """
        都道府県名,市区町村名,大字・丁目名,小字・通称名,街区符号・地番,座標系番号,Ｘ座標,Ｙ座標,緯度,経度,住居表示フラグ,代表フラグ,更新前履歴フラグ,更新後履歴フラグ
        熊本県,熊本市中央区,健軍一丁目,,"24,29",2,-23246.9,-23399.8,32.790100,130.750100,1,1,0,0
        熊本県,熊本市中央区,健軍一丁目,,3,2,-23246.9,-23399.8,32.790200,130.750200,1,1,0,0
        熊本県,熊本市中央区,手取本町,,1-1,2,-21799.22,-27355.76,,,1,1,0,0
        熊本県,菊池郡大津町,大字室,,1234,2,-13000.0,-12000.0,32.880100,130.870100,0,1,0,0
        熊本県,菊池郡大津町,大字室,門出,甲45-2,2,-13000.0,-12000.0,32.880200,130.870200,0,1,0,0

        """
}
