public import Model

/// From figures to weights: how the areas of a theme and the themes weigh against each other.
///
/// With figures f of areas a and themes t, and priorities p_t (1, or the factor of a priority theme), weights are
/// proportional to p_t · f_at / Σ_a f_at (`equal`) or p_t · f_at (`figures`). Cells without a figure have no weight.
public struct NeedModel {
    public let areas: NeedAreas
    public let themes: [Theme]
    public let balance: NeedBalance
    public let withoutFigure: NeedWithoutFigure
    /// Ids of themes that weigh more.
    public let priorityThemes: Set<String>
    /// By how much, > 0.
    public let priorityWeight: Double

    public init(
        areas: NeedAreas, themes: [Theme], balance: NeedBalance = .equal,
        withoutFigure: NeedWithoutFigure = .leaveOut, priorityThemes: Set<String> = [], priorityWeight: Double = 1
    ) {
        self.areas = areas
        self.themes = themes
        self.balance = balance
        self.withoutFigure = withoutFigure
        self.priorityThemes = priorityThemes
        self.priorityWeight = priorityWeight
    }

    /// Every theme equal but for its priority, split by the population of the areas.
    ///
    /// - Returns: a need for each area and theme. Areas share equally when none has a population; when some have, one
    ///   without has no weight.
    public func equalThemes(source: String = "") -> [Need] {
        let parts = populationParts
        let factors = themes.reduce(0) { $0 + factor($1) }
        return zip(areas.areas, parts).flatMap { area, part in
            themes.map { theme in
                Need(
                    areaCode: area.code, themeID: theme.id, weight: part.map { $0 * factor(theme) / factors },
                    basis: part == nil ? .noFigure : .equal, source: source,
                    isPriority: priorityThemes.contains(theme.id))
            }
        }
    }

    /// - Parameter cells: for each theme, for each area.
    /// - Returns: weights likewise, which add up to 1 unless all figures are 0; `nil` for cells without a weight.
    public func weights(_ cells: [[NeedCellFigure]]) -> [[Double?]] {
        let totals = cells.map { $0.reduce(0) { $0 + ($1.amount ?? 0) } }
        let weighed = totals.filter { $0 > 0 }
        // What the average theme weighs before its priority.
        let average = balance == .equal || weighed.isEmpty ? 1 : weighed.reduce(0, +) / Double(weighed.count)
        let raw = zip(themes, zip(cells, totals)).map { theme, figures -> [Double?] in
            let (cells, total) = figures
            if isWithoutFigure(cells) {
                return populationParts.map { $0.map { $0 * average * factor(theme) } }
            }
            let divisor = balance == .equal && total > 0 ? total : 1
            return cells.map { $0.amount.map { $0 / divisor * factor(theme) } }
        }
        let total = raw.joined().reduce(0) { $0 + ($1 ?? 0) }
        guard total > 0 else { return raw }
        return raw.map { $0.map { $0.map { $0 / total } } }
    }

    /// Whether a theme takes the population for its figures.
    public func isWithoutFigure(_ cells: [NeedCellFigure]) -> Bool {
        withoutFigure == .equalShare && cells.allSatisfy { $0.basis == .none }
    }

    private func factor(_ theme: Theme) -> Double { priorityThemes.contains(theme.id) ? priorityWeight : 1 }

    /// The part of each area in all that live in the city; they add up to 1.
    private var populationParts: [Double?] {
        let populations = areas.populations
        let total = populations.reduce(0) { $0 + ($1 ?? 0) }
        return populations.map { $0.map { $0 / total } }
    }
}
