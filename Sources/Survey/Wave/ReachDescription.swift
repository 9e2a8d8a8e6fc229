public import Model

/// What `wave.yaml` says of the reach of stated venues.
public struct ReachDescription: Sendable {
    /// A setting as written, with where it stands.
    public struct Setting: Sendable {
        public let text: String
        public let location: CellLocation
    }

    /// Where people live.
    public let demand: FileReference
    /// Where organisations open their doors.
    public let venues: FileReference
    /// Metres, > 0.
    public let catchment: Double
    /// As `tsunagi access --weights` takes them.
    public let weights: Setting?
    /// As `tsunagi access --measures` takes them, joined by commas.
    public let measures: Setting?
    /// As `tsunagi access --floor` takes them.
    public let floors: [Setting]
    public let location: CellLocation

    init?(_ node: ConfigNode) {
        let mapping = node.mapping(of: ConfigKeys.reach)
        let demand = mapping.required("demand")?.fileReference()
        let venues = mapping.required("venues")?.fileReference()
        let catchment = mapping.required("catchment")?.number(in: 1...Self.largestCatchment)
        weights = mapping["weights"].flatMap(Self.setting)
        measures = mapping["measures"].flatMap { node in
            let texts = node.list().compactMap { $0.text() }
            return texts.isEmpty ? nil : Setting(text: texts.joined(separator: ","), location: node.location)
        }
        floors = mapping["floor"]?.list().compactMap(Self.setting) ?? []
        guard let demand, let venues, let catchment else { return nil }
        (self.demand, self.venues, self.catchment, location) = (demand, venues, catchment, node.location)
    }

    /// Metres; more is no catchment of a city.
    private static let largestCatchment = 1e6

    private static func setting(_ node: ConfigNode) -> Setting? {
        node.text().map { Setting(text: $0, location: node.location) }
    }
}
