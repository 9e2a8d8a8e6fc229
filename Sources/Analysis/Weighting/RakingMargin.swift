/// What is known of the population for one variable: how many units each category has.
public struct RakingMargin: Sendable, Hashable {
    /// Which category a sparse one is put together with.
    public enum CollapseRule: Sendable, Hashable {
        /// All sparse categories become one; as long as it is sparse itself, the category with the fewest respondents
        /// of the others joins it.
        case others
        /// For each category the ones that it may join, the most alike first. Where none is listed, the category with
        /// the fewest respondents of the others is joined.
        case neighbors([[Int]])
    }

    /// Units of the population by category, ≥ 0 and finite; at least one is above 0.
    public let populations: [Double]
    public let collapseRule: CollapseRule

    public init(populations: [Double], collapseRule: CollapseRule = .others) {
        self.populations = populations
        self.collapseRule = collapseRule
    }

    var total: Double { populations.reduce(0, +) }
}

/// Categories of one margin that were raked as one, since one of them had too few respondents or no population.
public struct CollapsedCategories: Sendable, Hashable {
    /// Index of the margin.
    public let margin: Int
    /// Indices of the categories, ascending; two or more.
    public let categories: [Int]
    /// Respondents of all these categories together.
    public let respondents: Int
    /// Population of all these categories together.
    public let population: Double
}

/// Why no weights can be had. Indices count from 0.
public enum RakingError: Error, Sendable, Hashable {
    case noRespondents
    /// There must be one category per respondent and margin.
    case categoryCount(found: Int, expected: Int)
    /// The category isn't one of its margin's.
    case unknownCategory(respondent: Int, margin: Int, category: Int)
    /// A base weight must be above 0 and finite.
    case baseWeight(respondent: Int, found: Double)
    /// A population must be finite and not below 0.
    case population(margin: Int, category: Int, found: Double)
    /// No category of the margin has a population.
    case emptyMargin(margin: Int)
    /// Two margins that speak of one population differ in its size.
    case totalsDiffer(margin: Int, found: Double, expected: Double)
}
