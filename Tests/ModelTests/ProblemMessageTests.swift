import Model
import Testing

@Suite struct ProblemMessageTests {
    private let place = CellLocation(file: "名簿.xlsx", sheet: "名簿", row: 12, column: "所在地")

    @Test(arguments: ProblemCode.allCases, Language.allCases)
    func everyCodeHasASentenceWithItsValues(code: ProblemCode, language: Language) {
        let sentence = Problem(code, at: place, found: "FOUND", expected: "EXPECTED").sentence(in: language)
        let wording = code.wording.in(language)
        #expect(!sentence.contains { "{}[]".contains($0) }, "\(sentence)")
        #expect(sentence.contains("FOUND") == wording.contains("{found}"))
        #expect(sentence.contains("EXPECTED") == wording.contains("{expected}"))
        #expect(sentence.unicodeScalars.contains(where: isJapanese) == (language == .japanese), "\(sentence)")
        #expect(sentence.count >= 6, "\(sentence)")
    }

    @Test(arguments: ProblemCode.allCases, Language.allCases)
    func noSentenceShowsAPlaceholderWhenThereAreNoValues(code: ProblemCode, language: Language) {
        let sentence = Problem(code, at: place).sentence(in: language)
        #expect(!sentence.contains { "{}[]".contains($0) }, "\(sentence)")
        #expect(!sentence.isEmpty)
    }

    @Test(arguments: ProblemCode.allCases) func bothLanguagesShowTheSameValues(code: ProblemCode) {
        for placeholder in ["{found}", "{expected}"] {
            #expect(
                code.wording.in(.japanese).contains(placeholder) == code.wording.in(.english).contains(placeholder))
        }
    }

    @Test(arguments: [
        (Language.japanese, "codebok.yaml", "codebook.yaml", "ファイル「codebok.yaml」がありません。近い名前：codebook.yaml"),
        (.japanese, "codebok.yaml", "", "ファイル「codebok.yaml」がありません"),
        (.japanese, "", "a.csv, b.csv", "ファイルがありません。近い名前：a.csv, b.csv"),
        (.japanese, "", "", "ファイルがありません"),
        (.english, "codebok.yaml", "codebook.yaml", "no such file \"codebok.yaml\"; the nearest name: codebook.yaml"),
        (.english, "", "", "no such file"),
    ])
    func aPartWithoutItsValueIsLeftOut(language: Language, found: String, expected: String, sentence: String) {
        #expect(Problem(.fileMissing, at: place, found: found, expected: expected).sentence(in: language) == sentence)
    }

    @Test func theMessageSaysWhereAndThenWhat() {
        let problem = Problem(.columnMissing, at: place, found: "住所", expected: "所在地, 郵便番号")
        #expect(
            problem.message(in: .japanese) == "名簿.xlsx［名簿］ 12行「所在地」：列「住所」が見つかりません。近い見出し：所在地, 郵便番号")
        #expect(
            problem.message(in: .english)
                == "名簿.xlsx [名簿] row 12 \"所在地\": no column \"住所\"; the closest titles: 所在地, 郵便番号")
    }

    @Test func aPageOfTextIsShownByItsBeginningOnOneLine() {
        let found = String(repeating: "あ\n", count: 40)
        let shown = String(repeating: "あ ", count: 30)
        #expect(
            Problem(.dateUnreadable, at: place, found: found, expected: "例").sentence(in: .japanese)
                == "日付「\(shown)…」を読めません（例：例）")
        let short = String(repeating: "あ", count: 60)
        #expect(Problem(.columnNotMapped, at: place, found: short).sentence(in: .japanese) == "列「\(short)」は使われていません")
    }

    @Test func lineBreaksOfEveryKindBecomeASpace() {
        #expect(
            Problem(.columnNotMapped, at: place, found: "a\r\nb\nc\u{2028}d").sentence(in: .english)
                == "column \"a b c d\" is not used")
    }

    @Test func bracesInAValueAreTheValues() {
        let problem = Problem(.unknownChoice, at: place, found: "{expected}[x]", expected: "{found}")
        #expect(problem.sentence(in: .english) == "\"{expected}[x]\" is none of the choices: {found}")
    }

    @Test func codesAreWrittenInSnakeCase() {
        let names = ProblemCode.allCases.map(\.rawValue)
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.allSatisfy { ("a"..."z").contains($0) || $0 == "_" } })
    }

    private func isJapanese(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FF).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value)
    }
}
