public import Model
internal import Tabular

/// Municipalities of Japan with their codes (JIS X 0402), for lists that have names only.
public struct MunicipalityCodes: Sendable {
    /// In the order of codes; names with 郡 and 区.
    let all: [(code: UInt32, name: String)]

    /// None at all: lists have to bring their codes along.
    public init() { all = [] }

    /// Reads a UTF-8 CSV with the columns `municipality_code` (five digits) and `municipality`.
    ///
    /// - Throws: `StageError` with every cell that can't be used.
    public static func load(path: String, name: String) throws(StageError) -> MunicipalityCodes {
        let table = try HeaderedTable(path: path, name: name, requiring: ["municipality_code", "municipality"])
        var problems: [Problem] = []
        var all: [(code: UInt32, name: String)] = []
        for record in table.records {
            let code = record["municipality_code"]
            if code.utf8.count == 5, let number = UInt32(code), !record["municipality"].isEmpty {
                all.append((number, record["municipality"]))
            } else {
                problems.append(
                    Problem(.valueType, at: table.location(record, "municipality_code"), found: code, expected: "13101")
                )
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return MunicipalityCodes(all)
    }

    private init(_ all: [(code: UInt32, name: String)]) { self.all = all }
}
