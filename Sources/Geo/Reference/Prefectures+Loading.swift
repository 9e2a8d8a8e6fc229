public import Model
import Tabular

extension Prefectures {
    /// Reads a UTF-8 CSV with the columns `prefecture_code`, `prefecture`, `plane_zone` (1…19), `municipalities`
    /// (codes and runs of codes, `01202-01203;01233`), `south`, `west`, `north`, `east` (degrees). The rows of a
    /// prefecture are tried in order; its last one holds everywhere.
    ///
    /// - Throws: `StageError` with every cell that can't be used.
    public static func load(path: String, name: String) throws(StageError) -> Prefectures {
        let table = try HeaderedTable(
            path: path, name: name,
            requiring: [
                "prefecture_code", "prefecture", "plane_zone", "municipalities", "south", "west", "north", "east",
            ])
        var problems: [Problem] = []
        var entries: [Entry] = []
        for record in table.records {
            let code = record["prefecture_code"]
            guard code.utf8.count == 2, Int(code) != nil, !record["prefecture"].isEmpty else {
                problems.append(
                    Problem(.valueType, at: table.location(record, "prefecture_code"), found: code, expected: "43"))
                continue
            }
            guard let zone = zone(record, of: table, &problems) else { continue }
            if let last = entries.last, last.code == code {
                entries[entries.count - 1] = Entry(code: code, name: last.name, zones: last.zones + [zone])
            } else {
                entries.append(Entry(code: code, name: record["prefecture"], zones: [zone]))
            }
        }
        let codes = entries.map(\.code)
        for (index, code) in codes.enumerated() where codes[..<index].contains(code) {
            problems.append(Problem(.keyDouble, at: CellLocation(file: name, column: "prefecture_code"), found: code))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return Prefectures(entries)
    }

    private static func zone(
        _ record: HeaderedTable.Record, of table: HeaderedTable, _ problems: inout [Problem]
    ) -> Zone? {
        guard let number = Int(record["plane_zone"]), (1...19).contains(number) else {
            problems.append(
                Problem(
                    .valueType, at: table.location(record, "plane_zone"), found: record["plane_zone"],
                    expected: "1–19"))
            return nil
        }
        var runs: [ClosedRange<String>] = []
        for run in record["municipalities"].split(separator: ";") {
            let ends = run.split(separator: "-").map(String.init)
            if let first = ends.first, let last = ends.last, first <= last, ends.count <= 2 {
                runs.append(first...last)
            } else {
                problems.append(
                    Problem(
                        .valueType, at: table.location(record, "municipalities"), found: String(run),
                        expected: "01202-01203"))
            }
        }
        var bounds: [Double?] = []
        for column in ["south", "west", "north", "east"] {
            let bound = Double(record[column])
            if bound == nil, !record[column].isEmpty {
                problems.append(
                    Problem(.valueType, at: table.location(record, column), found: record[column], expected: "128.3"))
            }
            bounds.append(bound)
        }
        return Zone(
            number: number, municipalities: runs, south: bounds[0], west: bounds[1], north: bounds[2],
            east: bounds[3])
    }
}
