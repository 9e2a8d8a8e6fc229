import Geo
import Model
import Testing

struct ServiceAreaReaderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        var chosen: ServiceAreaKind? = .part
        var kind = ServiceAreaKind.part
        var wards = ""
        var outside: [String] = []
        var unread: String?
        var testDescription: String { "\(chosen?.rawValue ?? "-"): \(text)" }
    }

    static let all = "中東西南北"

    @Test(arguments: [
        // Wards.
        Example(text: "中央区", wards: "中"), Example(text: "中央区と東区", wards: "中東"), Example(text: "北・西区", wards: "西北"),
        Example(text: "東・中央・北区", wards: "中東北"), Example(text: "東区，西区", wards: "東西"),
        Example(text: "主に熊本市北区", wards: "北"),
        Example(text: "熊本市　南区 ", wards: "南"), Example(text: "中央区および東区の一部", wards: "中東"),
        Example(text: "東区 西区", wards: "東西"),
        Example(text: "北区全域", wards: "北"), Example(text: "中央区を中心に活動", wards: "中"),
        Example(text: "熊本県熊本市東区", wards: "東"),
        // School districts.
        Example(text: "健軍校区", wards: "東"), Example(text: "帯山小学校区周辺", wards: "中"), Example(text: "楠小校区", wards: "北"),
        Example(text: "健軍・若葉校区", wards: "東"), Example(text: "中央区（出水校区）", wards: "中"),
        Example(text: "中央区(出水校区・砂取校区)、健軍校区", wards: "中東"), Example(text: "東区の健軍校区、出水校区", wards: "中東"),
        Example(text: "あさひヶ丘校区", unread: "あさひヶ丘校区"), Example(text: "帯山中学校区", unread: "帯山中学校区"),
        // Towns: the ward that is written wins; a name in two wards gives both.
        Example(text: "中央区の島崎", wards: "中"), Example(text: "島崎", wards: "中西"), Example(text: "島崎二丁目", wards: "西"),
        Example(text: "横手1・4丁目", wards: "西"), Example(text: "出水周辺", wards: "中東"), Example(text: "出水地区", wards: "中東"),
        Example(text: "出水三丁目", wards: "中"), Example(text: "中央区の島崎、健軍", wards: "中東"),
        Example(text: "富合町菰江周辺", wards: "南"),
        Example(text: "植木町", wards: "北"), Example(text: "旧植木町", wards: "北"), Example(text: "植木地区", wards: "北"),
        Example(text: "池上地区", wards: "西"), Example(text: "託麻地区", wards: "東"), Example(text: "武蔵ヶ丘周辺", wards: "北"),
        // Exceptions.
        Example(text: "南区を除く市内全域", wards: "中東西北"), Example(text: "市内全域（北区と西区を除く）", wards: "中東南"),
        Example(text: "東区（健軍を除く）", wards: "東"), Example(text: "中央区、東区、ただし東区の健軍を除く", wards: "中東"),
        // Outside.
        Example(text: "中央区、益城町", wards: "中", outside: ["43443"]),
        Example(text: "益城町", kind: .outside, outside: ["43443"], unread: "益城町"),
        // Not understood: the option stays.
        Example(text: ""), Example(text: "熊本市内の一部", unread: "熊本市内の一部"), Example(text: "全国", unread: "全国"),
        Example(text: "山の上", unread: "山の上"), Example(text: "中央区のひきこもり家庭", wards: "中", unread: "ひきこもり家庭"),
        Example(text: "市民", unread: "市民"), Example(text: "オンライン", kind: .online),
        // Other options: they stand, whatever the text says.
        Example(text: "", chosen: .city, kind: .city, wards: all),
        Example(text: "北区を除く", chosen: .city, kind: .city, wards: "中東西南"),
        Example(text: "", chosen: .prefecture, kind: .prefecture, wards: all),
        Example(
            text: "合志市、嘉島町", chosen: .cityAndBeyond, kind: .cityAndBeyond, wards: all, outside: ["43216", "43442"]),
        Example(
            text: "合志、菊陽など", chosen: .cityAndBeyond, kind: .cityAndBeyond, wards: all, outside: ["43216", "43404"]),
        Example(text: "県北", chosen: .cityAndBeyond, kind: .cityAndBeyond, wards: all, unread: "県北"),
        Example(text: "玉名市のみ", chosen: .other, kind: .outside, outside: ["43206"]),
        Example(text: "全国", chosen: .other, kind: .wider, wards: all),
        Example(text: "九州全域", chosen: .other, kind: .wider, wards: all),
        Example(text: "福岡県と熊本県", chosen: .other, kind: .wider, wards: all, outside: ["40"]),
        Example(text: "オンライン（全国）", chosen: .other, kind: .wider, wards: all),
        Example(text: "オンラインのみ", chosen: .other, kind: .online),
        Example(text: "不明", chosen: .other, kind: .other, unread: "不明"),
        // Lists that have only a text.
        Example(text: "熊本市内全域", chosen: nil, kind: .city, wards: all),
        Example(text: "市全域", chosen: nil, kind: .city, wards: all),
        Example(text: "熊本県内全域", chosen: nil, kind: .prefecture, wards: all),
        Example(text: "市内全域と合志市、益城町", chosen: nil, kind: .cityAndBeyond, wards: all, outside: ["43216", "43443"]),
        Example(text: "熊本市内全域と熊本県内の一部を含む地域", chosen: nil, kind: .cityAndBeyond, wards: all),
        Example(text: "宇土市、玉名市、菊陽町", chosen: nil, kind: .outside, outside: ["43206", "43211", "43404"]),
        Example(text: "上益城郡嘉島町", chosen: nil, kind: .outside, outside: ["43442"]),
        Example(text: "川尻校区周辺", chosen: nil, wards: "南"), Example(text: "", chosen: nil, kind: .unknown),
    ])
    func reads(_ example: Example) throws {
        let data = try CarriedData.shared.get()
        let (area, notUnderstood) = data.areaReader().read(example.text, chosen: example.chosen)
        #expect(area.kind == example.kind)
        #expect(area.codes.compactMap { data.hierarchy[$0]?.name.first }.map(String.init).joined() == example.wards)
        #expect(area.outsideCodes == example.outside)
        #expect(notUnderstood == example.unread)
    }

    /// Reported by school district, a ward stands for all of its districts, and a district for itself.
    @Test
    func bySchoolDistrict() throws {
        let data = try CarriedData.shared.get()
        let reader = data.areaReader(kind: .schoolDistrict)
        #expect(reader.read("健軍校区", chosen: .part).area.codes == ["43100-健軍"])
        let ward = data.hierarchy.areas(of: .schoolDistrict, in: "43102").map(\.code).sorted()
        #expect(reader.read("東区", chosen: .part).area.codes == ward)
        #expect(reader.read("健軍周辺", chosen: .part).area.codes == ward)
        #expect(reader.read("", chosen: .city).area.codes.count == 92)
        #expect(reader.read("市内全域（健軍校区を除く）", chosen: nil).area.codes.count == 91)
    }

    /// A city without wards is the only area of its report.
    @Test
    func withoutWards() throws {
        let reader = try CarriedData.shared.get().areaReader(home: "43216")
        #expect(reader.read("豊岡地区", chosen: .part).area.codes == ["43216"])
        #expect(reader.read("市内全域", chosen: nil).area == ServiceArea(kind: .city, codes: ["43216"]))
        #expect(
            reader.read("熊本市", chosen: .other).area == ServiceArea(kind: .outside, outsideCodes: ["43100"]))
        #expect(reader.read("熊本市東区", chosen: .other).area.outsideCodes == ["43102"])
    }

    @Test(arguments: [
        " ", "、、、", "（", "を除く", "校区", "の", "市", "区", "1・2・3丁目", "出水1", "出水1・", "出水1~99999999丁目",
        String(repeating: "中央区、", count: 3_000), String(repeating: "出水を除く", count: 2_000),
        String(repeating: "（", count: 10_000), String(repeating: "1", count: 10_000),
        String(repeating: "あ", count: 10_000), "\u{0}\u{FEFF}", "👨‍👩‍👧‍👦区",
    ])
    func hostileInputs(text: String) throws {
        let data = try CarriedData.shared.get()
        let reader = data.areaReader()
        let wards = Set(data.hierarchy.reportAreas(kind: .ward, in: "43100").map(\.code))
        for chosen in ServiceAreaKind.allCases + [nil] as [ServiceAreaKind?] {
            let area = reader.read(text, chosen: chosen).area
            #expect(wards.isSuperset(of: area.codes))
            #expect(area.codes == area.codes.sorted())
        }
    }
}
