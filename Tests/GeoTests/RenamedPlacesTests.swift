import Foundation
import Geo
import Model
import TestSupport
import Testing

/// Municipalities and towns that were merged or renamed: a list has one of the names, people write both.
struct RenamedPlacesTests {
    private static let table = """
        prefecture,municipality,former,present,since,source
        兵庫県,,篠山市,丹波篠山市,2019-05-01,test
        宮城県,,黒川郡富谷町,富谷市,2016-10-10,test
        埼玉県,,岩槻市,さいたま市岩槻区,2005-04-01,test
        熊本県,,鹿本郡植木町,熊本市,2010-03-23,test
        岩手県,,水沢市,奥州市,2006-02-20,test
        静岡県,,浜松市中区,浜松市中央区,2024-01-01,test
        静岡県,,浜松市東区,浜松市中央区,2024-01-01,test
        東京都,新宿区,三栄町,四谷三栄町,2018-08-13,test
        """

    private func reader(
        _ rows: [(code: String, prefecture: String, municipality: String, town: String)]
    ) throws -> AddressReader {
        let folder = try ScratchFolder()
        let renamed = try RenamedPlaces.load(
            path: try folder.write(Self.table, to: "renamed.csv").path, name: "renamed.csv")
        let lines = rows.enumerated().map { index, row in
            "\(row.code),\(row.prefecture),\(row.municipality),\(row.town),\(30 + Double(index) / 100),130"
        }
        let list = (["municipality_code,prefecture,municipality,town,latitude,longitude"] + lines)
            .joined(separator: "\n")
        let plan = GazetteerImport(
            prefectures: try CarriedData.shared.get().prefectures, variants: try CarriedData.shared.get().variants,
            renamed: renamed)
        let gazetteer = try Gazetteer(
            plan.run([GazetteerImport.File(path: try folder.write(list, to: "list.csv").path, name: "list.csv")]))
        return AddressReader(
            gazetteers: [gazetteer], prefectures: try CarriedData.shared.get().prefectures, home: nil)
    }

    @Test(arguments: [
        ("兵庫県篠山市北新町41", "28221", "北新町"), ("篠山市北新町41", "28221", "北新町"),
        ("宮城県黒川郡富谷町富谷坂松田30", "04216", "富谷坂松田"), ("富谷町富谷坂松田30", "04216", "富谷坂松田"),
        ("埼玉県岩槻市本町3-2-5", "11110", "本町三丁目"), ("熊本県鹿本郡植木町岩野238", "43105", "植木町岩野"),
        ("岩手県水沢市大手町1-1", "03215", "水沢大手町一丁目"), ("東京都新宿区三栄町25", "13104", "四谷三栄町"),
    ])
    func formerNames(address: String, code: String, town: String) throws {
        let reader = try reader([
            ("28221", "兵庫県", "丹波篠山市", "北新町"), ("04216", "宮城県", "富谷市", "富谷坂松田"),
            ("11110", "埼玉県", "さいたま市岩槻区", "本町三丁目"), ("11105", "埼玉県", "さいたま市中央区", "本町東三丁目"),
            ("43105", "熊本県", "熊本市北区", "植木町岩野"), ("43104", "熊本県", "熊本市南区", "城南町岩野"),
            ("03215", "岩手県", "奥州市", "水沢大手町一丁目"), ("13104", "東京都", "新宿区", "四谷三栄町"),
        ])
        let read = reader.read(address)
        #expect(read.municipalityCode == code)
        #expect(read.town == town)
        #expect(read.confidence < 0.9)
    }

    /// A list that is older than the address.
    @Test
    func namesThatTheListDoesNotHaveYet() throws {
        let reader = try reader([
            ("28221", "兵庫県", "篠山市", "北新町"), ("22131", "静岡県", "浜松市中区", "元城町"),
            ("22132", "静岡県", "浜松市東区", "天王町"), ("13102", "東京都", "中央区", "銀座一丁目"),
            ("13104", "東京都", "新宿区", "三栄町"),
        ])
        #expect(reader.read("兵庫県丹波篠山市北新町41").town == "北新町")
        #expect(reader.read("浜松市中央区元城町103-2").municipalityCode == "22131")
        #expect(reader.read("浜松市中央区天王町1").municipalityCode == "22132")
        #expect(reader.read("新宿区四谷三栄町12-4").town == "三栄町")
        // 中央区 without a city is the one that there is.
        #expect(reader.read("中央区銀座1-2-3").municipalityCode == "13102")
        #expect(reader.read("中央区元城町103-2").level < .town)
    }

    /// What the list has is never read as something else.
    @Test
    func namesThatTheListHasStay() throws {
        let reader = try reader([
            ("28221", "兵庫県", "丹波篠山市", "北新町"), ("28220", "兵庫県", "篠山市", "南新町"),
            ("13104", "東京都", "新宿区", "四谷三栄町"), ("13104", "東京都", "新宿区", "三栄町"),
        ])
        #expect(reader.read("兵庫県篠山市南新町1").municipalityCode == "28220")
        #expect(reader.read("兵庫県篠山市北新町1").level == .municipality)
        #expect(reader.read("兵庫県篠山市南新町1").confidence == 1)
        #expect(reader.read("新宿区三栄町1").town == "三栄町")
    }

    /// A municipality that no table has: only a town that is found once in the prefecture says where it lies.
    @Test
    func unknownMunicipality() throws {
        let reader = try reader([
            ("43104", "熊本県", "熊本市南区", "城南町沈目"), ("43101", "熊本県", "熊本市中央区", "手取本町"),
            ("43202", "熊本県", "八代市", "本町一丁目"), ("43208", "熊本県", "山鹿市", "本町一丁目"),
            ("27103", "大阪府", "大阪市福島区", "福島一丁目"),
        ])
        let former = reader.read("熊本県下益城郡城南町沈目12")
        #expect(former.town == "城南町沈目")
        #expect(former.confidence < 0.7)
        #expect(reader.read("熊本県熊元市手取本町1-1").town == "手取本町")
        #expect(reader.read("熊本県熊元市本町1-1").level == .prefecture)
        #expect(reader.read("熊本県熊元市福島1-1").level == .prefecture)
        #expect(reader.read("大阪府八代市手取本町1-1").level == .nothing)
    }

    @Test
    func cellsThatAreEmptyAreNamed() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(
            "prefecture,municipality,former,present\n兵庫県,,篠山市,\n,,a,b\n", to: "renamed.csv")
        let error = #expect(throws: StageError.self) {
            try RenamedPlaces.load(path: file.path, name: "renamed.csv")
        }
        #expect(error?.problems.map(\.code) == [.formCellEmpty, .formCellEmpty])
        #expect(error?.problems.map(\.location.row) == [2, 3])
    }
}
