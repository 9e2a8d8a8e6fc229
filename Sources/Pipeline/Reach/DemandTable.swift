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
            var numbers = PointNumbers(table, record)
            let (point, people) = (numbers.point(), numbers.amount("population"))
            findings += numbers.findings
            guard let point, let people else { continue }
            let area = record["area_code"]
            points.append(
                Point(
                    id: id, latitude: point.latitude, longitude: point.longitude, people: people,
                    isOutside: !area.isEmpty && !isInside(area)))
        }
        if table.records.isEmpty {
            findings.append(Finding(.warning, .sourceEmpty, at: CellLocation(file: name)))
        }
    }
}

/// The numbers of a row that says where something is, and what is wrong with them.
struct PointNumbers {
    private(set) var findings: [Finding] = []
    private let table: HeaderedTable
    private let record: HeaderedTable.Record

    init(_ table: HeaderedTable, _ record: HeaderedTable.Record) { (self.table, self.record) = (table, record) }

    /// In Japan; exchanged degrees are outside.
    mutating func point() -> (latitude: Double, longitude: Double)? {
        let latitude = number("latitude", expected: "20…46") { (20...46).contains($0) }
        let longitude = number("longitude", expected: "122…154") { (122...154).contains($0) }
        return latitude.flatMap { latitude in longitude.map { (latitude, $0) } }
    }

    mutating func amount(_ title: String) -> Double? {
        number(title, expected: "≥ 0") { $0.isFinite && $0 >= 0 }
    }

    private mutating func number(
        _ title: String, expected: String, _ isUsable: (Double) -> Bool
    ) -> Double? {
        if let value = DecimalNumber.value(record[title]), isUsable(value) { return value }
        findings.append(
            Finding(
                .error, .numberWanted, at: table.location(record, title), found: record[title], expected: expected))
        return nil
    }
}
