public import Model

/// What an address says, as bytes, for readers of millions of them: ``ReadAddress`` holds the same as texts.
///
/// It is lent for the time of one call: its bytes lie in the gazetteer, in the address and in memory that the next
/// address uses again.
public struct AddressFields {
    /// UTF-8.
    public typealias Text = UnsafeBufferPointer<UInt8>

    let match: AddressMatch
    let letters: AddressLetters
    let address: Text
    let reader: GazetteerReader
    /// 街区符号, such as `12` of 12番21号 or of 12-21; empty for a 番地, and above town level.
    public let block: Text
    /// 住居番号 or 地番, such as `21` or `851-17`; empty where none is written, and above town level.
    public let lot: Text

    /// As deep as the gazetteers go; block and lot only where one of them has it.
    public var level: Place.Level { match.level }

    /// 0…1: how sure it is that municipality and town are the right ones.
    public var confidence: Double { match.confidence }

    public var prefecture: Text { reader.name(ofPrefecture: match.prefecture) }

    /// With 郡 and 区; the city alone where the ward is not known.
    public var municipality: Text {
        guard let municipality = municipalityRecord else { return Self.empty }
        return image.utf8(match.isCityOnly ? municipality.city : municipality.name)
    }

    /// As the gazetteer writes it, 小字 included where it has them.
    public var town: Text { match.town.map { image.utf8(image.towns[$0].name) } ?? Self.empty }

    /// Everything behind the town, or behind what is certain; as written.
    public var rest: Text {
        written(from: match.town == nil ? match.restStart : LotParts.behindJoiner(letters, match.restStart))
    }

    /// What follows the lot: building, floor, notes in brackets; as written. Empty above town level.
    public var building: Text {
        match.parts.map { written(from: LotParts.behindJoiner(letters, $0.end)) } ?? Self.empty
    }

    /// Whether ``point`` and ``source`` say something.
    public var hasPoint: Bool { located.point.exists }

    /// Degrees in JGD2011 (EPSG:6668), and metres in the plane rectangular system of the place (EPSG:6669–6687): of
    /// the lot, the block, the town, or the municipality. `nan` where ``hasPoint`` is false.
    public var point: (latitude: Double, longitude: Double, easting: Double, northing: Double) {
        let point = located.point
        return (point.latitude, point.longitude, point.easting, point.northing)
    }

    /// Name of the list that the point is from.
    public var source: Text { hasPoint ? image.utf8(ofSource: located.source) : Self.empty }

    /// How many towns fit as well or were perhaps meant; at most ten.
    public var alternativeCount: Int { Swift.min(match.alternatives.count, 10) }

    /// Those towns: code of the municipality, a space and the name; the name alone where no list has a code.
    public var alternatives: [String] {
        match.alternatives.prefix(10).map { town in
            let record = image.towns[town]
            let code = Self.official(image.municipalities[Int(record.municipality)].code)
            let name = image.string(record.name)
            return code > 0 ? "\(ReadAddress.digits(Int(code), count: 5)) \(name)" : name
        }
    }

    private static var empty: Text { Text(start: nil, count: 0) }

    private var image: GazetteerImage { reader.image }

    private var municipalityRecord: MunicipalityRecord? { match.municipality.map { image.municipalities[$0] } }

    /// 0 where it isn't known: of the ward where that is known, else of the city.
    public var municipalityCode: UInt32 {
        municipalityRecord.map { Self.official(match.isCityOnly ? $0.cityCode : $0.code) } ?? 0
    }

    /// Municipalities that lists have without a code got one that is nobody's business.
    private static func official(_ code: UInt32) -> UInt32 { MunicipalityBook.isOfficial(code) ? code : 0 }

    private var located: (point: GazetteerPoint, source: Int) {
        if let number = match.number {
            return (image.numbers[number].point, Int(image.numbers[number].source))
        }
        if let town = match.town, image.towns[town].point.exists {
            return (image.towns[town].point, Int(image.towns[town].source))
        }
        // The point of one ward is none of the city's.
        guard let municipality = municipalityRecord, !match.isCityOnly else { return (GazetteerPoint(), 0) }
        return (municipality.point, Int(municipality.source))
    }

    /// The end of the address without spaces at its ends.
    private func written(from index: Int) -> Text {
        let start = Swift.min(letters.start(of: index), address.count)
        return Self.trimmed(Text(rebasing: address[start...]))
    }

    private static func trimmed(_ text: Text) -> Text {
        var (start, end) = (0, text.count)
        while start < end, let length = spaceLength(text, at: start) { start += length }
        while start < end {
            if isASCIISpace(text[end - 1]) {
                end -= 1
            } else if end - start >= 3, spaceLength(text, at: end - 3) == 3 {
                end -= 3
            } else if end - start >= 2, spaceLength(text, at: end - 2) == 2 {
                end -= 2
            } else {
                break
            }
        }
        return Text(rebasing: text[start..<end])
    }

    private static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Bytes of the white space at an index; `nil` where none is.
    private static func spaceLength(_ text: Text, at index: Int) -> Int? {
        if isASCIISpace(text[index]) { return 1 }
        if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 { return 2 }
        guard text[index] == 0xE2 || text[index] == 0xE3, index + 2 < text.count else { return nil }
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF): return 3
        default: return nil
        }
    }
}
