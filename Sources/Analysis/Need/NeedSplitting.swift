internal import Model

/// Figures of one theme, of whatever areas, → a figure for each area of the report, none counted twice.
///
/// Figures of the areas themselves stand as they are. Those of areas around them go level by level, smallest areas first:
/// where nothing inside has a figure it is split over all; where some has one, what is left over is split over the others;
/// where everything has one, it only serves to check the sum.
public struct NeedSplitting {
    public private(set) var cells: [NeedCellFigure]
    public private(set) var conflicts: [NeedConflict] = []
    private let areas: NeedAreas
    private let figures: [NeedFigure]
    private let populations: [Double?]

    /// - Parameter figures: at most one for an area; of areas that `areas` doesn't have nothing is used.
    public init(_ figures: [NeedFigure], areas: NeedAreas) {
        self.areas = areas
        self.figures = figures
        populations = areas.populations
        cells = Array(repeating: NeedCellFigure(basis: .none), count: areas.areas.count)
        let indices = Dictionary(
            figures.enumerated().map { ($1.areaCode, $0) }, uniquingKeysWith: { first, _ in first })
        for (cell, area) in areas.areas.enumerated() {
            if let figure = indices[area.code] { take(figure, for: cell) }
        }
        for level in Set(areas.outer.map(\.level)).sorted() {
            fill(areas.outer.filter { $0.level == level }, indices)
        }
    }

    private mutating func take(_ figure: Int, for cell: Int) {
        switch figures[figure].value {
        case .amount(let amount): cells[cell] = NeedCellFigure(basis: .given, amount: amount, origin: figure)
        case .withheld: cells[cell] = NeedCellFigure(basis: .withheld, origin: figure)
        case .none: cells[cell] = NeedCellFigure(basis: .none, origin: figure)
        }
    }

    /// Areas of one level at once, so that an area in two of them gets its part of both or of none.
    private mutating func fill(_ outers: [NeedAreas.Outer], _ indices: [String: Int]) {
        var parts: [Int: (amount: Double, belonging: Double, basis: NeedCellFigure.Basis, origin: Int)] = [:]
        for outer in outers {
            guard let figure = indices[outer.code], let total = figures[figure].amount else { continue }
            for part in split(total, figure, over: outer) {
                let before = parts[part.cell]
                parts[part.cell] = (
                    (before?.amount ?? 0) + part.amount, (before?.belonging ?? 0) + part.belonging,
                    before?.basis == .estimated ? .estimated : part.basis, before?.origin ?? figure
                )
            }
        }
        for (cell, part) in parts where part.belonging > 1 - 1e-9 {
            cells[cell] = NeedCellFigure(basis: part.basis, amount: part.amount, origin: part.origin)
        }
    }

    /// The part of each area that has no figure yet, with how much of it lies in `outer`.
    private mutating func split(
        _ total: Double, _ figure: Int, over outer: NeedAreas.Outer
    ) -> [(cell: Int, amount: Double, belonging: Double, basis: NeedCellFigure.Basis)] {
        let members = Array(zip(outer.members, outer.belonging))
        let known = members.filter { cells[$0.0].amount != nil }
        let open = members.filter { cells[$0.0].basis == .none }
        let sum = known.reduce(0) { $0 + (cells[$1.0].amount ?? 0) * $1.1 }
        let rest = total - sum
        let isComplete = known.count == members.count
        let tolerance = figures[figure].tolerance
        if isComplete, rest.magnitude > tolerance {
            conflicts.append(.totalDiffers(figure: figure, total: total, sum: sum))
        } else if !isComplete, rest < -tolerance {
            conflicts.append(.restNegative(figure: figure, total: total, sum: sum))
            return []
        }
        guard !open.isEmpty else { return [] }
        // What is withheld has its part of the rest, which stays unsaid.
        let sharing = members.filter { cells[$0.0].amount == nil }
        let base = base(of: figures[figure])
        let unknown = sharing.filter { base[$0.0] == nil }.map(\.0)
        guard unknown.isEmpty else {
            conflicts.append(.notSplit(figure: figure, areas: unknown))
            return []
        }
        let whole = sharing.reduce(0) { $0 + (base[$1.0] ?? 0) * $1.1 }
        guard whole > 0 else { return [] }
        let basis: NeedCellFigure.Basis =
            sharing.count == members.count && open.count == members.count
            ? .split : .estimated
        return open.map { cell, belonging in
            (cell, max(0, rest) * (base[cell] ?? 0) * belonging / whole, belonging, basis)
        }
    }

    private func base(of figure: NeedFigure) -> [Double?] { figure.splitBase.map { $0.map { $0 } } ?? populations }
}
