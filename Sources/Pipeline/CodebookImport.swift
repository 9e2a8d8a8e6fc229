public import FoundationEssentials
internal import Glibc
public import Model
internal import Survey
internal import Tabular

/// Makes the draft of a codebook from an XLSForm.
public struct CodebookImport: Sendable {
    /// The workbook.
    public var form: URL
    /// Where the codebook goes; `nil` keeps it in memory.
    public var output: URL?
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    /// Language of the labels to take, as the form names it or its code; `nil` for the Japanese one.
    public var labelLanguage: String?
    public var dataFolder: URL
    /// Of the remarks in the codebook.
    public var language: Language

    public init(
        form: URL, output: URL? = nil, replaces: Bool = false, labelLanguage: String? = nil, dataFolder: URL,
        language: Language = .japanese
    ) {
        self.form = form
        self.output = output
        self.replaces = replaces
        self.labelLanguage = labelLanguage
        self.dataFolder = dataFolder
        self.language = language
    }

    public struct Outcome: Sendable {
        /// As `codebook.yaml`.
        public let codebook: String
        public let questionCount: Int
        public let findings: [Finding]

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// - Throws: `StageError` with what is wrong with the form, or why the codebook can't be written; nothing is then.
    public func run() throws(StageError) -> Outcome {
        // Before the form is read: a person who forgot --force learns it at once.
        if let output { try check(output) }
        let reference = try ReferenceData(dataFolder: dataFolder)
        let result = try XLSFormImport.read(
            path: form.path, file: form.lastPathComponent, labelLanguage: labelLanguage, taxonomy: reference.taxonomy,
            language: language)
        let codebook = result.draft.yaml
        if let output {
            do {
                try Data(codebook.utf8).write(to: output, options: .atomic)
            } catch {
                throw StageError(
                    .outputUnwritable, at: CellLocation(file: output.path), found: SystemReason.found(in: error))
            }
        }
        return Outcome(codebook: codebook, questionCount: result.draft.entries.count, findings: result.findings)
    }

    private func check(_ output: URL) throws(StageError) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: output.path, isDirectory: &isFolder) else { return }
        let place = CellLocation(file: output.path)
        if isFolder { throw StageError(.outputUnwritable, at: place, found: SystemReason.found(EISDIR)) }
        if !replaces { throw StageError(.fileExists, at: place, expected: "--force") }
    }
}
