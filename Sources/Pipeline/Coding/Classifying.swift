public import FoundationEssentials
public import Model
internal import Survey
internal import Tabular
internal import Text

/// Codes a column of free texts to themes or support types, and writes the table again with what they say.
public struct Classifying: Sendable {
    public enum Subject: String, Sendable, CaseIterable {
        case themes
        case supportTypes = "support_types"
    }

    /// `-` for standard input.
    public var input: String
    /// Sheet of a workbook; `nil` takes the first visible one.
    public var sheet: String?
    /// Title of the column with the texts.
    public var column: String
    public var subject: Subject
    /// `nil` for standard output.
    public var output: URL?
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    public var dataFolder: URL

    public init(
        input: String, sheet: String? = nil, column: String, subject: Subject = .themes, output: URL? = nil,
        replaces: Bool = false, dataFolder: URL
    ) {
        self.input = input
        self.sheet = sheet
        self.column = column
        self.subject = subject
        self.output = output
        self.replaces = replaces
        self.dataFolder = dataFolder
    }

    public struct Outcome: Sendable {
        public fileprivate(set) var rowCount = 0
        /// Rows with a code that stands without review.
        public fileprivate(set) var assignedCount = 0
        /// Rows that a person should look at.
        public fileprivate(set) var reviewCount = 0
        public fileprivate(set) var findings: [Finding] = []

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// Columns that are added to the table.
    static let titles = ["codes", "code_ids", "coding", "score", "evidence", "guess_1", "guess_2"]

    /// - Throws: `StageError` with everything that is wrong with input, column or output; no file is left then.
    public func run() throws(StageError) -> Outcome {
        let file = try output.map { url throws(StageError) in try OutputFile(url, replaces: replaces) }
        let coder = ActivityCoder(
            try CodingVocabulary(subject == .themes ? .themes : .supportTypes, dataFolder: dataFolder))
        let words = CodingWords(labels: try labels())
        let name = input == "-" ? "standard input" : URL(filePath: input).lastPathComponent
        let table = try TableReader(
            path: input == "-" ? "/dev/stdin" : input, name: name, options: TableOptions(sheet: sheet))
        var row = Row()
        let header = try HeaderRow(of: table, name: name, row: &row)
        let titles = header.titles
        guard let index = header.column(titled: column) else { throw StageError([header.missing(column)]) }
        var writer = CSVWriter(byteOrderMark: file != nil)
        writer.row(titles + AddedColumns.names(Self.titles, besides: titles, prefix: "coding_"))
        var outcome = Outcome()
        while try table.next(into: &row) {
            guard !row.isBlank else { continue }
            outcome.rowCount += 1
            let coding = coder.code(row[index])
            switch coding.outcome {
            case .assigned: outcome.assignedCount += 1
            case .review: outcome.reviewCount += 1
            case .none: break
            }
            writer.row(titles.indices.map { row[$0] } + words.cells(of: coding))
            if writer.bytes.count > 1 << 18 { try writer.flush(to: file) }
        }
        outcome.findings += table.problems.map { Finding(.error, $0) }
        try writer.flush(to: file)
        try file?.publish()
        return outcome
    }

    private func labels() throws(StageError) -> [String: String] {
        let taxonomy = try ReferenceData(dataFolder: dataFolder).taxonomy
        let pairs =
            subject == .themes
            ? taxonomy.themes.map { ($0.id, $0.label) } : taxonomy.supportTypes.map { ($0.id, $0.label) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
