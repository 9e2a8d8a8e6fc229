import Foundation
import Geo
import Model
import TestSupport
import Testing

struct AreaHierarchyTests {
    @Test
    func theCarriedFile() throws {
        let hierarchy = try CarriedData.shared.get().hierarchy
        let wards = hierarchy.reportAreas(kind: .ward, in: "43100")
        #expect(wards.map(\.name) == ["中央区", "東区", "西区", "南区", "北区"])
        #expect(wards.map(\.code) == ["43101", "43102", "43103", "43104", "43105"])
        // The wards add up to the city.
        #expect(wards.compactMap(\.population).reduce(0, +) == hierarchy["43100"]?.population)
        #expect(hierarchy.details(of: "43101")?.squareKilometres == 25.45)
        #expect(hierarchy.details(of: "43101")?.populationAsOf == CivilDate(year: 2022, month: 12, day: 1))
        #expect(hierarchy.areas.allSatisfy { hierarchy.details(of: $0.code)?.source.isEmpty == false })
        let districts = hierarchy.areas(of: .schoolDistrict, in: "43100")
        #expect(districts.count == 92)
        #expect(districts.allSatisfy { hierarchy.contains("43", $0.code) })
        #expect(hierarchy.areas(of: .municipality, in: "43").count == 45)
    }

    @Test
    func aCityWithoutWards() throws {
        let hierarchy = try CarriedData.shared.get().hierarchy
        #expect(hierarchy.reportAreas(kind: .ward, in: "43216").map(\.name) == ["合志市"])
        #expect(hierarchy.reportAreas(kind: .ward, in: "99999").isEmpty)
    }

    @Test
    func ancestorsAndChildren() {
        let rows: [(code: String, name: String, kind: Area.Kind, parents: [String])] = [
            ("1", "県", .prefecture, []), ("2", "市", .municipality, ["1"]), ("3", "東区", .ward, ["2"]),
            ("4", "西区", .ward, ["2"]), ("5", "境", .schoolDistrict, ["3", "4"]), ("5", "二度", .town, []),
            ("6", "迷子", .town, ["9"]),
        ]
        let details = AreaHierarchy.Details(populationAsOf: nil, squareKilometres: nil, source: "")
        let hierarchy = AreaHierarchy(
            areas: rows.map { (Area(code: $0.code, name: $0.name, kind: $0.kind, parents: $0.parents), details) })
        #expect(hierarchy.areas.count == 6)
        #expect(hierarchy["5"]?.name == "境")
        #expect(hierarchy.ancestors(of: "5").map(\.code) == ["1", "2", "3", "4"])
        #expect(hierarchy.children(of: "3").map(\.code) == ["5"])
        #expect(hierarchy.areas(of: .schoolDistrict, in: "2").map(\.code) == ["5"])
        #expect(hierarchy.contains("2", "5"))
        #expect(!hierarchy.contains("5", "2"))
        #expect(hierarchy.ancestors(of: "6").isEmpty)
    }

    @Test
    func everyFaultIsNamed() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(
            """
            area_code,area,kind,parent_codes,population,population_as_of,area_km2,source
            43100,熊本市,municipality,,many,,,
            43101,中央区,district,43100,,,,
            43102,東区,ward,43999,,,,
            43102,西区,ward,43100,,2022-13-01,-1,
            ,,ward,,,,,
            """, to: "a.csv")
        let error = #expect(throws: StageError.self) { try AreaHierarchy.load(path: file.path, name: "a.csv") }
        let found = error?.problems.map { "\($0.location.row ?? 0) \($0.location.column ?? "")" } ?? []
        #expect(
            found == [
                "2 population", "3 kind", "5 area_km2", "5 population_as_of", "6 area_code", "6 area",
                "3 parent_codes", "4 parent_codes", "5 parent_codes",
            ])
    }
}
