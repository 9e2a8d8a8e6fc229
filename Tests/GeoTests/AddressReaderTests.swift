import Geo
import Model
import Testing

/// Worked examples. Towns and codes are those of the carried list.
struct AddressReaderTests {
    /// The ways in which one town is written.
    @Test(arguments: [
        "熊本県熊本市中央区出水三丁目12番21号", "熊本市中央区出水3-12-21", "熊本県熊本市中央区出水３丁目１２－２１", "中央区出水3ー12ー21",
        "熊本市出水3丁目12の21", "出水３−１２−２１", "熊本市中央区出水三丁目十二番二十一号", "熊本県 熊本市 中央区 出水 3丁目 12番 21号",
        "〒862-0941 熊本市中央区出水３丁目１２番地２１", "862-0941熊本市中央区出水3―12―21", "熊本市中央区出水3‐12‐21", "熊本市中央区大字出水3丁目12番地の21",
        "熊 本 市中央区出水三－一二－二一",
    ])
    func oneTownManyForms(address: String) throws {
        let read = try CarriedData.shared.get().addressReader().read(address)
        #expect(read.level == .town)
        #expect(read.prefecture == "熊本県")
        #expect(read.municipalityCode == "43101")
        #expect(read.municipality == "熊本市中央区")
        #expect(read.town == "出水三丁目")
        #expect(read.number == "12-21")
        #expect(read.building == "")
        #expect(read.latitude == 32.7852)
        #expect(read.longitude == 130.7313)
        #expect(read.alternatives.isEmpty)
        #expect(read.key == "43101|出水三丁目|12-21")
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let address: String
        let code: String
        let town: String
        let lot: String
        var building = ""
        var testDescription: String { address }
    }

    @Test(arguments: [
        Example(address: "熊本市北区植木町平野24番2号", code: "43105", town: "植木町平野", lot: "24-2"),
        // The ward follows from the town.
        Example(address: "熊本市植木町平野24番2号", code: "43105", town: "植木町平野", lot: "24-2"),
        Example(address: "熊本市島崎2-5-3", code: "43103", town: "島崎二丁目", lot: "5-3"),
        Example(address: "熊本県上益城郡嘉島町大字下仲間851番地17", code: "43442", town: "大字下仲間", lot: "851-17"),
        Example(address: "嘉島町下仲間８５１", code: "43442", town: "大字下仲間", lot: "851"),
        Example(address: "熊本市南区田迎町良町37-22", code: "43104", town: "田迎町大字良町", lot: "37-22"),
        Example(address: "菊陽町武蔵が丘２の６の１５", code: "43404", town: "武蔵ヶ丘二丁目", lot: "6-15"),
        Example(address: "熊本市北区武蔵ヶ丘5-6-11", code: "43105", town: "武蔵ケ丘五丁目", lot: "6-11"),
        Example(address: "熊本市東区尾の上4-22-2", code: "43102", town: "尾ノ上四丁目", lot: "22-2"),
        Example(address: "合志市豊岡962-29", code: "43216", town: "豊岡", lot: "962-29"),
        // 合志 is a town of the city and a city of its own.
        Example(address: "熊本市合志2-19-8", code: "43104", town: "合志二丁目", lot: "19-8"),
        Example(address: "熊本市中央区壷川1-8-9", code: "43101", town: "壺川一丁目", lot: "8-9"),
        Example(address: "熊本市魚屋町1-17", code: "43101", town: "魚屋町一丁目", lot: "17"),
        Example(address: "熊本市東区三郎1丁目9-13", code: "43102", town: "三郎一丁目", lot: "9-13"),
        Example(address: "熊本市南区富合町新26番27号くすのきビル３階", code: "43104", town: "富合町新", lot: "26-27", building: "くすのきビル３階"),
        Example(
            address: "熊本県熊本市西区蓮台寺５丁目１２－１０　第一マンション１０１号", code: "43103", town: "蓮台寺五丁目", lot: "12-10",
            building: "第一マンション１０１号"),
        Example(address: "熊本市東区健軍1丁目13-3-201", code: "43102", town: "健軍一丁目", lot: "13-3", building: "201"),
        Example(address: "熊本市中央区京町１ー４ー１４（旧公民館内", code: "43101", town: "京町一丁目", lot: "4-14", building: "（旧公民館内"),
        Example(address: "熊本市中央区花畑町くすのきビル３Ｆ", code: "43101", town: "花畑町", lot: "", building: "くすのきビル３Ｆ"),
        Example(address: "熊本市中央区花畑町 福祉ビル2F", code: "43101", town: "花畑町", lot: "", building: "福祉ビル2F"),
        Example(address: "熊本市中央区国府本町甲12-3", code: "43101", town: "国府本町", lot: "甲12-3"),
        Example(address: "熊本市東区榎町18番地201号室", code: "43102", town: "榎町", lot: "18", building: "201号室"),
        Example(address: "熊本市東区榎町18-22 2階", code: "43102", town: "榎町", lot: "18-22", building: "2階"),
        Example(address: "熊本市中央区花畑町3階", code: "43101", town: "花畑町", lot: "", building: "3階"),
        Example(address: "熊本市東区榎町無番地", code: "43102", town: "榎町", lot: "", building: "無番地"),
        Example(address: "宇城市小川町東小川字前田296-26", code: "43213", town: "小川町東小川", lot: "", building: "字前田296-26"),
    ])
    func reads(_ example: Example) throws {
        let read = try CarriedData.shared.get().addressReader().read(example.address)
        #expect(read.level == .town)
        #expect(read.municipalityCode == example.code)
        #expect(read.town == example.town)
        #expect(read.number == example.lot)
        #expect(read.building == example.building)
    }

