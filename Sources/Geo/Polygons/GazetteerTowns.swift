import Model

/// A town of a gazetteer as an area: without its 小字, which no one reports by.
struct GazetteerTown: Sendable {
    /// Five digits, of the ward where there is one.
    let municipality: String
    let name: String
    /// `nil` where no list has one.
    let point: AreaPolygon.Point?
}

extension Gazetteer {
    /// The towns of the municipalities that are wanted, by code and then by name; of several lists with one town the
    /// first one that has a point.
    static func towns(of gazetteers: [Gazetteer], where isWanted: (String) -> Bool) -> [GazetteerTown] {
        var found: [String: [String: GazetteerTown]] = [:]
        for image in gazetteers.map(\.image) {
            for municipality in image.municipalities where MunicipalityBook.isOfficial(municipality.code) {
                let code = ReadAddress.digits(Int(municipality.code), count: 5)
                guard isWanted(code) else { continue }
                for stem in Int(municipality.firstStem)..<Int(municipality.endStem)
                where image.stems[stem].kind == StemKind.name.rawValue {
                    for index in Int(image.stems[stem].firstTown)..<Int(image.stems[stem].endTown) {
                        let record = image.towns[Int(image.stemTowns[index])]
                        let name = image.string(record.name).utf8.dropLast(Int(record.koazaLength))
                        guard let name = String(name), !name.isEmpty else { continue }
                        if found[code]?[name]?.point != nil { continue }
                        let point =
                            record.point.exists
                            ? AreaPolygon.Point(longitude: record.point.longitude, latitude: record.point.latitude)
                            : nil
                        found[code, default: [:]][name] = GazetteerTown(
                            municipality: code, name: name, point: point)
                    }
                }
            }
        }
        return found.values.flatMap(\.values).sorted { ($0.municipality, $0.name) < ($1.municipality, $1.name) }
    }
}
