/// A figure of a planner for one theme, in one area of the report or one around some of them.
public struct NeedFigure: Sendable, Hashable {
    public enum Value: Sendable, Hashable {
        /// ≥ 0.
        case amount(Double)
        /// It is kept back, so that nobody can be told from it.
        case withheld
        /// A row without a figure, which is not 0.
        case none
    }

    public let areaCode: String
    public let value: Value
    /// By what the figure is split over the areas of the report, by their index; `nil` takes the population.
    public let splitBase: [Double]?

    public init(areaCode: String, value: Value, splitBase: [Double]? = nil) {
        self.areaCode = areaCode
        self.value = value
        self.splitBase = splitBase
    }

    var amount: Double? { if case .amount(let amount) = value { amount } else { nil } }

    /// By how much a total may differ from its parts before it is told: numbers that were counted may not at all, others
    /// were rounded.
    var tolerance: Double {
        guard let amount else { return 0 }
        return amount.rounded() == amount ? 0.5 : amount * 0.005
    }
}

/// The figure of one theme in one area of the report.
public struct NeedCellFigure: Sendable, Hashable {
    public enum Basis: Sendable, Hashable { case given, split, estimated, withheld, none }

    public var basis: Basis
    public var amount: Double?
    /// Index of the figure that it comes from.
    public var origin: Int?

    public init(basis: Basis, amount: Double? = nil, origin: Int? = nil) {
        self.basis = basis
        self.amount = amount
        self.origin = origin
    }
}

/// What doesn't fit among the figures of a theme; `figure` is the index of the one around the others.
public enum NeedConflict: Sendable, Hashable {
    /// It isn't the sum of the figures inside, which are complete; those count.
    case totalDiffers(figure: Int, total: Double, sum: Double)
    /// The figures inside are more than it, though some are missing; only they count.
    case restNegative(figure: Int, total: Double, sum: Double)
    /// Areas without a population can't be given their part.
    case notSplit(figure: Int, areas: [Int])
}
