import Foundation
import Geo
import Model
import Tabular
import TestSupport
import Testing
import Text

/// Addresses that are hard to read, over all prefectures, against the towns that they need and towns that look like
/// them: `Tests/Fixtures/input/addresses/`.
struct AddressCaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let category: String
        let address: String
        let home: String?
        let prefecture: String?
        let municipality: String?
        let town: String?
        var testDescription: String { "\(category): \(address)" }
    }

    private struct World: Sendable {
        let cases: [Case]
        let gazetteer: Gazetteer
        let prefectures: Prefectures

        init() throws {
            let folder = RepositoryFolder.input.appending(path: "addresses")
            let table = try HeaderedTable(
                path: folder.appending(path: "hard_addresses.csv").path, name: "hard_addresses.csv",
                requiring: ["category", "address", "home", "prefecture", "municipality", "town"])
            cases = table.records.map { record in
                func cell(_ title: String) -> String? { record[title].isEmpty ? nil : record[title] }
                return Case(
                    category: record["category"], address: record["address"], home: cell("home"),
                    prefecture: cell("prefecture"), municipality: cell("municipality"), town: cell("town"))
            }
            prefectures = try CarriedData.shared.get().prefectures
            gazetteer = try Gazetteer(
                try World.plan(prefectures).run([
                    GazetteerImport.File(path: folder.appending(path: "towns.csv").path, name: "towns.csv")
                ]))
        }

        /// With the variants and the former names that the program carries.
        private static func plan(_ prefectures: Prefectures) throws -> GazetteerImport {
            let variants = try HeaderedTable(
                path: RepositoryFolder.data.appending(path: "text/place_variants.csv").path, name: "place_variants.csv",
                requiring: ["variant", "standard"])
            return GazetteerImport(
                prefectures: prefectures,
                variants: CharacterVariants(pairs: variants.records.map { ($0["variant"], $0["standard"]) }),
                renamed: try RenamedPlaces.load(
                    path: RepositoryFolder.data.appending(path: "areas/renamed_places.csv").path,
                    name: "renamed_places.csv"))
        }
    }

    private static let world = Result { try World() }
    private static let cases = (try? world.get().cases) ?? []

    @Test
    func casesOfEveryKindAndPrefecture() throws {
        let world = try Self.world.get()
        #expect(world.cases.count >= 350)
        let sizes = Dictionary(grouping: world.cases, by: \.category).mapValues(\.count)
        #expect(sizes.values.min() ?? 0 >= 8)
        #expect(Set(world.cases.compactMap(\.prefecture)).count == 47)
    }

    @Test(arguments: cases)
    func reads(_ address: Case) throws {
        let world = try Self.world.get()
        let reader = AddressReader(
            gazetteers: [world.gazetteer], prefectures: world.prefectures, home: address.home)
        let read = reader.read(address.address)
        #expect(read.prefecture == address.prefecture)
        #expect(read.municipality == address.municipality)
        #expect(read.town == address.town)
        if address.town == nil { #expect(read.number == "") }
    }

    /// The same with every address as files bring them along: nothing of it may make another town of it.
    @Test(arguments: cases.filter { $0.town != nil })
    func whatDoesNotMatter(_ address: Case) throws {
        let world = try Self.world.get()
        let reader = AddressReader(
            gazetteers: [world.gazetteer], prefectures: world.prefectures, home: address.home)
        let expected = reader.read(address.address)
        let joined = address.address.unicodeScalars.map { scalar in
            Letters.isKanji(scalar) ? "\(scalar)\u{E0100}" : "\(scalar)"
        }
        for variant in [
            "　\(address.address)\n", "\u{FEFF}\(address.address)", joined.joined(),
            address.address.decomposedStringWithCanonicalMapping,
        ] {
            let read = reader.read(variant)
            #expect(read.municipality == expected.municipality, "\(variant)")
            #expect(read.town == expected.town, "\(variant)")
            #expect(read.number == expected.number, "\(variant)")
        }
    }

    private enum Letters {
        static func isKanji(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
    }
}
