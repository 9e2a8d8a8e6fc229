internal import Analysis
internal import Model
internal import Text

/// `need.csv`: the planner's figures by area and theme, each row with one.
struct NeedFigures {
    enum Field: String, PlannerField {
        case area = "area_code"
        case theme, measure, unit, weight, count, indicator, n, source, note
        case share = "share_percent"
        case low = "low_percent"
        case high = "high_percent"
        case asOf = "as_of"

        var titles: [String] {
            switch self {
            case .area: [rawValue, "地域コード", "area", "地域"]
            case .theme: [rawValue, "活動内容"]
            case .measure: [rawValue, "数値の種類"]
            case .unit: [rawValue, "単位"]
            case .weight: [rawValue, "重み"]
            case .count: [rawValue, "数値"]
            case .share: [rawValue, "割合（%）", "割合"]
            case .n: [rawValue, "回答数"]
            case .low: [rawValue, "下限（%）", "下限"]
            case .high: [rawValue, "上限（%）", "上限"]
            case .indicator: [rawValue, "指標"]
            case .source: [rawValue, "出典"]
            case .asOf: [rawValue, "時点"]
            case .note: [rawValue, "備考"]
            }
        }
    }

    /// A row with what it was read as.
    struct Entry {
        let row: PlannerTable<Field>.Row
        let themeID: String
        let figure: NeedFigure
        let interval: Need.Interval?
        let measure: Measure
        let source: String
        let asOf: String
    }

    /// What a figure counts; figures of different ones can't be added.
    struct Measure: Hashable {
        let name: String
        let unit: String

        /// 相談件数（件）
        var words: String {
            name.isEmpty || unit.isEmpty ? (name + unit).isEmpty ? "—" : name + unit : "\(name)（\(unit)）"
        }

        static func == (a: Measure, b: Measure) -> Bool { a.key == b.key }
        func hash(into hasher: inout Hasher) { hasher.combine(key) }
        private var key: [String] { [NearestNames.titleKey(name), NearestNames.titleKey(unit)] }
    }

    let table: PlannerTable<Field>
    private(set) var entries: [Entry] = []
    private(set) var findings: [Finding] = []
    private var problems: [Problem] = []
    private let places: NeedPlaces
    private let themes: NeedThemes
    private let indicators: NeedIndicators

    /// - Throws: `StageError` with every row that can't be used.
    init(
        path: String, name: String, places: NeedPlaces, themes: NeedThemes, indicators: NeedIndicators
    ) throws(StageError) {
        table = try PlannerTable(
            path: path, name: name, requiring: [[.area], [.theme], [.weight, .count, .share], [.source]])
        self.places = places
        self.themes = themes
        self.indicators = indicators
        for row in table.rows { read(row) }
        refuseDoubles()
        guard problems.isEmpty else { throw StageError(problems) }
        findings += missingSources
    }

    private mutating func read(_ row: PlannerTable<Field>.Row) {
        let area = places.code(row[.area])
        if area == nil { report(.valueUnknown, row, .area, expected: places.suggestions(row[.area])) }
        let theme = themes.id(row[.theme])
        if theme == nil { report(.valueUnknown, row, .theme, expected: themes.suggestions(row[.theme])) }
        guard let area, let theme, let form = form(of: row) else { return }
        let asOf = PlannerDate.text(row[.asOf])
        if asOf == nil, !row[.asOf].isEmpty {
            findings.append(
                Finding(
                    .warning, .dateUnreadable, at: table.location(row, .asOf), found: row[.asOf],
                    expected: PlannerDate.examples))
        }
        let read = form == .share ? share(row, area) : count(row, form, area)
        guard let read else { return }
        entries.append(
            Entry(
                row: row, themeID: theme,
                figure: NeedFigure(areaCode: area, value: read.value, splitBase: read.base), interval: read.interval,
                measure: read.measure, source: read.source, asOf: asOf ?? row[.asOf]))
    }

