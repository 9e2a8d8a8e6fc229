/// 需要: how much an area and theme weigh, with the figure behind it and where that comes from.
public struct Need: Sendable, Hashable {
    /// How a cell came to its figure and weight. The raw values stand in `need.csv`.
    public enum Basis: String, Sendable, CaseIterable {
        /// The figure of a planner for this area.
        case given
        /// A part of the figure of an area around it that has no other figures inside.
        case split
        /// A part of what the figure of an area around it leaves over the figures given inside.
        case estimated
        /// A figure that is kept back; there is none to compute with.
        case withheld
        /// Nothing was given; that is not 0.
        case noFigure = "no_figure"
        /// No figure but a weight that rests on the population alone.
        case equal
    }

    public let areaCode: String
    public let themeID: String
    /// All weights of a wave add up to 1; `nil` without one.
    public let weight: Double?
    /// In `unit`; `nil` where there is none.
    public let figure: Double?
    /// Between what a share of a survey puts the figure, 95 %; `nil` for figures that were counted or estimated.
    public let interval: Interval?
    /// 相談件数 and the like, in the planner's words; may be empty.
    public let measure: String
    /// 件, 人; may be empty.
    public let unit: String
    public let basis: Basis
    public let source: String
    /// `2024-10-01`, `2024-10`, `2024` or `2024年度`; in the planner's words where those say something else.
    public let asOf: String
    /// Whether the planner set the theme apart (重点分野).
    public let isPriority: Bool

    /// Bounds in the unit of a figure.
    public struct Interval: Sendable, Hashable {
        public let low: Double
        public let high: Double

        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    public init(
        areaCode: String, themeID: String, weight: Double?, figure: Double? = nil, interval: Interval? = nil,
        measure: String = "", unit: String = "", basis: Basis, source: String = "", asOf: String = "",
        isPriority: Bool = false
    ) {
        self.areaCode = areaCode
        self.themeID = themeID
        self.weight = weight
        self.figure = figure
        self.interval = interval
        self.measure = measure
        self.unit = unit
        self.basis = basis
        self.source = source
        self.asOf = asOf
        self.isPriority = isPriority
    }
}

/// How themes weigh against each other where there are figures. The raw values are those of `across_themes:`.
public enum NeedBalance: String, Sendable, CaseIterable {
    /// Every theme with a figure weighs the same; its figures only say where.
    case equal
    /// In proportion to the figures, which have to be of one measure.
    case figures
}

/// What becomes of a theme without any figure, while others have some. The raw values are those of `without_figure:`.
public enum NeedWithoutFigure: String, Sendable, CaseIterable {
    /// It has no weight: gaps are shown, and the shortlist leaves it out.
    case leaveOut = "leave_out"
    /// It weighs as much as the themes with figures do on average, split by population.
    case equalShare = "equal_share"
}

/// The need of a wave as its report shows it.
public struct NeedReport: Sendable {
    /// The need of a theme in all areas, beside the cases that organisations of the survey had.
    public struct ThemeTotal: Sendable, Hashable {
        public let themeID: String
        public let isPriority: Bool
        /// Of all need, 0…1; `nil` where no area has a weight.
        public let weight: Double?
        /// Sum of the figures, in `unit`; `nil` where no area has one.
        public let figure: Double?
        public let measure: String
        public let unit: String
        /// Areas with a weight.
        public let weighedAreas: Int
        /// How many organisations had a case of it: who is already served, and no weight. `nil` where that wasn't asked.
        public let cases: TabulationRow?

        public init(
            themeID: String, isPriority: Bool, weight: Double?, figure: Double?, measure: String, unit: String,
            weighedAreas: Int, cases: TabulationRow?
        ) {
            self.themeID = themeID
            self.isPriority = isPriority
            self.weight = weight
            self.figure = figure
            self.measure = measure
            self.unit = unit
            self.weighedAreas = weighedAreas
            self.cases = cases
        }
    }

    /// One for each area and theme, areas in their order and themes in that of the taxonomy.
    public let needs: [Need]
    /// In the order of the taxonomy.
    public let themes: [ThemeTotal]
    /// What the weights rest on, in sentences for the reader.
    public let notes: [String]

    public static let none = NeedReport(needs: [], themes: [], notes: [])

    public init(needs: [Need], themes: [ThemeTotal], notes: [String]) {
        self.needs = needs
        self.themes = themes
        self.notes = notes
    }
}
