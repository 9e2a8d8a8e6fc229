import Foundation
import Model
import TestSupport
import Text

@testable import Geo

/// A gazetteer that was imported from files made for a test.
struct Imported {
    let gazetteer: ImportedGazetteer
    let image: GazetteerImage

    struct Town: Equatable {
        let municipality: String
        let code: UInt32
        let name: String
        let latitude: Double
        let longitude: Double
        let source: String
    }

    init(_ files: [(name: String, bytes: [UInt8])], grids: String? = nil, system: ReferenceSystem? = nil) throws {
        let folder = try ScratchFolder()
        let paths = try files.map { file in
            GazetteerImport.File(
                path: try folder.write(file.bytes, to: file.name).path, name: file.name, system: system)
        }
        try self.init(paths, grids: grids)
    }

    init(_ text: String, system: ReferenceSystem? = nil) throws {
        try self.init([("list.csv", Array(text.utf8))], system: system)
    }

    init(_ files: [GazetteerImport.File], grids: String? = nil) throws {
        try self.init(files, by: try Self.plan.get(), grids: grids)
    }

    init(_ files: [GazetteerImport.File], by plan: GazetteerImport, grids: String? = nil) throws {
        gazetteer = try plan.run(files, grids: grids)
        image = try GazetteerImage(MappedBytes(copying: gazetteer.bytes), name: "test")
    }

    /// Made once: its table of letters has all characters.
    private static let plan = Result { try plan(codes: MunicipalityCodes()) }

    static func plan(codes: MunicipalityCodes) throws -> GazetteerImport {
        let variants = [("髙", "高"), ("澤", "沢"), ("屛", "屏")].map { (variant: $0, standard: $1) }
        return GazetteerImport(
            prefectures: try prefectures(), variants: CharacterVariants(pairs: variants), codes: codes)
    }

    static func prefectures() throws -> Prefectures {
        try Prefectures.load(
            path: RepositoryFolder.data.appending(path: "areas/prefectures.csv").path, name: "prefectures.csv")
    }

    var towns: [Town] {
        image.towns.map { record in
            let municipality = image.municipalities[Int(record.municipality)]
            return Town(
                municipality: image.string(municipality.name), code: municipality.code, name: image.string(record.name),
                latitude: record.point.latitude, longitude: record.point.longitude,
                source: image.source(Int(record.source)))
        }
    }

    var names: [String] { towns.map { $0.municipality + $0.name } }

    func town(_ name: String) -> Town? { towns.first { $0.name == name } }

    /// `24@7 24-1@8` of a town, in the order of the file.
    func numbers(_ town: String) -> [String] {
        guard let record = image.towns.first(where: { image.string($0.name) == town }) else { return [] }
        return image.numbers[Int(record.firstNumber)..<Int(record.endNumber)].map {
            "\(image.string($0.key))@\($0.level)"
        }
    }

    func point(_ town: String, _ number: String) -> GazetteerPoint? {
        guard let record = image.towns.first(where: { image.string($0.name) == town }) else { return nil }
        return image.numbers[Int(record.firstNumber)..<Int(record.endNumber)].first { image.string($0.key) == number }?
            .point
    }

    var lists: [GazetteerDescription.List] { gazetteer.description.lists }
    var codes: [ProblemCode] { gazetteer.findings.map(\.problem.code) }

    func findings(_ code: ProblemCode) -> [Problem] { gazetteer.findings.map(\.problem).filter { $0.code == code } }
}

extension GazetteerDescription.List {
    /// Every row became one thing.
    var addsUp: Bool { rows == towns + numberRows + points + merged + leftOut }
}

/// As Windows writes it.
func cp932(_ text: String) throws -> [UInt8] {
    struct NotInCP932: Error {}
    guard let data = text.data(using: .shiftJIS) else { throw NotInCP932() }
    return Array(data)
}

/// Small lists in the formats of their publishers.
enum SampleList {
    static let mlitTowns = """
        "都道府県コード","都道府県名","市区町村コード","市区町村名","大字町丁目コード","大字町丁目名","緯度","経度","原典資料コード","大字・字・丁目区分コード"\r
        "43","熊本県","43101","熊本市中央区","431010001001","手取本町","32.803078","130.707897","0","1"\r
        "43","熊本県","43101","熊本市中央区","431010002001","健軍一丁目","32.790000","130.750000","0","3"\r
        "43","熊本県","43403","菊池郡大津町","434030001000","大字室","32.880000","130.870000","0","1"\r

        """

