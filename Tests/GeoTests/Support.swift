import Foundation
import Geo
import Model
import Tabular
import TestSupport
import Text

/// The data that the package carries, loaded once.
struct CarriedData: Sendable {
    let prefectures: Prefectures
    let gazetteer: Gazetteer
    let hierarchy: AreaHierarchy
    let variants: CharacterVariants

    static let shared = Result { try CarriedData() }

    init() throws {
        let folder = RepositoryFolder.data
        prefectures = try Prefectures.load(
            path: folder.appending(path: "areas/prefectures.csv").path, name: "prefectures.csv")
        gazetteer = try Gazetteer.load(
            paths: [(folder.appending(path: "gazetteer/kumamoto_demo.csv").path, "kumamoto_demo.csv")],
            prefectures: prefectures)
        hierarchy = try AreaHierarchy.load(
            path: folder.appending(path: "areas/kumamoto.csv").path, name: "kumamoto.csv")
        let variantPairs = [("髙", "高"), ("澤", "沢"), ("國", "国"), ("廣", "広"), ("壷", "壺")]
        variants = CharacterVariants(pairs: variantPairs.map { (variant: $0.0, standard: $0.1) })
    }

    func addressReader(home: String? = "43100") -> AddressReader {
        AddressReader(gazetteer: gazetteer, prefectures: prefectures, variants: variants, home: home)
    }

    func areaReader(home: String = "43100", kind: Area.Kind = .ward) -> ServiceAreaReader {
        ServiceAreaReader(
            hierarchy: hierarchy, gazetteer: gazetteer, variants: variants, home: home, reportKind: kind)
    }
}

/// Towns for a test, with points far enough apart to tell them by.
func towns(_ rows: [(code: String, prefecture: String, municipality: String, town: String)]) -> Gazetteer {
    Gazetteer(
        towns: rows.enumerated().map { index, row in
            Gazetteer.Town(
                municipalityCode: row.code, prefecture: row.prefecture, municipality: row.municipality,
                town: row.town, latitude: 30 + Double(index) / 100, longitude: 130, source: "test")
        })
}

/// SplitMix64 (Steele, Lea, Flood 2014), so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
