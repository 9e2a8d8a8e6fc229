public import FoundationEssentials
public import Model
internal import Tabular

/// The tables by which free texts are coded to themes or to support types.
public struct CodingVocabulary: Sendable {
    public enum Subject: Sendable, Hashable, CaseIterable {
        case themes, supportTypes

        var codeFile: String { self == .themes ? "taxonomy/themes.csv" : "taxonomy/support_types.csv" }
        var phraseFile: String {
            self == .themes ? "taxonomy/theme_phrases.csv" : "taxonomy/support_type_phrases.csv"
        }
        var codeColumn: String { self == .themes ? "theme_id" : "support_type_id" }
    }

    /// A word beside a phrase that says how it is meant.
    struct ContextWord: Sendable {
        enum Use: String, CaseIterable, Sendable {
            /// Rules out what stands before it.
            case ruledOutAfter = "ruled_out_after"
            /// What stands before it does the work rather than being helped.
            case agentAfter = "agent_after"
            /// Puts two things side by side.
            case joins
            /// The whole text says nothing.
            case nothing
            /// Letters that say nothing of the subject.
            case filler
        }

        let use: Use
        let text: String
        /// Those it speaks of; empty for all.
        let codes: Set<String>
    }

    /// In the order of the table of codes.
    let codes: [String]
    let phrases: [CodingPhrase]
    /// By code, the codes that it gives way to where both stand in one phrase.
    let yields: [String: Set<String>]
    /// Codes that say who by age or sex, and not what for.
    let populations: Set<String>
    /// By code, the wider one that it rolls up to.
    let broader: [String: String]
    let context: [ContextWord]
    let spellings: [(variant: String, standard: String)]
    /// Kanji by reading and letters by look, for slips.
    let slips: SlipTable

    /// Paths in the data folder, for the manifest.
    public static let files =
        Subject.allCases.flatMap { [$0.codeFile, $0.phraseFile] } + [
            "taxonomy/precedence.csv", "taxonomy/context_words.csv", "taxonomy/phrase_spellings.csv",
            "text/look_alikes.csv", "text/kanji_readings.csv",
        ]

    /// - Throws: `StageError` when a table is missing, lacks a column, names a code that there isn't or holds a word
    ///   or number that it must not.
    public init(_ subject: Subject, dataFolder: URL) throws(StageError) {
        try self.init(subject, words: Words(dataFolder: dataFolder), dataFolder: dataFolder)
    }

    /// The vocabularies of all subjects, in their order.
    /// - Throws: as ``init(_:dataFolder:)``
    public static func all(dataFolder: URL) throws(StageError) -> [CodingVocabulary] {
        let words = try Words(dataFolder: dataFolder)
        return try Subject.allCases.map { subject throws(StageError) in
            try CodingVocabulary(subject, words: words, dataFolder: dataFolder)
        }
    }

    /// The tables that all subjects share.
    private struct Words {
        let context: [ContextWord]
        let spellings: [(variant: String, standard: String)]
        let slips: SlipTable

        init(dataFolder: URL) throws(StageError) {
            func table(_ name: String, _ columns: [String]) throws(StageError) -> HeaderedTable {
                try ReferenceData.table(name, columns, in: dataFolder)
            }
            let contextTable = try table("taxonomy/context_words.csv", ["use", "word", "theme_ids"])
            let spellingTable = try table("taxonomy/phrase_spellings.csv", ["variant", "standard"])
            let looks = try table("text/look_alikes.csv", ["character", "standard"])
            let readings = try table("text/kanji_readings.csv", ["kanji", "on"])
            context = try CodingVocabulary.context(contextTable)
            spellings = spellingTable.records.map { ($0["variant"], $0["standard"]) }
            slips = SlipTable(
                looks: looks.records.map { ($0["character"], $0["standard"]) },
                readings: readings.records.map { ($0["kanji"], $0["on"].split(separator: ";").map(String.init)) })
        }
    }

    private init(_ subject: Subject, words: Words, dataFolder: URL) throws(StageError) {
        func table(_ name: String, _ columns: [String]) throws(StageError) -> HeaderedTable {
            try ReferenceData.table(name, columns, in: dataFolder)
        }
        let codeTable = try table(subject.codeFile, [subject.codeColumn, "is_residual"])
        let phraseTable = try table(
            subject.phraseFile, ["phrase", subject.codeColumn, "kind", "weight", "position", "excludes"])
        let precedence = try table("taxonomy/precedence.csv", ["theme_id", "yields_to"])

        codes = codeTable.records.map { $0[subject.codeColumn] }
        broader = Dictionary(
            codeTable.records.map { ($0[subject.codeColumn], $0["broader"]) }.filter { !$1.isEmpty },
            uniquingKeysWith: { first, _ in first })
        phrases = try Self.phrases(phraseTable, codes: Set(codes), column: subject.codeColumn)
        yields =
            subject == .themes
            ? try Self.yields(precedence, codes: Set(codes)) : [:]
        populations = Set(
            codeTable.records.filter { $0["is_population"] == "true" }.map { $0[subject.codeColumn] })
        context = words.context
        spellings = words.spellings
        slips = words.slips
    }

    private static func phrases(
        _ table: HeaderedTable, codes: Set<String>, column: String
    ) throws(StageError) -> [CodingPhrase] {
        var problems: [Problem] = []
        var phrases: [CodingPhrase] = []
        for row in table.records {
            func unknown(_ title: String) {
                problems.append(Problem(.valueUnknown, at: table.location(row, title), found: row[title]))
            }
            let excludes = row["excludes"].split(separator: ";").map(String.init)
            guard let kind = CodingPhrase.Kind(rawValue: row["kind"]) else {
                unknown("kind")
                continue
            }
            guard let position = CodingPhrase.Position(rawValue: row["position"]) else {
                unknown("position")
                continue
            }
            guard let weight = Double(row["weight"]), (0...1).contains(weight) else {
                unknown("weight")
                continue
            }
            guard (kind == .none) == row[column].isEmpty,
                row[column].isEmpty || codes.contains(row[column])
            else {
                unknown(column)
                continue
            }
            guard excludes.allSatisfy({ $0 == "*" || codes.contains($0) }) else {
                unknown("excludes")
                continue
            }
            guard !row["phrase"].isEmpty else {
                unknown("phrase")
                continue
            }
            phrases.append(
                CodingPhrase(
                    text: row["phrase"], code: row[column], kind: kind, weight: weight, position: position,
                    excludes: excludes))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return phrases
    }

    private static func yields(
        _ table: HeaderedTable, codes: Set<String>
    ) throws(StageError) -> [String: Set<String>] {
        var problems: [Problem] = []
        var yields: [String: Set<String>] = [:]
        for row in table.records {
            for title in ["theme_id", "yields_to"] where !codes.contains(row[title]) {
                problems.append(Problem(.valueUnknown, at: table.location(row, title), found: row[title]))
            }
            yields[row["theme_id"], default: []].insert(row["yields_to"])
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return yields
    }

    private static func context(_ table: HeaderedTable) throws(StageError) -> [ContextWord] {
        var problems: [Problem] = []
        var words: [ContextWord] = []
        for row in table.records {
            guard let use = ContextWord.Use(rawValue: row["use"]) else {
                problems.append(Problem(.valueUnknown, at: table.location(row, "use"), found: row["use"]))
                continue
            }
            words.append(
                ContextWord(
                    use: use, text: row["word"],
                    codes: Set(row["theme_ids"].split(separator: ";").map(String.init))))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return words
    }
}
