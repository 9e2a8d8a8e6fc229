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
    let regions: AreaRegions
    let hierarchy: AreaHierarchy
    let variants: CharacterVariants

    static let shared = Result { try CarriedData() }

    /// Made once: its table of letters has all characters.
    static let lists = Result {
        GazetteerImport(
            prefectures: try Prefectures.load(
                path: RepositoryFolder.data.appending(path: "areas/prefectures.csv").path, name: "prefectures.csv"),
            variants: someVariants)
    }

    private static let someVariants = CharacterVariants(
        pairs: [("髙", "高"), ("澤", "沢"), ("國", "国"), ("廣", "広"), ("壷", "壺")].map { (variant: $0, standard: $1) })

    init() throws {
        let folder = RepositoryFolder.data
        prefectures = try Prefectures.load(
            path: folder.appending(path: "areas/prefectures.csv").path, name: "prefectures.csv")
        gazetteer = try Gazetteer(
            Self.lists.get().run([
                GazetteerImport.File(
                    path: folder.appending(path: "gazetteer/kumamoto_demo.csv").path, name: "kumamoto_demo.csv")
            ]))
        regions = try AreaRegions.load(
            path: folder.appending(path: "areas/regions.csv").path, name: "regions.csv", prefectures: prefectures)
        hierarchy = try AreaHierarchy.load(
            path: folder.appending(path: "areas/kumamoto.csv").path, name: "kumamoto.csv")
        variants = Self.someVariants
    }

    func addressReader(home: String? = "43100") -> AddressReader {
        AddressReader(gazetteers: [gazetteer], prefectures: prefectures, home: home)
    }

    func areaReader(
        home: String = "43100", kind: Area.Kind = .ward, municipalities: MunicipalityCodes = MunicipalityCodes()
    ) -> ServiceAreaReader {
        ServiceAreaReader(
            hierarchy: hierarchy, gazetteers: [gazetteer], municipalities: municipalities, regions: regions,
            variants: variants, home: home, reportKind: kind)
    }
}

/// Towns for a test, with points far enough apart to tell them by.
func towns(_ rows: [(code: String, prefecture: String, municipality: String, town: String)]) throws -> Gazetteer {
    let lines = rows.enumerated().map { index, row in
        "\(row.code),\(row.prefecture),\(row.municipality),\(row.town),\(30 + Double(index) / 100),130"
    }
    let header = "municipality_code,prefecture,municipality,town,latitude,longitude"
    return try gazetteer(of: [("test", ([header] + lines).joined(separator: "\n") + "\n")])
}

/// The gazetteer that lists make, in the order of preference.
func gazetteer(of lists: [(name: String, text: String)]) throws -> Gazetteer {
    let folder = try ScratchFolder()
    let files = try lists.map {
        GazetteerImport.File(path: try folder.write($0.text, to: $0.name).path, name: $0.name)
    }
    return try Gazetteer(try CarriedData.lists.get().run(files))
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

extension ServiceAreaReader {
    /// In short, as most examples are written.
    func read(_ text: String, chosen: ServiceAreaKind?) -> (area: ServiceArea, notUnderstood: String?) {
        let reading = reading(text, chosen: chosen)
        return (reading.area, reading.unread)
    }
}
