import Model

/// A table of areas that rows and outlines are added to.
struct AreaTable {
    private(set) var rows: [(area: Area, details: AreaHierarchy.Details)]
    private(set) var polygons: [(code: String, polygon: AreaPolygon)] = []
    private var indexes: [String: Int] = [:]
    private var outlined: Set<String> = []
    private let listedCount: Int
    /// Codes of rows that are names for several towns.
    private(set) var collective: Set<String> = []

    init(_ hierarchy: AreaHierarchy) {
        let nothing = AreaHierarchy.Details(populationAsOf: nil, squareKilometres: nil, source: "")
        rows = hierarchy.areas.map { ($0, hierarchy.details(of: $0.code) ?? nothing) }
        listedCount = rows.count
        for (index, row) in rows.enumerated() { indexes[row.area.code] = index }
    }

    subscript(code: String) -> Area? { indexes[code].map { rows[$0].area } }

    func hasPolygon(_ code: String) -> Bool { outlined.contains(code) }

    /// A row that is there already stays; only a size that it lacks is filled in.
    mutating func add(_ area: Area, _ details: AreaHierarchy.Details) {
        guard let index = indexes[area.code] else {
            indexes[area.code] = rows.count
            rows.append((area, details))
            return
        }
        let old = rows[index].details
        rows[index].details = AreaHierarchy.Details(
            populationAsOf: old.populationAsOf, squareKilometres: old.squareKilometres ?? details.squareKilometres,
            source: old.source)
    }

    mutating func addCollective(_ codes: [String]) { collective.formUnion(codes) }

    mutating func add(_ polygon: AreaPolygon, of code: String) {
        if outlined.insert(code).inserted { polygons.append((code, polygon)) }
    }

    /// The rows of the table as they were, and behind them what was added, the larger areas first.
    var hierarchy: AreaHierarchy {
        let order = Area.Kind.allCases
        let added = rows[listedCount...].enumerated().sorted { a, b in
            let (first, second) = (order.firstIndex(of: a.element.area.kind), order.firstIndex(of: b.element.area.kind))
            return (first ?? 0, a.offset) < (second ?? 0, b.offset)
        }
        return AreaHierarchy(areas: rows[..<listedCount] + added.map(\.element), collective: collective)
    }

    var shapes: AreaShapes { AreaShapes(polygons) }
}

extension AreaPolygon {
    /// To a hundredth of a square kilometre, as tables have it.
    var roundedSize: Double? {
        let rounded = (squareKilometres * 100).rounded() / 100
        return rounded > 0 ? rounded : nil
    }
}