    struct Trap: Sendable, CustomTestStringConvertible {
        let address: String
        let level: Place.Level
        let code: String?
        var testDescription: String { address }
    }

    /// What must not be read as a town: the level that is certain stays, and all of the text.
    @Test(arguments: [
        // A lot is no 丁目.
        Trap(address: "熊本市二本木126番地", level: .municipality, code: "43103"),
        Trap(address: "熊本市西区二本木1番地", level: .municipality, code: "43103"),
        Trap(address: "熊本市二本木126-3", level: .municipality, code: "43103"),
        // 丁目 that don't exist, or in another ward or municipality only.
        Trap(address: "熊本市島崎9丁目5-3", level: .municipality, code: "43100"),
        Trap(address: "熊本市中央区島崎2丁目5-3", level: .municipality, code: "43101"),
        Trap(address: "熊本市北区武蔵ケ丘2丁目3-4", level: .municipality, code: "43105"),
        Trap(address: "熊本市中央区健軍1-2-3", level: .municipality, code: "43101"),
        // The first characters fit, the town doesn't.
        Trap(address: "熊本市中央区京町本丁5-6", level: .municipality, code: "43101"),
        Trap(address: "熊本市南区富合町新町12", level: .municipality, code: "43104"),
        Trap(address: "熊本市北区楠野町1000", level: .municipality, code: "43105"),
        Trap(address: "熊本市東区健軍本町12-3", level: .municipality, code: "43102"),
        Trap(address: "合志市合志2-19-8", level: .municipality, code: "43216"),
        // A complete address beats the prior.
        Trap(address: "東京都中央区銀座1-2", level: .prefecture, code: nil),
        Trap(address: "福岡県福岡市中央区大名2-1", level: .prefecture, code: nil),
        Trap(address: "福岡市中央区大名2-1", level: .nothing, code: nil),
        Trap(address: "熊本市手取本町1-1", level: .municipality, code: "43100"),
        Trap(address: "熊本県山鹿市山鹿1", level: .prefecture, code: nil),
        Trap(address: "新1丁目", level: .nothing, code: nil), Trap(address: "市役所内", level: .nothing, code: nil),
        Trap(address: "三丁目", level: .nothing, code: nil),
    ])
    func staysHonest(_ trap: Trap) throws {
        let read = try CarriedData.shared.get().addressReader().read(trap.address)
        #expect(read.level == trap.level)
        #expect(read.municipalityCode == trap.code)
        #expect(read.town == nil)
        #expect(read.number == "")
        #expect(!read.rest.isEmpty)
    }

    @Test
    func perhapsMeant() throws {
        let reader = try CarriedData.shared.get().addressReader()
        #expect(reader.read("熊本市島崎9-1-1").alternatives == ["43101 島崎一丁目", "43103 島崎二丁目"])
        #expect(reader.read("熊本市中央区健軍1-2-3").alternatives == ["43102 健軍一丁目"])
        #expect(reader.read("熊本市二本木").alternatives.count == 3)
    }

    /// Without a home, an address has to say where it is.
    @Test
    func withoutHome() throws {
        let reader = try CarriedData.shared.get().addressReader(home: nil)
        #expect(reader.read("健軍1-2-3").level == .nothing)
        #expect(reader.read("熊本県健軍1-2-3").town == "健軍一丁目")
        #expect(reader.read("東区健軍1-2-3").town == "健軍一丁目")
        #expect(reader.read("熊本市健軍1-2-3").town == "健軍一丁目")
    }

