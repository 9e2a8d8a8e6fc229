import Model

/// Which areas of a report any area reaches.
struct AreaReach: Sendable {
    let hierarchy: AreaHierarchy
    let home: String
    /// Codes of the areas of the report.
    let reportCodes: Set<String>
    let reportKind: Area.Kind
    let wardCount: Int
    /// Whether the hierarchy knows any of the municipality.
    let hasSchoolDistricts: Bool
    /// For each area the areas of the report that it is, lies in or holds; none for those outside the municipality.
    private let reached: [String: Set<String>]
    /// For each area the areas of the report that lie wholly in it.
    private let held: [String: Set<String>]

    init(hierarchy: AreaHierarchy, home: String, reportKind: Area.Kind, locations: AreaLocations) {
        self.hierarchy = hierarchy
        self.home = home
        self.reportKind = reportKind
        reportCodes = Set(hierarchy.reportAreas(kind: reportKind, in: home).map(\.code))
        wardCount = hierarchy.areas(of: .ward, in: home).count
        hasSchoolDistricts = !hierarchy.areas(of: .schoolDistrict, in: home).isEmpty
        var held: [String: Set<String>] = [:]
        for code in reportCodes {
            for outer in [code] + hierarchy.ancestors(of: code).map(\.code) {
                held[outer, default: []].insert(code)
            }
        }
        self.held = held
        var reached = held
        for area in hierarchy.areas where held[area.code] == nil {
            let ancestors = reportCodes.intersection(hierarchy.ancestors(of: area.code).map(\.code))
            reached[area.code] = ancestors.isEmpty ? locations.overlapping(area.code) : ancestors
        }
        self.reached = reached
    }

    func reached(by codes: Set<String>) -> Set<String> {
        codes.reduce(into: Set<String>()) { $0.formUnion(reached[$1] ?? []) }
    }

    func held(by codes: Set<String>) -> Set<String> {
        codes.reduce(into: Set<String>()) { $0.formUnion(held[$1] ?? []) }
    }

    /// The areas of the report that lie in these alone: not those that reach into another ward as well.
    func whollyHeld(by codes: Set<String>) -> Set<String> {
        held(by: codes).filter { inner in
            codes.contains(inner)
                || hierarchy[inner]?.parents.allSatisfy { parent in
                    codes.contains { hierarchy.contains($0, parent) || hierarchy.contains(parent, $0) }
                } ?? true
        }
    }

    /// Whether all that is known of a town is which ward it is in, and the ward has several areas of the report.
    func isCoarse(_ codes: Set<String>) -> Bool {
        codes.contains { code in
            let kind = hierarchy[code]?.kind
            return (kind == .ward || kind == .municipality) && (held[code]?.count ?? 0) > 1
        }
    }

    func isInside(_ code: String) -> Bool { hierarchy.contains(home, code) }

    /// Whether a code is that of another prefecture.
    func isPrefecture(_ code: String) -> Bool { code.utf8.count == 2 }
}
