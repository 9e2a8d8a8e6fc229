/// The cells of a report: area × theme, area × support type, and area × pair of both, each area after the other.
public struct CoverageLayout: Sendable, Hashable {
    public struct Pair: Sendable, Hashable {
        public let theme: Int
        public let supportType: Int

        public init(theme: Int, supportType: Int) {
            self.theme = theme
            self.supportType = supportType
        }
    }

    public let areaCount: Int
    public let themeCount: Int
    public let supportTypeCount: Int
    /// Those that make sense.
    public let pairs: [Pair]
    /// By theme, then support type; -1 where the two make no pair.
    private let pairIndices: [Int]

    public init(areaCount: Int, themeCount: Int, supportTypeCount: Int, pairs: [Pair]) {
        self.areaCount = areaCount
        self.themeCount = themeCount
        self.supportTypeCount = supportTypeCount
        self.pairs = pairs
        var indices = [Int](repeating: -1, count: themeCount * supportTypeCount)
        for (index, pair) in pairs.enumerated() { indices[pair.theme * supportTypeCount + pair.supportType] = index }
        pairIndices = indices
    }

    func pair(theme: Int, supportType: Int) -> Int? {
        let index = pairIndices[theme * supportTypeCount + supportType]
        return index < 0 ? nil : index
    }
}
