public import Model
public import Text

/// Where places lie that no row of a table puts into an area of the report: towns by their points, and areas of another
/// kind by their outlines.
public struct AreaLocations: Sendable {
    /// By areas of the municipality that neither hold areas of the report nor lie in one.
    private let overlapping: [String: Set<String>]
    private let towns: [Town: Set<String>]
    /// Codes of areas that the table itself doesn't list.
    private let added: Set<String>

    private struct Town: Hashable {
        let municipality: String
        let name: String
    }

    /// Nothing is known: only the table says what lies where.
    public init() { (overlapping, towns, added) = ([:], [:], []) }

    /// - Parameters:
    ///   - completed: the table with what polygons and gazetteers add.
    ///   - home: five digits of the municipality.
    ///   - reportKind: what gaps are reported in. For wards and larger areas the table says enough.
    public init(
        _ completed: AreaCompletion.Outcome, gazetteers: [Gazetteer], variants: CharacterVariants, home: String,
        reportKind: Area.Kind
    ) {
        let (hierarchy, shapes) = (completed.hierarchy, completed.shapes)
        added = completed.added
        let report = hierarchy.reportAreas(kind: reportKind, in: home)
        guard [.schoolDistrict, .town, .mesh].contains(reportKind), report.first?.kind == reportKind else {
            (overlapping, towns) = ([:], [:])
            return
        }
        let found = Gazetteer.towns(of: gazetteers) { hierarchy.contains(home, $0) }
        let placing = TownPlacing(report, shapes)
        var towns: [Town: Set<String>] = [:]
        for town in found {
            // Where a table has no outlines it may say by other rows which area a town is in.
            guard let codes = placing.codes(of: town) else { break }
            towns[Town(municipality: town.municipality, name: town.name)] = codes
        }
        self.towns = towns
        var overlapping = Self.overlaps(hierarchy, shapes, found, home, report)
        // 出水 of the table is where 出水一丁目 and the others are.
        let listed = hierarchy.areas(of: .town, in: home).filter {
            overlapping[$0.code] == nil && !completed.added.contains($0.code)
        }
        if !listed.isEmpty {
            let groups = TownGroups(listed, variants: variants)
            let codes = Dictionary(
                listed.map { (AreaText.key($0.name, variants: variants), $0.code) }, uniquingKeysWith: { a, _ in a })
            for town in found {
                let places = towns[Town(municipality: town.municipality, name: town.name)] ?? []
                guard !places.isEmpty else { continue }
                // 新町 of the table, or a ward that is no more.
                var same = codes[AreaText.key(town.name, variants: variants)].map { [$0] } ?? []
                if hierarchy[town.municipality]?.kind == .town { same.append(town.municipality) }
                for group in groups.codes(of: town.name, in: town.municipality) + same {
                    overlapping[group, default: []].formUnion(places)
                }
            }
        }
        self.overlapping = overlapping
    }

    /// Areas of the report that an area overlaps; empty where nothing tells.
    func overlapping(_ code: String) -> Set<String> { overlapping[code] ?? [] }

    /// Areas of the report that a town is in: empty where its point lies in none, or where it has no point; `nil` where
    /// nothing is known of towns.
    func codes(ofTown name: String, in municipality: String) -> Set<String>? {
        if towns.isEmpty { return nil }
        return towns[Town(municipality: municipality, name: name)] ?? []
    }

    /// Whether a town is one that polygons or a gazetteer gave, and the table says nothing of.
    func isAdded(_ code: String) -> Bool { added.contains(code) }

    /// How many towns lie in no area of the report, and one of them; `nil` where there is none.
    public var townsOutside: (count: Int, example: String)? {
        let outside = towns.filter { $0.value.isEmpty }.keys.sorted {
            ($0.municipality, $0.name) < ($1.municipality, $1.name)
        }
        return outside.first.map { (outside.count, $0.name) }
    }

    // MARK: Outlines

