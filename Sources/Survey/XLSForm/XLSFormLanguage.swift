internal import Model
internal import Text

/// Which column of labels a codebook takes.
enum XLSFormLanguage {
    /// - Parameter wanted: as a person names it: `日本語 (ja)`, `日本語` or `ja`; `nil` for the one with the most
    ///   Japanese, or the form's own where there is none.
    /// - Throws: `valueUnknown` with the languages that there are.
    static func choose(_ wanted: String?, in form: XLSForm) throws(StageError) -> String {
        if let wanted {
            if let match = form.languages.first(where: { isMeant(wanted, $0) }) { return match }
            throw StageError(
                .valueUnknown, at: CellLocation(file: form.file, sheet: form.survey, column: "label"), found: wanted,
                expected: form.languages.filter { !$0.isEmpty }.joined(separator: ", "))
        }
        let ownLanguage = form.languages.first { isMeant(form.defaultLanguage, $0) } ?? form.languages.first ?? ""
        let counts = form.languages.map { (language: $0, count: japaneseLabels(in: form, $0)) }
        guard let most = counts.map(\.count).max(), most > 0 else { return ownLanguage }
        // A few labels may be left in another language; the form's own wins where it is Japanese too.
        if let own = counts.first(where: { $0.language == ownLanguage }), own.count * 2 >= most { return ownLanguage }
        return counts.first { $0.count == most }?.language ?? ownLanguage
    }

    /// The text in a language, else in the first that has one.
    static func texts(of labels: XLSForm.Labels, in language: String) -> [String] {
        labels.texts.filter { $0.language == language }.map(\.text)
            + labels.texts.filter { $0.language != language }.map(\.text)
    }

    private static func isMeant(_ wanted: String, _ language: String) -> Bool {
        let (wanted, language) = (NearestNames.titleKey(wanted), NearestNames.titleKey(language))
        guard wanted != language, !wanted.isEmpty, let bracket = language.firstIndex(of: "(") else {
            return wanted == language
        }
        return language[..<bracket] == wanted || language[bracket...] == "(\(wanted))"
    }

    /// Labels with kana; kanji alone may be Chinese.
    private static func japaneseLabels(in form: XLSForm, _ language: String) -> Int {
        let labels = form.questions.map(\.labels) + form.lists.values.flatMap { $0.map(\.labels) }
        return labels.count { labels in
            labels[language]?.unicodeScalars.contains { (0x3041...0x30FF).contains($0.value) } ?? false
        }
    }
}
