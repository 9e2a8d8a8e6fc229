import Foundation
import Model
import Survey
import Tabular
import TestSupport
import Testing

/// `tsunagi codebook import`, as a shell sees it.
@Suite("Importing a codebook from an XLSForm")
struct CodebookCommandTests {
    private let scratch: ScratchFolder
    private let form: URL

    init() throws {
        scratch = try ScratchFolder()
        form = scratch.url.appending(path: "調査票.xlsx")
        try write(survey: [
            ["select_one yesno", "active", "問1 活動していますか", "Are you active?", ""],
            ["integer", "people", "問2 人数", "How many?", "${active} = 'yes'"],
            ["text", "name", "問3 名称", "Name", "${people} > 3"],
        ])
    }

    private func write(survey: [[String]]) throws {
        let writer = try WorkbookWriter(path: form.path, name: "form")
        func add(_ name: String, _ rows: [[String]]) throws {
            try writer.addSheet(
                WorkbookSheet(name: name, columns: rows[0].map { WorkbookColumn($0) }, hasFilter: false))
            for row in rows.dropFirst() { try writer.row(row.map { $0.isEmpty ? .blank : .text($0) }) }
        }
        try add("survey", [["type", "name", "label::日本語 (ja)", "label::English (en)", "relevant"]] + survey)
        try add(
            "choices",
            [
                ["list_name", "name", "label::日本語 (ja)", "label::English (en)"],
                ["yesno", "yes", "はい", "Yes"], ["yesno", "no", "いいえ", "No"],
            ])
        try writer.close()
    }

    private func read(_ yaml: String) throws -> Questionnaire {
        try CodebookReader.read(
            yaml: yaml, file: "codebook.yaml", taxonomy: ReferenceData(dataFolder: RepositoryFolder.data).taxonomy)
    }

    @Test("the codebook goes to standard output, and what to look at to standard error")
    func standardOutput() throws {
        let result = try Program.run(["codebook", "import", form.path])
        #expect(result.status == 0)
        let questionnaire = try read(result.output)
        #expect(questionnaire.questions.map(\.id) == ["1", "2", "3"])
        #expect(questionnaire["2"]?.askedIf == .chosen(question: "1", option: "yes"))
        #expect(
            result.errors.hasPrefix("注意 調査票.xlsx［survey］ 4行「relevant」：条件「${people} > 3」は")
                && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
        #expect(try scratch.url.contents().keys.sorted() == ["調査票.xlsx"])
    }

    @Test("a file is written, and not written over without --force")
    func outputFile() throws {
        let output = scratch.url.appending(path: "codebook.yaml")
        let arguments = ["codebook", "import", form.path, "--output", output.path]
        let first = try Program.run(arguments)
        #expect(first.status == 0 && first.output == "設問 3：\(output.path)\n")
        let written = try String(contentsOf: output, encoding: .utf8)
        #expect(try read(written).questions.count == 3)

        try "mine".write(to: output, atomically: true, encoding: .utf8)
        let second = try Program.run(arguments)
        #expect(second.status == 2 && second.output.isEmpty)
        #expect(second.errors.contains("\(output.path)：すでにあります。書き換えるには --force を付けてください"))
        #expect(try String(contentsOf: output, encoding: .utf8) == "mine")

        #expect(try Program.run(arguments + ["--force"]).status == 0)
        #expect(try String(contentsOf: output, encoding: .utf8) == written)
    }

    @Test("a codebook that is written can be used by a run")
    func usable() throws {
        let wave = try WaveFolder()
        let codebook = wave.url.appending(path: "drafted.yaml")
        #expect(try Program.run(["codebook", "import", form.path, "--output", codebook.path]).status == 0)
        try wave.edit("wave.yaml") { $0.replacing("codebook: codebook.yaml", with: "codebook: drafted.yaml") }
        let result = try Program.run(["check", wave.path])
        // The answers of the wave are to other questions; the codebook itself is read without a complaint.
        #expect(!result.errors.contains("drafted.yaml"), "\(result.errors)")
    }

    @Test("another language of the labels, in messages of another language")
    func language() throws {
        let result = try Program.run(["codebook", "import", form.path, "--label-language", "en", "--lang", "en"])
        #expect(result.status == 0)
        #expect(try read(result.output).questions.map(\.label) == ["Are you active?", "How many?", "Name"])
        #expect(result.errors.hasPrefix("warning 調査票.xlsx [survey] row 4 \"relevant\": asked_if can't say"))
        let wrong = try Program.run(["codebook", "import", form.path, "--label-language", "fr"])
        #expect(wrong.status == 2 && wrong.output.isEmpty)
        #expect(wrong.errors.contains("「fr」という値はありません。近い値：日本語 (ja), English (en)"))
    }

    @Test("--json gives an object a line")
    func json() throws {
        let result = try Program.run(["codebook", "import", form.path, "--json"])
        let events = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(events.map { $0["event"] as? String } == ["finding", "done"])
        #expect(events[0]["code"] as? String == "form_condition_left_out" && events[0]["row"] as? Int == 4)
        #expect(events[1]["questions"] as? Int == 3 && events[1]["findings"] as? Int == 1)
        #expect(try read(try #require(events[1]["codebook"] as? String)).questions.count == 3)
    }

    @Test("every mistake of a form is said with its row, and nothing is written")
    func mistakes() throws {
        try write(survey: [
            ["select_one yesmo", "active", "活動", "", ""], ["text", "name", "名称", "", "${actve} = 'yes'"],
            ["begin group", "g", "枠", "", ""],
        ])
        let output = scratch.url.appending(path: "codebook.yaml").path
        let result = try Program.run(["codebook", "import", form.path, "--output", output])
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(
            result.errors == """
                エラー 調査票.xlsx［survey］ 2行「type」：「yesmo」という値はありません。近い値：yesno
                エラー 調査票.xlsx［survey］ 3行「relevant」：「${actve}」という値はありません。近い値：${active}, ${name}
                エラー 調査票.xlsx［survey］ 4行「type」：「begin group」に対応する end_group がありません

                """)
        #expect(!FileManager.default.fileExists(atPath: output))
    }

    @Test(
        "a file that is no form, or no place to write to",
        arguments: [
            (["Data/demo/r6/01_調査対象名簿.xlsx"], "01_調査対象名簿.xlsx：シート「survey」がありません。あるシート：名簿, 凡例"),
            (["Data/demo/r6/02_Web回答.csv"], "02_Web回答.csv：この形式（text）は読めません。xlsx で保存し直してください"),
            (["Data/demo/r6/調査票.xlsx"], "調査票.xlsx：ファイルがありません"), ([""], "ファイル名が空です"),
            ([], "引数 <form> が足りません"),
        ])
    func wrongFiles(arguments: [String], expected: String) throws {
        let result = try Program.run(["codebook", "import"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains(expected), "\(result.errors)")
    }

    @Test(
        "a place that can't be written to",
        arguments: [("nowhere/codebook.yaml", "その場所がありません"), ("", "フォルダです")])
    func noPlace(path: String, reason: String) throws {
        let output = path.isEmpty ? scratch.url.path : scratch.url.appending(path: path).path
        let result = try Program.run(["codebook", "import", form.path, "--output", output, "--force"])
        #expect(result.status == 2 && result.output.isEmpty)
        #expect(result.errors.contains("\(output)：書き込めません（\(reason)）"), "\(result.errors)")
        #expect(try scratch.url.contents().keys.sorted() == ["調査票.xlsx"])
    }
}
