/// An address that was not found down to its town, or perhaps not rightly: a person decides in
/// `review/addresses.xlsx`.
public struct DoubtfulAddress: Sendable, Hashable {
    /// Why a person has to look at it.
    public enum Reason: String, Sendable, CaseIterable {
        case notFound
        /// Several places fit.
        case severalPlaces
        /// A town was read, but perhaps not the one that is meant.
        case uncertain
        /// What a person wrote or chose instead was not found either.
        case answerNotFound
    }

    /// As the first record writes it; others differ in width, spaces and the like only.
    public let address: String
    /// In the order of the sources and their rows; never empty.
    public let mentions: [RecordMention]
    public let reason: Reason
    /// What a person wrote or chose instead; `nil` where nobody did, or where it was found.
    public let answer: String?
    public let level: Place.Level
    /// With its prefecture, such as 甲県乙市丙区; or the prefecture alone; empty where nothing was read.
    public let municipality: String
    public let town: String
    public let rest: String
    /// 0…1: that municipality and town are the right ones.
    public let confidence: Double
    /// Complete, such as 甲県乙市丙区丁町一丁目; at most ten.
    public let candidates: [String]

    public init(
        address: String, mentions: [RecordMention], reason: Reason, answer: String? = nil, level: Place.Level,
        municipality: String = "", town: String = "", rest: String = "", confidence: Double = 0,
        candidates: [String] = []
    ) {
        self.address = address
        self.mentions = mentions
        self.reason = reason
        self.answer = answer
        self.level = level
        self.municipality = municipality
        self.town = town
        self.rest = rest
        self.confidence = confidence
        self.candidates = candidates
    }
}
