import Model

extension ReadAddress {
    init(_ fields: AddressFields) {
        level = fields.level
        confidence = fields.confidence
        if fields.match.prefecture > 0 {
            prefectureCode = Self.digits(fields.match.prefecture, count: 2)
            prefecture = String(decoding: fields.prefecture, as: UTF8.self)
        }
        if fields.municipalityCode > 0 { municipalityCode = Self.digits(Int(fields.municipalityCode), count: 5) }
        if fields.match.municipality != nil { municipality = String(decoding: fields.municipality, as: UTF8.self) }
        if fields.match.town != nil { town = String(decoding: fields.town, as: UTF8.self) }
        block = String(decoding: fields.block, as: UTF8.self)
        lot = String(decoding: fields.lot, as: UTF8.self)
        rest = String(decoding: fields.rest, as: UTF8.self)
        building = String(decoding: fields.building, as: UTF8.self)
        if fields.hasPoint {
            let point = fields.point
            (latitude, longitude) = (point.latitude, point.longitude)
            (easting, northing) = (point.easting, point.northing)
            source = String(decoding: fields.source, as: UTF8.self)
        }
        alternatives = fields.alternatives
        key =
            town.map { [municipalityCode ?? "", $0, number].joined(separator: "|") }
            ?? fields.letters.key(from: fields.match.restStart, in: municipalityCode ?? prefectureCode ?? "")
    }

    static func digits(_ code: Int, count: Int) -> String {
        let text = String(code)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}

extension AddressLetters {
    /// The name before the first number, and up to three numbers, of a text in which no town was found.
    fileprivate func key(from start: Int, in place: String) -> String {
        guard count > start else { return place.isEmpty ? "" : "\(place)||" }
        var index = start
        var name = String.UnicodeScalarView()
        while index < count, !isNumber(index), !Letter.isPunctuation(self[index]) {
            if let scalar = Unicode.Scalar(self[index]) { name.append(scalar) }
            index += 1
        }
        var numbers: [String] = []
        while index < count, numbers.count < 3 {
            if isNumber(index) {
                numbers.append(String(value(index)))
            } else if !Self.isNumberMark(self[index]) {
                break
            }
            index += 1
        }
        return [place, String(name), numbers.joined(separator: "-")].joined(separator: "|")
    }

    private static func isNumberMark(_ letter: UInt16) -> Bool {
        switch letter {
        case Letter.block, Letter.eye, Letter.number, Letter.ground, Letter.sign, Letter.no: true
        default: Letter.isHyphen(letter)
        }
    }
}
