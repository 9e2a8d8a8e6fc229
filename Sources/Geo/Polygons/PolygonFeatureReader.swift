import Model

/// Turns the features of a file into areas, and collects what is wrong with them.
struct PolygonFeatureReader {
    private let collection: GeoJSONCollection
    private let layout: PolygonLayout
    private let kind: Area.Kind?
    private let name: String
    private let text: [UInt8]
    private var points: [AreaPolygon.Point]
    private var areas: [PolygonArea] = []
    private var indexes: [PolygonArea.Key: Int] = [:]
    private var findings: [Finding] = []
    /// Findings of one kind, told and not told.
    private var counts: [ProblemCode: Int] = [:]

    /// Findings of one kind that are told; of the others only how many there are.
    private static let told = 100

    init(
        _ collection: GeoJSONCollection, layout: PolygonLayout, kind: Area.Kind?, name: String, text: [UInt8]
    ) {
        self.collection = collection
        self.layout = layout
        self.kind = kind
        self.name = name
        self.text = text
        points = collection.points
    }

    /// - Throws: `StageError` when nothing can be used.
    mutating func read(_ features: [GeoJSONCollection.Feature], grids: String?) throws(StageError) -> PolygonFile {
        try shift(grids: grids)
        for feature in features { read(feature) }
        for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where count > Self.told {
            findings.append(Finding(.warning, code, at: CellLocation(file: name), found: "+\(count - Self.told)"))
        }
        guard !areas.isEmpty else {
            let problems = findings.map(\.problem)
            throw StageError(
                problems.isEmpty
                    ? [Problem(.valueType, at: CellLocation(file: name), expected: "Polygon, MultiPolygon")]
                    : Array(problems.prefix(10)))
        }
        return PolygonFile(name: name, layout: layout, findings: findings, areas: areas)
    }

    // MARK: Reference system

    private mutating func shift(grids: String?) throws(StageError) {
        guard let written = collection.referenceSystem, !written.hasSuffix("CRS84") else { return }
        let digits = String(
            String.UnicodeScalarView(written.unicodeScalars.reversed().prefix { $0.isDigit }.reversed()))
        guard let epsg = Int(digits), let system = ReferenceSystem(epsg: epsg) else {
            throw StageError(
                .valueUnknown, at: CellLocation(file: name, column: "crs"), found: written,
                expected: "EPSG: " + ReferenceSystem.known)
        }
        guard system.datum == .tokyo || system.planeZone != nil else { return }
        // GeoJSON has x before y whatever the system says, and PROJ the system's own order: y, which is X in Japan.
        var pairs = points.map { CoordinatePair(first: $0.latitude, second: $0.longitude) }
        let done = try DatumShift(grids: grids).shift(&pairs, from: system)
        points = pairs.map { AreaPolygon.Point(longitude: $0.second, latitude: $0.first) }
        findings += done.filter(\.isWorthTelling).map { $0.finding(list: name) }
    }

    // MARK: One feature

    private mutating func read(_ feature: GeoJSONCollection.Feature) {
        let location = CellLocation(file: name, sheet: "feature \(feature.number)")
        guard let geometry = feature.geometryType, ["Polygon", "MultiPolygon"].contains(geometry),
            feature.depth == (geometry == "Polygon" ? 3 : 4)
        else {
            report(
                .valueType, feature, location.column("geometry"), found: feature.geometryType ?? "null",
                expected: "Polygon, MultiPolygon")
            return
        }
        var reading = layout.read(feature, source: layout.source(file: name), at: location)
        reading.area.kind = kind ?? reading.area.kind
        for fault in reading.faults {
            report(
                .valueType, feature, location.column(fault.property), found: feature.value(fault.property) ?? "",
                expected: fault.expected)
        }
        guard isNamed(reading, feature, location) else { return }
        guard let polygon = polygon(feature, location), !polygon.isEmpty else { return }
        reading.area.polygon = polygon
        add(reading, feature)
    }

