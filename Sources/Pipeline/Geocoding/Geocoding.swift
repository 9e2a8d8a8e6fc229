public import FoundationEssentials
internal import Geo
public import Model
internal import Tabular

/// Reads the addresses of a table against gazetteers, and writes the table again with what they say.
public struct Geocoding: Sendable {
    /// `-` for standard input.
    public var input: String
    /// Sheet of a workbook; `nil` takes the first visible one.
    public var sheet: String?
    /// Titles of the columns that make up the address, in its order; without any, the only one that is called so.
    public var columns: [String]
    /// Gazetteers and lists, the preferred one first.
    public var gazetteers: [URL]
    /// Folder with grids for the change of datum.
    public var grids: URL?
    /// Five digits: where an address without a municipality lies.
    public var municipality: String?
    /// A CSV, or a workbook where it ends in `.xlsx`; `nil` for a CSV on standard output.
    public var output: URL?
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    public var dataFolder: URL
    /// Asked every few thousand rows; when true the work ends and leaves nothing behind.
    public var isCancelled: @Sendable () -> Bool

    public init(
        input: String, sheet: String? = nil, columns: [String] = [], gazetteers: [URL], grids: URL? = nil,
        municipality: String? = nil, output: URL? = nil, replaces: Bool = false, dataFolder: URL,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.input = input
        self.sheet = sheet
        self.columns = columns
        self.gazetteers = gazetteers
        self.grids = grids
        self.municipality = municipality
        self.output = output
        self.replaces = replaces
        self.dataFolder = dataFolder
        self.isCancelled = isCancelled
    }

    public struct Outcome: Sendable {
        public fileprivate(set) var rowCount = 0
        /// Rows whose address is blank; they are in no level.
        public fileprivate(set) var blankCount = 0
        /// Addresses by how far they were found.
        public fileprivate(set) var counts: [Place.Level: Int] = [:]
        /// Addresses with several towns that fit or were perhaps meant.
        public fileprivate(set) var ambiguousCount = 0
        public fileprivate(set) var findings: [Finding] = []

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// - Throws: `StageError` with everything that is wrong with input, columns, gazetteers or output, and
    ///   `RunCancelled`; no file is left then.
    public func run() throws -> Outcome {
        // Before anything is read: a person who forgot --force learns it at once.
        let file = try output.map { url throws(StageError) in try OutputFile(url, replaces: replaces) }
        let places = DataTables(dataFolder)
        let prefectures = try places.prefectures()
        let stack = try openGazetteers(places)
        let name = input == "-" ? "standard input" : URL(filePath: input).lastPathComponent
        let table = try TableReader(
            path: input == "-" ? "/dev/stdin" : input, name: name, options: TableOptions(sheet: sheet))
        var row = Row()
        let columns = try AddressColumns(of: table, name: name, wanted: columns, row: &row)
        var rows: any GeocodedRows
        if let file, file.isWorkbook {
            rows = try GeocodedWorkbook(file, titles: columns.titles)
        } else {
            rows = GeocodedCSV(file, titles: columns.titles)
        }
        var outcome = Outcome()
        outcome.findings = stack.findings
        let scanner = AddressReader(
            gazetteers: stack.gazetteers, prefectures: prefectures, home: municipality
        ).makeScanner()
        while try table.next(into: &row) {
            guard !row.isBlank else { continue }
            outcome.rowCount += 1
            if outcome.rowCount % 4096 == 0, isCancelled() { throw RunCancelled() }
            try columns.withAddress(in: row) { address in
                if address.isEmpty {
                    outcome.blankCount += 1
                    try rows.append(row, nil)
                } else {
                    try scanner.read(address) { fields in
                        outcome.counts[fields.level, default: 0] += 1
                        if fields.alternativeCount > 0 { outcome.ambiguousCount += 1 }
                        try rows.append(row, fields)
                    }
                }
            }
            if row.count > columns.titles.count { report(row, columns, table, &outcome.findings) }
        }
        outcome.findings += table.problems.map { Finding(.error, $0) }
        try rows.finish()
        try file?.publish()
        return outcome
    }

    /// Values without a title are written behind all columns, where they move nothing.
    private func report(_ row: Row, _ columns: AddressColumns, _ table: TableReader, _ findings: inout [Finding]) {
        for index in columns.titles.count..<row.count where !row.isBlank(index) {
            findings.append(
                Finding(
                    .warning, .cellWithoutTitle,
                    at: CellLocation(file: columns.name, sheet: table.sheet, row: row.number), found: row[index],
                    expected: CellRange.letters(ofColumn: index + 1)))
        }
    }

    private func openGazetteers(_ places: DataTables) throws(StageError) -> GazetteerStack {
        let stack = try GazetteerStack(
            paths: gazetteers.map { ($0.path, $0.lastPathComponent) }, tables: places, grids: grids?.path)
        if let municipality, !stack.gazetteers.contains(where: { $0.contains(municipality: municipality) }) {
            throw StageError(
                .valueUnknown, at: CellLocation(file: "--municipality"), found: municipality,
                expected: gazetteers.map(\.lastPathComponent).joined(separator: ", "))
        }
        return stack
    }
}
