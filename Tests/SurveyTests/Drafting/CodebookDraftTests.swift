import Model
import Testing

@testable import Survey

@Suite struct CodebookDraftTests {
    @Test(arguments: [
        "ふつう", "a: b", "a #b", "yes", "1", "", " 前後 ", "\"引用\"", "'", "複数\n行", "[a]", "{a}", "- a", "*a", "&a", "!a",
        "|", ">",
        "%a", "@a", "`a", "タブ\t", "末尾:", "\u{1F600}", "\u{2028}", "\\", "null", "~", "2024-10-21", "a, b", "全角　空白　",
    ])
    func everyTextReadsBack(text: String) throws {
        // Labels are trimmed by the reader.
        let label = "甲\(text)乙"
        let question = Question(
            id: "q", label: label, kind: .single, concept: .other,
            options: [
                .init(id: "a", code: 1, label: label, alsoWritten: ["丙\(text)丁"]), .init(id: "b", code: 2, label: "乙"),
            ],
            askedIf: nil, missing: MissingCodes(noAnswer: ["9"], unreadable: ["8"]))
        let draft = CodebookDraft(
            heading: ["見出し: \(text)"], noAnswer: ["-1"], unreadable: ["-9999"],
            entries: [.init(question: question, remarks: ["推定：\(text)"], optionRemarks: ["a": "3件 \(text)"])])
        let read = try CodebookReader.read(
            yaml: draft.yaml, file: "codebook.yaml", taxonomy: Taxonomy(themes: [], supportTypes: []))
        #expect(read.questions.first?.label == label)
        #expect(read.questions.first?.options == question.options)
        #expect(read.questions.first?.missing == question.missing)
        #expect(read.missing == MissingCodes(noAnswer: ["-1"], unreadable: ["-9999"]))
    }

    @Test func linesOfEntriesAreThoseOfTheirIDs() throws {
        let entries = ["a", "b", "c"].map { id in
            CodebookDraft.Entry(
                question: Question(id: id, label: id, kind: .text, concept: .other, options: [], askedIf: nil),
                remarks: id == "b" ? ["一行", "二\n三"] : [])
        }
        let draft = CodebookDraft(heading: ["見出し"], entries: entries)
        let lines = draft.yaml.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(draft.entryLines.map { String(lines[$0 - 1]) } == ["  - id: a", "  - id: b", "  - id: c"])
        #expect(
            try CodebookReader.read(
                yaml: CodebookDraft(heading: [], entries: []).yaml, file: "codebook.yaml",
                taxonomy: Taxonomy(themes: [], supportTypes: [])
            ).questions.isEmpty)
    }
}