    private mutating func isNamed(
        _ reading: PolygonLayout.Reading, _ feature: GeoJSONCollection.Feature, _ location: CellLocation
    ) -> Bool {
        let area = reading.area
        if let property = reading.codeProperty, area.code.isEmpty || isUnassigned(area) {
            // Land whose municipality isn't settled (所属未定地) has no code, and nobody lives there.
            let isLand = area.name.hasPrefix("所属未定")
            report(
                .polygonCodeMissing, feature, location.column(property), severity: isLand ? .info : .warning,
                found: area.name.isEmpty ? area.code : area.name)
            return false
        }
        if area.name.isEmpty {
            // Water and unpeopled ground of the census have a code and no name.
            let isLand = layout == .censusTowns
            report(
                .polygonNameMissing, feature, location.column(reading.nameProperty),
                severity: isLand ? .info : .warning, found: area.code)
            return false
        }
        if area.code.contains(";") {
            report(
                .valueType, feature, location.column(reading.codeProperty ?? ""), found: area.code, expected: "99101")
            return false
        }
        return true
    }

    /// 43000: a prefecture's code where a municipality's should be.
    private func isUnassigned(_ area: PolygonArea) -> Bool {
        layout == .administrative && (area.code.utf8.count != 5 || area.code.hasSuffix("000"))
    }

    private mutating func add(_ reading: PolygonLayout.Reading, _ feature: GeoJSONCollection.Feature) {
        let area = reading.area
        guard let index = indexes[area.key] else {
            indexes[area.key] = areas.count
            areas.append(area)
            return
        }
        if areas[index].name != area.name {
            report(
                .polygonNameDiffers, feature, area.location.column(reading.nameProperty), found: area.name,
                expected: "\(area.code) \(areas[index].name)")
        }
        areas[index].polygon.append(area.polygon)
        // The census says the population of a town with each of its parts once more, as 0 for all but one.
        if let more = area.population, more > areas[index].population ?? -1 { areas[index].population = more }
    }

    // MARK: Rings

    private mutating func polygon(_ feature: GeoJSONCollection.Feature, _ location: CellLocation) -> AreaPolygon? {
        var polygon = AreaPolygon()
        let broken = counts[.ringBroken]
        for rings in feature.polygons {
            guard rings.allSatisfy({ isInJapan($0, feature, location) }) else { return nil }
            polygon.append(rings.map { closed($0, feature, location) })
        }
        if polygon.isEmpty, counts[.ringBroken] == broken {
            report(.ringBroken, feature, location.column("coordinates"), found: "[]", expected: "≥ 4")
        }
        return polygon
    }

    private mutating func isInJapan(
        _ ring: Range<Int>, _ feature: GeoJSONCollection.Feature, _ location: CellLocation
    ) -> Bool {
        guard let wrong = points[ring].first(where: { !Self.isInJapan($0.longitude, $0.latitude) }) else { return true }
        let column = location.column("coordinates")
        if Self.isInJapan(wrong.latitude, wrong.longitude) {
            report(
                .coordinatesSwapped, feature, column, found: "[\(wrong.longitude), \(wrong.latitude)]",
                expected: "[\(wrong.latitude), \(wrong.longitude)]")
        } else {
            report(
                .polygonOutsideJapan, feature, column, found: "[\(wrong.longitude), \(wrong.latitude)]",
                expected: "122–154, 20–46")
        }
        return false
    }

    private static func isInJapan(_ longitude: Double, _ latitude: Double) -> Bool {
        longitude >= 122 && longitude <= 154 && latitude >= 20 && latitude <= 46
    }

    private mutating func closed(
        _ ring: Range<Int>, _ feature: GeoJSONCollection.Feature, _ location: CellLocation
    ) -> ArraySlice<AreaPolygon.Point> {
        var slice = points[ring]
        if let first = slice.first, first != slice.last {
            slice.append(first)
            report(
                .ringOpen, feature, location.column("coordinates"), found: "[\(first.longitude), \(first.latitude)]")
        }
        if slice.count < 4 {
            report(.ringBroken, feature, location.column("coordinates"), found: "\(ring.count)", expected: "≥ 4")
        }
        return slice
    }

    // MARK: Findings

    private mutating func report(
        _ code: ProblemCode, _ feature: GeoJSONCollection.Feature, _ location: CellLocation,
        severity: Severity = .warning, found: String = "", expected: String = ""
    ) {
        counts[code, default: 0] += 1
        guard counts[code, default: 0] <= Self.told else { return }
        var location = location
        location.row = text.lineNumber(at: feature.offset)
        findings.append(Finding(severity, code, at: location, found: found, expected: expected))
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
}
