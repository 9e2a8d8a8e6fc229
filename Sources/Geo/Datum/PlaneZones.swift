import CProj
import Model

/// Finds the plane rectangular zone of many points quickly: the rules of a municipality are looked up once.
struct PlaneZones {
    private let prefectures: Prefectures
    private var known: [UInt32: [Prefectures.Zone]] = [:]
    private var last: (code: UInt32, zones: [Prefectures.Zone])?

    init(_ prefectures: Prefectures) { self.prefectures = prefectures }

    /// - Parameter municipality: five digits; 0 for the prefecture's rules can't be known.
    /// - Returns: 1…19; `nil` for a code of no prefecture.
    mutating func zone(municipality code: UInt32, latitude: Double, longitude: Double) -> Int? {
        let zones = rules(for: code)
        return zones.first {
            latitude >= $0.south ?? -90 && latitude < $0.north ?? 90 && longitude >= $0.west ?? -180
                && longitude < $0.east ?? 180
        }?.number
    }

    private mutating func rules(for code: UInt32) -> [Prefectures.Zone] {
        if let last, last.code == code { return last.zones }
        let zones = known[code] ?? prefectures.zones(ofMunicipality: code)
        known[code] = zones
        last = (code, zones)
        return zones
    }
}

extension Prefectures {
    fileprivate func zones(ofMunicipality code: UInt32) -> [Zone] {
        let digits = String(code)
        let municipality = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
        guard let entry = entries.first(where: { $0.code == municipality.prefix(2) }) else { return [] }
        return entry.zones.filter { zone in
            zone.municipalities.isEmpty || zone.municipalities.contains { $0.contains(municipality) }
        }
    }
}

extension DatumShift {
    /// Fills in easting and northing in the plane zone of each point's place; points without one stay as they are.
    ///
    /// - Parameter municipalities: code of each point's municipality.
    /// - Throws: `projectionFailed` for a place of no zone or a point that can't be projected.
    func project(
        _ points: inout [GazetteerPoint], municipalities: [UInt32], prefectures: Prefectures
    ) throws(StageError) {
        var zones = PlaneZones(prefectures)
        var indexes = Array(repeating: [Int](), count: 20)
        for index in points.indices where points[index].exists {
            let point = points[index]
            guard
                let zone = zones.zone(
                    municipality: municipalities[index], latitude: point.latitude, longitude: point.longitude)
            else { throw unprojectable(point) }
            indexes[zone].append(index)
        }
        for (zone, members) in indexes.enumerated() where !members.isEmpty {
            var pairs = members.map { CoordinatePair(first: points[$0].latitude, second: points[$0].longitude) }
            try transform(&pairs, with: try plane(6668 + zone), PJ_FWD)
            for (offset, index) in members.enumerated() {
                guard pairs[offset].first.isFinite, pairs[offset].second.isFinite else {
                    throw unprojectable(points[index])
                }
                // X of the plane systems is northing, and comes first.
                points[index].northing = pairs[offset].first
                points[index].easting = pairs[offset].second
            }
        }
    }

    private func unprojectable(_ point: GazetteerPoint) -> StageError {
        StageError(
            .projectionFailed, at: CellLocation(file: "PROJ"), found: "\(point.latitude), \(point.longitude)",
            expected: "EPSG:6669–6687")
    }
}
