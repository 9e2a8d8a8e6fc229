public import Model

/// What was done to bring points to JGD2011.
public struct AppliedOperation: Sendable, Hashable, Codable {
    /// As the EPSG database calls it, with the grid's file.
    public var name: String
    /// Metres, of the EPSG database or of ``Tohoku2011``; `nil` where nothing was done or nothing is known.
    public var accuracy: Double?
    /// Files of grids.
    public var grids: [String]
    public var points: Int

    /// Operations that this room uses.
    enum Kind {
        case none, wgs84, unmoved, unmovedWithoutGrid, tokyoHelmert, failed
        case tokyoGrid(String)
        case tohokuGrid(String)
    }

    /// Accuracies are those of EPSG:9936, 6698, 6713, 15483 and 6712.
    init(_ kind: Kind, _ points: Int) {
        self.points = points
        switch kind {
        case .none: (name, accuracy, grids) = ("JGD2011", 0, [])
        case .wgs84: (name, accuracy, grids) = ("WGS 84 to JGD2011 (EPSG:9936)", 1, [])
        case .unmoved: (name, accuracy, grids) = ("JGD2000 to JGD2011 (2) (EPSG:6698)", 1, [])
        case .unmovedWithoutGrid:
            (name, accuracy, grids) = ("JGD2000 = JGD2011, \(Tohoku2011.grid) missing", Tohoku2011.largestShift, [])
        case .tohokuGrid(let file):
            (name, accuracy, grids) = ("JGD2000 to JGD2011 (1) (EPSG:6713), \(file)", 0.2, [file])
        case .tokyoHelmert: (name, accuracy, grids) = ("Tokyo to JGD2000 (1) (EPSG:15483)", 9, [])
        case .tokyoGrid(let file):
            (name, accuracy, grids) = ("Tokyo to JGD2000 (2) (EPSG:6712), \(file)", 0.2, [file])
        case .failed: (name, accuracy, grids) = ("no operation", nil, [])
        }
    }

    /// Two steps that all points went through. Which point took which of several ways isn't kept, so the roughest of a
    /// step stands for it where both have several.
    static func sequence(_ first: [AppliedOperation], _ second: [AppliedOperation]) -> [AppliedOperation] {
        guard let rough = second.max(by: { $0.accuracy ?? 0 < $1.accuracy ?? 0 }) else { return first }
        if first.count == 1, let only = first.first { return second.map { only.followed(by: $0, points: $0.points) } }
        return first.map { $0.followed(by: rough, points: $0.points) }
    }

    private func followed(by next: AppliedOperation, points: Int) -> AppliedOperation {
        var both = self
        both.name = "\(name) + \(next.name)"
        // Independent errors add up in squares; what PROJ does with steps, a plain sum, would say too much.
        both.accuracy = accuracy.flatMap { a in next.accuracy.map { (a * a + $0 * $0).squareRoot() } }
        both.grids = grids + next.grids
        both.points = points
        return both
    }

    /// Whether a reader has to know of it: what was moved, and what ought to have been.
    public var isWorthTelling: Bool { accuracy != 0 }

    /// Coarser ones than 2 m are worth a warning: they show on a map of a town.
    public func finding(list: String) -> Finding {
        Finding(
            accuracy.map { $0 > 2 } ?? true ? .warning : .info, .coordinateOperation, at: CellLocation(file: list),
            found: "\(points) × \(name)", expected: accuracy.map { "\(($0 * 10).rounded() / 10) m" } ?? "?")
    }
}

/// The shift of the ground by the earthquake of 11 March 2011, by which JGD2000 and JGD2011 differ.
enum Tohoku2011 {
    /// Name of the grid without its ending.
    static let grid = "touhokutaiheiyouoki2011"

    /// Metres, the largest of the grid (east of the Oshika peninsula).
    static let largestShift = 5.9

    /// Within the bounds of EPSG:6713, from Aomori to Fukui, Gifu and Kanagawa.
    static func mayHaveMoved(_ point: CoordinatePair) -> Bool {
        (34.84...41.58).contains(point.first) && (135.42...142.14).contains(point.second)
    }
}
