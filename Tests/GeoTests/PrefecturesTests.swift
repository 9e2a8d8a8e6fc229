import Foundation
import Geo
import Model
import TestSupport
import Testing

struct PrefecturesTests {
    let prefectures = try? CarriedData.shared.get().prefectures

    @Test
    func all47() throws {
        let prefectures = try #require(prefectures)
        #expect(prefectures.codes.count == 47)
        #expect(prefectures.name(of: "43") == "熊本県")
        #expect(prefectures.code(of: "北海道") == "01")
        #expect(prefectures.name(of: "48") == nil)
    }

    /// 平面直角座標系（平成14年国土交通省告示第9号）: one place for every zone, and those on either side of a border.
    @Test(arguments: [
        ("43", nil, 32.80, 130.71, 2), ("42", nil, 32.75, 129.87, 1), ("35", nil, 34.18, 131.47, 3),
        ("37", nil, 34.34, 134.04, 4), ("28", nil, 34.69, 135.18, 5), ("27", nil, 34.69, 135.52, 6),
        ("23", nil, 35.18, 136.91, 7), ("20", nil, 36.65, 138.18, 8), ("13", nil, 35.69, 139.69, 9),
        ("04", nil, 38.27, 140.87, 10),
        // 函館市, 札幌市, 釧路市
        ("01", "01202", 41.77, 140.73, 11), ("01", "01101", 43.06, 141.35, 12), ("01", "01206", 42.98, 144.38, 13),
        // 小笠原村: 父島, 沖ノ鳥島, 南鳥島
        ("13", "13421", 27.09, 142.19, 14), ("13", "13421", 20.42, 136.08, 18), ("13", "13421", 24.29, 153.98, 19),
        // 那覇市, 石垣市, 南大東村
        ("47", nil, 26.21, 127.68, 15), ("47", nil, 24.34, 124.16, 16), ("47", nil, 25.83, 131.23, 17),
        // 鹿児島市, 屋久島町 (east of 130°), 奄美市, 喜界町 (up to 130°13′)
        ("46", "46201", 31.60, 130.56, 2), ("46", "46505", 30.39, 130.65, 2), ("46", "46222", 28.38, 129.49, 1),
        ("46", "46529", 28.32, 130.02, 1),
    ])
    func zones(code: String, municipality: String?, latitude: Double, longitude: Double, zone: Int) throws {
        let prefectures = try #require(prefectures)
        #expect(
            prefectures.zone(
                prefectureCode: code, municipalityCode: municipality, latitude: latitude, longitude: longitude)
                == zone)
        #expect(
            prefectures.epsg(
                prefectureCode: code, municipalityCode: municipality, latitude: latitude, longitude: longitude)
                == 6668 + zone)
    }

    @Test
    func unknownPrefecture() throws {
        #expect(try #require(prefectures).zone(prefectureCode: "99", latitude: 33, longitude: 131) == nil)
    }

    @Test
    func everyFaultIsNamed() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(
            """
            prefecture_code,prefecture,plane_zone,municipalities,south,west,north,east,source
            43,熊本県,20,,,,,,
            4,青森県,10,,,,,,
            01,北海道,12,01999-01100,x,,,,
            """, to: "p.csv")
        let error = #expect(throws: StageError.self) { try Prefectures.load(path: file.path, name: "p.csv") }
        #expect(error?.problems.map(\.location.row) == [2, 3, 4, 4])
        #expect(
            error?.problems.map(\.location.column) == ["plane_zone", "prefecture_code", "municipalities", "south"])
    }
}
