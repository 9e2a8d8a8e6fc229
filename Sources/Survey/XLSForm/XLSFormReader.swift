internal import Model
internal import Tabular
internal import Text

/// Reads the sheets of an XLSForm and checks what a person can get wrong in them.
struct XLSFormReader {
    private let file: String
    private let survey: XLSFormSheet
    private let choices: XLSFormSheet?
    private let settings: XLSFormSheet?

    /// - Throws: `StageError` with every problem of the form, or the one that keeps it from being read.
    static func read(path: String, file: String) throws(StageError) -> XLSForm {
        try XLSFormReader(path: path, file: file).form()
    }

    private init(path: String, file: String) throws(StageError) {
        let names = try TableReader.sheets(path: path, name: file)
        guard !names.isEmpty else {
            throw StageError(.formatNotSupported, at: CellLocation(file: file), found: "text", expected: "xlsx")
        }
        func sheet(_ name: String) throws(StageError) -> XLSFormSheet? {
            guard let written = names.first(where: { NearestNames.titleKey($0) == name }) else { return nil }
            return try XLSFormSheet(path: path, file: file, name: written)
        }
        guard let survey = try sheet("survey") else {
            throw StageError(
                .sheetMissing, at: CellLocation(file: file), found: "survey", expected: names.joined(separator: ", "))
        }
        self.file = file
        self.survey = survey
        choices = try Self.unlessEmpty { () throws(StageError) in try sheet("choices") }
        settings = try Self.unlessEmpty { () throws(StageError) in try sheet("settings") }
    }

    /// A sheet that somebody left empty counts as none.
    private static func unlessEmpty(
        _ read: () throws(StageError) -> XLSFormSheet?
    ) throws(StageError) -> XLSFormSheet? {
        do throws(StageError) {
            return try read()
        } catch {
            if error.problems.allSatisfy({ $0.code == .headerMissing }) { return nil }
            throw error
        }
    }

    private func form() throws(StageError) -> XLSForm {
        var problems = survey.problems(requiring: ["type", "name"])
        if let choices { problems += choices.problems(requiring: ["list_name", "name"]) }
        // Without its columns nothing else makes sense.
        guard problems.isEmpty else { throw StageError(problems) }
        let (lists, choiceProblems) = choiceLists()
        var rows = XLSFormRows(sheet: survey, lists: lists.mapValues { $0.map(\.name) })
        for record in survey.records { rows.read(record) }
        rows.finish()
        problems = (rows.problems + choiceProblems).sorted { ($0.location.row ?? 0) < ($1.location.row ?? 0) }
        guard problems.isEmpty else { throw StageError(problems) }
        guard !rows.questions.isEmpty else { throw StageError(.sourceEmpty, at: survey.location) }
        return XLSForm(
            file: file, survey: survey.location.sheet ?? "survey",
            relevanceTitle: survey.place("relevant", row: 1).column ?? "relevant", title: setting("form_title"),
            defaultLanguage: setting("default_language"), languages: languages, questions: rows.questions,
            lists: lists, otherRows: rows.otherRows)
    }

    private var languages: [String] {
        var languages: [String] = []
        for language in survey.languages(of: "label") + (choices?.languages(of: "label") ?? [])
        where !languages.contains(language) {
            languages.append(language)
        }
        return languages
    }

    private func setting(_ column: String) -> String {
        settings.flatMap { sheet in sheet.records.first.map { sheet.value(column, in: $0) } } ?? ""
    }

    // MARK: - Choices

    private func choiceLists() -> (lists: [String: [XLSForm.Choice]], problems: [Problem]) {
        guard let choices else { return ([:], []) }
        var lists: [String: [XLSForm.Choice]] = [:]
        var problems: [Problem] = []
        let mayStandTwice = XLSFormRows.isYes(setting("allow_choice_duplicates"))
        for record in choices.records {
            let list = choices.value("list_name", in: record)
            let choice = XLSForm.Choice(
                row: record.row, name: choices.value("name", in: record), labels: choices.labels("label", in: record))
            // Remarks and rows that keep lists apart.
            if list.isEmpty { continue }
            if choice.name.isEmpty {
                if choice.labels.texts.isEmpty { continue }
                problems.append(
                    Problem(.formCellEmpty, at: choices.place("name", row: choice.row), expected: "name"))
            } else if lists[list, default: []].contains(where: { $0.name == choice.name }) {
                if mayStandTwice { continue }
                problems.append(
                    Problem(.keyDouble, at: choices.place("name", row: choice.row), found: choice.name))
            } else {
                lists[list, default: []].append(choice)
            }
        }
        return (lists, problems)
    }
}
