import Foundation
import Geo
import Model
import Tabular
import TestSupport
import Testing
import Text

/// Texts as organisations write them, for cities with wards, with former wards and with none:
/// `Tests/Fixtures/input/areas/`.
struct AreaTextCaseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let city: String
        let chosen: ServiceAreaKind?
        let text: String
        let kind: String
        let wards: Set<String>
        let outside: Set<String>
        let hasFinding: Bool?
        var testDescription: String { "\(city) \(chosen?.rawValue ?? "-"): \(text)" }
    }

    private struct World: Sendable {
        let cases: [Case]
        let cities: [String: (reader: ServiceAreaReader, hierarchy: AreaHierarchy)]

        init() throws {
            let folder = RepositoryFolder.input.appending(path: "areas")
            let table = try HeaderedTable(
                path: folder.appending(path: "texts.csv").path, name: "texts.csv",
                requiring: ["city", "chosen", "text", "kind", "wards", "outside", "finding"])
            cases = table.records.map { record in
                func names(_ title: String) -> Set<String> { Set(record[title].split(separator: ";").map(String.init)) }
                return Case(
                    city: record["city"], chosen: ServiceAreaKind(rawValue: record["chosen"]), text: record["text"],
                    kind: record["kind"], wards: names("wards"), outside: names("outside"),
                    hasFinding: record["finding"].isEmpty ? nil : record["finding"] == "true")
            }
            let data = try CarriedData.shared.get()
            let variants = try Self.variants()
            var cities: [String: (reader: ServiceAreaReader, hierarchy: AreaHierarchy)] = [
                "kumamoto": (
                    ServiceAreaReader(
                        hierarchy: data.hierarchy, gazetteers: [data.gazetteer], regions: data.regions,
                        variants: variants, home: "43100", reportKind: .ward), data.hierarchy
                )
            ]
            for (city, home) in [
                ("niigata", "15100"), ("sapporo", "01100"), ("hamamatsu", "22130"), ("sakai", "27140"),
                ("joetsu", "15222"),
            ] {
                let hierarchy = try AreaHierarchy.load(
                    path: folder.appending(path: "\(city).csv").path, name: "\(city).csv")
                cities[city] = (
                    ServiceAreaReader(
                        hierarchy: hierarchy, gazetteers: [], regions: data.regions, variants: variants, home: home,
                        reportKind: .ward),
                    hierarchy
                )
            }
            self.cities = cities
        }

        private static func variants() throws -> CharacterVariants {
            let table = try HeaderedTable(
                path: RepositoryFolder.data.appending(path: "text/kanji_variants.csv").path,
                name: "kanji_variants.csv", requiring: ["variant", "standard"])
            return CharacterVariants(pairs: table.records.map { ($0["variant"], $0["standard"]) })
        }
    }

    private static let world = Result { try World() }
    private static let cases = (try? world.get().cases) ?? []

    @Test
    func thereAreCasesForEveryCity() throws {
        let world = try Self.world.get()
        #expect(Set(world.cases.map(\.city)) == Set(world.cities.keys))
        #expect(world.cases.count > 600)
    }

    @Test(arguments: cases)
    func reads(_ example: Case) throws {
        let city = try #require(try Self.world.get().cities[example.city])
        let (area, notUnderstood) = city.reader.read(example.text, chosen: example.chosen)
        #expect(area.kind.rawValue == example.kind)
        #expect(Set(area.codes.compactMap { city.hierarchy[$0]?.name }) == example.wards)
        #expect(Set(area.outsideCodes.map { city.hierarchy[$0]?.name ?? Self.prefecture($0) }) == example.outside)
        if let hasFinding = example.hasFinding {
            #expect((notUnderstood != nil) == hasFinding, "\(notUnderstood ?? "")")
        }
    }

    /// A prefecture has its name, though no table of the city lists it.
    private static func prefecture(_ code: String) -> String {
        (try? CarriedData.shared.get().prefectures.name(of: code) ?? code) ?? code
    }
}

private var townList: URL? {
    guard let file = RepositoryFolder.realData?.appending(path: "gazetteer/geolonia_kumamoto_towns.csv"),
        FileManager.default.fileExists(atPath: file.path)
    else { return nil }
    return file
}

/// Every town of a city by its name, against the wards that the list has it in.
@Suite(.enabled(if: townList != nil, "needs a list of the towns of a city"))
struct TownsOfACityTests {
    @Test(arguments: ["", "地区", "周辺"])
    func everyTownLeadsToItsWards(ending: String) throws {
        let file = try #require(townList)
        let data = try CarriedData.shared.get()
        let gazetteer = try Gazetteer(CarriedData.lists.get().run([.init(path: file.path, name: "towns")]))
        let reader = ServiceAreaReader(
            hierarchy: data.hierarchy, gazetteers: [gazetteer], variants: data.variants, home: "43100",
            reportKind: .ward)
        let table = try HeaderedTable(path: file.path, name: "towns", requiring: ["city_code", "town"])
        var wards: [String: Set<String>] = [:]
        for record in table.records where data.hierarchy.contains("43100", record["city_code"]) {
            let name = record["town"].replacing(/[一二三四五六七八九十]+丁目$/, with: "")
            if name.count > 1 { wards[name, default: []].insert(record["city_code"]) }
        }
        // What the area table says of a name goes before the list.
        for area in data.hierarchy.areas where area.kind == .town { wards[area.name] = Set(area.parents) }
        #expect(wards.count > 300)
        for (name, codes) in wards {
            let found = Set(reader.read(name + ending, chosen: .part).area.codes)
            #expect(found == codes, "\(name + ending)")
        }
    }
}