    static let blocks = """
        "都道府県名","市区町村名","大字・丁目名","小字・通称名","街区符号・地番","座標系番号","Ｘ座標","Ｙ座標","緯度","経度","住居表示フラグ","代表フラグ","更新前履歴フラグ","更新後履歴フラグ"\r
        "熊本県","熊本市中央区","健軍一丁目","","24,29","2","-23246.9","-23399.8","32.790100","130.750100","1","1","0","0"\r
        "熊本県","熊本市中央区","健軍一丁目","","3","2","-23246.9","-23399.8","32.790200","130.750200","1","0","0","0"\r
        "熊本県","熊本市中央区","健軍一丁目","","3","2","-23246.9","-23399.8","32.790300","130.750300","1","1","0","0"\r
        "熊本県","熊本市中央区","健軍一丁目","","4","2","-23246.9","-23399.8","32.790400","130.750400","1","1","0","3"\r
        "熊本県","菊池郡大津町","大字室","","1234","2","-13000.0","-12000.0","32.880100","130.870100","0","1","0","0"\r

        """

    static let registryTowns = """
        lg_code,machiaza_id,machiaza_type,pref,pref_kana,pref_roma,county,county_kana,county_roma,city,city_kana,city_roma,ward,ward_kana,ward_roma,oaza_cho,oaza_cho_kana,oaza_cho_roma,chome,chome_kana,chome_number,koaza,koaza_kana,koaza_roma,machiaza_dist,rsdt_addr_flg,rsdt_addr_mtd_code,oaza_cho_aka_flg,koaza_aka_code,oaza_cho_gsi_uncmn,koaza_gsi_uncmn,status_flg,wake_num_flg,efct_date,ablt_date,src_code,post_code,remarks\r
        431010,0001000,1,熊本県,,,,,,熊本市,,,中央区,,,健軍,,,,,,,,,,1,1,0,0,0,0,1,1,1947-04-17,,0,,\r
        431010,0001001,2,熊本県,,,,,,熊本市,,,中央区,,,健軍,,,１丁目,,1,,,,,1,1,0,0,0,0,1,1,1947-04-17,,0,,\r
        431010,0001002,2,熊本県,,,,,,熊本市,,,中央区,,,健軍,,,二丁目,,2,,,,,1,1,0,0,0,0,1,1,1947-04-17,2020-01-01,0,,\r
        434035,0002101,3,熊本県,,,菊池郡,,,大津町,,,,,,大字室,,,,,,字門出,,,,0,,0,0,0,0,1,1,1947-04-17,,0,,\r
        434035,0000102,3,熊本県,,,菊池郡,,,大津町,,,,,,,,,,,,上ノ原,,,,0,,0,1,0,0,1,1,1947-04-17,,0,,\r
        434035,0000103,3,熊本県,,,菊池郡,,,大津町,,,,,,,,,,,,新町,,,,1,1,0,1,0,0,1,1,1947-04-17,,0,,\r

        """

    static let registryTownPoints = """
        lg_code,machiaza_id,rsdt_addr_flg,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code\r
        431010,0001001,1,130.7503,32.7903,EPSG:6668,2500,1\r
        434035,0002101,0,130.8701,32.8801,EPSG:4612,25000,1\r
        434035,0009999,0,130.8800,32.8900,EPSG:6668,2500,1\r

        """

    static let registryTowns2022 = """
        \u{FEFF}全国地方公共団体コード,町字id,町字区分コード,都道府県名,都道府県名_カナ,都道府県名_英字,郡名,郡名_カナ,郡名_英字,市区町村名,市区町村名_カナ,市区町村名_英字,政令市区名,政令市区名_カナ,政令市区名_英字,大字・町名,大字・町名_カナ,大字・町名_英字,丁目名,丁目名_カナ,丁目名_数字,小字名,小字名_カナ,小字名_英字,住居表示フラグ,住居表示方式コード,大字・町_通称フラグ,小字_通称フラグ,大字・町外字フラグ,小字外字フラグ,状態フラグ,起番フラグ,効力発生日,廃止日,原典資料コード,郵便番号,備考
        431010,0001001,2,熊本県,クマモトケン,Kumamoto,,,,熊本市,クマモトシ,Kumamoto-shi,中央区,チュウオウク,Chuo-ku,健軍,ケングン,Kengun,一丁目,1,1,,,,1,1,0,0,0,0,0,1,1947-04-17,,0 ,8620911,

        """

