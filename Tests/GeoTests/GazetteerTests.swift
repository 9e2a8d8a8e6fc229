import Foundation
import Geo
import Model
import TestSupport
import Testing

struct GazetteerTests {
    @Test
    func theCarriedListIsComplete() throws {
        let gazetteer = try CarriedData.shared.get().gazetteer
        #expect(gazetteer.townCount == 136)
        let towns = (0..<gazetteer.townCount).map { gazetteer[$0] }
        #expect(towns.allSatisfy { $0.prefecture == "熊本県" && $0.latitude != nil && $0.source == "kumamoto_demo.csv" })
        #expect(towns.map(\.municipalityCode) == towns.map(\.municipalityCode).sorted())
    }

    /// The earlier list wins, and a later one gives the point that it lacks.
    @Test
    func listsAreStacked() throws {
        let header = "municipality_code,municipality,town,latitude,longitude\n"
        let gazetteer = try gazetteer(of: [
            ("a.csv", header + "43101,熊本市中央区,大江一丁目,,\n43101,熊本市中央区,新町,32.8,130.7\n"),
            (
                "b.csv",
                header
                    + "43101,熊本市中央区,大江１丁目,32.81,130.72\n43101,熊本市中央区,新町,32.81,130.7\n43101,熊本市中央区,大字本山,32.79,130.70\n"
            ),
        ])
        let prefectures = try CarriedData.shared.get().prefectures
        #expect(gazetteer.townCount == 3)
        let reader = AddressReader(gazetteers: [gazetteer], prefectures: prefectures, home: nil)
        let completed = reader.read("熊本市中央区大江1-2-3")
        #expect(completed.town == "大江一丁目")
        #expect(completed.latitude == 32.81)
        #expect(completed.source == "b.csv")
        #expect(reader.read("熊本市中央区新町4-1").latitude == 32.8)
        #expect(reader.read("熊本市本山12").town == "大字本山")
    }

    /// A row without a town gives the municipality's point.
    @Test
    func municipalityAsAWhole() throws {
        let gazetteer = try towns([
            ("43101", "熊本県", "熊本市中央区", ""), ("43101", "熊本県", "熊本市中央区", "新町"), ("43216", "熊本県", "合志市", "豊岡"),
        ])
        let data = try CarriedData.shared.get()
        let reader = AddressReader(gazetteers: [gazetteer], prefectures: data.prefectures, home: nil)
        let place = reader.read("熊本市中央区手取本町1-1")
        #expect(place.level == .municipality)
        #expect(place.latitude == 30.0)
        // Without such a row, the town in the middle stands for it.
        #expect(reader.read("合志市御代志1").latitude == 30.02)
        for address in ["熊本市中央区", "熊本市中央区1-2", "熊本市中央区 12番地"] {
            #expect(reader.read(address).level == .municipality)
            #expect(reader.read(address).town == nil)
        }
    }
}
