public import Model
import Tabular

extension Gazetteer {
    /// Columns of a list of our own; any others are passed over.
    public static let columns = ["municipality_code", "municipality", "town", "latitude", "longitude"]

    /// Reads lists of our own form: UTF-8 CSV with ``columns``; the prefecture follows from the code. A row without a
    /// town stands for the municipality as a whole. Where two lists have the same town, the earlier one wins.
    ///
    /// - Parameters:
    ///   - paths: where each file is, and the name by which messages and results speak of it.
    /// - Throws: `StageError` with every row that can't be used.
    public static func load(
        paths: [(path: String, name: String)], prefectures: Prefectures
    ) throws(StageError) -> Gazetteer {
        var towns: [Town] = []
        var problems: [Problem] = []
        for (path, name) in paths {
            let table = try HeaderedTable(path: path, name: name, requiring: columns)
            for record in table.records {
                let (town, found) = Self.town(record, of: table, prefectures: prefectures)
                if let town { towns.append(town) }
                problems += found
                // A list of another form has every row wrong; the first ones say enough.
                if problems.count >= 20 { throw StageError(problems) }
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return Gazetteer(towns: towns)
    }

    private static func town(
        _ record: HeaderedTable.Record, of table: HeaderedTable, prefectures: Prefectures
    ) -> (Town?, [Problem]) {
        var problems: [Problem] = []
        let code = record["municipality_code"]
        let isCode = code.utf8.count == 5 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let prefecture = prefectures.name(of: String(code.prefix(2)))
        if !isCode || prefecture == nil {
            problems.append(
                Problem(.valueType, at: table.location(record, "municipality_code"), found: code, expected: "43101"))
        }
        if record["municipality"].isEmpty {
            problems.append(
                Problem(.valueType, at: table.location(record, "municipality"), found: "", expected: "市区町村"))
        }
        let latitude = degrees("latitude", 20...46, record, table, &problems)
        let longitude = degrees("longitude", 122...154, record, table, &problems)
        guard problems.isEmpty, let prefecture else { return (nil, problems) }
        let town = Town(
            municipalityCode: code, prefecture: prefecture, municipality: record["municipality"],
            town: record["town"], latitude: longitude == nil ? nil : latitude,
            longitude: latitude == nil ? nil : longitude, source: table.name)
        return (town, problems)
    }

    /// A coordinate within Japan; empty cells have none.
    private static func degrees(
        _ column: String, _ range: ClosedRange<Double>, _ record: HeaderedTable.Record, _ table: HeaderedTable,
        _ problems: inout [Problem]
    ) -> Double? {
        let text = record[column]
        if text.isEmpty { return nil }
        if let value = Double(text), range.contains(value) { return value }
        problems.append(
            Problem(
                .valueType, at: table.location(record, column), found: text,
                expected: "\(Int(range.lowerBound))–\(Int(range.upperBound))"))
        return nil
    }
}
