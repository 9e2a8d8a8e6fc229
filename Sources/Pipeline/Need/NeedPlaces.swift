internal import Analysis
internal import Geo
internal import Model
internal import Text

/// The areas that a need file can speak of, by code and name: those of the report, and those around them in the city.
struct NeedPlaces {
    let areas: NeedAreas
    /// Those of the report first.
    let all: [Area]
    /// By every way to write an area; several where areas share a name.
    private let codes: [String: [String]]

    init(_ inputs: WaveInputs) {
        let city = inputs.wave.municipality
        let hierarchy = inputs.hierarchy
        let around = inputs.reportAreas.map { area in
            hierarchy.ancestors(of: area.code).filter { hierarchy.contains(city.code, $0.code) }
        }
        let codesInside = Set(around.joined().map(\.code))
        let outer = hierarchy.areas.filter { codesInside.contains($0.code) }
        areas = NeedAreas(
            inputs.reportAreas,
            outer: outer.map { outer in
                let members = around.indices.filter { around[$0].contains { $0.code == outer.code } }
                return NeedAreas.Outer(
                    code: outer.code, level: Self.level(outer.kind), members: members,
                    belonging: members.map { member in 1 / Double(around[member].count { $0.kind == outer.kind }) })
            })
        all = inputs.reportAreas + outer
        var codes: [String: [String]] = [:]
        for area in all {
            for name in Set(Self.names(area, in: city).map(Self.key)) { codes[name, default: []].append(area.code) }
        }
        self.codes = codes
    }

    /// The code of the area that is written; `nil` for none and for several.
    func code(_ written: String) -> String? {
        let key = Self.key(written)
        // Excel takes the zero off 01100.
        guard let found = codes[key] ?? codes["0" + key], found.count == 1 else { return nil }
        return found[0]
    }

    /// What may have been meant by a text that is no area.
    func suggestions(_ written: String) -> String {
        let key = Self.key(written)
        let several = codes[key] ?? []
        if several.count > 1 { return several.joined(separator: ", ") }
        let isCode = key.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return NearestNames.suggestions(for: key, among: all.map { isCode ? $0.code : $0.name })
            .joined(separator: ", ")
    }

    private static func key(_ text: String) -> String { Width.foldedWithoutSpaces(text) }

    private static func names(_ area: Area, in city: Wave.Municipality) -> [String] {
        var names = [area.code, area.name]
        switch area.kind {
        case .ward: names.append(city.name + area.name)
        case .schoolDistrict: names += ["校区", "小学校区", "小校区"].map { area.name + $0 }
        case .prefecture, .municipality, .town, .mesh: break
        }
        return names
    }

    private static func level(_ kind: Area.Kind) -> Int {
        switch kind {
        case .mesh, .town: 0
        case .schoolDistrict: 1
        case .ward: 2
        case .municipality: 3
        case .prefecture: 4
        }
    }
}
