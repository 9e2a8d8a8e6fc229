internal import Analysis
internal import FoundationEssentials
internal import Geo
internal import Model
internal import Survey

/// The weight of each area and theme: the planner's figures, or every theme equal by population.
struct NeedStage {
    struct Outcome {
        /// For each area and theme.
        let needs: [Need]
        let findings: [Finding]
        /// How themes weigh against each other; `nil` without figures.
        let balance: NeedBalance?
        /// What the weights rest on, for the readers of the report.
        let sentences: [String]
        let model: NeedModel

        /// The same wave weighed by other rules, the stated one first.
        /// - Parameter cases: the counts of the question about cases.
        func scenarios(cases: [TabulationRow]) -> [NeedScenario] {
            model.scenarios(
                stated: needs,
                cases: Dictionary(cases.map { ($0.optionID, $0.count) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    private let inputs: WaveInputs
    private let places: NeedPlaces
    private let themes: NeedThemes
    private var findings: [Finding] = []

    private init(_ inputs: WaveInputs) {
        self.inputs = inputs
        places = NeedPlaces(inputs)
        themes = NeedThemes(inputs)
    }

    /// - Throws: `StageError` with every row and every priority that can't be used.
    static func run(_ inputs: WaveInputs) throws(StageError) -> Outcome {
        var stage = NeedStage(inputs)
        var problems: [Problem] = []
        var figures: NeedFigures?
        do throws(StageError) {
            figures = try stage.readFigures()
        } catch {
            problems += error.problems
        }
        let priorities = stage.priorities(&problems)
        guard problems.isEmpty else { throw StageError(problems) }
        return figures.map { stage.weigh($0, priorities) } ?? stage.equal(priorities)
    }

    private mutating func readFigures() throws(StageError) -> NeedFigures? {
        guard let file = inputs.needFile else { return nil }
        var indicators = NeedIndicators(areas: places.all)
        if let file = inputs.indicatorFile {
            try indicators.read(
                path: file.path.path, name: file.name, places: places, hierarchy: inputs.hierarchy)
        }
        let figures = try NeedFigures(
            path: file.path.path, name: file.name, places: places, themes: themes, indicators: indicators)
        findings += indicators.findings + figures.findings
        return figures
    }

    private func priorities(_ problems: inout [Problem]) -> Set<String> {
        var ids: Set<String> = []
        for theme in inputs.description.need.priorityThemes {
            if let id = themes.id(theme.name) {
                ids.insert(id)
            } else {
                problems.append(
                    Problem(
                        .valueUnknown, at: theme.location, found: theme.name,
                        expected: themes.suggestions(theme.name)))
            }
        }
        return ids
    }

    private func model(_ priorities: Set<String>, balance: NeedBalance = .equal) -> NeedModel {
        NeedModel(
            areas: places.areas, themes: themes.all, balance: balance,
            withoutFigure: inputs.description.need.withoutFigure, priorityThemes: priorities,
            priorityWeight: inputs.description.need.priorityWeight)
    }

    // MARK: - Without figures

    private mutating func equal(_ priorities: Set<String>) -> Outcome {
        let needs = model(priorities).equalThemes(source: inputs.description.areas.path)
        reportPopulations(of: areasWithoutPopulation)
        return outcome(needs, model: model(priorities), balance: nil, measures: [])
    }

    private var areasWithoutPopulation: [Int] {
        let populations = places.areas.populations
        return populations.indices.filter { populations[$0] == nil }
    }

    /// Areas that have no part, since they have no population while others have one.
    private mutating func reportPopulations(of areas: [Int]) {
        findings += Set(areas).sorted().map {
            Finding(
                .warning, .populationMissing,
                at: CellLocation(file: inputs.description.areas.path, column: "population"),
                found: places.areas.areas[$0].name)
        }
    }

    // MARK: - With figures

    private mutating func weigh(_ figures: NeedFigures, _ priorities: Set<String>) -> Outcome {
        let entries = themes.all.map { theme in figures.entries.filter { $0.themeID == theme.id } }
        let split = entries.map { NeedSplitting($0.map(\.figure), areas: places.areas) }
        for (entries, split) in zip(entries, split) { report(split.conflicts, entries, figures.table) }

        let measures = zip(entries, split).compactMap { entries, split in
            split.cells.contains { $0.amount != nil }
                ? entries.first { $0.figure.value != .none }?.measure : nil
        }
        let balance = balance(measures, figures.table)
        let model = model(priorities, balance: balance)
        let cells = split.map(\.cells)
        let isEqual = cells.map(model.isWithoutFigure)
        if isEqual.contains(true) { reportPopulations(of: areasWithoutPopulation) }
        if !cells.joined().contains(where: { ($0.amount ?? 0) > 0 }) {
            findings.append(Finding(.warning, .needNoFigure, at: figures.table.location()))
        }
        let weights = model.weights(cells)
        let needs = places.areas.areas.indices.flatMap { area in
            themes.all.indices.map { theme in
                need(
                    area, themes.all[theme], cells[theme][area], weight: weights[theme][area], entries[theme],
                    isEqual: isEqual[theme], isPriority: priorities.contains(themes.all[theme].id))
            }
        }
        return outcome(needs, model: model, balance: balance, measures: measures)
    }

    private func need(
        _ area: Int, _ theme: Theme, _ cell: NeedCellFigure, weight: Double?, _ entries: [NeedFigures.Entry],
        isEqual: Bool, isPriority: Bool
    ) -> Need {
        let code = places.areas.areas[area].code
        guard !isEqual else {
            return Need(
                areaCode: code, themeID: theme.id, weight: weight, basis: weight == nil ? .noFigure : .equal,
                source: inputs.description.areas.path, isPriority: isPriority)
        }
        let entry = cell.origin.map { entries[$0] }
        return Need(
            areaCode: code, themeID: theme.id, weight: weight, figure: cell.amount.map(Self.plain),
            interval: entry.flatMap { interval(cell, of: $0) }, measure: entry?.measure.name ?? "",
            unit: entry?.measure.unit ?? "", basis: cell.basis.forNeed, source: entry?.source ?? "",
            asOf: entry?.asOf ?? "", isPriority: isPriority)
    }

    /// Of a figure, or in proportion for a part of one; what was left over has none.
    private func interval(_ cell: NeedCellFigure, of entry: NeedFigures.Entry) -> Need.Interval? {
        guard let interval = entry.interval, let amount = cell.amount, case .amount(let whole) = entry.figure.value
        else { return nil }
        switch cell.basis {
        case .given: return Need.Interval(low: Self.plain(interval.low), high: Self.plain(interval.high))
        case .split where whole > 0:
            let part = amount / whole
            return Need.Interval(low: Self.plain(interval.low * part), high: Self.plain(interval.high * part))
        case .split, .estimated, .withheld, .none: return nil
        }
    }

    /// 2241.816 for 2241.8160000000003, which nobody counted; small weights stay as they are.
    private static func plain(_ amount: Double) -> Double {
        amount < 1 ? amount : (amount * 1_000_000).rounded() / 1_000_000
    }

    // MARK: - Findings

    private mutating func report(
        _ conflicts: [NeedConflict], _ entries: [NeedFigures.Entry], _ table: PlannerTable<NeedFigures.Field>
    ) {
        for conflict in conflicts {
            switch conflict {
            case .totalDiffers(let figure, let total, let sum):
                findings.append(finding(.needTotalDiffers, entries[figure], table, total, sum))
            case .restNegative(let figure, let total, let sum):
                findings.append(finding(.needRestNegative, entries[figure], table, total, sum))
            case .notSplit(_, let areas): reportPopulations(of: areas)
            }
        }
    }

    private func finding(
        _ code: ProblemCode, _ entry: NeedFigures.Entry, _ table: PlannerTable<NeedFigures.Field>, _ total: Double,
        _ sum: Double
    ) -> Finding {
        let field = [NeedFigures.Field.weight, .count, .share].first { !entry.row[$0].isEmpty } ?? .count
        return Finding(
            .warning, code, at: table.location(entry.row, field), found: Self.rounded(total),
            expected: Self.rounded(sum))
    }

    private static func rounded(_ amount: Double) -> String {
        ShortestNumber.text((amount * 1000).rounded() / 1000)
    }

    /// As the wave states it; else by the figures where they can be compared.
    private mutating func balance(
        _ measures: [NeedFigures.Measure], _ table: PlannerTable<NeedFigures.Field>
    ) -> NeedBalance {
        let need = inputs.description.need
        let different = measures.reduce(into: [NeedFigures.Measure]()) { if !$0.contains($1) { $0.append($1) } }
        guard different.count > 1 else { return need.acrossThemes ?? .figures }
        let units = Set(different.map { Measure(name: "", unit: $0.unit) })
        let balance = need.acrossThemes ?? .equal
        let isDoubtful = need.acrossThemes == .figures && units.count > 1
        if isDoubtful || need.acrossThemes == nil {
            let words = different.map(\.words)
            let shown = words.prefix(5).joined(separator: "; ") + (words.count > 5 ? "; …" : "")
            findings.append(
                Finding(
                    isDoubtful ? .warning : .info, .needUnitsDiffer,
                    at: isDoubtful ? need.acrossThemesLocation ?? table.location() : table.location(.unit),
                    found: shown, expected: balance.rawValue))
        }
        return balance
    }

    private typealias Measure = NeedFigures.Measure

    private func outcome(
        _ needs: [Need], model: NeedModel, balance: NeedBalance?, measures: [NeedFigures.Measure]
    ) -> Outcome {
        // A population that several splits miss is told once.
        var told: Set<Finding> = []
        let findings = findings.filter { told.insert($0).inserted }
        return Outcome(
            needs: needs, findings: findings, balance: balance,
            sentences: NeedStatement(
                inputs: inputs, needs: needs, themes: themes.all, balance: balance,
                isOneMeasure: Set(measures).count <= 1
            ).sentences, model: model)
    }
}

extension NeedCellFigure.Basis {
    fileprivate var forNeed: Need.Basis {
        switch self {
        case .given: .given
        case .split: .split
        case .estimated: .estimated
        case .withheld: .withheld
        case .none: .noFigure
        }
    }
}
