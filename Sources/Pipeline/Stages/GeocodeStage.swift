internal import Geo
internal import Model
internal import Survey

/// Addresses → places: read against the gazetteer, or as a person decided, then projected.
struct GeocodeStage {
    private let addresses: ReviewedAddresses
    private let projector: Projector
    private let prefectures: Prefectures
    private var cache: [String: Located] = [:]

    /// Where a record is, as far as its address tells.
    struct Located {
        let place: Place
        /// Municipality, town and lot, the same however they were written; `nil` when one of them isn't known.
        let lot: String?
        let reading: ReviewedAddresses.Reading
    }

    /// - Parameter decisions: by the address as content keys hold it.
    init(_ inputs: WaveInputs, decisions: [String: AddressDecision]) throws(StageError) {
        let reader = inputs.addressReader
        addresses = ReviewedAddresses(reader: reader, decisions: decisions, variants: inputs.reference.variants)
        projector = try Projector()
        prefectures = inputs.prefectures
    }

    /// The operations that PROJ used, with their accuracy, for the manifest.
    var operations: [Projector.Operation] { projector.operations }

    /// A place for each record, in their order; `nil` where there is no address.
    mutating func run(_ records: [Record]) throws(StageError) -> [Located?] {
        var places: [Located?] = []
        places.reserveCapacity(records.count)
        for record in records {
            guard let address = record[.address] else {
                places.append(nil)
                continue
            }
            places.append(try locate(address))
        }
        return places
    }

    private mutating func locate(_ address: String) throws(StageError) -> Located {
        if let known = cache[address] { return known }
        let reading = addresses.read(address)
        let read = reading.read
        var place = Place(read)
        if let latitude = place.latitude, let longitude = place.longitude, let prefecture = read.prefectureCode,
            let epsg = prefectures.epsg(
                prefectureCode: prefecture, municipalityCode: place.municipalityCode ?? "", latitude: latitude,
                longitude: longitude)
        {
            let plane = try projector.plane(latitude: latitude, longitude: longitude, epsg: epsg)
            place.easting = Self.toCentimetres(plane.easting)
            place.northing = Self.toCentimetres(plane.northing)
            place.meshCode = Mesh.code(latitude: latitude, longitude: longitude, level: .third)
        }
        let located = Located(
            place: place, lot: read.level >= .town && !read.number.isEmpty ? read.key : nil, reading: reading)
        cache[address] = located
        return located
    }

    /// Points of towns are no better than metres; a figure should not look as if it were.
    private static func toCentimetres(_ metres: Double) -> Double { (metres * 100).rounded() / 100 }
}

extension Place {
    init(_ read: ReadAddress) {
        self.init(
            level: read.level, municipalityCode: read.municipalityCode, municipality: read.municipality,
            town: read.town, rest: read.rest, latitude: read.latitude, longitude: read.longitude,
            alternatives: read.alternatives)
    }
}
