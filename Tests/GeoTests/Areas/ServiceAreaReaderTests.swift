import Foundation
import Geo
import Model
import TestSupport
import Testing
import Text

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
        Example(text: "益城町", outside: ["43443"], unread: "益城町"),
        Example(text: "福岡市中央区", unread: "福岡市中央区"), Example(text: "東京都中央区", outside: ["13"], unread: "東京都中央区"),
        // A name that is only the beginning of another, or the end of one.
        Example(text: "上熊本駅周辺", unread: "上熊本駅周辺"), Example(text: "健軍商店街", unread: "健軍商店街"),
        Example(text: "白川沿い", unread: "白川沿い"), Example(text: "西区のみずき野", wards: "西", unread: "みずき野"),
        // Sides of the city have no border.
        Example(text: "市東部", unread: "市東部"), Example(text: "熊本市西部・南部", unread: "熊本市西部・南部"),
        Example(text: "西区の西部", wards: "西"), Example(text: "市内中心部", unread: "市内中心部"),
        // Counted wards.
        Example(text: "市内5区", wards: all), Example(text: "市内4区", unread: "市内4区"),
        Example(text: "市内3区（中央区・東区・北区）", wards: "中東北"), Example(text: "中央区を除く4区", wards: "東西南北"),
        // Where it is, and where it works.
        Example(text: "事務所は中央区、活動は東区", wards: "東"), Example(text: "中央区に事務所", unread: "中央区に事務所"),
        Example(text: "中央区を拠点に東区で活動", wards: "東"), Example(text: "東区を拠点に活動", wards: "東"),
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
        Example(text: "福岡県のみ", chosen: .other, kind: .outside, outside: ["40"]),
        Example(text: "東京都", chosen: .other, kind: .outside, outside: ["13"]),
        Example(text: "関東地方", chosen: .other, kind: .outside),
        Example(text: "県内外", chosen: .other, kind: .wider, wards: all),
        Example(text: "熊本・福岡", chosen: .other, kind: .other, outside: ["40"], unread: "熊本・福岡"),
        Example(text: "なし", chosen: .city, kind: .city, wards: all),
        Example(text: "同上", chosen: .prefecture, kind: .prefecture, wards: all),
        // Lists that have only a text.
        Example(text: "熊本市内全域", chosen: nil, kind: .city, wards: all),
        Example(text: "市全域", chosen: nil, kind: .city, wards: all),
        Example(text: "熊本県内全域", chosen: nil, kind: .prefecture, wards: all),
        Example(text: "市内全域と合志市、益城町", chosen: nil, kind: .cityAndBeyond, wards: all, outside: ["43216", "43443"]),
        Example(text: "熊本市内全域と熊本県内の一部を含む地域", chosen: nil, kind: .cityAndBeyond, wards: all),
        Example(text: "熊本市とその周辺", chosen: nil, kind: .cityAndBeyond, wards: all),
        Example(text: "事務所は東区。活動は市内全域", chosen: nil, kind: .city, wards: all),
        Example(text: "熊本市東部", chosen: nil, unread: "熊本市東部"),
        // Places outside say where it goes besides, and not that it is never in the city, unless that is said.
        Example(
            text: "宇土市、玉名市、菊陽町", chosen: nil, kind: .unknown, outside: ["43206", "43211", "43404"],
            unread: "宇土市、玉名市、菊陽町"),
        Example(text: "上益城郡嘉島町", chosen: nil, kind: .unknown, outside: ["43442"], unread: "上益城郡嘉島町"),
        Example(text: "玉名市のみ", chosen: nil, kind: .outside, outside: ["43206"]),
        Example(text: "近隣市町村", chosen: nil, kind: .unknown, unread: "近隣市町村"),
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
        #expect(reader.read("健軍周辺", chosen: .part).area.codes == ["43100-健軍"])
        // Of a town only its ward is known: that would be 19 districts too many.
        let (area, notUnderstood) = reader.read("上水前寺地区", chosen: .part)
        #expect(area.codes.isEmpty)
        #expect(notUnderstood == "上水前寺地区")
        #expect(reader.read("", chosen: .city).area.codes.count == 92)
        #expect(reader.read("市内全域（健軍校区を除く）", chosen: nil).area.codes.count == 91)
    }

    /// The list of all municipalities tells places elsewhere from ours, and counties from towns.
    @Test
    func municipalitiesOfAllJapan() throws {
        let data = try CarriedData.shared.get()
        let municipalities = try MunicipalityCodes.load(
            path: RepositoryFolder.data.appending(path: "areas/municipalities.csv").path, name: "municipalities.csv")
        let reader = data.areaReader(municipalities: municipalities)
        #expect(
            reader.read("福岡県大牟田市", chosen: .cityAndBeyond).area.outsideCodes == ["40202"])
        #expect(reader.read("さいたま市北区", chosen: .other).area == ServiceArea(kind: .outside, outsideCodes: ["11102"]))
        #expect(reader.read("東京都北区", chosen: .other).area == ServiceArea(kind: .outside, outsideCodes: ["13117"]))
        #expect(reader.read("北区", chosen: .part).area.codes == ["43105"])
        #expect(
            reader.read("上益城郡", chosen: .cityAndBeyond).area.outsideCodes
                == ["43441", "43442", "43443", "43444", "43447"])
        #expect(
            reader.read("市内全域と菊池郡大津町", chosen: nil).area.outsideCodes == ["43403"])
    }

    private func hierarchy(
        _ rows: [(code: String, name: String, kind: Area.Kind, parents: [String])]
    ) -> AreaHierarchy {
        let details = AreaHierarchy.Details(populationAsOf: nil, squareKilometres: nil, source: "")
        return AreaHierarchy(
            areas: rows.map { (Area(code: $0.code, name: $0.name, kind: $0.kind, parents: $0.parents), details) })
    }

    /// A ward that is no more: its code in a list of towns, and its name in a text, lead to the wards of today.
    @Test
    func formerWards() throws {
        let hierarchy = hierarchy([
            ("22", "静岡県", .prefecture, []), ("22130", "浜松市", .municipality, ["22"]),
            ("22138", "中央区", .ward, ["22130"]), ("22139", "浜名区", .ward, ["22130"]),
            ("22131", "中区", .town, ["22138"]), ("22136", "浜北区", .town, ["22139"]),
        ])
        let towns = try towns([("22131", "静岡県", "浜松市中区", "佐鳴台一丁目"), ("22136", "静岡県", "浜松市浜北区", "貴布祢")])
        let reader = ServiceAreaReader(
            hierarchy: hierarchy, gazetteers: [towns], variants: CharacterVariants(pairs: []), home: "22130",
            reportKind: .ward)
        #expect(reader.read("旧中区", chosen: .part).area.codes == ["22138"])
        #expect(reader.read("佐鳴台", chosen: .part).area.codes == ["22138"])
        #expect(reader.read("浜北", chosen: .part).area.codes == ["22139"])
        #expect(reader.read("佐鳴台、貴布祢地区", chosen: .part).area.codes == ["22138", "22139"])
    }

    /// Numbered streets, towns by their side, and 丁 where others have 丁目.
    @Test
    func townsByOtherNames() throws {
        let hierarchy = hierarchy([
            ("01", "北海道", .prefecture, []), ("01100", "札幌市", .municipality, ["01"]),
            ("01102", "北区", .ward, ["01100"]), ("01105", "豊平区", .ward, ["01100"]),
        ])
        let towns = try towns([
            ("01102", "北海道", "札幌市北区", "新琴似十条一丁目"), ("01105", "北海道", "札幌市豊平区", "月寒東一条"),
            ("01105", "北海道", "札幌市豊平区", "月寒西一条"), ("01102", "北海道", "札幌市北区", "茶山台一丁"),
            ("01105", "北海道", "札幌市豊平区", "茶山台二丁"),
        ])
        let reader = ServiceAreaReader(
            hierarchy: hierarchy, gazetteers: [towns], variants: CharacterVariants(pairs: []), home: "01100",
            reportKind: .ward)
        #expect(reader.read("新琴似", chosen: .part).area.codes == ["01102"])
        #expect(reader.read("新琴似10条周辺", chosen: .part).area.codes == ["01102"])
        #expect(reader.read("月寒", chosen: .part).area.codes == ["01105"])
        #expect(reader.read("茶山台2丁", chosen: .part).area.codes == ["01105"])
        #expect(reader.read("茶山台", chosen: .part).area.codes == ["01102", "01105"])
        #expect(reader.read("道内全域", chosen: .other).area.kind == .prefecture)
        #expect(reader.read("全道一円", chosen: nil).area.kind == .prefecture)
    }

    /// A name that is a town's in one ward and that of another ward is not decided.
    @Test
    func namesWithTwoMeanings() throws {
        let hierarchy = hierarchy([
            ("15", "新潟県", .prefecture, []), ("15100", "新潟市", .municipality, ["15"]),
            ("15102", "東区", .ward, ["15100"]), ("15105", "秋葉区", .ward, ["15100"]),
            ("15106", "南区", .ward, ["15100"]),
        ])
        let reader = ServiceAreaReader(
            hierarchy: hierarchy, gazetteers: [try towns([("15102", "新潟県", "新潟市東区", "秋葉一丁目")])],
            variants: CharacterVariants(pairs: []), home: "15100", reportKind: .ward)
        #expect(reader.read("秋葉", chosen: .part).area.codes.isEmpty)
        #expect(reader.read("秋葉", chosen: .part).notUnderstood == "秋葉")
        #expect(reader.read("東区の秋葉", chosen: .part).area.codes == ["15102"])
        #expect(reader.read("秋葉・南区", chosen: .part).area.codes == ["15105", "15106"])
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
