extension Gazetteer {
    /// The mean point of the towns of each of these municipalities, in degrees; those without a town that has a point are
    /// left out.
    ///
    /// - Parameters:
    ///   - gazetteers: of several lists with one town the first one that has a point counts.
    ///   - codes: five digits each, of wards where there are some.
    public static func centres(
        of codes: Set<String>, in gazetteers: [Gazetteer]
    ) -> [String: (latitude: Double, longitude: Double)] {
        let towns = Dictionary(grouping: towns(of: gazetteers, where: codes.contains), by: \.municipality)
        return towns.compactMapValues { towns in
            let points = towns.compactMap(\.point)
            guard !points.isEmpty else { return nil }
            let count = Double(points.count)
            return (points.map(\.latitude).reduce(0, +) / count, points.map(\.longitude).reduce(0, +) / count)
        }
    }
}
