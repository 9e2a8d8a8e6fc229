/// A vocabulary made ready. A class, so that the many short readings share it by one reference.
final class CodingTables: Sendable {
    let vocabulary: CodingVocabulary
    let index: PhraseIndex
    let near: NearWordings
    let context: ContextWords
    let spellings: SpellingRules
    /// Whole texts that a person decided, as they compare; `nil` for none of the codes.
    let learned: [[Unicode.Scalar]: [String?]]

    /// - Parameter learned: codes that there aren't are passed over.
    init(_ vocabulary: CodingVocabulary, learned: [LearnedCode]) {
        let known = Set(vocabulary.codes)
        let learned = learned.filter { $0.code.map(known.contains) ?? true }
        let spellings = SpellingRules(vocabulary.spellings)
        var decided: [[Unicode.Scalar]: [String?]] = [:]
        for entry in learned {
            let key = CodedText(entry.text, spellings: spellings).scalars
            if !key.isEmpty, decided[key]?.contains(entry.code) != true { decided[key, default: []].append(entry.code) }
        }
        self.vocabulary = vocabulary
        self.spellings = spellings
        self.learned = decided
        index = PhraseIndex(vocabulary.phrases, learned: learned.map { Self.phrase($0) }, spellings: spellings)
        near = NearWordings(index, slips: vocabulary.slips)
        context = ContextWords(vocabulary.context, spellings: spellings)
    }

    private static func phrase(_ learned: LearnedCode) -> CodingPhrase {
        CodingPhrase(
            // A gap is a matter of the tables.
            text: learned.text.replacing("…", with: " "), code: learned.code ?? "",
            kind: learned.code == nil ? .none : .exact, weight: 1)
    }
}
