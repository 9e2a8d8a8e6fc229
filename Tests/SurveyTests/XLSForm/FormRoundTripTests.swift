import Model
import TestSupport
import Testing

@testable import Survey

/// Whatever a form holds, the codebook that is written reads back as the same questions.
@Suite struct FormRoundTripTests {
    private static let words = [
        "活動", "問1-1 活動", "a: b", "# 見出し", "- x", "'引用'", "\"二重\"", "{x}", "[y]", "&z", "*w", "!v", "%u", "@t", "`s`",
        "yes", "no", "null", "~", "1", "01", "1.5", "-1", "2024-01-01", "，、；", "a, b", "x #y", "改⏎行", "①", "ｱｲｳ", "㈱",
        "Ａ", "😀", "は\u{3099}", "<b>太字</b>", "${q0}", "**強調**", "&#10;", "　", "\\", "?", "...", "---", "other", "not",
    ]
    private static let conditions = [
        "", "", "", "${q0} != ''", "selected(${q1}, 'n0')", "not(selected(${q1}, 'n1'))", "${q1} = 'n0'", "${q0} > 3",
        "${q1} = 'n0' and (${q0} != '' or selected(${q1}, 'n1'))", "${q1} = '", "true()", "${q1} = 'none'",
        "(${q0} = '' and ${q1} = 'n1') or ${q1} = ''",
    ]

    @Test(arguments: 0..<60) func whatIsWrittenIsReadBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let form = random(&generator)
        let result = try form.imported(language: seed % 2 == 0 ? .japanese : .english)
        let questions = result.draft.entries.map(\.question)
        let read = try result.draft.readBack()
        #expect(read == questions, "\(result.draft.yaml)")
        #expect(questions.count >= 2)
    }

    private func random(_ generator: inout SeededGenerator) -> FormWorkbook {
        func word() -> String { Self.words[Int.random(in: Self.words.indices, using: &generator)] }
        func words() -> String { (0...Int.random(in: 0...2, using: &generator)).map { _ in word() }.joined() }
        func condition() -> String { Self.conditions[Int.random(in: Self.conditions.indices, using: &generator)] }
        var text = "survey\n| type | name | label::English | label::日本語 (ja) | relevant |\n"
        text += "| text | q0 | \(words()) | \(words()) | |\n| select_one l0 | q1 | \(words()) | \(words()) | |\n"
        let types = [
            "text", "integer", "date", "time", "note", "select_one l0", "select_multiple l1",
            "select_multiple l2 or_other",
            "select_one_from_file x.csv", "geopoint", "rank l1",
        ]
        var open: [String] = []
        for index in 2..<Int.random(in: 4...12, using: &generator) {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0:
                let section = Bool.random(using: &generator) ? "group" : "repeat"
                open.append(section)
                text += "| begin_\(section) | g\(index) | | \(words()) | \(condition()) |\n"
            case 1:
                if let section = open.popLast() { text += "| end \(section) | | | | |\n" }
            default:
                let type = types[Int.random(in: types.indices, using: &generator)]
                text += "| \(type) | q\(index) | \(words()) | \(words()) | \(condition()) |\n"
            }
        }
        for section in open.reversed() { text += "| end \(section) | | | | |\n" }
        text += "choices\n| list name | name | label::English | label::日本語 (ja) |\n"
        for list in 0..<3 {
            for choice in 0..<Int.random(in: 2...6, using: &generator) {
                let name =
                    list == 0 ? "n\(choice)" : Bool.random(using: &generator) ? "\(choice)" : "\(word())\(choice)"
                text += "| l\(list) | \(name) | \(words()) | \(words()) |\n"
            }
        }
        return FormWorkbook(text)
    }
}
