public import Model
internal import Text

/// Makes the draft of a codebook from an XLSForm (xlsform.org): the sheets survey, choices and settings of a workbook.
public enum XLSFormImport {
    public struct Result: Sendable {
        public let draft: CodebookDraft
        /// What could not be taken over whole, with the row of the form.
        public let findings: [Finding]
    }

    /// - Parameters:
    ///   - path: where the workbook is.
    ///   - file: what messages call it.
    ///   - labelLanguage: a language of the form's labels, such as `日本語 (ja)` or `ja`; `nil` for the Japanese one.
    ///   - language: of the remarks.
    /// - Throws: `StageError` with every mistake of the form: no sheet survey, types and lists that don't exist, groups
    ///   that don't close, doubles, conditions on questions that aren't there; or with why the file can't be read.
    public static func read(
        path: String, file: String, labelLanguage: String? = nil, taxonomy: Taxonomy, language: Language
    ) throws(StageError) -> Result {
        let form = try XLSFormReader.read(path: path, file: file)
        let labels = try XLSFormLanguage.choose(labelLanguage, in: form)
        var drafting = XLSFormDrafting(form: form, labelLanguage: labels, taxonomy: taxonomy)
        let entries = drafting.entries()
        return Result(
            draft: CodebookDraft(
                heading: XLSFormHeading(form: form, labelLanguage: labels).lines(in: language),
                entries: entries.map { $0.entry(in: language) }),
            findings: drafting.findings)
    }
}
