import Foundation
import Model
import TestSupport
import Testing

@testable import Survey

/// What a person can get wrong in a form: each with its place, what was found and what was expected.
@Suite struct FormMistakeTests {
    private let row = SmallForm.nextRow

    @Test(
        arguments: [
            ("| select_one kind | q | 種類 |", .valueUnknown, "type", "kind", "kinds"),
            ("| select_one | q | 種類 |", .valueType, "type", "select_one", "select_one <list_name>"),
            ("| select_multiple | q | 種類 |", .valueType, "type", "select_multiple", "select_multiple <list_name>"),
            ("| txet | q | 種類 |", .valueUnknown, "type", "txet", "text"),
            ("| selectone kinds | q | 種類 |", .valueUnknown, "type", "selectone kinds", "select_one"),
            ("| text | | 種類 |", .formCellEmpty, "name", "", "name"),
            ("| | q | 種類 |", .formCellEmpty, "type", "", "type"),
            ("| text | active | 種類 |", .keyDouble, "name", "active", ""),
            ("| note | active | 種類 |", .keyDouble, "name", "active", ""),
            ("| end group | | |", .formGroupUnmatched, "type", "end group", "begin_group"),
            ("| end_repeat | | |", .formGroupUnmatched, "type", "end_repeat", "begin_repeat"),
            ("| begin group | g | 枠 |", .formGroupUnmatched, "type", "begin group", "end_group"),
            ("| begin_repeat | g | 枠 |", .formGroupUnmatched, "type", "begin_repeat", "end_repeat"),
            ("| text | q | 種類 | ${actve} = 'yes' |", .valueUnknown, "relevant", "${actve}", "${active}"),
            ("| text | q | 種類 | ${actve = 'yes' or ${acive} |", .valueUnknown, "relevant", "${acive}", "${active}"),
            ("| begin group | g | 枠 | ${nobody} |", .formGroupUnmatched, "type", "begin group", "end_group"),
        ] as [(String, ProblemCode, String, String, String)])
    func ofTheSurvey(row: String, code: ProblemCode, column: String, found: String, expected: String) throws {
        let problem = try #require(SmallForm.adding(row).problems().first)
        #expect(problem.code == code && problem.found == found)
        #expect(problem.location == formCell("survey", self.row, column))
        #expect(problem.expected == expected || problem.expected.hasPrefix(expected + ", "), "\(problem.expected)")
    }

    @Test(
        arguments: [
            ("| kinds | a | ほか |", .keyDouble, "a", ""), ("| kinds | | ほか |", .formCellEmpty, "", "name"),
        ] as [(String, ProblemCode, String, String)])
    func ofTheChoices(row: String, code: ProblemCode, found: String, expected: String) {
        #expect(
            SmallForm.workbook.adding(row, to: "choices").problems() == [
                Problem(code, at: formCell("choices", 10, "name"), found: found, expected: expected)
            ])
    }

    @Test func choicesMayStandTwiceWhereTheSettingsSaySo() throws {
        var form = SmallForm.workbook.adding("| kinds | a | ほか |", to: "choices")
        form.sheets += FormWorkbook("settings\n| allow_choice_duplicates |\n| yes |").sheets
        #expect(try form.questions()["kinds"]?.options.map(\.label) == ["相談", "見守り", "配食"])
    }

    @Test func groupsCloseInTheirOrder() {
        let form = SmallForm.adding("| begin group | g | 枠 |").adding("| begin repeat | r | 繰り返し |", to: "survey")
            .adding("| end group | | |", to: "survey").adding("| end repeat | | |", to: "survey")
        #expect(form.problems().map(\.code) == [.formGroupUnmatched, .formGroupUnmatched])
        #expect(form.problems().map(\.location.row) == [row + 2, row + 3])
        #expect(form.problems().map(\.expected) == ["begin_group", "begin_repeat"])
    }

    @Test func aNameThatTwoGroupsHaveCannotBeMeant() {
        let form = SmallForm.adding("| begin group | g | 枠 |").adding("| text | active | 別の |", to: "survey")
            .adding("| end group | | |", to: "survey").adding("| text | q | 問い | ${active} != '' |", to: "survey")
        #expect(
            form.problems() == [
                Problem(.keyDouble, at: formCell("survey", row + 3, "relevant"), found: "${active}")
            ])
    }

    @Test func allMistakesAreSaidAtOnceInTheOrderOfTheRows() {
        let form = SmallForm.adding("| txet | q | 一 |").adding("| select_one nolist | r | 二 | ${gone} |", to: "survey")
            .adding("| begin group | g | 三 |", to: "survey")
        #expect(
            form.problems().map(\.location) == [
                formCell("survey", row, "type"), formCell("survey", row + 1, "type"),
                formCell("survey", row + 1, "relevant"), formCell("survey", row + 2, "type"),
            ])
    }

    @Test func titlesAreCheckedBeforeTheRows() {
        let form = FormWorkbook(
            """
            survey
            | typ | nmae | label | label |
            | text | q | 一 | 二 |
            choices
            | list | name | label |
            """)
        let problems = form.problems()
        #expect(problems.map(\.code) == [.columnMissing, .columnMissing, .keyDouble, .columnMissing])
        #expect(problems.map(\.found) == ["type", "name", "label", "list_name"])
        #expect(problems.map(\.location.sheet) == ["survey", "survey", "survey", "choices"])
        #expect(problems.allSatisfy { $0.location.row == 1 })
        // The nearest title comes first.
        #expect(zip(problems, ["typ", "nmae", "", "list"]).allSatisfy { $0.expected.hasPrefix($1) })
    }

    @Test func aWorkbookWithoutASurveyIsNoForm() {
        let form = FormWorkbook("回答\n| 団体名 |\n| 甲の会 |\n凡例\n| 記号 |")
        #expect(
            form.problems() == [
                Problem(.sheetMissing, at: formCell(nil, nil, nil), found: "survey", expected: "回答, 凡例")
            ])
    }

    @Test func aFormWithoutQuestionsIsEmpty() {
        let form = FormWorkbook("survey\n| type | name |\n| note | n |")
        #expect(form.problems() == [Problem(.sourceEmpty, at: formCell("survey", nil, nil))])
    }

    @Test(
        arguments: [
            ("type,name\ntext,q\n", .formatNotSupported), ("PK\u{3}\u{4} no archive", .fileDamaged),
            ("<html><table></table>", .formatNotSupported),
        ] as [(String, ProblemCode)])
    func whatIsNoWorkbook(content: String, code: ProblemCode) throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write(content, to: "form.dat").path
        let error = #expect(throws: StageError.self) {
            try XLSFormImport.read(path: path, file: "form.dat", taxonomy: FormWorkbook.taxonomy, language: .english)
        }
        #expect(error?.problems.map(\.code) == [code])
        #expect(error?.problems.first?.location.file == "form.dat")
    }
}
