public import Model

/// What an address says, as far as the gazetteer goes. Nothing in it is guessed: what isn't found stays at the level
/// that is certain.
public struct ReadAddress: Sendable, Hashable {
    /// `.town` when the town was found, else as deep as is certain.
    public internal(set) var level = Place.Level.nothing
    /// Two digits.
    public internal(set) var prefectureCode: String?
    public internal(set) var prefecture: String?
    /// Five digits: of the ward where it is known, else of the city.
    public internal(set) var municipalityCode: String?
    /// With 郡 and 区.
    public internal(set) var municipality: String?
    /// As the gazetteer writes it.
    public internal(set) var town: String?
    /// Block and lot with hyphens, such as `12-21`; empty when none was written or the town wasn't found.
    public internal(set) var lot = ""
    /// What follows the town, lot included, or everything that wasn't found; as written, but width folded.
    public internal(set) var rest = ""
    /// What follows the lot: building, floor, notes in brackets; width folded. Empty above town level.
    public internal(set) var building = ""
    /// Representative point of the town, degrees; `nil` above town level, unless the list has a row for the
    /// municipality as a whole, and where the list has no point.
    public internal(set) var latitude: Double?
    public internal(set) var longitude: Double?
    /// Name of the list that the point is from.
    public internal(set) var source: String?
    /// Towns that fit as well or were perhaps meant, such as `43101 国府一丁目`; at most ten.
    public internal(set) var alternatives: [String] = []
    /// Two addresses with the same key say the same: code, town and numbers, however they were written.
    /// Below town level it is the spelling that decides, after folding. Empty for an empty address.
    public internal(set) var key = ""
}
