public import Model

/// The areas of a city and around it, and which lies in which. A school district can lie in two wards.
public struct AreaHierarchy: Sendable {
    /// What is known of an area besides its name.
    public struct Details: Sendable, Hashable {
        /// Day of the population figure.
        public let populationAsOf: CivilDate?
        public let squareKilometres: Double?
        public let source: String

        public init(populationAsOf: CivilDate?, squareKilometres: Double?, source: String) {
            self.populationAsOf = populationAsOf
            self.squareKilometres = squareKilometres
            self.source = source
        }
    }

    /// In the order of the file.
    public let areas: [Area]
    private let allDetails: [Details]
    private let indexes: [String: Int]
    private let childIndexes: [[Int]]
    private let collective: Set<String>

    /// - Parameters:
    ///   - areas: of two with the same code the first one stays; codes of parents that are not among them lead nowhere.
    ///   - collective: codes of areas that are only names for several others of their kind: 出水 for 出水一丁目 and the
    ///     others.
    public init(areas: [(area: Area, details: Details)], collective: Set<String> = []) {
        self.collective = collective
        var kept: [(area: Area, details: Details)] = []
        var indexes: [String: Int] = [:]
        for entry in areas where indexes[entry.area.code] == nil {
            indexes[entry.area.code] = kept.count
            kept.append(entry)
        }
        var children: [[Int]] = Array(repeating: [], count: kept.count)
        for (index, entry) in kept.enumerated() {
            for parent in entry.area.parents { if let parent = indexes[parent] { children[parent].append(index) } }
        }
        self.areas = kept.map(\.area)
        allDetails = kept.map(\.details)
        self.indexes = indexes
        childIndexes = children
    }

    public subscript(code: String) -> Area? { indexes[code].map { areas[$0] } }

    public func details(of code: String) -> Details? { indexes[code].map { allDetails[$0] } }

    /// Areas that lie directly in it, in file order.
    public func children(of code: String) -> [Area] { indexes[code].map { childIndexes[$0].map { areas[$0] } } ?? [] }

    /// Areas of a kind that lie in it at any depth, in file order; not itself.
    public func areas(of kind: Area.Kind, in code: String) -> [Area] {
        reached(from: code) { childIndexes[$0] }.filter { areas[$0].kind == kind }.map { areas[$0] }
    }

    /// Areas that it lies in at any depth, in file order; not itself.
    public func ancestors(of code: String) -> [Area] {
        reached(from: code) { areas[$0].parents.compactMap { indexes[$0] } }.map { areas[$0] }
    }

    /// Whether an area lies in another, or is it.
    public func contains(_ outer: String, _ inner: String) -> Bool {
        outer == inner || ancestors(of: inner).contains { $0.code == outer }
    }

    /// The areas that gaps of a municipality are reported in, in file order: those of the kind but for the collective
    /// ones, or the municipality itself where it has none. Empty when it isn't known.
    public func reportAreas(kind: Area.Kind, in municipality: String) -> [Area] {
        let found = areas(of: kind, in: municipality).filter { !collective.contains($0.code) }
        return found.isEmpty ? [self[municipality]].compactMap(\.self) : found
    }

    private func reached(from code: String, _ next: (Int) -> [Int]) -> [Int] {
        guard let start = indexes[code] else { return [] }
        var seen: Set<Int> = [start]
        var waiting = [start]
        while let index = waiting.popLast() {
            for neighbour in next(index) where seen.insert(neighbour).inserted { waiting.append(neighbour) }
        }
        return seen.subtracting([start]).sorted()
    }
}