    /// The one column that holds the figure; that of a blank row is `count`.
    private mutating func form(of row: PlannerTable<Field>.Row) -> Field? {
        let filled = [Field.weight, .count, .share].filter { !row[$0].isEmpty }
        guard filled.count <= 1 else {
            report(.keysExclusive, row, filled[1], found: filled[1].rawValue, expected: filled[0].rawValue)
            return nil
        }
        return filled.first ?? .count
    }

    // MARK: - Figures

    private typealias Reading = (
        value: NeedFigure.Value, base: [Double]?, interval: Need.Interval?, measure: Measure, source: String
    )

    private mutating func count(_ row: PlannerTable<Field>.Row, _ field: Field, _ area: String) -> Reading? {
        let number = PlannerNumber(row[field])
        guard let value = value(number, row, field, expected: PlannerNumber.examples) else { return nil }
        if case .number(let amount) = number, isSmallCount(amount, row[.unit]) {
            findings.append(
                Finding(.warning, .needSmallCount, at: table.location(row, field), found: row[field], expected: "10"))
        }
        guard let indicator = indicator(row) else { return nil }
        return (
            value, row[.indicator].isEmpty ? nil : splitBase(indicator, row, area), nil,
            Measure(name: row[.measure], unit: row[.unit]), row[.source]
        )
    }

    /// Whole numbers from 1 to 9 may tell who they count; weights of one's own and shares don't.
    private func isSmallCount(_ amount: Double, _ unit: String) -> Bool {
        (1..<10).contains(amount) && amount.rounded() == amount && !["重み", "点", "%"].contains(Width.folded(unit))
    }

    private mutating func share(_ row: PlannerTable<Field>.Row, _ area: String) -> Reading? {
        let number = PlannerNumber(percent: row[.share])
        guard let value = value(number, row, .share, expected: PlannerNumber.percentExamples),
            let indicator = indicator(row)
        else { return nil }
        let measure = Measure(
            name: row[.measure].isEmpty ? "\(indicator.name)×割合" : row[.measure],
            unit: row[.unit].isEmpty ? indicator.unit : row[.unit])
        let source = [row[.source], indicator.source].filter { !$0.isEmpty }.joined(separator: "、")
        guard case .amount(let percent) = value else { return (value, nil, nil, measure, source) }
        guard let bounds = bounds(percent, row) else { return nil }
        if percent > 0, percent < 1, !row[.share].contains(where: { $0 == "%" || $0 == "％" }) {
            findings.append(Finding(.warning, .needShareSmall, at: table.location(row, .share), found: row[.share]))
        }
        guard let people = base(indicator, area) else {
            reportBase(indicator, row, area)
            return (.none, nil, nil, measure, source)
        }
        let interval = bounds.range.map {
            Need.Interval(low: $0.lowerBound / 100 * people, high: $0.upperBound / 100 * people)
        }
        return (
            .amount(percent / 100 * people), splitBase(indicator, row, area), interval, measure, source
        )
    }

    private struct Bounds {
        /// In per cent; `nil` where nothing is known of them.
        let range: ClosedRange<Double>?
    }

    /// As given, or what as many answers as were given leave; `nil` where they can't be used.
    private mutating func bounds(_ percent: Double, _ row: PlannerTable<Field>.Row) -> Bounds? {
        let ends = [Field.low, .high].map { PlannerNumber(percent: row[$0]).amount }
        if let low = ends[0], let high = ends[1], low <= percent, percent <= high {
            return Bounds(range: low...high)
        }
        guard row[.low].isEmpty, row[.high].isEmpty else {
            let wrong: Field = ends[0].map { $0 <= percent } ?? false ? .high : .low
            let expected = wrong == .low ? "0…\(row[.share])" : "\(row[.share])…100"
            report(.valueType, row, wrong, expected: expected)
            return nil
        }
        guard !row[.n].isEmpty else { return Bounds(range: nil) }
        guard case .number(let n) = PlannerNumber(row[.n]), n >= 1, n.rounded() == n, n <= 1e9 else {
            report(.valueType, row, .n, expected: "≥ 1")
            return nil
        }
        return Bounds(range: SurveyShare.interval(percent: percent, sampleSize: Int(n)))
    }

