public import Model
internal import Tabular
internal import Text

/// The words by which drafts recognise files, columns, questions and options; all of them are data.
public struct SurveyWords: Sendable {
    /// Path in the data folder.
    public static let file = "text/survey_words.csv"

    /// What a word is for. The raw values are those of the column `use`.
    enum Use: String, CaseIterable, Sendable {
        case roleFile = "role_file"
        case roleTitle = "role_title"
        case field, personal, concept, theme, wish, frequency, degree, note, spelling
        case titleKind = "title_kind"
        case questionPrefix = "question_prefix"
        case notQuestionUnit = "not_question_unit"
        case caseTitle = "case_title"
        case yesNo = "yes_no"
        case serviceArea = "service_area"
        case organizationType = "organization_type"
        case commonOption = "common_option"
        case activityField = "activity_field"
        case supportType = "support_type"
        /// Ids of options that older or smaller questionnaires don't have.
        case rareOption = "rare_option"
        case noAnswerCode = "no_answer_code"
        case noAnswerWord = "no_answer_word"
        case placeSuffix = "place_suffix"
        case addressPart = "address_part"
    }

    struct Word: Sendable {
        let id: String
        /// As the table writes it.
        let text: String
        let key: String
        /// Characters.
        let length: Int
    }

    private var words: [Use: [Word]] = [:]
    private var exact: [Use: [String: String]] = [:]
    private var allExact: [Use: [String: Set<String>]] = [:]
    private var labels: Set<String> = []
    private var spellings: [(from: String, to: String)] = []

    /// - Throws: `StageError` when the table is missing, lacks a column or names a use that there isn't.
    public init(path: String) throws(StageError) {
        let table = try HeaderedTable(path: path, name: Self.file, requiring: ["use", "id", "word"])
        let unknown = table.records.filter { Use(rawValue: $0["use"]) == nil }
        guard unknown.isEmpty else {
            throw StageError(
                unknown.map { Problem(.valueUnknown, at: table.location($0, "use"), found: $0["use"]) })
        }
        self.init(rows: table.records.map { ($0["use"], $0["id"], $0["word"]) })
    }

    /// - Parameter rows: uses that there aren't are passed over.
    init(rows: [(use: String, id: String, word: String)]) {
        spellings = rows.filter { $0.use == Use.spelling.rawValue }
            .map { (NearestNames.titleKey($0.word), NearestNames.titleKey($0.id)) }
            .sorted { $0.from.utf8.count > $1.from.utf8.count }
        for row in rows {
            guard let use = Use(rawValue: row.use), use != .spelling else { continue }
            let key = key(row.word)
            words[use, default: []].append(Word(id: row.id, text: row.word, key: key, length: key.count))
            if exact[use]?[key] == nil { exact[use, default: [:]][key] = row.id }
            if Self.labelUses.contains(use) { labels.insert(key) }
            allExact[use, default: [:]][key, default: []].insert(row.id)
        }
    }

    /// A text as it compares: width, spaces, case and usual spellings don't matter.
    func key(_ text: String) -> String {
        spellings.reduce(NearestNames.titleKey(text)) { text, spelling in
            text.holds(spelling.from) ? text.replacing(spelling.from, with: spelling.to) : text
        }
    }

    /// Whether the text is the label of an option that is known.
    func isLabel(_ text: String) -> Bool { labels.contains(key(text)) }

    /// The id of the word that the text is.
    func id(_ use: Use, of text: String) -> String? { exact[use]?[key(text)] }

    /// Every id that has the text for a word: 連絡先 can be one field or another.
    func ids(_ use: Use, of text: String) -> Set<String> { allExact[use]?[key(text)] ?? [] }

    /// The longest word in the text, and how many characters it has; of two the one that stands first in the table.
    func longest(_ use: Use, in text: String, ids: Set<String>? = nil) -> (id: String, length: Int)? {
        let key = key(text)
        var best: (id: String, length: Int)?
        for word in words[use] ?? [] where ids?.contains(word.id) ?? true {
            let length = word.length
            if length > best?.length ?? 0, key.holds(word.key) { best = (word.id, length) }
        }
        return best
    }

    /// Whether the text holds one of the words of an id.
    func holds(_ use: Use, _ id: String, in text: String) -> Bool { longest(use, in: text, ids: [id]) != nil }

    /// The usual list of options of a use: ids with their first words, その他 at the end, rare ones only where they are
    /// `seen`.
    func list(_ use: Use, seen: Set<String>) -> [(id: String, label: String)] {
        let rare = Set(all(.rareOption, use.rawValue))
        var ids: Set<String> = []
        let list = (words[use] ?? []).filter {
            ids.insert($0.id).inserted && (seen.contains($0.id) || !rare.contains($0.id))
        }
        return (list.filter { $0.id != "other" } + list.filter { $0.id == "other" }).map { ($0.id, $0.text) }
    }

    /// The usual word for what is on no list.
    var firstOther: String? { (words[.commonOption] ?? []).first { $0.id == "other" }?.text }

    /// Ids in the order of the table.
    func ids(_ use: Use) -> [String] { (words[use] ?? []).map(\.id) }

    func all(_ use: Use, _ id: String? = nil) -> [String] {
        (words[use] ?? []).filter { id == nil || $0.id == id }.map(\.key)
    }
}

extension String {
    /// Whether another text is in this one, scalar by scalar: much faster than `contains` where both are short and
    /// there are many of them.
    func holds(_ other: String) -> Bool {
        let (text, wanted) = (utf8, other.utf8)
        guard let first = wanted.first else { return true }
        return text.withContiguousStorageIfAvailable { text in
            wanted.withContiguousStorageIfAvailable { wanted in
                guard text.count >= wanted.count else { return false }
                for start in 0...(text.count - wanted.count) where text[start] == first {
                    var offset = 1
                    while offset < wanted.count, text[start + offset] == wanted[offset] { offset += 1 }
                    if offset == wanted.count { return true }
                }
                return false
            }
        }.flatMap(\.self) ?? contains(other)
    }
}
