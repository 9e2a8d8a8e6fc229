public import FoundationEssentials
internal import Linkage
public import Model
internal import Tabular

/// Finds the records of two lists that are one organisation, or those that stand in one list twice.
public struct Linking: Sendable {
    public var first: URL
    /// `nil` looks for doubles in the first list.
    public var second: URL?
    /// Titles of columns by field (`id`, `name`, `postal`, `address`, `tel`, `email`, `representative`,
    /// `corporate_number`), where they are called otherwise than usual.
    public var titles: [String: String]
    /// A file of weights; `nil` for those that the program comes with.
    public var model: URL?
    /// Pairs below this probability are left out, 0…1.
    public var least: Double
    /// `nil` for standard output.
    public var output: URL?
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    public var dataFolder: URL

    public init(
        first: URL, second: URL? = nil, titles: [String: String] = [:], model: URL? = nil, least: Double = 0.05,
        output: URL? = nil, replaces: Bool = false, dataFolder: URL
    ) {
        self.first = first
        self.second = second
        self.titles = titles
        self.model = model
        self.least = least
        self.output = output
        self.replaces = replaces
        self.dataFolder = dataFolder
    }

    public struct Outcome: Sendable {
        /// Pairs that were written, and how many of them are links (.5 and more).
        public let pairCount: Int
        public let linkCount: Int
        /// Pairs that were compared.
        public let candidateCount: Int
        /// How many organisations are on neither list; `nil` with one list.
        public let onNeither: UnseenEstimate?
        public let findings: [Finding]

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// What counts as linked.
    public static let threshold = 0.5

    /// The names of the fields that ``titles`` may have.
    public static var fields: [String] { LinkTable.Field.allCases.map(\.rawValue) }

    /// - Throws: `StageError` with everything that is wrong with the lists, the weights or the output; no file is left
    ///   then.
    public func run() throws(StageError) -> Outcome {
        try LinkLists.check(output, isNone: [first, second, model])
        let file = try output.map { url throws(StageError) in try OutputFile(url, replaces: replaces) }
        let weights = try model.map { url throws(StageError) in try LinkModelFile.read(url) } ?? .shipped
        let names = try NameData(dataFolder)
        let lists = try LinkLists(first, second, titles: titles, names: names)
        let linker = ListLinker(lexicon: names.lexicon, model: weights)
        let result =
            lists.second.map { linker.link(lists.first.entries, $0.entries, least: least) }
            ?? linker.doubles(in: lists.first.entries, least: least)
        try write(
            result, lists.first.ids, (lists.second ?? lists.first).ids, isOneList: lists.second == nil, to: file)
        try file?.publish()
        return Outcome(
            pairCount: result.pairs.count, linkCount: result.pairs.count { $0.probability >= Self.threshold },
            candidateCount: result.candidateCount,
            onNeither: lists.second.flatMap { onNeither(result, lists.first.entries.count, $0.entries.count) },
            findings: lists.findings + sameFileFindings)
    }

    private func onNeither(_ result: ListLinker.Result, _ first: Int, _ second: Int) -> UnseenEstimate? {
        let linked = result.pairs.filter { $0.probability >= Self.threshold }
        let shared = min(Set(linked.map(\.a)).count, Set(linked.map(\.b)).count)
        return UnseenEstimate(first: first, second: second, shared: shared)
    }

    /// Every record of a file has itself for a partner.
    private var sameFileFindings: [Finding] {
        guard let second, LinkLists.isSameFile(first, second) else { return [] }
        return [Finding(.warning, .listTwice, at: CellLocation(file: second.lastPathComponent))]
    }

    private func write(
        _ result: ListLinker.Result, _ first: [String], _ second: [String], isOneList: Bool, to file: OutputFile?
    ) throws(StageError) {
        var writer = CSVWriter(byteOrderMark: file != nil)
        writer.row([
            "id_a", "id_b", "probability", "weight_bits", "bits_prior", "bits_name", "bits_contact",
            "bits_representative", "bits_corporate_number", "bits_legal_form", "name", "contact",
        ])
        for pair in result.pairs {
            var ids = [first[pair.a], second[pair.b]]
            if isOneList, ids[1] < ids[0] { ids.reverse() }
            for id in ids { writer.cell(id) }
            writer.cell(pair.probability, decimals: 4)
            let bits = pair.bits
            for value in [
                bits.total, bits.prior, bits.name, bits.contact, bits.representative, bits.corporateNumber,
                bits.legalForm,
            ] { writer.cell(value, decimals: 2) }
            writer.cell(pair.name.rawValue)
            writer.cell(pair.contact.rawValue)
            writer.endRow()
        }
        try writer.flush(to: file)
    }
}
