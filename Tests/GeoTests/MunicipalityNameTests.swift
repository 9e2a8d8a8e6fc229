import Testing

@testable import Geo

@Suite("Codes of cities")
struct MunicipalityNameTests {
    private func cities(_ rows: [(code: UInt32, name: String)]) -> [UInt32] {
        MunicipalityName.cityCodes(of: rows.map { MunicipalityName(code: $0.code, name: $0.name) })
    }

    @Test("a ward belongs to the designated city that its prefecture's numbers begin with")
    func designatedCities() {
        #expect(cities([(43101, "熊本市中央区"), (43105, "熊本市北区"), (43216, "合志市")]) == [43100, 43100, 43216])
        #expect(cities([(14104, "横浜市中区"), (14131, "川崎市川崎区"), (14151, "相模原市緑区")]) == [14100, 14130, 14150])
        #expect(cities([(22138, "浜松市中央区"), (22140, "浜松市天竜区")]) == [22130, 22130])
    }

    @Test("a ward whose code isn't known belongs to the city of the others")
    func wardsWithoutCode() {
        #expect(cities([(22138, "浜松市中央区"), (22800, "浜松市中区")]) == [22130, 22130])
    }

    @Test("wards of which no code is known are one city, which has no official code")
    func citiesWithoutCode() {
        let codes = cities([(22800, "浜松市中区"), (22801, "浜松市南区"), (22101, "静岡市葵区")])
        #expect(codes[0] == codes[1])
        #expect(!MunicipalityBook.isOfficial(codes[0]))
        #expect(codes[2] == 22100)
    }
}
