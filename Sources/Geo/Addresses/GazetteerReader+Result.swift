import Model
import Text

extension GazetteerReader {
    /// Fills in what a match has found, as texts.
    func result(_ match: AddressMatch, _ text: AddressLetters, _ address: String) -> ReadAddress {
        var result = ReadAddress()
        result.level = match.level
        result.confidence = match.confidence
        if match.prefecture > 0 {
            let code = (match.prefecture < 10 ? "0" : "") + String(match.prefecture)
            result.prefectureCode = code
            result.prefecture = prefectureName(code)
        }
        if let index = match.municipality {
            let municipality = image.municipalities[index]
            result.municipalityCode = Self.fiveDigits(match.isCityOnly ? municipality.cityCode : municipality.code)
            result.municipality = image.string(match.isCityOnly ? municipality.city : municipality.name)
        }
        result.alternatives = match.alternatives.prefix(10).map { town in
            let record = image.towns[town]
            return Self.fiveDigits(image.municipalities[Int(record.municipality)].code) + " "
                + image.string(record.name)
        }
        if let town = match.town {
            finish(&result, town: town, match, text, address)
        } else {
            if let index = match.municipality, !match.isCityOnly {
                setPoint(
                    of: &result, image.municipalities[index].point, source: Int(image.municipalities[index].source))
            }
            result.rest = Self.written(address, from: text.start(of: match.restStart))
            result.key = Self.key(
                text, from: match.restStart, in: result.municipalityCode ?? result.prefectureCode ?? "")
        }
        return result
    }

    private func finish(
        _ result: inout ReadAddress, town: Int, _ match: AddressMatch, _ text: AddressLetters, _ address: String
    ) {
        let record = image.towns[town]
        let name = image.string(record.name)
        let parts = LotParts(text, from: match.restStart)
        result.town = name
        result.block = parts.block
        result.lot = parts.lot
        result.rest = Self.written(address, from: text.start(of: LotParts.behindJoiner(text, match.restStart)))
        result.building = Self.written(address, from: text.start(of: LotParts.behindJoiner(text, parts.end)))
        if let number = number(of: town, parts) {
            let record = image.numbers[number]
            result.level = record.level == 8 ? .lot : .block
            setPoint(of: &result, record.point, source: Int(record.source))
        } else if record.point.exists {
            setPoint(of: &result, record.point, source: Int(record.source))
        } else {
            let municipality = image.municipalities[Int(record.municipality)]
            setPoint(of: &result, municipality.point, source: Int(municipality.source))
        }
        result.key = [result.municipalityCode ?? "", name, result.number].joined(separator: "|")
    }

    /// The finest block or lot that a list has.
    func number(of town: Int, _ parts: LotParts) -> Int? {
        guard image.towns[town].firstNumber < image.towns[town].endNumber else { return nil }
        var keys: [String] = []
        if !parts.block.isEmpty, !parts.lot.isEmpty { keys.append("\(parts.block)-\(parts.lot)") }
        if !parts.block.isEmpty { keys.append(parts.block) }
        if parts.block.isEmpty, !parts.lot.isEmpty {
            keys.append(parts.lot)
            // 地番 126-1 is a part of 126.
            if let first = parts.lot.split(separator: "-").first { keys.append(String(first)) }
        }
        for key in keys {
            if let number = image.number(of: town, key: Array(key.utf8)) { return number }
        }
        return nil
    }

    private func setPoint(of result: inout ReadAddress, _ point: GazetteerPoint, source: Int) {
        guard point.exists else { return }
        result.latitude = point.latitude
        result.longitude = point.longitude
        result.easting = point.easting
        result.northing = point.northing
        result.source = image.source(source)
    }

    static func fiveDigits(_ code: UInt32) -> String {
        let text = String(code)
        return String(repeating: "0", count: max(0, 5 - text.count)) + text
    }

    /// The end of an address as it is written, without spaces at its ends.
    private static func written(_ address: String, from start: Int) -> String {
        let utf8 = address.utf8
        guard start < utf8.count else { return "" }
        return Width.trimmed(String(address[utf8.index(utf8.startIndex, offsetBy: start)...]))
    }

    /// The name before the first number, and up to three numbers, of a text in which no town was found.
    private static func key(_ text: AddressLetters, from start: Int, in place: String) -> String {
        guard text.count > start else { return place.isEmpty ? "" : "\(place)||" }
        var index = start
        var name = String.UnicodeScalarView()
        while index < text.count, !text.isNumber(index), !Letter.isPunctuation(text[index]) {
            if let scalar = Unicode.Scalar(text[index]) { name.append(scalar) }
            index += 1
        }
        var numbers: [String] = []
        while index < text.count, numbers.count < 3 {
            if text.isNumber(index) {
                numbers.append(String(text.values[index]))
            } else if !isNumberMark(text[index]) {
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
