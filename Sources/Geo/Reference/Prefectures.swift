/// The 47 prefectures with the zones of the plane rectangular coordinate system in force there.
public struct Prefectures: Sendable {
    /// A rule that gives a zone to a part of a prefecture, or to all of it.
    struct Zone: Sendable {
        /// 1…19
        let number: Int
        /// First and last municipality code of each run; empty means all.
        let municipalities: [ClosedRange<String>]
        /// Bounds in degrees, the lower ones included; `nil` is open.
        let south: Double?
        let west: Double?
        let north: Double?
        let east: Double?

        var holdsEverywhere: Bool {
            municipalities.isEmpty && south == nil && west == nil && north == nil && east == nil
        }
    }

    struct Entry: Sendable {
        let code: String
        let name: String
        /// Those for a part of the prefecture first, in the order of the file.
        let zones: [Zone]
    }

    let entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    /// Codes of two digits, from 01.
    public var codes: [String] { entries.map(\.code) }

    /// 13 → 東京都.
    public func name(of code: String) -> String? { entries.first { $0.code == code }?.name }

    /// 東京都 → 13.
    public func code(of name: String) -> String? { entries.first { $0.name == name }?.code }

    /// Number of the plane rectangular zone (1…19) in force at a place.
    ///
    /// - Parameters:
    ///   - prefectureCode: two digits.
    ///   - municipalityCode: five digits; without it, rules that name municipalities (in Hokkaido) don't apply.
    ///   - latitude: degrees.
    ///   - longitude: degrees.
    public func zone(
        prefectureCode: String, municipalityCode: String? = nil, latitude: Double, longitude: Double
    ) -> Int? {
        guard let zones = entries.first(where: { $0.code == prefectureCode })?.zones else { return nil }
        return zones.first { zone in
            if !zone.municipalities.isEmpty {
                guard let municipalityCode, zone.municipalities.contains(where: { $0.contains(municipalityCode) })
                else { return false }
            }
            return latitude >= zone.south ?? -90 && latitude < zone.north ?? 90
                && longitude >= zone.west ?? -180 && longitude < zone.east ?? 180
        }?.number
    }

    /// EPSG code of that zone on JGD2011: 6669 for zone I to 6687 for zone XIX.
    public func epsg(
        prefectureCode: String, municipalityCode: String? = nil, latitude: Double, longitude: Double
    ) -> Int? {
        zone(
            prefectureCode: prefectureCode, municipalityCode: municipalityCode, latitude: latitude,
            longitude: longitude
        ).map { 6668 + $0 }
    }
}
