import Model
import Text

extension PolygonLayout {
    /// What a feature says of its area, without the polygon.
    struct Reading {
        var area: PolygonArea
        /// Where its code stands; `nil` where the layout has none.
        var codeProperty: String?
        var nameProperty: String
        /// Properties whose value can't be used, with the form that is wanted.
        var faults: [(property: String, expected: String)] = []
    }

    func read(_ feature: GeoJSONCollection.Feature, source: String, at location: CellLocation) -> Reading {
        var reading = Reading(
            area: PolygonArea(code: "", name: "", source: source, location: location), nameProperty: "name")
        switch self {
        case .administrative: Self.administrative(feature, &reading)
        case .schoolDistricts: Self.district(feature, &reading, municipality: "A27_005", name: "A27_007")
        case .schoolDistrictsFromOne: Self.district(feature, &reading, municipality: "A27_001", name: "A27_003")
        case .schoolDistrictsWithCode:
            let name = feature.value("A27_004_ja") == nil ? "A27_004" : "A27_004_ja"
            Self.district(feature, &reading, municipality: "A27_001", code: "A27_003", name: name)
        case .censusTowns: Self.town(feature, &reading)
        case .plain: Self.plain(feature, &reading)
        case .own(let own): Self.own(own, feature, &reading)
        }
        reading.area.name = Width.folded(reading.area.name)
        return reading
    }

    // MARK: 国土数値情報

    private static func administrative(_ feature: GeoJSONCollection.Feature, _ reading: inout Reading) {
        (reading.codeProperty, reading.nameProperty) = ("N03_007", "N03_004")
        reading.area.code = feature.value("N03_007") ?? ""
        reading.area.prefecture = feature.value("N03_001")
        reading.area.name = feature.value("N03_004") ?? ""
        reading.area.kind = .municipality
        // A ward without its city would make a city without a name: it is left out like an area that has none.
        if let ward = feature.value("N03_005"), !reading.area.name.isEmpty {
            (reading.area.kind, reading.area.city) = (.ward, reading.area.name)
            reading.area.name = ward
            reading.nameProperty = "N03_005"
        } else if let city = feature.value("N03_003"), city.hasSuffix("市"), reading.area.name.hasSuffix("区") {
            (reading.area.kind, reading.area.city) = (.ward, city)
        }
    }

    private static func district(
        _ feature: GeoJSONCollection.Feature, _ reading: inout Reading, municipality: String, code: String? = nil,
        name: String
    ) {
        (reading.codeProperty, reading.nameProperty) = (code, name)
        reading.area.kind = .schoolDistrict
        reading.area.municipality = feature.value(municipality)
        reading.area.code = code.flatMap(feature.value) ?? ""
        reading.area.name = SchoolName.district(feature.value(name) ?? "")
    }

    // MARK: 国勢調査

    private static func town(_ feature: GeoJSONCollection.Feature, _ reading: inout Reading) {
        (reading.codeProperty, reading.nameProperty) = ("KEY_CODE", "S_NAME")
        reading.area.kind = .town
        reading.area.code = feature.value("KEY_CODE") ?? ""
        reading.area.name = feature.value("S_NAME") ?? ""
        // The first five digits are those of the municipality.
        if reading.area.code.utf8.count >= 5 { reading.area.municipality = String(reading.area.code.prefix(5)) }
        setPopulation("JINKO", feature, &reading)
    }

    // MARK: Others

    private static func plain(_ feature: GeoJSONCollection.Feature, _ reading: inout Reading) {
        let code = feature.value("area_code") == nil ? "code" : "area_code"
        let name = ["area", "ward", "name", "city"].first { feature.value($0) != nil } ?? "name"
        (reading.codeProperty, reading.nameProperty) = (code, name)
        reading.area.code = feature.value(code) ?? ""
        reading.area.name = feature.value(name) ?? ""
        reading.area.prefecture = feature.value("pref")
        if feature.value("ward") != nil {
            (reading.area.kind, reading.area.city) = (.ward, feature.value("city"))
        }
        if let written = feature.value("kind") {
            reading.area.kind = Area.Kind(rawValue: written)
            if reading.area.kind == nil {
                reading.faults.append(("kind", Area.Kind.allCases.map(\.rawValue).joined(separator: ", ")))
            }
        }
        reading.area.parents = (feature.value("parent_codes") ?? "").split(separator: ";").map(String.init)
        setPopulation("population", feature, &reading)
        if let written = feature.value("population_as_of") {
            reading.area.populationAsOf = JapaneseDate.parse(written)?.date
            if reading.area.populationAsOf == nil { reading.faults.append(("population_as_of", "2022-12-01")) }
        }
        if reading.area.kind == .schoolDistrict { reading.area.name = SchoolName.district(reading.area.name) }
    }

    private static func own(
        _ own: OwnPolygonLayout, _ feature: GeoJSONCollection.Feature, _ reading: inout Reading
    ) {
        plain(feature, &reading)
        reading.area.kind = own.kind ?? reading.area.kind
        if let code = own.code {
            reading.codeProperty = code
            reading.area.code = feature.value(code) ?? ""
        }
        if let name = own.name {
            reading.nameProperty = name
            reading.area.name = feature.value(name) ?? ""
        }
        if let population = own.population { setPopulation(population, feature, &reading) }
        if reading.area.kind == .schoolDistrict {
            reading.area.name = SchoolName.district(reading.area.name)
            if own.code == nil, reading.area.code.isEmpty { reading.codeProperty = nil }
        }
    }

    private static func setPopulation(
        _ property: String, _ feature: GeoJSONCollection.Feature, _ reading: inout Reading
    ) {
        guard let written = feature.value(property) else { return }
        // 1234.0 is how some programs write a whole number.
        let number = Double(written)
        if let number, number >= 0, number < 1e9, number == number.rounded() {
            reading.area.population = Int(number)
        } else {
            reading.faults.append((property, "186818"))
        }
    }
}

/// Names of school districts as the table of areas has them: 丙 for 乙市立丙小学校.
enum SchoolName {
    static func district(_ name: String) -> String {
        var short = Substring(name)
        if let founder = short.range(of: "立"), short[..<founder.lowerBound].last.map("市町村区県".contains) ?? false {
            short = short[founder.upperBound...]
        }
        for ending in ["小学校通学区域", "小学校校区", "小学校区", "小学校", "校区", "学区"]
        where short.hasSuffix(ending) && short.count > ending.count {
            return String(short.dropLast(ending.count))
        }
        return String(short.isEmpty ? Substring(name) : short)
    }
}

extension Substring {
    /// Where a single character stands first.
    fileprivate func range(of character: Character) -> Range<Index>? {
        firstIndex(of: character).map { $0..<index(after: $0) }
    }
}