    static let residences = """
        lg_code,machiaza_id,blk_id,rsdt_id,rsdt2_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,blk_num,rsdt_num,rsdt_num2,basic_rsdt_div,rsdt_addr_flg,rsdt_addr_mtd_code,status_flg,efct_date,ablt_date,src_code,remarks\r
        431010,0001001,024,001,,熊本市,中央区,健軍,１丁目,,,24,1,,0,1,1,0,1947-04-17,,0,\r
        431010,0001001,024,002,,熊本市,中央区,健軍,１丁目,,,24,2,,0,1,1,0,1947-04-17,,0,\r
        431010,0001001,024,003,00101,熊本市,中央区,健軍,１丁目,,,24,3,101,0,1,1,0,1947-04-17,,0,\r
        431010,0001001,025,001,,熊本市,中央区,健軍,１丁目,,,25,1,,0,1,1,0,1947-04-17,,0,\r

        """

    static let residencePoints = """
        lg_code,machiaza_id,blk_id,rsdt_id,rsdt2_id,rsdt_addr_flg,rsdt_addr_mtd_code,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code,rsdt_addr_code_rdbl,rsdt_addr_data_mnt_date,basic_rsdt_div\r
        431010,0001001,024,001,,1,1,130.7501,32.7901,EPSG:6668,2500,1,,,0\r
        431010,0001001,024,002,,1,1,130.7502,32.7902,EPSG:6668,2500,1,,,0\r
        431010,0001001,024,003,00101,1,1,130.7503,32.7903,EPSG:6668,2500,1,,,0\r
        431010,0001001,099,001,,1,1,130.7509,32.7909,EPSG:6668,2500,1,,,0\r

        """

    static let registryBlocks = """
        lg_code,machiaza_id,blk_id,city,ward,oaza_cho,chome,koaza,machiaza_dist,blk_num,rsdt_addr_flg,rsdt_addr_mtd_code,status_flg,efct_date,ablt_date,src_code,remarks\r
        431010,0001001,024,熊本市,中央区,健軍,１丁目,,,24,1,1,0,1947-04-17,,0,\r
        431010,0001001,025,熊本市,中央区,健軍,１丁目,,,A,1,1,0,1947-04-17,,0,\r

        """

    static let registryBlockPoints = """
        lg_code,machiaza_id,blk_id,rsdt_addr_flg,rsdt_addr_mtd_code,rep_lon,rep_lat,rep_srid,rep_scale,rep_src_code\r
        431010,0001001,024,1,1,130.7505,32.7905,EPSG:6668,2500,1\r
        431010,0001001,025,1,1,130.7506,32.7906,EPSG:6668,2500,1\r

        """

    static let parcels = """
        lg_code,machiaza_id,prc_id,city,ward,oaza_cho,chome,koaza,prc_num1,prc_num2,prc_num3,rsdt_addr_flg,prc_rec_flg,prc_area_code,efct_date,ablt_date,src_code,remarks,real_prop_num\r
        434035,0002101,001230000400000,大津町,,大字室,,字門出,123,4,,0,1,,1947-04-17,,0,,\r

        """

    static let parcelPoints = """
        lg_code,machiaza_id,prc_id,rep_lon,rep_lat,rep_srid\r
        434035,0002101,001230000400000,130.8702,32.8802,EPSG:6668\r

        """

    static let geolonia = """
        "都道府県コード","都道府県名","都道府県名カナ","都道府県名ローマ字","市区町村コード","市区町村名","市区町村名カナ","市区町村名ローマ字","大字町丁目名","大字町丁目名カナ","大字町丁目名ローマ字","小字・通称名","緯度","経度"
        "43","熊本県","クマモトケン","KUMAMOTO KEN","43101","熊本市中央区","クマモトシチュウオウク","","健軍一丁目","ケングン 1","KENGUN 1","","32.790000","130.750000"
        "43","熊本県","クマモトケン","KUMAMOTO KEN","43403","菊池郡大津町","","","大字室","","","門出","32.880000","130.870000"
        "30","和歌山県","","","30401","西牟婁郡白浜町","","","（大字なし）","","","","33.68","135.35"

        """

    static let plain = """
        municipality_code,municipality,town,latitude,longitude
        43101,熊本市中央区,健軍一丁目,32.79,130.75
        43403,菊池郡大津町,大字室,32.88,130.87

        """
}