    private mutating func value(
        _ number: PlannerNumber, _ row: PlannerTable<Field>.Row, _ field: Field, expected: String
    ) -> NeedFigure.Value? {
        switch number {
        case .number(let amount): return .amount(amount)
        case .withheld: return .withheld
        case .none: return NeedFigure.Value.none
        case .dash:
            findings.append(Finding(.warning, .needDashZero, at: table.location(row, field), found: row[field]))
            return .amount(0)
        case .unreadable:
            report(.valueType, row, field, expected: expected)
            return nil
        }
    }

    // MARK: - What shares refer to

    private mutating func indicator(_ row: PlannerTable<Field>.Row) -> NeedIndicators.Indicator? {
        if let indicator = indicators[row[.indicator]] { return indicator }
        report(.valueUnknown, row, .indicator, expected: indicators.suggestions(row[.indicator]))
        return nil
    }

    /// The value of an area: its own, or the sum of the areas of the report in it.
    private func base(_ indicator: NeedIndicators.Indicator, _ area: String) -> Double? {
        if let value = indicator.values[area] { return value }
        guard let outer = places.areas.outer.first(where: { $0.code == area }) else { return nil }
        var sum = 0.0
        for (member, belonging) in zip(outer.members, outer.belonging) {
            guard let value = indicator.values[places.areas.areas[member].code] ?? nil else { return nil }
            sum += value * belonging
        }
        return sum
    }

    /// By what a figure of a larger area is split: the indicator, where every area in it has one.
    private mutating func splitBase(
        _ indicator: NeedIndicators.Indicator, _ row: PlannerTable<Field>.Row, _ area: String
    ) -> [Double]? {
        guard let outer = places.areas.outer.first(where: { $0.code == area }) else { return nil }
        let codes = places.areas.areas.map(\.code)
        guard let lacking = outer.members.first(where: { (indicator.values[codes[$0]] ?? nil) == nil }) else {
            return codes.map { (indicator.values[$0] ?? nil) ?? 0 }
        }
        reportBase(indicator, row, codes[lacking])
        return nil
    }

    private mutating func reportBase(
        _ indicator: NeedIndicators.Indicator, _ row: PlannerTable<Field>.Row, _ area: String
    ) {
        let name = places.all.first { $0.code == area }?.name ?? area
        findings.append(
            Finding(
                .warning, .needBaseMissing, at: table.location(row, .indicator), found: name,
                expected: indicator.name))
    }

    // MARK: - Rows together

    /// A theme that is counted in two ways, and a cell that stands twice.
    private mutating func refuseDoubles() {
        var measures: [String: Entry] = [:]
        var seen: Set<[String]> = []
        for entry in entries {
            if entry.figure.value != .none {
                let first = measures[entry.themeID] ?? entry
                measures[entry.themeID] = first
                if first.measure != entry.measure {
                    let field: Field = first.measure.name == entry.measure.name ? .unit : .measure
                    report(
                        .needMeasuresMixed, entry.row, table.has(field) ? field : .theme, found: entry.measure.words,
                        expected: "\(first.measure.words)：\(first.row.number)")
                    continue
                }
            }
            if !seen.insert([entry.figure.areaCode, entry.themeID]).inserted { report(.keyDouble, entry.row, .theme) }
        }
    }

    /// Figures that don't say where they are from, or of when: counted, since it is often all of them.
    private var missingSources: [Finding] {
        [Field.source, .asOf].compactMap { field in
            let lacking = entries.count { entry in
                if case .amount = entry.figure.value { entry.row[field].isEmpty } else { false }
            }
            return lacking == 0
                ? nil : Finding(.info, .needSourceMissing, at: table.location(field), found: "\(lacking)")
        }
    }

    private mutating func report(
        _ code: ProblemCode, _ row: PlannerTable<Field>.Row, _ field: Field, found: String? = nil,
        expected: String = ""
    ) {
        problems.append(
            Problem(code, at: table.location(row, field), found: found ?? row[field], expected: expected))
    }
}
