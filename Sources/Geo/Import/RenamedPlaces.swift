public import Model
internal import Tabular

/// Municipalities and towns that were renamed or merged. A gazetteer knows one of two names, people write both.
public struct RenamedPlaces: Sendable {
    struct Entry: Sendable, Hashable {
        /// Name of the prefecture.
        let prefecture: String
        /// The municipality, with 郡 and 区, that a town is in; empty where the municipality itself has the two names.
        let municipality: String
        let former: String
        let present: String
    }

    let entries: [Entry]

    /// None at all.
    public init() { entries = [] }

    /// Reads a UTF-8 CSV with the columns `prefecture`, `municipality` (empty for one that was renamed itself), `former`
    /// and `present`. A former name may have several present ones, one a row: the town decides.
    ///
    /// - Throws: `StageError` with every cell that is empty and must not be.
    public static func load(path: String, name: String) throws(StageError) -> RenamedPlaces {
        let table = try HeaderedTable(
            path: path, name: name, requiring: ["prefecture", "municipality", "former", "present"])
        var problems: [Problem] = []
        var entries: [Entry] = []
        for record in table.records {
            for column in ["prefecture", "former", "present"] where record[column].isEmpty {
                problems.append(Problem(.formCellEmpty, at: table.location(record, column), expected: column))
            }
            entries.append(
                Entry(
                    prefecture: record["prefecture"], municipality: record["municipality"], former: record["former"],
                    present: record["present"]))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return RenamedPlaces(entries)
    }

    init(_ entries: [Entry]) { self.entries = entries }
}
