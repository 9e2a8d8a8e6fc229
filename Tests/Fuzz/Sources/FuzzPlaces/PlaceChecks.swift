internal import FuzzSupport
public import Geo
public import Model

/// What a reader of addresses promises of every address, whatever the gazetteer says.
public func checkPlace(_ fields: AddressFields, of address: UnsafeBufferPointer<UInt8>) {
    expect((0...1).contains(fields.confidence), "a confidence is a share")
    expect(fields.alternativeCount <= 10, "there are ten alternatives at most")
    expect(fields.alternatives.count == fields.alternativeCount, "alternatives are as many as they are said to be")
    if fields.level < .town {
        expect(fields.block.isEmpty && fields.lot.isEmpty && fields.building.isEmpty, "a town comes before its numbers")
        expect(fields.town.isEmpty, "only addresses of a town have one")
    }
    if fields.level < .municipality { expect(fields.municipalityCode == 0, "a level says what is there") }
    checkEnd(fields.rest, of: address)
    checkEnd(fields.building, of: address)
    expect(fields.building.count <= fields.rest.count, "a building is behind the numbers")
    if String(validating: address, as: UTF8.self) != nil {
        for end in [fields.rest, fields.building] {
            expect(String(validating: end, as: UTF8.self) != nil, "a text is cut between characters")
        }
    }
}

/// What it promises with a gazetteer that is as it should be.
public func checkSoundPlace(_ fields: AddressFields) {
    expect(fields.prefecture.isEmpty == (fields.level < .prefecture), "a level says what is there")
    expect(fields.municipality.isEmpty == (fields.level < .municipality), "a level says what is there")
    expect(fields.town.isEmpty == (fields.level < .town), "a level says what is there")
    for text in [fields.prefecture, fields.municipality, fields.town, fields.source, fields.block, fields.lot] {
        expect(String(validating: text, as: UTF8.self) != nil, "a field is UTF-8")
    }
    if fields.level >= .block {
        expect(!fields.block.isEmpty || !fields.lot.isEmpty, "a place that was found has a number")
        expect(fields.hasPoint, "a number that was found has a point")
    }
    let point = fields.point
    if fields.hasPoint {
        expect((20...46).contains(point.latitude) && (122...154).contains(point.longitude), "a place is in Japan")
        expect(point.easting.isFinite && point.northing.isFinite, "a point is in a zone")
        expect(!fields.source.isEmpty, "a point is from a list")
    } else {
        expect(fields.source.isEmpty, "without a point there is no source")
    }
}

/// The end of the address, with spaces at most behind it.
private func checkEnd(_ part: AddressFields.Text, of address: UnsafeBufferPointer<UInt8>) {
    guard let start = part.baseAddress, let first = address.baseAddress, !part.isEmpty else { return }
    let offset = start - first
    expect(offset >= 0 && offset + part.count <= address.count, "a part of the address is in the address")
    let behind = String(decoding: address[(offset + part.count)...], as: UTF8.self)
    expect(behind.unicodeScalars.allSatisfy(\.properties.isWhitespace), "nothing is lost behind it")
}

/// - Parameter files: that may be named.
public func checkProblems(_ problems: [Problem], of files: [String]) {
    for problem in problems {
        let file = problem.location.file
        expect(files.contains { file.hasPrefix($0) }, "a problem names its file")
        expect(problem.location.row ?? 1 > 0, "rows are counted from 1")
        for language in Language.allCases { expect(!problem.message(in: language).isEmpty, "a problem has words") }
    }
}
