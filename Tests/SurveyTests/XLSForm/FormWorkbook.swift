import Foundation
import Model
import Tabular
import TestSupport

@testable import Survey

/// An XLSForm as it is shown in forums: a line with the name of a sheet, then its rows between bars.
///
/// ```
/// survey
/// | type | name | label |
/// | text | q1   | 団体名 |
/// ```
/// `¦` stands for a bar and `⏎` for a line break in a cell.
struct FormWorkbook {
    static let file = "form.xlsx"

    var sheets: [(name: String, rows: [[String]])] = []

    init(_ text: String) {
        for line in text.split(separator: "\n") {
            guard line.hasPrefix("|") else {
                sheets.append((String(line), []))
                continue
            }
            let cells = line.dropFirst().dropLast(line.hasSuffix("|") ? 1 : 0)
                .split(separator: "|", omittingEmptySubsequences: false)
                .map {
                    $0.trimmingCharacters(in: .whitespaces).replacing("¦", with: "|").replacing("⏎", with: "\n")
                }
            sheets[sheets.count - 1].rows.append(cells)
        }
    }

    /// The form with another row at the end of a sheet.
    func adding(_ row: String, to sheet: String) -> FormWorkbook {
        var form = self
        for index in form.sheets.indices where form.sheets[index].name == sheet {
            form.sheets[index].rows += FormWorkbook("\(sheet)\n\(row)").sheets[0].rows
        }
        return form
    }

    func write(to path: String) throws {
        let writer = try WorkbookWriter(path: path, name: Self.file)
        for sheet in sheets {
            let titles = sheet.rows.first ?? []
            try writer.addSheet(
                WorkbookSheet(name: sheet.name, columns: titles.map { WorkbookColumn($0) }, hasFilter: false))
            for row in sheet.rows.dropFirst() { try writer.row(row.map { $0.isEmpty ? .blank : .text($0) }) }
        }
        try writer.close()
    }

    func imported(labelLanguage: String? = nil, language: Language = .japanese) throws -> XLSFormImport.Result {
        let scratch = try ScratchFolder()
        let path = scratch.url.appending(path: Self.file).path
        try write(to: path)
        return try XLSFormImport.read(
            path: path, file: Self.file, labelLanguage: labelLanguage, taxonomy: Self.taxonomy, language: language)
    }

    func questions(labelLanguage: String? = nil) throws -> [String: Question] {
        let entries = try imported(labelLanguage: labelLanguage).draft.entries
        return Dictionary(uniqueKeysWithValues: entries.map { ($0.question.id, $0.question) })
    }

    /// What keeps it from being imported; empty when nothing does.
    func problems(labelLanguage: String? = nil) -> [Problem] {
        do {
            _ = try imported(labelLanguage: labelLanguage)
            return []
        } catch let error as StageError {
            return error.problems
        } catch {
            return []
        }
    }

    /// That of the repository.
    static let taxonomy: Taxonomy = {
        guard let reference = try? ReferenceData(dataFolder: RepositoryFolder.data) else {
            return Taxonomy(themes: [], supportTypes: [])
        }
        return reference.taxonomy
    }()
}

/// A place in the form.
func formCell(_ sheet: String?, _ row: Int?, _ column: String?) -> CellLocation {
    CellLocation(file: FormWorkbook.file, sheet: sheet, row: row, column: column)
}

extension CodebookDraft {
    /// The questions as a codebook reads them back.
    func readBack() throws -> [Question] {
        try CodebookReader.read(yaml: yaml, file: "codebook.yaml", taxonomy: FormWorkbook.taxonomy).questions
    }
}
