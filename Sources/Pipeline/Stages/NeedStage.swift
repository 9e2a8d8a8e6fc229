internal import Analysis
internal import FoundationEssentials
internal import Model
internal import Survey
internal import Tabular

/// The weight of each area and theme: the planner's figures, or every theme equal by population.
struct NeedStage {
    static func run(_ inputs: WaveInputs) throws(StageError) -> [Need] {
        guard let file = inputs.needFile else {
            return NeedModel.equalThemes(
                areas: inputs.reportAreas, themes: inputs.taxonomy.themes.filter { !$0.isResidual },
                source: inputs.description.areas.path)
        }
        return try read(path: file.path.path, name: file.name, inputs: inputs)
    }

    /// Areas that have no figure because they have no population, while others have one.
    static func findings(_ inputs: WaveInputs) -> [Finding] {
        guard inputs.needFile == nil, inputs.reportAreas.contains(where: { $0.population != nil }) else { return [] }
        return inputs.reportAreas.filter { $0.population == nil }.map {
            Finding(
                .warning, .populationMissing,
                at: CellLocation(file: inputs.description.areas.path, column: "population"), found: $0.name)
        }
    }

    /// `need.csv`: area_code, theme (id or label), weight, source. Cells that it doesn't list have no figure.
    private static func read(path: String, name: String, inputs: WaveInputs) throws(StageError) -> [Need] {
        let table = try HeaderedTable(path: path, name: name, requiring: ["area_code", "theme", "weight", "source"])
        var problems: [Problem] = []
        var seen: Set<[String]> = []
        var needs: [Need] = []
        for row in table.records {
            func report(_ code: ProblemCode, _ column: String, expected: String) {
                problems.append(
                    Problem(code, at: table.location(row, column), found: row[column], expected: expected))
            }
            guard inputs.reportAreas.contains(where: { $0.code == row["area_code"] }) else {
                report(
                    .valueUnknown, "area_code", expected: inputs.reportAreas.map(\.code).joined(separator: ", "))
                continue
            }
            let themes = inputs.taxonomy.themes.filter { !$0.isResidual }
            guard let theme = themes.first(where: { $0.id == row["theme"] || $0.label == row["theme"] }) else {
                report(.valueUnknown, "theme", expected: themes.map(\.label).joined(separator: ", "))
                continue
            }
            guard let weight = Double(row["weight"]), weight.isFinite, weight >= 0 else {
                report(.valueType, "weight", expected: "≥ 0")
                continue
            }
            guard seen.insert([row["area_code"], theme.id]).inserted else {
                report(.keyDouble, "theme", expected: "")
                continue
            }
            needs.append(
                Need(areaCode: row["area_code"], themeID: theme.id, weight: weight, source: row["source"]))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        let total = needs.reduce(0) { $0 + $1.weight }
        guard total > 0 else { return needs }
        return needs.map {
            Need(areaCode: $0.areaCode, themeID: $0.themeID, weight: $0.weight / total, source: $0.source)
        }
    }
}
