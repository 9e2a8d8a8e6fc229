internal import Geo
internal import Model
internal import Text

/// A town of the gazetteer, in the parts that people leave out or write differently.
struct Town {
    let prefecture: String
    /// As the gazetteer writes it.
    let municipality: String
    /// 菊池郡; empty outside counties.
    let county: String
    /// 大津町, 熊本市, 合志市
    let city: String
    /// 中央区; empty where there is none.
    let ward: String
    /// As the gazetteer writes it.
    let name: String
    /// The name without its 丁目.
    let stem: String
    let chome: Int?
    /// Whether no other ward of the city has a town of that name, with whatever 丁目.
    private(set) var isOnlyOne = true
    /// Whether the name without its 丁目 is a town too: 高須2-41 is in either of them.
    private(set) var hasNamesake = false

    init(_ town: Gazetteer.Town) {
        prefecture = town.prefecture
        municipality = town.municipality
        name = town.town
        var rest = Substring(municipality)
        if rest.hasSuffix("町") || rest.hasSuffix("村"), let end = rest.dropFirst().firstIndex(of: "郡") {
            county = String(rest[...end])
            rest = rest[rest.index(after: end)...]
        } else {
            county = ""
        }
        // 市 may stand in a name (市川市); wards are those of 20 cities, where the first one is the end.
        if rest.hasSuffix("区"), let end = rest.firstIndex(of: "市") {
            ward = String(rest[rest.index(after: end)...])
            rest = rest[...end]
        } else {
            ward = ""
        }
        city = String(rest)
        (stem, chome) = Self.parts(of: town.town)
    }

    private static func parts(of name: String) -> (String, Int?) {
        guard name.hasSuffix("丁目") else { return (name, nil) }
        let before = name.unicodeScalars.dropLast(2)
        let numeral = before.reversed().prefix(while: Numerals.isKanjiNumeral).reversed()
        guard numeral.count < before.count, let chome = Numerals.value(Array(numeral)) else { return (name, nil) }
        return (String(before.dropLast(numeral.count)), chome)
    }

    /// All of a gazetteer that have a name.
    static func all(in path: String) throws -> [Town] {
        let gazetteer = try Gazetteer(path: path, name: path)
        var towns = (0..<gazetteer.townCount).map { Town(gazetteer[$0]) }.filter { !$0.name.isEmpty }
        var wards: [String: Set<String>] = [:]
        var names: Set<String> = []
        for town in towns {
            wards[town.stemInCity, default: []].insert(town.ward)
            if town.chome == nil { names.insert(town.municipality + town.stem) }
        }
        for index in towns.indices {
            let town = towns[index]
            towns[index].isOnlyOne = wards[town.stemInCity]?.count == 1
            towns[index].hasNamesake = town.chome != nil && names.contains(town.municipality + town.stem)
        }
        return towns
    }

    private var stemInCity: String { "\(prefecture)\(city) \(stem)" }
}
