public import FoundationEssentials
internal import Geo
internal import Glibc
public import Model
internal import Survey
internal import Tabular

/// Writes a first `wave.yaml` and `codebook.yaml` for a folder of files that nobody has described yet.
public struct Drafting {
    public struct Options: Sendable {
        public var folder: URL
        /// Where the two files are written.
        public var outputFolder: URL
        /// Folder of an earlier wave, whose codebook's ids stay where questions are the same.
        public var earlierFolder: URL?
        public var dataFolder: URL
        public var overwrites: Bool
        public var language: Language

        public init(
            folder: URL, outputFolder: URL? = nil, earlierFolder: URL? = nil, dataFolder: URL,
            overwrites: Bool = false, language: Language = .japanese
        ) {
            self.folder = folder
            self.outputFolder = outputFolder ?? folder
            self.earlierFolder = earlierFolder
            self.dataFolder = dataFolder
            self.overwrites = overwrites
            self.language = language
        }
    }

    private static let names = ["wave.yaml", "codebook.yaml"]
    private static let ownFiles = names + ["decisions.csv", "need.csv"]

    private let options: Options

    public init(_ options: Options) { self.options = options }

    /// - Throws: `StageError` when the folder is missing or holds no table with names, when one of the two files is
    ///   there already, or when they can't be written; nothing is written then.
    public func run() throws(StageError) -> DraftOutcome {
        let names = try files()
        try refuseToOverwrite()
        let reference = try ReferenceData(dataFolder: options.dataFolder)
        let words = try SurveyWords(path: options.dataFolder.appending(path: SurveyWords.file).path)
        var samples: [TableSample] = []
        var problems: [Problem] = []
        for name in names {
            do throws(StageError) {
                samples += try TableSample.read(path: options.folder.appending(path: name).path, file: name)
            } catch {
                problems += error.problems
            }
        }
        let drafter = SurveyDrafter(
            words: words, reference: reference, municipalities: try municipalities(), earlier: try earlier(reference),
            language: options.language)
        guard let draft = drafter.draft(samples, problems: problems) else {
            throw StageError(
                [drafter.missingNames(in: samples, at: CellLocation(file: options.folder.path))] + problems)
        }
        try write(draft)
        return DraftOutcome(draft)
    }

    // MARK: - Files