    /// A city without wards at home.
    @Test
    func homeWithoutWards() throws {
        let reader = try CarriedData.shared.get().addressReader(home: "43216")
        #expect(reader.read("豊岡962-29").municipalityCode == "43216")
        #expect(reader.read("健軍1-2-3").level == .nothing)
        #expect(reader.read("熊本市東区健軍1-2-3").town == "健軍一丁目")
    }

    /// Two wards and two cities of the same name.
    @Test
    func namesThatAreNotUnique() throws {
        let data = try CarriedData.shared.get()
        let gazetteer = try towns([
            ("13102", "東京都", "中央区", "銀座一丁目"), ("13206", "東京都", "府中市", "宮町一丁目"), ("34208", "広島県", "府中市", "元町"),
            ("43101", "熊本県", "熊本市中央区", "手取本町"), ("43102", "熊本県", "熊本市東区", "平山町"),
            ("43103", "熊本県", "熊本市西区", "平山町"), ("40133", "福岡県", "福岡市中央区", "大名二丁目"),
            ("22138", "静岡県", "浜松市中央区", "中央一丁目"), ("22140", "静岡県", "浜松市天竜区", "二俣町二俣"),
        ])
        func reader(home: String?) -> AddressReader {
            AddressReader(gazetteers: [gazetteer], prefectures: data.prefectures, home: home)
        }
        #expect(reader(home: "43100").read("中央区手取本町1-1").municipalityCode == "43101")
        // There is no such town at home, so it is the 中央区 that has it; but not as sure as with its city.
        let elsewhere = reader(home: "43100").read("中央区銀座1-2-3")
        #expect(elsewhere.municipalityCode == "13102" && elsewhere.confidence < 0.9)
        #expect(reader(home: nil).read("中央区銀座1-2-3").municipalityCode == "13102")
        #expect(reader(home: "43100").read("東京都中央区銀座1-2-3").municipalityCode == "13102")
        #expect(reader(home: "43100").read("福岡市中央区大名2-3").municipalityCode == "40133")
        #expect(reader(home: nil).read("府中市元町5").municipalityCode == "34208")
        #expect(reader(home: nil).read("府中市本町5").level == .nothing)
        let ambiguous = reader(home: nil).read("熊本市平山町12")
        #expect(ambiguous.level == .municipality)
        #expect(ambiguous.municipalityCode == "43100")
        #expect(ambiguous.municipality == "熊本市")
        #expect(ambiguous.alternatives == ["43102 平山町", "43103 平山町"])
        // Codes of its wards start at 22138, and the last one is 22140.
        #expect(reader(home: nil).read("浜松市").municipalityCode == "22130")
    }

    /// A town that is known both with and without 丁目: a first number that is one of them means it, and says so.
    @Test
    func townWithAndWithoutChome() throws {
        let data = try CarriedData.shared.get()
        let gazetteer = try towns([("14137", "神奈川県", "川崎市麻生区", "細山"), ("14137", "神奈川県", "川崎市麻生区", "細山一丁目")])
        let reader = AddressReader(gazetteers: [gazetteer], prefectures: data.prefectures, home: nil)
        #expect(reader.read("川崎市麻生区細山1-2-3").town == "細山一丁目")
        #expect(reader.read("川崎市麻生区細山1-2").town == "細山一丁目")
        #expect(reader.read("川崎市麻生区細山1-2").alternatives == ["14137 細山"])
        #expect(reader.read("川崎市麻生区細山1-2").confidence < 0.9)
        #expect(reader.read("川崎市麻生区大字細山1-2").town == "細山")
        #expect(reader.read("川崎市麻生区細山1番地2").town == "細山")
        #expect(reader.read("川崎市麻生区細山9-2").town == "細山")
        #expect(reader.read("川崎市麻生区細山1番地").town == "細山")
        #expect(reader.read("川崎市麻生区細山9-9-9").town == "細山")
        #expect(reader.read("川崎市麻生区細山9丁目9-9").level == .municipality)
    }

    @Test
    func keysOfWhatIsNotFound() throws {
        let reader = try CarriedData.shared.get().addressReader()
        let key = reader.read("熊本市中央区手取本町1番1号").key
        #expect(key == "43101|手取本町|1-1")
        #expect(reader.read("熊本県熊本市中央区 手取本町１－１ 市役所").key == key)
        #expect(reader.read("福岡市中央区大名2丁目1番3号").key == reader.read("福岡市中央区大名２の１の３").key)
        #expect(reader.read("").key == "")
        #expect(reader.read("　").key == "")
    }
}
