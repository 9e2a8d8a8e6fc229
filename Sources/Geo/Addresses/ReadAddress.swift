public import Model

/// What an address says, as far as the gazetteers go. Nothing in it is guessed: what isn't found stays at the level that
/// is certain.
public struct ReadAddress: Sendable, Hashable {
    /// As deep as the gazetteers go; block and lot only where one of them has it.
    public internal(set) var level = Place.Level.nothing
    /// Two digits.
    public internal(set) var prefectureCode: String?
    public internal(set) var prefecture: String?
    /// Five digits: of the ward where it is known, else of the city.
    public internal(set) var municipalityCode: String?
    /// With 郡 and 区.
    public internal(set) var municipality: String?
    /// As the gazetteer writes it, 小字 included where it has them.
    public internal(set) var town: String?
    /// 街区符号, such as `12` of 12番21号 or of 12-21; empty for a 番地, and above town level.
    public internal(set) var block = ""
    /// 住居番号 or 地番, such as `21` or `851-17`; empty where none is written, and above town level.
    public internal(set) var lot = ""
    /// Everything that was not understood as a part of the above, or all that is left; as written.
    public internal(set) var rest = ""
    /// What follows the lot: building, floor, notes in brackets; as written. Empty above town level.
    public internal(set) var building = ""
    /// JGD2011 (EPSG:6668), degrees: of the lot, the block, the town, or the municipality.
    public internal(set) var latitude: Double?
    public internal(set) var longitude: Double?
    /// Metres in the plane rectangular system of the place (EPSG:6669–6687).
    public internal(set) var easting: Double?
    public internal(set) var northing: Double?
    /// Name of the list that the point is from.
    public internal(set) var source: String?
    /// 0…1: how sure it is that municipality and town are the right ones.
    public internal(set) var confidence = 0.0
    /// Towns that fit as well or were perhaps meant, as code and town; at most ten.
    public internal(set) var alternatives: [String] = []
    /// Two addresses with the same key say the same: code, town and numbers, however they were written.
    /// Below town level it is the spelling that decides, after folding. Empty for an empty address.
    public internal(set) var key = ""

    /// Block and lot with a hyphen between them, such as `12-21`.
    public var number: String { block.isEmpty || lot.isEmpty ? block + lot : "\(block)-\(lot)" }
}
