public import Model
import Tabular
import Text

extension AreaHierarchy {
    /// Reads a UTF-8 CSV with the columns `area_code`, `area`, `kind` (`prefecture`, `municipality`, `ward`,
    /// `school_district`, `town`), `parent_codes` (joined by `;`), `population` (people), `population_as_of`
    /// (ISO 8601), `area_km2` and `source`. The order of rows within a kind is the order of reports.
    ///
    /// - Throws: `StageError` with every cell that can't be used.
    public static func load(path: String, name: String) throws(StageError) -> AreaHierarchy {
        let table = try HeaderedTable(
            path: path, name: name,
            requiring: [
                "area_code", "area", "kind", "parent_codes", "population", "population_as_of", "area_km2", "source",
            ])
        var problems: [Problem] = []
        var rows: [(area: Area, details: Details)] = []
        var codes: Set<String> = []
        for record in table.records {
            guard let row = row(record, of: table, &problems) else { continue }
            if !codes.insert(row.area.code).inserted {
                problems.append(Problem(.keyDouble, at: table.location(record, "area_code"), found: row.area.code))
            }
            rows.append(row)
        }
        for record in table.records {
            for parent in record["parent_codes"].split(separator: ";").map(String.init) where !codes.contains(parent) {
                problems.append(
                    Problem(
                        .valueUnknown, at: table.location(record, "parent_codes"), found: parent,
                        expected: NearestNames.nearest(to: parent, among: codes.sorted()).joined(separator: ", ")))
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return AreaHierarchy(areas: rows)
    }

    private static func row(
        _ record: HeaderedTable.Record, of table: HeaderedTable, _ problems: inout [Problem]
    ) -> (area: Area, details: Details)? {
        let count = problems.count
        func fault(_ column: String, expected: String, code: ProblemCode = .valueType) {
            problems.append(
                Problem(code, at: table.location(record, column), found: record[column], expected: expected))
        }
        if record["area_code"].isEmpty { fault("area_code", expected: "コード") }
        if record["area"].isEmpty { fault("area", expected: "名称") }
        let kind = Area.Kind(rawValue: record["kind"])
        if kind == nil {
            fault("kind", expected: Area.Kind.allCases.map(\.rawValue).joined(separator: ", "), code: .valueUnknown)
        }
        let population = Int(record["population"]).flatMap { $0 >= 0 ? $0 : nil }
        if population == nil, !record["population"].isEmpty { fault("population", expected: "186818") }
        let size = Double(record["area_km2"]).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
        if size == nil, !record["area_km2"].isEmpty { fault("area_km2", expected: "25.45") }
        let date = JapaneseDate.parse(record["population_as_of"])?.date
        if date == nil, !record["population_as_of"].isEmpty { fault("population_as_of", expected: "2022-12-01") }
        guard problems.count == count, let kind else { return nil }
        let area = Area(
            code: record["area_code"], name: record["area"], kind: kind,
            parents: record["parent_codes"].split(separator: ";").map(String.init), population: population)
        return (area, Details(populationAsOf: date, squareKilometres: size, source: record["source"]))
    }
}
