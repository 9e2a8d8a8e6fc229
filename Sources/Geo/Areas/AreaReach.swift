import Model

/// Which areas of a report any area reaches.
struct AreaReach: Sendable {
    let hierarchy: AreaHierarchy
    let home: String
    /// Codes of the areas of the report.
    let reportCodes: Set<String>
    let wardCount: Int
    /// Whether the hierarchy knows any of the municipality.
    let hasSchoolDistricts: Bool
    /// For each area the areas of the report that it is, lies in or holds; none for those outside the municipality.
    private let reached: [String: Set<String>]
    /// For each area the areas of the report that lie wholly in it.
    private let held: [String: Set<String>]

    init(hierarchy: AreaHierarchy, home: String, reportKind: Area.Kind) {
        self.hierarchy = hierarchy
        self.home = home
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
            reached[area.code] = reportCodes.intersection(hierarchy.ancestors(of: area.code).map(\.code))
        }
        self.reached = reached
    }

    func reached(by codes: Set<String>) -> Set<String> {
        codes.reduce(into: Set<String>()) { $0.formUnion(reached[$1] ?? []) }
    }

    func held(by codes: Set<String>) -> Set<String> {
        codes.reduce(into: Set<String>()) { $0.formUnion(held[$1] ?? []) }
    }

    /// Whether the areas of the report are smaller than what is known of a town: in which school district it lies.
    func isCoarse(_ codes: Set<String>) -> Bool { codes.contains { (held[$0]?.count ?? 0) > 1 } }

    func isInside(_ code: String) -> Bool { hierarchy.contains(home, code) }

    /// Whether a code is that of another prefecture.
    func isPrefecture(_ code: String) -> Bool { code.utf8.count == 2 }
}
