internal import Model
internal import Tabular

/// Where people live: a table with `id`, `latitude`, `longitude`, `population` and, if need be, `area_code`.
struct DemandTable {
    struct Point {
        let id: String
        let latitude: Double
        let longitude: Double
        let people: Double
        /// Beyond the border: they share what there is, and are not reported.
        let isOutside: Bool
    }

    private(set) var points: [Point] = []
    private(set) var findings: [Finding] = []

    /// - Parameter isInside: whether an area lies in the municipality.
    /// - Throws: `StageError` when the file can't be read or lacks a column.
    init(path: String, name: String, isInside: (String) -> Bool) throws(StageError) {
        let table = try HeaderedTable(
            path: path, name: name, requiring: ["id", "latitude", "longitude", "population"])
        var rows: [String: Int] = [:]
        for record in table.records {
            let id = record["id"]
            if let first = rows[id] {
                findings.append(
                    Finding(.error, .keyDouble, at: table.location(record, "id"), found: id, expected: "\(first)"))
                continue
            }
            rows[id] = record.number
            let numbers = PointNumbers(table, record, amount: "population")
            findings += numbers.findings
            guard let latitude = numbers.latitude, let longitude = numbers.longitude, let people = numbers.amount
            else { continue }
            let area = record["area_code"]
            points.append(
                Point(
                    id: id, latitude: latitude, longitude: longitude, people: people,
                    isOutside: !area.isEmpty && !isInside(area)))
        }
        if table.records.isEmpty {
            findings.append(Finding(.warning, .sourceEmpty, at: CellLocation(file: name)))
        }
    }
}

/// The numbers of a row that says where something is.
struct PointNumbers {
    private(set) var latitude: Double?
    private(set) var longitude: Double?
    private(set) var amount: Double?
    private(set) var findings: [Finding] = []

    /// - Parameters:
    ///   - amount: title of the column that says how much; a cell that is blank is `standard`.
    init(
        _ table: HeaderedTable, _ record: HeaderedTable.Record, amount title: String, standard: Double? = nil
    ) {
        /// In Japan; exchanged degrees are outside.
        latitude = number(table, record, "latitude", expected: "20…46") { (20...46).contains($0) }
        longitude = number(table, record, "longitude", expected: "122…154") { (122...154).contains($0) }
        if record[title].isEmpty, let standard {
            amount = standard
        } else {
            amount = number(table, record, title, expected: "≥ 0") { $0.isFinite && $0 >= 0 }
        }
    }

    private mutating func number(
        _ table: HeaderedTable, _ record: HeaderedTable.Record, _ title: String, expected: String,
        _ isUsable: (Double) -> Bool
    ) -> Double? {
        if let value = DecimalNumber.value(record[title]), isUsable(value) { return value }
        findings.append(
            Finding(
                .error, .numberWanted, at: table.location(record, title), found: record[title], expected: expected))
        return nil
    }
}
