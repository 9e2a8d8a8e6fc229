public import FoundationEssentials
internal import Glibc
internal import Linkage
public import Model
internal import Tabular

/// Learns the weights of linking from lists that are large enough, and writes them into a file.
public struct LinkModelTraining: Sendable {
    public var first: URL
    /// `nil` learns from the doubles of the first list.
    public var second: URL?
    /// Titles of columns by field, as in ``Linking/titles``.
    public var titles: [String: String]
    public var output: URL
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    public var dataFolder: URL

    public init(
        first: URL, second: URL? = nil, titles: [String: String] = [:], output: URL, replaces: Bool = false,
        dataFolder: URL
    ) {
        self.first = first
        self.second = second
        self.titles = titles
        self.output = output
        self.replaces = replaces
        self.dataFolder = dataFolder
    }

    public struct Outcome: Sendable {
        public let rounds: Int
        public let isConverged: Bool
        /// How many organisations the lists have in common, by the new weights.
        public let expectedPairs: Double
        /// Pairs that were compared.
        public let candidateCount: Int
        public let findings: [Finding]

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// - Throws: `StageError` with everything that is wrong with the lists or the output, `listTwice` for one list and
    ///   itself, and `trainingImpossible` for lists that have next to nothing in common; no file is left then.
    public func run() throws(StageError) -> Outcome {
        try LinkLists.check(output, isNone: [first, second])
        if let second, LinkLists.isSameFile(first, second) {
            throw StageError(.listTwice, at: CellLocation(file: second.lastPathComponent))
        }
        let file = try OutputFile(output, replaces: replaces)
        let names = try NameData(dataFolder)
        let lists = try LinkLists(first, second, titles: titles, names: names)
        let result = LinkTraining(lexicon: names.lexicon).train(lists.first.entries, lists.second?.entries)
        guard result.expectedPairs >= LinkTraining.fewestPairs else {
            throw StageError(
                .trainingImpossible, at: place, found: Self.whole(result.expectedPairs),
                expected: Self.whole(LinkTraining.fewestPairs))
        }
        try write(result, lists, to: file)
        return Outcome(
            rounds: result.rounds, isConverged: result.isConverged, expectedPairs: result.expectedPairs,
            candidateCount: result.candidateCount, findings: lists.findings + findings(result))
    }

    private var place: CellLocation {
        CellLocation(file: [first, second].compactMap { $0?.lastPathComponent }.joined(separator: " + "))
    }

    private func findings(_ result: LinkTraining.Result) -> [Finding] {
        var findings: [Finding] = []
        if result.expectedPairs < LinkTraining.enoughPairs {
            findings.append(
                Finding(
                    .warning, .trainingSmall, at: place, found: Self.whole(result.expectedPairs),
                    expected: Self.whole(LinkTraining.enoughPairs)))
        }
        if !result.isConverged {
            findings.append(Finding(.warning, .trainingUnfinished, at: place, found: "\(result.rounds)"))
        }
        return findings
    }

    private func write(_ result: LinkTraining.Result, _ lists: LinkLists, to file: OutputFile) throws(StageError) {
        var sources = [(first, lists.first)]
        if let second, let table = lists.second { sources.append((second, table)) }
        var described: [LinkModelFile.Training.List] = []
        for (url, table) in sources {
            described.append(
                LinkModelFile.Training.List(
                    file: url.lastPathComponent, records: table.ids.count, sha256: try Self.digest(url)))
        }
        let model = LinkModelFile(
            model: result.model,
            training: LinkModelFile.Training(
                lists: described, rounds: result.rounds, converged: result.isConverged,
                expectedPairs: result.expectedPairs.rounded(.down)))
        let bytes: Data
        do {
            bytes = try model.encoded()
        } catch {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: output.path), found: SystemReason.found(in: error))
        }
        var failure: StageError?
        bytes.withUnsafeBytes { buffer in
            do throws(StageError) { try file.write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
        try file.publish()
    }

    /// `nil` for what is no file on a disk: a pipe is read once.
    private static func digest(_ url: URL) throws(StageError) -> String? {
        var status = stat()
        guard stat(url.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return try FileDigest.sha256(of: url, name: url.lastPathComponent)
    }

    private static func whole(_ count: Double) -> String { "\(Int(count))" }
}