    private static func overlaps(
        _ hierarchy: AreaHierarchy, _ shapes: AreaShapes, _ towns: [GazetteerTown], _ home: String, _ report: [Area]
    ) -> [String: Set<String>] {
        guard let kind = report.first?.kind else { return [:] }
        let others = [Area.Kind.schoolDistrict, .town].filter { $0 != kind }
            .flatMap { hierarchy.areas(of: $0, in: home) }.filter { shapes[$0.code] != nil }
        guard !others.isEmpty else { return [:] }
        switch kind {
        case .mesh: return meshes(of: others, shapes, report)
        case .town where report.contains { shapes[$0.code] == nil }: return points(in: others, shapes, towns, report)
        case .town:
            return shares(of: report, in: others, shapes).reduce(into: [:]) { found, entry in
                for outer in entry.value { found[outer, default: []].insert(entry.key) }
            }
        default: return shares(of: others, in: report, shapes)
        }
    }

    /// By finer areas the coarser ones that they lie in.
    private static func shares(of finer: [Area], in coarser: [Area], _ shapes: AreaShapes) -> [String: Set<String>] {
        let codes = coarser.map(\.code)
        var found: [String: Set<String>] = [:]
        for area in finer {
            let shares = shapes.shares(of: area.code, in: codes)
            guard let largest = shares.max(), largest > 0 else { continue }
            found[area.code] = Set(
                zip(codes, shares).filter { $1 >= AreaCompletion.leastShare || $1 == largest }.map(\.0))
        }
        return found
    }

    private static func meshes(
        of areas: [Area], _ shapes: AreaShapes, _ report: [Area]
    ) -> [String: Set<String>] {
        guard let level = report.first.flatMap({ Mesh.Level(rawValue: $0.code.utf8.count) }) else { return [:] }
        let known = Set(report.map(\.code))
        var found: [String: Set<String>] = [:]
        for area in areas {
            guard let polygon = shapes[area.code] else { continue }
            let cells = MeshCover.cells(of: [polygon], level: level)?.filter { known.contains($0.code) } ?? []
            let largest = cells.map(\.share).max() ?? 0
            found[area.code] = Set(
                cells.filter { $0.share >= AreaCompletion.leastShare || $0.share == largest }.map(\.code))
        }
        return found
    }

    private static func points(
        in areas: [Area], _ shapes: AreaShapes, _ towns: [GazetteerTown], _ report: [Area]
    ) -> [String: Set<String>] {
        let placing = TownPlacing(report, shapes)
        var found: [String: Set<String>] = [:]
        for town in towns {
            guard let point = town.point, let codes = placing.codes(of: town) else { continue }
            for area in areas where shapes.contains(area.code, point) {
                found[area.code, default: []].formUnion(codes)
            }
        }
        return found
    }
}

/// Finds the areas of the report that hold a town.
private struct TownPlacing {
    private let kind: Area.Kind?
    private let codes: Set<String>
    private let level: Mesh.Level?
    private let hasTownsOfGazetteer: Bool
    private let shapes: AreaShapes

    init(_ report: [Area], _ shapes: AreaShapes) {
        kind = report.first?.kind
        codes = Set(report.map(\.code))
        level = report.first.flatMap { Mesh.Level(rawValue: $0.code.utf8.count) }
        hasTownsOfGazetteer = report.contains { $0.code.hasSuffix("-town-" + $0.name) }
        self.shapes = AreaShapes(report.compactMap { area in shapes[area.code].map { (area.code, $0) } })
    }

    /// `nil` where it can't be told for any town.
    func codes(of town: GazetteerTown) -> Set<String>? {
        switch kind {
        case .mesh:
            guard let level, let point = town.point else { return [] }
            return Mesh.code(latitude: point.latitude, longitude: point.longitude, level: level)
                .map { codes.contains($0) ? [$0] : [] } ?? []
        case .town:
            let own = GazetteerTown.code(town.municipality, town.name)
            if codes.contains(own) { return [own] }
            if !shapes.isEmpty { return town.point.map { Set(shapes.codes(at: $0)) } ?? [] }
            return hasTownsOfGazetteer ? [] : nil
        default:
            guard !shapes.isEmpty else { return nil }
            return town.point.map { Set(shapes.codes(at: $0)) } ?? []
        }
    }
}