    private func files() throws(StageError) -> [String] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: options.folder.path, isDirectory: &isFolder), isFolder,
            let names = try? FileManager.default.contentsOfDirectory(atPath: options.folder.path)
        else { throw StageError(.fileMissing, at: CellLocation(file: options.folder.path)) }
        return names.filter { name in
            var isFolder = false
            let path = options.folder.appending(path: name).path
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
                && !name.hasPrefix(".") && !name.hasPrefix("~$") && !Self.ownFiles.contains(name)
                && !name.hasSuffix(".yaml") && !name.hasSuffix(".yml") && !name.hasSuffix(".md")
        }.sorted()
    }

    private func refuseToOverwrite() throws(StageError) {
        guard !options.overwrites else { return }
        let there = Self.names.filter {
            FileManager.default.fileExists(atPath: options.outputFolder.appending(path: $0).path)
        }
        guard there.isEmpty else {
            throw StageError(
                there.map {
                    Problem(
                        .fileExists, at: CellLocation(file: options.outputFolder.appending(path: $0).path),
                        expected: "--force")
                })
        }
    }

    /// Both beside their places, then both renamed.
    private func write(_ draft: SurveyDraft) throws(StageError) {
        let folder = options.outputFolder
        let texts = [draft.wave, draft.codebook]
        let places = Self.names.map { folder.appending(path: $0) }
        let drafts = Self.names.map { folder.appending(path: ".\($0).tsunagi-\(getpid())") }
        func failed(_ file: URL, _ reason: String) -> StageError {
            for draft in drafts { unlink(draft.path) }
            return StageError(.outputUnwritable, at: CellLocation(file: file.path), found: reason)
        }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: folder.path), found: SystemReason.found(in: error))
        }
        for (draft, text) in zip(drafts, texts) {
            do { try Data(text.utf8).write(to: draft) } catch { throw failed(draft, SystemReason.found(in: error)) }
        }
        for (draft, place) in zip(drafts, places) {
            guard rename(draft.path, place.path) == 0 else { throw failed(place, SystemReason.found(errno)) }
        }
    }

    private func earlier(_ reference: ReferenceData) throws(StageError) -> Questionnaire? {
        guard let folder = options.earlierFolder else { return nil }
        let waveName = "wave.yaml"
        let wave = try WaveDescription(yaml: try text(folder.appending(path: waveName)), file: waveName)
        let paths = PathResolver(waveFolder: folder, dataFolder: options.dataFolder, allowed: wave.allowPaths)
        let codebook = try paths.resolve(wave.codebook.path, at: wave.codebook.location)
        return try CodebookReader.read(
            yaml: try text(codebook), file: codebook.path, taxonomy: reference.taxonomy)
    }

    private func text(_ url: URL) throws(StageError) -> String {
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw StageError(
                .waveFileMissing, at: CellLocation(file: url.deletingLastPathComponent().path),
                expected: url.lastPathComponent)
        }
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: url.path), found: "UTF-8")
        }
    }

    // MARK: - Municipalities

    /// Every municipality in the tables of areas, with the gazetteers that hold places of it.
    private func municipalities() throws(StageError) -> [KnownMunicipality] {
        let gazetteers = try gazetteerCodes()
        var known: [KnownMunicipality] = []
        for name in tables(in: "areas") {
            let path = options.dataFolder.appending(path: name).path
            guard let hierarchy = try? AreaHierarchy.load(path: path, name: name) else { continue }
            for area in hierarchy.areas where area.kind == .municipality {
                let prefecture = hierarchy.ancestors(of: area.code).first { $0.kind == .prefecture }?.name ?? ""
                let codes = Set([area.code] + hierarchy.areas(of: .ward, in: area.code).map(\.code))
                known.append(
                    KnownMunicipality(
                        code: area.code, name: area.name, prefecture: prefecture, areasFile: name,
                        areaKinds: Set(
                            Area.Kind.allCases.filter { !hierarchy.areas(of: $0, in: area.code).isEmpty }),
                        gazetteerFiles: gazetteers.filter { !$0.codes.isDisjoint(with: codes) }.map(\.name)))
            }
        }
        return known
    }

    private func gazetteerCodes() throws(StageError) -> [(name: String, codes: Set<String>)] {
        var found: [(name: String, codes: Set<String>)] = []
        for name in tables(in: "gazetteer") {
            let path = options.dataFolder.appending(path: name).path
            guard let table = try? HeaderedTable(path: path, name: name, requiring: ["municipality_code"]) else {
                continue
            }
            found.append((name, Set(table.records.map { $0["municipality_code"] })))
        }
        return found
    }

    private func tables(in folder: String) -> [String] {
        let path = options.dataFolder.appending(path: folder).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".csv") }.sorted().map { "\(folder)/\($0)" }
    }
}

/// What was drafted, for the terminal.
public struct DraftOutcome: Sendable {
    public struct Source: Sendable {
        public let file: String
        public let sheet: String?
        public let role: Role
        public let headerRow: Int
        /// 1 or 2
        public let headerRows: Int
        /// As `wave.yaml` writes it; `nil` for a workbook.
        public let encoding: String?
        public let rows: Int
        /// Whether every row was looked at.
        public let isWhole: Bool
        public let questions: Int
    }

    /// A guess that a person should look at.
    public struct Doubt: Sendable {
        public let file: String
        public let line: Int
        public let text: String
        /// The larger, the more doubtful.
        public let weight: Int
    }

    public let sources: [Source]
    /// Sentences on tables that are not used.
    public let unused: [String]
    /// The most doubtful first.
    public let doubts: [Doubt]
    public let questionCount: Int

    init(_ draft: SurveyDraft) {
        sources = draft.sources.map {
            Source(
                file: $0.file, sheet: $0.sheet, role: $0.role, headerRow: $0.headerRow, headerRows: $0.headerRows,
                encoding: $0.encoding, rows: $0.rows, isWhole: $0.isWhole, questions: $0.questions)
        }
        doubts = draft.doubts.map { Doubt(file: $0.file, line: $0.line, text: $0.text, weight: $0.weight) }
        unused = draft.unused
        questionCount = draft.questionCount
    }
}
