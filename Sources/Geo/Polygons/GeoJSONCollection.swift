/// The features of a GeoJSON text (RFC 7946), as they stand there: nothing is judged yet.
struct GeoJSONCollection {
    struct Feature {
        /// From 1.
        let number: Int
        /// Bytes from the beginning of the text.
        let offset: Int
        /// In the order of the text. Numbers are as they are written; `nil` is null, or a value with parts.
        fileprivate(set) var properties: [(name: String, value: String?)] = []
        /// `nil` where there is no geometry, or it is null.
        fileprivate(set) var geometryType: String?
        /// How deep its coordinates are nested: 1 for a point, 3 for a polygon, 4 for several; 0 without any.
        fileprivate(set) var depth = 0
        /// Rings by polygon, as indexes of ``GeoJSONCollection/points``.
        fileprivate(set) var polygons: [[Range<Int>]] = []

        /// Text of a property; `nil` where it isn't there, null or blank.
        func value(_ name: String) -> String? {
            properties.first { $0.name == name }?.value.flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// The member `type`; `nil` where there is none.
    private(set) var type: String?
    /// The name in a `crs` member, which GeoJSON had before 2016 and programs still write.
    private(set) var referenceSystem: String?
    /// `nil` where there is no member `features`.
    private(set) var features: [Feature]?
    /// Of all rings. A third coordinate is left out.
    private(set) var points: [AreaPolygon.Point] = []

    /// - Parameter bytes: valid UTF-8.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
        var scanner = JSONScanner(bytes)
        var collection = GeoJSONCollection()
        try scanner.forEachKey { scanner, key throws(JSONFault) in
            switch key {
            case "type": collection.type = try scanner.scalarText()
            case "crs": collection.referenceSystem = try Self.referenceSystem(&scanner)
            case "features":
                guard scanner.peek() == UInt8(ascii: "[") else { throw scanner.fault("[") }
                collection.features = []
                try scanner.forEachElement { scanner throws(JSONFault) in try collection.addFeature(&scanner) }
            default: try scanner.skipValue()
            }
        }
        guard scanner.peek() == nil else { throw scanner.fault("…") }
        self = collection
    }

    private init() {}

    private static func referenceSystem(_ scanner: inout JSONScanner) throws(JSONFault) -> String? {
        guard scanner.peek() == UInt8(ascii: "{") else {
            try scanner.skipValue()
            return nil
        }
        var name: String?
        try scanner.forEachKey { scanner, key throws(JSONFault) in
            guard key == "properties", scanner.peek() == UInt8(ascii: "{") else { return try scanner.skipValue() }
            try scanner.forEachKey { scanner, key throws(JSONFault) in
                let text = try scanner.scalarText()
                if key == "name" || key == "code" { name = name ?? text }
            }
        }
        return name
    }

    // MARK: One feature

    private mutating func addFeature(_ scanner: inout JSONScanner) throws(JSONFault) {
        guard scanner.peek() == UInt8(ascii: "{") else { throw scanner.fault("{") }
        var feature = Feature(number: (features?.count ?? 0) + 1, offset: scanner.position)
        try scanner.forEachKey { scanner, key throws(JSONFault) in
            switch (key, scanner.peek()) {
            case ("properties", UInt8(ascii: "{")):
                try scanner.forEachKey { scanner, name throws(JSONFault) in
                    feature.properties.append((name, try scanner.scalarText().map(Self.trimmed)))
                }
            case ("geometry", UInt8(ascii: "{")):
                try scanner.forEachKey { scanner, name throws(JSONFault) in
                    switch name {
                    case "type": feature.geometryType = try scanner.scalarText()
                    case "coordinates": try addCoordinates(&scanner, to: &feature)
                    default: try scanner.skipValue()
                    }
                }
            default: try scanner.skipValue()
            }
        }
        features?.append(feature)
    }

    private static func trimmed(_ text: String) -> String {
        guard text.utf8.first == 0x20 || text.utf8.last == 0x20 || text.unicodeScalars.contains("\u{3000}") else {
            return text
        }
        let isSpace: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\u{3000}" || $0 == "\t" }
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
        while let last = scalars.last, isSpace(last) { scalars.removeLast() }
        return String(scalars)
    }

    /// The type of a geometry may stand behind its coordinates, so their depth decides how they are read. Where they
    /// are JSON and no polygons, the depth becomes 0.
    private mutating func addCoordinates(_ scanner: inout JSONScanner, to feature: inout Feature) throws(JSONFault) {
        let (start, count) = (scanner, points.count)
        do {
            try addPolygons(&scanner, to: &feature)
        } catch {
            scanner = start
            points.removeLast(points.count - count)
            (feature.polygons, feature.depth) = ([], 0)
            try scanner.skipValue()
        }
    }

    private mutating func addPolygons(_ scanner: inout JSONScanner, to feature: inout Feature) throws(JSONFault) {
        var ahead = scanner
        var depth = 0
        while ahead.take("[") { depth += 1 }
        feature.depth = depth
        switch depth {
        case 3: feature.polygons = [try rings(&scanner)]
        case 4:
            try scanner.forEachElement { scanner throws(JSONFault) in feature.polygons.append(try rings(&scanner)) }
        default: try scanner.skipValue()
        }
    }

    private mutating func rings(_ scanner: inout JSONScanner) throws(JSONFault) -> [Range<Int>] {
        var rings: [Range<Int>] = []
        try scanner.forEachElement { scanner throws(JSONFault) in
            let start = points.count
            try scanner.forEachElement { scanner throws(JSONFault) in try addPoint(&scanner) }
            rings.append(start..<points.count)
        }
        return rings
    }

    private mutating func addPoint(_ scanner: inout JSONScanner) throws(JSONFault) {
        try scanner.expect("[")
        let longitude = try scanner.number()
        try scanner.expect(",")
        let latitude = try scanner.number()
        while scanner.take(",") { _ = try scanner.number() }
        guard scanner.take("]") else { throw scanner.fault(", ]") }
        points.append(AreaPolygon.Point(longitude: longitude, latitude: latitude))
    }
}
