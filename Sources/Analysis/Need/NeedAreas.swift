public import Model

/// The areas that need is stated for, and the larger ones that figures may speak of.
public struct NeedAreas: Sendable {
    /// An area around some of those of the report.
    public struct Outer: Sendable {
        public let code: String
        /// Larger areas have a higher one; areas of one level don't lie in each other.
        public let level: Int
        /// Index of each area of the report that lies in it.
        public let members: [Int]
        /// For each member, 1 over the number of areas of this level that it lies in.
        public let belonging: [Double]

        public init(code: String, level: Int, members: [Int], belonging: [Double]) {
            self.code = code
            self.level = level
            self.members = members
            self.belonging = belonging
        }
    }

    /// Of the report, in its order.
    public let areas: [Area]
    public let outer: [Outer]

    /// - Parameter outer: of any order, with members that are indices of `areas`.
    public init(_ areas: [Area], outer: [Outer] = []) {
        self.areas = areas
        self.outer = outer
    }

    /// By what weights are split where nothing says more: the population, or 1 for each where none has one.
    ///
    /// `nil` for an area without a population, while others have one: nobody knows how many live there.
    public var populations: [Double?] {
        let total = areas.reduce(0) { $0 + ($1.population ?? 0) }
        return areas.map { total > 0 ? $0.population.map(Double.init) : 1 }
    }
}
