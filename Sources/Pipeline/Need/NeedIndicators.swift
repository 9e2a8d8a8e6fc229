internal import Geo
internal import Model
internal import Text

/// `indicators.csv`: populations, households and the like by area, that shares refer to.
struct NeedIndicators {
    enum Field: String, PlannerField {
        case area = "area_code"
        case indicator, value, unit, source
        case asOf = "as_of"

        var titles: [String] {
            switch self {
            case .area: [rawValue, "地域コード", "area", "地域"]
            case .indicator: [rawValue, "指標"]
            case .value: [rawValue, "値", "数値"]
            case .unit: [rawValue, "単位"]
            case .asOf: [rawValue, "時点"]
            case .source: [rawValue, "出典"]
            }
        }
    }

    struct Indicator {
        let name: String
        /// 人 where the table doesn't say.
        var unit: String
        /// As its first row says it; may be empty.
        var source = ""
        /// By area; `nil` where a value is withheld or there is none.
        var values: [String: Double?] = [:]
    }

    static let population = "人口"
    static let people = "人"

    private var indicators: [String: Indicator] = [:]
    /// In the order of the table.
    private var names: [String] = []
    private(set) var findings: [Finding] = []

    /// The populations of the table of areas, under 人口.
    init(areas: [Area]) {
        indicators[Self.key(Self.population)] = Indicator(
            name: Self.population, unit: Self.people,
            values: Dictionary(
                areas.compactMap { area in area.population.map { (area.code, Double($0)) } },
                uniquingKeysWith: { first, _ in first }))
        names = [Self.population]
    }

    /// An indicator by its name; the population for an empty one.
    subscript(name: String) -> Indicator? { indicators[Self.key(name.isEmpty ? Self.population : name)] }

    func suggestions(_ written: String) -> String {
        NearestNames.suggestions(for: written, among: names).joined(separator: ", ")
    }

    /// - Throws: `StageError` with every row that can't be used. Rows of areas outside are passed over.
    mutating func read(
        path: String, name: String, places: NeedPlaces, hierarchy: AreaHierarchy
    ) throws(StageError) {
        let table = try PlannerTable<Field>(
            path: path, name: name, requiring: [[.area], [.indicator], [.value]])
        var problems: [Problem] = []
        var read: [String: Indicator] = [:]
        for row in table.rows {
            func report(_ code: ProblemCode, _ field: Field, expected: String = "") {
                problems.append(
                    Problem(code, at: table.location(row, field), found: row[field], expected: expected))
            }
            guard let area = places.code(row[.area]) else {
                // Published tables list other municipalities as well.
                if hierarchy[row[.area]] == nil {
                    report(.valueUnknown, .area, expected: places.suggestions(row[.area]))
                }
                continue
            }
            guard !row[.indicator].isEmpty else {
                report(.valueType, .indicator, expected: "65歳以上人口")
                continue
            }
            let number = PlannerNumber(row[.value])
            if number == .unreadable { report(.valueType, .value, expected: PlannerNumber.examples) }
            if number == .dash { findings.append(Finding(.warning, .needDashZero, at: table.location(row, .value))) }
            let key = Self.key(row[.indicator])
            var indicator = read[key] ?? Indicator(name: row[.indicator], unit: "")
            if indicator.unit.isEmpty { indicator.unit = row[.unit] }
            if indicator.source.isEmpty { indicator.source = row[.source] }
            if indicator.values[area] != nil { report(.keyDouble, .indicator) }
            indicator.values[area] = .some(number.amount)
            if read[key] == nil { names.append(indicator.name) }
            read[key] = indicator
        }
        guard problems.isEmpty else { throw StageError(problems) }
        for (key, indicator) in read {
            indicators[key] = indicator
            if indicator.unit.isEmpty { indicators[key]?.unit = Self.people }
        }
    }

    private static func key(_ name: String) -> String { NearestNames.titleKey(name) }
}

extension PlannerNumber {
    /// What to compute with.
    var amount: Double? {
        switch self {
        case .number(let number): number
        case .dash: 0
        case .withheld, .none, .unreadable: nil
        }
    }
}
